import Catalogue
import Consolidation
import Testing

@Suite struct `Problems of the real catalogue` {
  @Test(arguments: RealCatalogue.scenarios)
  func `no scenario is blocked, and every line is explained`(id: String) throws {
    let survey = try #require(RealCatalogue.surveys.all[id])
    for problem in survey.problems { Issue.record("\(problem.value) \(problem.when)") }
    for line in survey.bring { #expect(!line.value.line.derivations.isEmpty) }
    let records = survey.explanations
    #expect(Set(records.map(\.id)).count == records.count)
  }
}
