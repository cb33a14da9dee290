import Catalogue
import Diagnostics
import Foundation
import Proofreading
import Testing

/// One folder a case in `Broken`, named by the diagnostic's id; `expected.txt` is the whole report in English.
///
/// `ONEBOOK_RECORD=1` writes what is reported now and fails; read it before it is kept.
@Suite struct `What is wrong is said once, at its place` {
  /// Cases that say more than one thing, because more than one thing is wrong.
  static let several = [
    "malformed-xml-shared-list": 1, "fine-escaped-markup": 0, "fine-guideline": 0, "fine-consultation": 0,
    "file-name": 1,
  ]

  @Test(arguments: Samples.brokenCases)
  func `the report on a broken catalogue is as expected`(name: String) throws {
    let read = Samples.checked(try Samples.broken(name))
    let text = ConsoleReport(sources: read.sources, language: .english).text(read.diagnostics)
    let file = Samples.tests.appending(path: "Broken").appending(path: name).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["ONEBOOK_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded")
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == expected)
    #expect(Set(read.diagnostics).count == Self.several[name] ?? 1)
    let ids = Set(read.diagnostics.map(\.id))
    #expect(ids.allSatisfy { name == $0 || name.hasPrefix($0 + "-") })
  }

  @Test func `the Chinese report has the same places and as many lines`() throws {
    for name in Samples.brokenCases {
      let read = Samples.checked(try Samples.broken(name))
      let english = ConsoleReport(sources: read.sources, language: .english).text(read.diagnostics)
      let chinese = ConsoleReport(sources: read.sources, language: .chinese).text(read.diagnostics)
      #expect(english.split(separator: "\n").count == chinese.split(separator: "\n").count)
      let speaks = chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(speaks == !chinese.isEmpty, "\(name)")
    }
  }

  @Test func `every diagnostic that the sources can report has a case`() throws {
    var cases = Set(try Samples.brokenCases.flatMap { Samples.checked(try Samples.broken($0)).diagnostics.map(\.id) })
    for name in Samples.findingCases {
      cases.formUnion(try Samples.proofread(Samples.finding(name)).judgement.standing.map(\.id))
    }
    // Found when editions are compared: `EventTests` has a case for each, `LedgerTests` break the ledger.
    cases.formUnion(try DiagnosticPages.reported(in: "Editions"))
    cases.insert("broken-history")
    // Too large for a repository; it has a test of its own.
    #expect(try DiagnosticPages.reported() == cases.union(["file-too-large"]))
  }

  @Test func `nothing is said of the sound catalogue`() throws {
    let read = Samples.checked(try Samples.sound())
    #expect(ConsoleReport(sources: read.sources, language: .english).text(read.diagnostics) == "")
    #expect(read.catalogue.items.count == 6)
    #expect(read.catalogue.scenarios["new-car"]?.members.map(\.id).count == 3)
  }

  @Test func `nothing at all is a catalogue without a book`() {
    let read = Samples.checked([])
    #expect(read.diagnostics.map(\.id) == ["no-book"])
  }
}
