import CanonicalJSON
import Catalogue
import Foundation
import Testing

@testable import Editions
@testable import Handbook

/// A catalogue and what becomes of it: a first edition is published, the second is looked at.
struct TwoEditions {
  var files: [CatalogueFile]
  var history: History

  /// Publishes the first edition of these files.
  init(_ files: [CatalogueFile]) throws {
    self.files = files
    let first = try TwoEditions.changes(Catalogue.read(files).catalogue, edition: "2026.1", History())
    history = History(ledger: first.log.ledger, snapshots: [first.log.snapshot])
  }

  /// Without the rest of the book, which takes long.
  static func changes(
    _ catalogue: Catalogue, edition: String, _ history: History, lang: String = "zh-CN"
  ) throws -> ChangesPart {
    let phrases = Phrases(lang: lang)
    return try #require(BookBuilder(only: catalogue, phrases, asking: []).changes(history, edition: edition))
  }

  /// Two scenarios of the real catalogue with all that they need.
  static func real() throws -> TwoEditions { try TwoEditions(RealPart.files) }

  /// The next edition, with some text put in place of another in a file, and other files besides.
  func next(
    _ edits: [(file: String, old: String, new: String)] = [], without: [String] = [], and more: [CatalogueFile] = [],
    edition: String = "2026.2"
  ) throws -> ChangesPart {
    try TwoEditions.changes(try catalogue(edits, without: without, and: more), edition: edition, history)
  }

  func catalogue(
    _ edits: [(file: String, old: String, new: String)], without: [String] = [], and more: [CatalogueFile] = []
  ) throws -> Catalogue {
    var files = files.filter { !without.contains($0.path) }
    for edit in edits {
      let index = try #require(files.firstIndex { $0.path == edit.file }, "\(edit.file)")
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      try #require(text.contains(edit.old), "\(edit.file): \(edit.old)")
      files[index].bytes = Array(text.replacing(edit.old, with: edit.new).utf8)
    }
    return Catalogue.read(files + more, on: Day("2026-12-20")).catalogue
  }

  /// The same after that edition was published.
  func publishing(_ changes: ChangesPart) -> TwoEditions {
    var copy = self
    copy.history = History(ledger: changes.log.ledger, snapshots: history.snapshots + [changes.log.snapshot])
    return copy
  }
}

enum RealPart {
  static let files: [CatalogueFile] = {
    let scenarios = ["used-car"].compactMap { RealBook.catalogue.scenarios[$0] }
    let items = Set(scenarios.flatMap { $0.members.map(\.item) })
    return RealBook.files.filter { file in
      let name = file.path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      if file.path.hasPrefix("items/") { return items.contains(name) }
      if file.path.hasPrefix("scenarios/") { return scenarios.contains { $0.id == name } }
      return file.path != "decisions.xml"
    }
  }()
}

@Suite("What changed, in words")
struct ChangeLabelTests {
  typealias Edit = (file: String, old: String, new: String)
  private static let guide = "items/vehicle-transfer.xml"
  private static let scenario = "scenarios/used-car.xml"

