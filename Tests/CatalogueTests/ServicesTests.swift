import Catalogue
import Diagnostics
import Foundation
import Testing

/// The catalogue of the brigade, as it is in `services`.
@Suite struct `The real catalogue` {
  let read: ReadCatalogue

  init() throws { read = Catalogue.read(try Samples.files(in: Samples.services)) }

  @Test func `has nothing wrong`() {
    #expect(ConsoleReport(sources: read.sources, language: .english).text(read.diagnostics) == "")
  }

  @Test func `holds what it must`() {
    #expect(read.catalogue.items.count == 58)
    #expect(read.catalogue.evidence.count >= 41)
    #expect(read.catalogue.scenarios.count == 18)
    #expect(read.catalogue.scenarios.values.reduce(0) { $0 + $1.questions.count } >= 58)
  }

  @Test func `answers, shows and tells in every scenario`() {
    for scenario in read.catalogue.scenarios.values {
      #expect((2...3).contains(scenario.answers.count), "\(scenario.id)")
      #expect(!scenario.cases.isEmpty, "\(scenario.id)")
      #expect(Set(scenario.messages.map(\.phase)) == Set(Scenario.Phase.allCases), "\(scenario.id)")
    }
  }
}
