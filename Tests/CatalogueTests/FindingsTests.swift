import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Proofreading
import Testing

/// One folder a case in `Findings`, named by the finding's id, laid over `Clean`, a catalogue with nothing to find;
/// `expected.txt` is the whole report in English. `fine-…`: what must not be said.
///
/// `ONEBOOK_RECORD=1` writes what is reported now and fails; read it before it is kept.
@Suite struct `What a colleague would say is said once, at its place` {
  /// Cases that say more than one thing: a text that came out of one accepted elsewhere.
  static let several = ["idle-acceptance-other-file": 2]

  @Test(arguments: Samples.findingCases)
  func `the findings in a catalogue are as expected`(name: String) throws {
    let (judgement, sources) = try Samples.proofread(Samples.finding(name))
    let text = ConsoleReport(sources: sources, language: .english).text(judgement.standing)
    let file = Samples.tests.appending(path: "Findings").appending(path: name).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["ONEBOOK_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded")
      return
    }
    #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    guard !name.hasPrefix("fine-") else {
      #expect(judgement.standing.isEmpty)
      return
    }
    #expect(judgement.standing.count == Self.several[name] ?? 1)
    #expect(judgement.standing.contains { name == $0.id || name.hasPrefix($0.id + "-") })
  }

  @Test func `the Chinese report has the same places and as many lines`() throws {
    for name in Samples.findingCases where !name.hasPrefix("fine-") {
      let (judgement, sources) = try Samples.proofread(Samples.finding(name))
      let english = ConsoleReport(sources: sources, language: .english).text(judgement.standing)
      let chinese = ConsoleReport(sources: sources, language: .chinese).text(judgement.standing)
      #expect(english.split(separator: "\n").count == chinese.split(separator: "\n").count, "\(name)")
    }
  }

  @Test func `nothing is found in the clean catalogue`() throws {
    let (judgement, _) = try Samples.proofread(Samples.files(in: Samples.tests.appending(path: "Clean")))
    #expect(judgement.standing.isEmpty)
  }

  /// One of each defect in one catalogue: each is found, and nothing else.
  @Test func `a catalogue with one of each defect gets exactly those findings`() throws {
    let (judgement, _) = try Samples.proofread(Samples.over("Clean", "Planted"))
    let expected = try DiagnosticPages.reported(in: "Proofreading")
    #expect(judgement.standing.map(\.id).sorted() == expected.sorted())
  }

  @Test func `a raised warning is an error`() throws {
    let (judgement, _) = try Samples.proofread(judged("day-unit", #"<raise id="day-unit"/>"#))
    #expect(judgement.standing.map(\.id) == ["day-unit"])
    #expect(judgement.standing.map(\.severity) == [.error])
  }

  @Test func `an accepted warning is kept with its reason`() throws {
    let (judgement, _) = try Samples.proofread(Samples.finding("fine-accepted"))
    #expect(judgement.accepted.map(\.diagnostic.id) == ["day-unit"])
    #expect(judgement.accepted.map(\.reason) == ["条文没有写"])
  }

  /// Whoever could accept a personal number could publish it.
  @Test func `an error cannot be accepted`() throws {
    let (judgement, _) = try Samples.proofread(
      judged("personal-data", #"<accept id="personal-data">要用</accept>"#))
    #expect(judgement.standing.map(\.id).sorted() == ["idle-acceptance", "personal-data"])
    #expect(judgement.accepted.isEmpty)
  }

  /// A case of `Findings` with a `<check>` in its book.
  private func judged(_ name: String, _ check: String) throws -> [CatalogueFile] {
    try Samples.finding(name).map { file in
      guard file.path == "book.xml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = text.replacing("</book>", with: "<check>\(check)</check></book>")
      return CatalogueFile(path: file.path, bytes: Array(changed.utf8))
    }
  }
}
