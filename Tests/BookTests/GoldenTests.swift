import Catalogue
import Foundation
import Handbook
import Testing

/// Plans in words, each read by a person. `ONEBOOK_RECORD=1 swift test --filter Golden` writes them anew and fails, so
/// that nobody records without reading.
@Suite struct `Golden sheets` {
  private static let folder = RealBook.tests.appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["ONEBOOK_RECORD"] == "1"

  /// The file's name begins with the scenario's id.
  private static let situations = [
    "new-car": [
      "home-made": "owner=person origin=domestic small-car=yes aged=no hukou=local agent=self drive-before=yes",
      "imported-by-dealer":
        "owner=person origin=imported small-car=yes aged=no hukou=elsewhere agent=agent drive-before=no",
      "company-truck": "owner=company origin=domestic small-car=no aged=no hukou=local agent=agent drive-before=no",
      "old-stock": "owner=person origin=domestic small-car=yes aged=yes hukou=elsewhere agent=self drive-before=no",
    ],
    "used-car": [
      "plain":
        "acquired=bought violations=no mortgage=free inspection-expired=no tax-exempt=no keep-number=no buyer-owner=person hukou=local buyer-agent=self",
      "violations-and-loan":
        "acquired=bought violations=yes mortgage=release inspection-expired=no tax-exempt=no keep-number=no buyer-owner=person hukou=local buyer-agent=self",
      "three-parties":
        "acquired=bought violations=no mortgage=together inspection-expired=yes tax-exempt=no keep-number=no buyer-owner=person hukou=elsewhere buyer-agent=agent",
      "inherited":
        "acquired=other violations=no mortgage=free inspection-expired=no tax-exempt=yes keep-number=yes buyer-owner=person hukou=local buyer-agent=self",
      "company":
        "acquired=bought violations=no mortgage=free inspection-expired=no tax-exempt=no keep-number=no buyer-owner=company hukou=local buyer-agent=agent",
    ],
    "replace-car": [
      "scrapped-all":
        "disposal=scrap mortgaged=no violations=yes keep-number=yes subsidy=yes small-car=yes owner-kind=person",
      "scrapped-plain":
        "disposal=scrap mortgaged=no violations=no keep-number=no subsidy=no small-car=yes owner-kind=person",
      "scrapped-loan":
        "disposal=scrap mortgaged=yes violations=no keep-number=no subsidy=yes small-car=yes owner-kind=person",
      "sold-keeping":
        "disposal=sell mortgaged=no violations=yes keep-number=yes subsidy=no small-car=yes owner-kind=person",
      "sold-company":
        "disposal=sell mortgaged=no violations=no keep-number=no subsidy=no small-car=no owner-kind=company",
    ],
    "renew-licence": [
      "plain": "expiry=near licence-place=here licence-class=c age70=no violations=no points-full=no agent=self",
      "elsewhere-violations":
        "expiry=near licence-place=elsewhere licence-class=c age70=no violations=yes points-full=no agent=agent",
      "large-full-points":
        "expiry=near licence-place=here licence-class=ab age70=no violations=yes points-full=yes agent=self",
      "over-seventy":
        "expiry=overdue licence-place=here licence-class=c age70=yes violations=no points-full=no agent=self",
      "lapsed": "expiry=lapsed licence-place=here licence-class=c age70=no violations=no points-full=no agent=self",
    ],
  ]

  private static let names = situations.flatMap { scenario, list in list.keys.map { "\(scenario).\($0)" } }.sorted()
  /// Every other scenario stands with its own worked example.
  private static let examples = RealBook.catalogue.scenarios.keys.filter { situations[$0] == nil }.sorted()

  @Test(arguments: names)
  func `a reviewed situation reads as recorded`(name: String) throws {
    let parts = name.split(separator: ".").map(String.init)
    try compare(name, parts[0], Situation(try #require(Self.situations[parts[0]]?[parts[1]])))
  }

  @Test(arguments: examples)
  func `the worked example reads as recorded`(id: String) throws {
    let example = try #require(RealBook.catalogue.scenarios[id]?.cases.first)
    try compare("\(id).example", id, example.situation)
  }

  @Test func `every recorded sheet is still made`() throws {
    let made = Set(Self.names + Self.examples.map { "\($0).example" })
    let recorded = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(recorded) == Set(made.map { "\($0).txt" }))
  }

  private func compare(_ name: String, _ id: String, _ situation: Situation) throws {
    let scenario = try #require(RealBook.catalogue.scenarios[id])
    #expect(Set(situation.answers.keys) == Set(scenario.questions.map(\.id)), "every question is answered")
    let sheet = try #require(PlanSheet(RealBook.catalogue, scenario, situation, start: Day("2026-12-01")))
    let answers = scenario.questions.map { question in
      let chosen = question.options.filter { situation.answers[question.id]?.contains($0.id) == true }
      return "# \(question.ask) \(chosen.map(\.text).joined(separator: "、"))\n"
    }
    let text = answers.joined() + sheet.text + "\n"
    let file = Self.folder.appending(path: name + ".txt")
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name).txt: read it before you commit it")
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.difference(from: recorded).isEmpty, "\(lines.difference(from: recorded))")
  }
}