  /// What a compiler may change; each is a line of the golden file.
  static let edits: [Edit] = [
    (guide, "article=\"90\">来历证明", "article=\"91\">来历证明"),
    (guide, "<basis law=\"road-safety\" article=\"12\"/>", ""),
    (
      guide, "<basis law=\"road-safety\" article=\"12\"/>",
      "<basis law=\"road-safety\" article=\"12\"/><basis law=\"permit\" article=\"32\"/>"
    ),
    (
      guide, "id=\"plate\" evidence=\"plate\" treat=\"surrender\" originals=\"1\"",
      "id=\"plate\" evidence=\"plate\" treat=\"surrender\" originals=\"2\""
    ),
    (
      guide, "id=\"registration\" evidence=\"registration-certificate\" treat=\"show\" endorse=\"yes\" originals=\"1\"",
      "id=\"registration\" evidence=\"registration-certificate\" treat=\"keep\" originals=\"1\" copies=\"2\""
    ),
    (
      guide, "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes\"",
      "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes and owner=person\""
    ),
    (
      guide, "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes\"",
      "evidence=\"customs-release\" treat=\"show\" originals=\"1\""
    ),
    (
      guide, "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes\"",
      "evidence=\"customs-release\" treat=\"show\" originals=\"1\" necessity=\"deferrable\" due-days=\"5\" when=\"customs=yes\""
    ),
    (
      guide,
      "    <requirement id=\"insurance\" evidence=\"insurance-policy\" treat=\"show\" originals=\"1\" when=\"inspection-expired=yes\" basis=\"registration§26\"/>\n",
      ""
    ),
    (
      guide, "</requirements>",
      "<requirement id=\"photo\" evidence=\"photo\" treat=\"keep\" originals=\"2\"/></requirements>"
    ),
    (
      guide, "</requirements>",
      "<one-of id=\"who\"><requirement id=\"a\" evidence=\"id-card\" treat=\"show\" originals=\"1\"/><requirement id=\"b\" evidence=\"residence-permit\" treat=\"show\" originals=\"1\"/></one-of></requirements>"
    ),
    (guide, "<time statutory=\"1\" unit=\"workingDays\"", "<time statutory=\"3\" unit=\"workingDays\""),
    (
      guide, "<time statutory=\"1\" unit=\"workingDays\"",
      "<time statutory=\"1\" promised=\"instant\" unit=\"workingDays\""
    ),
    (guide, "<time statutory=\"1\" unit=\"workingDays\"", "<time statutory=\"1\" unit=\"calendarDays\""),
    ("fees.xml", "id=\"plate-car\" name=\"汽车反光号牌\" amount=\"100\"", "id=\"plate-car\" name=\"汽车反光号牌\" amount=\"80\""),
    (guide, "    <fee-ref id=\"plate-trailer\" when=\"plate-kind=trailer and destination=local\"/>\n", ""),
    (guide, "    <step id=\"choose\" stage=\"submit\" by=\"applicant\" when=\"destination=local\">选新号牌号码</step>\n", ""),
    (guide, ">把车开到查验区检查<", ">把车开到查验区，让人检查<"),
    (guide, "车交付之日起30日（自然日）内办", "车交付之日起15日（自然日）内办"),
    (guide, "<agent allowed=\"yes\"", "<agent allowed=\"limited\""),
    (guide, "过户后记得找保险公司批改", "过户后，记得找保险公司批改一下"),
    (guide, "  <condition>离报废期还有1年以上</condition>\n", ""),
    (guide, "<name>过户</name>", "<name>车辆过户</name>"),
    (guide, "agency=\"vehicle-office\" checked=\"yes\" type", "agency=\"city-vehicle-office\" checked=\"yes\" type"),
    (
      guide, "<output when=\"destination=local\">检验合格标志</output>",
      "<output when=\"destination=local\">检验合格标志（电子）</output>"
    ),
    (
      "agencies/police.xml", "short=\"车管所\">",
      "short=\"车管所\"><address sample=\"yes\">示例路1号</address><hours sample=\"yes\">周一至周五9:00–17:00</hours>"
    ),
    (scenario, "<member item=\"used-car-sale\" when=\"acquired=bought\">", "<member item=\"used-car-sale\">"),
    (
      scenario, "<a basis=\"registration§25\">从交付之日起30日内，按自然日算。</a>",
      "<a basis=\"registration§25\">从交付之日起30日内，按自然日算；头一天不算。</a>"
    ),
    (scenario, "  <qa>\n    <q>车还在抵押，能过户吗？", "  <qa><q>能网上办吗？</q><a>先问窗口。</a></qa>\n  <qa>\n    <q>车还在抵押，能过户吗？"),
    ("evidence.xml", "name=\"机动车行驶证\"", "name=\"行驶证正副本\""),
    ("book.xml", "name=\"政务服务便民热线\"", "name=\"便民热线\""),
    ("laws.xml", "title=\"机动车登记规定\" number=\"公安部令第164号\"", "title=\"机动车登记规定\" number=\"公安部令第199号\""),
  ]

  @Test("Each change is said as a person would say it, in either language")
  func golden() throws {
    let editions = try TwoEditions.real()
    var texts = ["zh-CN": "", "en": ""]
    for edit in Self.edits {
      let catalogue = try editions.catalogue([edit])
      for lang in texts.keys.sorted() {
        let log = try TwoEditions.changes(catalogue, edition: "2026.2", editions.history, lang: lang).log
        let head = ["- \(edit.old.split(separator: "\n").first ?? "")", "+ \(edit.new)"]
        texts[lang, default: ""] += (head + Self.told(log)).joined(separator: "\n") + "\n\n"
      }
    }
    for (lang, text) in texts.sorted(by: { $0.key < $1.key }) {
      let url = RealBook.tests.appending(path: "Changes/\(lang).txt")
      if ProcessInfo.processInfo.environment["ONEBOOK_RECORD"] == "1" {
        try text.write(to: url, atomically: true, encoding: .utf8)
        Issue.record("recorded anew: read it")
      }
      let isSame = try String(contentsOf: url, encoding: .utf8) == text
      #expect(isSame, "\(lang): run with ONEBOOK_RECORD=1 and look at the difference")
    }
  }

  /// Each event with its changes, its title and its text.
  private static func told(_ log: EditionLog) -> [String] {
    zip(log.events, log.newItems).flatMap { event, item -> [String] in
      guard event.kind != .editionPublished || !event.changes.isEmpty else { return [] }
      let head = "\(event.kind.rawValue) \(event.subject.topic) \(event.severity.rawValue)"
      let changes = zip(event.changes, item["_onebook"]?["changes"]?.elements ?? []).map { change, json in
        let how = "\(change.operation.rawValue) \(change.pointer) \(change.impact.rawValue)"
        return "  \(how)\(change.isRewording ? " rewording" : ""): \(json["label"]?.text ?? "")"
      }
      return [head] + changes + ["  " + (item["title"]?.text ?? ""), "  " + (item["content_text"]?.text ?? "")]
    }
  }
}
