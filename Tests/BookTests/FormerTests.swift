import CanonicalJSON
import Catalogue
import Diagnostics
import Testing

@testable import Editions
@testable import Handbook

/// What was in the book and is no longer: where its readers are sent, and what those are told who follow it.
@Suite("What is no longer handled")
struct FormerTests {
  private static let keeping = "plate-number-keeping"
  private static let file = "items/plate-number-keeping.xml"
  private static let guide = "items/vehicle-transfer.xml"
  private static let scenario = "scenarios/used-car.xml"

  private func changes(_ text: String) -> CatalogueFile { CatalogueFile("changes.xml", "<changes>\(text)</changes>") }
  private func note(_ attributes: String, edition: String = "2026.2") -> String {
    "<change edition=\"\(edition)\" reason=\"organisational\" \(attributes)/>"
  }
  private func item(_ id: String, _ name: String) -> CatalogueFile {
    CatalogueFile("items/\(id).xml", "<item id=\"\(id)\" agency=\"vehicle-office\"><name>\(name)</name></item>")
  }

  /// An edition with what it says of former matters; `editions` goes on with it.
  private func next(
    _ editions: inout TwoEditions, _ edition: String, _ edits: [(file: String, old: String, new: String)] = [],
    without: [String] = [], and more: [CatalogueFile] = [], lang: String = "zh-CN"
  ) throws -> (part: ChangesPart, former: [Former]) {
    let catalogue = try editions.catalogue(edits, without: without, and: more)
    let part = try TwoEditions.changes(catalogue, edition: edition, editions.history, lang: lang)
    let former = BookBuilder(only: catalogue, Phrases(lang: lang), asking: []).former(part.log)
    editions = editions.publishing(part)
    return (part, former)
  }

  @Test(
    "What is gone says since when, what one does instead, on what basis, and where it stood last; it comes back as new")
  func gone() throws {
    var editions = try TwoEditions.real()
    let said = changes(
      "<change edition=\"2026.2\" item=\"plate-number-keeping\" reason=\"rule-change\" effective=\"2026-12-15\" replaced-by=\"vehicle-transfer\" basis=\"registration§44\"><transition>受理了的办完。</transition></change>"
    )
    let second = try next(&editions, "2026.2", without: [Self.file], and: [said]).former
    let former = try #require(second.first)
    #expect(second.count == 1)
    #expect(former.page == Reference(.item, Self.keeping, "保留使用旧号牌"))
    #expect(former.official == "申请使用原机动车号牌号码")
    #expect(former.until?.description == "2026-12-14")
    #expect(former.from == "2026年12月15日")
    #expect(!former.isToCome)
    #expect(former.sentence.text == "不再办理，请改办“过户”。")
    #expect(former.sentence.basis == ["《机动车登记规定》第44条"])
    #expect(former.replacements.map(\.id) == ["vehicle-transfer"])
    #expect(former.edition == "2026.1")
    #expect(former.transition == "受理了的办完。")
    // Its successor is gone as well: its readers go straight to what there is now.
    let transfer = "\(note("item=\"vehicle-transfer\" replaced-by=\"moving\"", edition: "2026.3"))"
    let third = try next(
      &editions, "2026.3", without: [Self.file, Self.guide], and: [changes(transfer), item("moving", "转移登记")]
    ).former
    #expect(third.map(\.subject?.id) == ["vehicle-transfer", Self.keeping])
    #expect(third.map { $0.replacements.map(\.id) } == [["moving"], ["moving"]])
    #expect(third.last?.sentence.text == "不再办理，请改办“转移登记”。")
    // One comes back.
    let fourth = try next(&editions, "2026.4", without: [Self.guide], and: [item("moving", "转移登记")]).former
    #expect(fourth.map(\.subject?.id) == ["vehicle-transfer"])
  }

  @Test(
    "Two that took each other's place end with a name, not in a circle; what nothing replaces says so in any language")
  func circles() throws {
    var editions = try TwoEditions.real()
    let extra = [item("one", "甲"), item("two", "乙")]
    _ = try next(&editions, "2026.2", and: extra)
    let first = note("item=\"one\" replaced-by=\"two\"", edition: "2026.3")
    _ = try next(&editions, "2026.3", and: [changes(first), extra[1]])
    let second = note("item=\"two\" replaced-by=\"one\"", edition: "2026.4")
    _ = try next(&editions, "2026.4", and: [changes(second), extra[0]])
    let third = note("item=\"one\" replaced-by=\"none\"", edition: "2026.5")
    let former = try next(&editions, "2026.5", and: [changes(third)], lang: "en").former
    #expect(former.map(\.subject?.id) == ["one", "two"])
    // Neither sends its reader to the other, which is gone as well.
    #expect(former.map(\.sentence.text) == Array(repeating: "no longer handled; nothing takes its place.", count: 2))
    #expect(former.flatMap(\.replacements).isEmpty)
  }

  @Test("What is withdrawn from a day to come is handled until then")
  func toCome() throws {
    var editions = try TwoEditions.real()
    let said = note("item=\"plate-number-keeping\" effective=\"2027-03-01\"")
    let former = try next(&editions, "2026.2", without: [Self.file], and: [changes(said)]).former.first
    #expect(former?.isToCome == true)
    #expect(former.map { Phrases(lang: "zh-CN").formerLead($0) } == "本事项从2027年3月1日起停用；在那以前照常办理。")
  }

  @Test("Under a new id a matter keeps its subscribers, for ever, and its old page leads to the new one")
  func renamed() throws {
    var editions = try TwoEditions.real()
    let file = try #require(editions.files.first { $0.path == Self.file })
    let text = String(decoding: file.bytes, as: UTF8.self)
    let new = CatalogueFile(
      "items/keep-number.xml", text.replacing("id=\"\(Self.keeping)\"", with: "id=\"keep-number\""))
    let scenario = (Self.scenario, "\"\(Self.keeping)\"", "\"keep-number\"")
    let said = changes(note("item=\"keep-number\" merged-from=\"plate-number-keeping\""))
    let second = try next(&editions, "2026.2", [scenario], without: [Self.file], and: [new, said])
    let own = second.part.log.events.filter { $0.subject.kind == .guide }
    #expect(own.map(\.kind) == [.guideMerged, .guideWithdrawn])
    #expect(own.map(\.revision) == [1, 2])
    #expect(own.last?.replacedBy == ["keep-number"])
    #expect(own.first?.topics.contains("guide/plate-number-keeping") == true)
    #expect(second.former.first?.replacements.map(\.id) == ["keep-number"])
    // Nothing ends for its readers, and nothing begins.
    let goesOn = "还是这件事，照常办理，只是编号换了"
    #expect(second.part.entry(.guide, "keep-number")?.lines.map(\.text) == [goesOn])
    #expect(second.part.entry(.guide, Self.keeping)?.lines.map(\.text) == [goesOn])
    #expect(second.former.first?.sentence.text == goesOn + "。")
    #expect(second.former.first?.isAstray == true)
    let told = second.part.told.filter { $0.subject.hasPrefix("guide/") }
    #expect(told.map(\.title) == ["换了编号：保留使用旧号牌", "换了编号：保留使用旧号牌"])
    #expect(told.allSatisfy { $0.text.hasSuffix(goesOn + "。") })
    // What is different in it besides is said as of any other.
    let stricter = CatalogueFile(
      new.path, String(decoding: new.bytes, as: UTF8.self).replacing("originals=\"1\"", with: "originals=\"2\""))
    var again = try TwoEditions.real()
    let changed = try next(&again, "2026.2", [scenario], without: [Self.file], and: [stricter, said]).part
    let lines = changed.entry(.guide, "keep-number")?.lines.map(\.text) ?? []
    #expect(lines.count > 1 && lines.first == goesOn && lines.dropFirst().allSatisfy { $0.contains("由1份改为2份") })
    let event = changed.told.first { $0.subject == "guide/keep-number" }?.text
    #expect(event?.contains("由1份改为2份") == true)
    // The old one's reason is that of what it was merged into.
    let catalogue = try editions.catalogue([scenario], without: [Self.file], and: [new, said])
    let unexplained = EditionCheck(catalogue, second.part.log).diagnostics.filter { $0.id == "change-without-reason" }
    #expect(unexplained.map(\.span.file) == [Self.scenario])
    // A year later.
    editions.files = editions.files.filter { $0.path != Self.file } + [new]
    let later = CatalogueFile(
      new.path,
      text.replacing("id=\"\(Self.keeping)\"", with: "id=\"keep-number\"").replacing(
        "<name>保留使用旧号牌</name>", with: "<name>留用旧号牌</name>"))
    let third = try next(&editions, "2026.3", [scenario], without: [new.path], and: [later]).part
    let item = try #require(third.log.newItems.first { $0["_onebook"]?["subject"]?["id"] == "keep-number" })
    #expect(item["tags"]?.elements?.contains("guide/plate-number-keeping") == true)
    #expect(FeedPages.topic("guide/plate-number-keeping", in: third.log.ledger).contains(item))
  }

  @Test("What was said to have ended by mistake keeps a page with what the office says, and is in no list")
  func takenBack() throws {
    var editions = try TwoEditions.real()
    let second = try next(&editions, "2026.2", without: [Self.file]).part
    let item = try #require(second.log.newItems.first { $0["_onebook"]?["kind"]?.text == "guide.withdrawn" })
    let id = String(try #require(item["id"]?.text).suffix(26))
    let said = changes("<retraction event=\"\(id)\" on=\"2026-12-21\">发错了，照常办理。</retraction>")
    let former = try next(&editions, "2026.2", without: [Self.file], and: [said]).former
    #expect(former.map(\.sentence.text) == ["发错了，照常办理。"])
    #expect(former.map(\.isAstray) == [true])
  }

  @Test("What something was made of is said besides its changes, each of which keeps its own words")
  func merged() throws {
    var editions = try TwoEditions.real()
    let edit = (file: Self.guide, old: "30日（自然日）内办", new: "20日（自然日）内办")
    let said = changes(note("item=\"vehicle-transfer\" merged-from=\"plate-number-keeping\""))
    let part = try next(&editions, "2026.2", [edit], without: [Self.file], and: [said]).part
    let entry = try #require(part.entry(.guide, "vehicle-transfer"))
    #expect(entry.lines.map(\.text) == ["“保留使用旧号牌”并到这里"] + entry.labels)
    let changed = part.log.changes?.entries.first { $0.subject.id == "vehicle-transfer" }
    #expect(entry.labels.count == changed?.changes.count)
    let labels = part.log.newItems.first { $0["_onebook"]?["kind"] == "guide.merged" }?["_onebook"]?["changes"]
    #expect((labels?.elements ?? []).compactMap { $0["label"]?.text } == entry.labels)
  }

  @Test("Page and feed say the same of an agency that is gone; without a tombstone there is no page to lead to")
  func others() throws {
    var editions = try TwoEditions.real()
    let agency = CatalogueFile("more.xml", "<agencies><agency id=\"old\" kind=\"company\" name=\"旧公司\"/></agencies>")
    _ = try next(&editions, "2026.2", and: [agency])
    let part = try next(&editions, "2026.3").part
    #expect(part.entry(.agency, "old")?.lines.map(\.text) == ["书里不再有了"])
    // The edition is published already: nothing is told of what is missing now.
    let altered = try next(&editions, "2026.3", without: [Self.file]).part
    #expect(altered.entry(.guide, Self.keeping)?.page == nil)
  }

  @Test("An id in merged-from that was in no edition, or in replaced-by and not in this one, is noticed")
  func unknown() throws {
    let editions = try TwoEditions.real()
    func ids(_ attributes: String) throws -> [String] {
      let said = changes(note("item=\"plate-number-keeping\" \(attributes)"))
      let catalogue = try editions.catalogue([], without: [Self.file], and: [said])
      let part = try TwoEditions.changes(catalogue, edition: "2026.2", editions.history)
      return EditionCheck(catalogue, part.log).diagnostics.filter { $0.id == "change-unknown-id" }.map(\.summary.en)
    }
    #expect(try ids("replaced-by=\"vehicle-transfer\"") == [])
    #expect(
      try ids("replaced-by=\"vehicle-transfers\"") == ["'vehicle-transfers', in replaced-by, is not in edition 2026.2"])
    #expect(
      try ids("replaced-by=\"plate-number-keeping\"") == [
        "'plate-number-keeping', in replaced-by, is not in edition 2026.2"
      ])
    #expect(try ids("merged-from=\"old\"") == ["'old', in merged-from, was in no edition"])
    #expect(try ids("merged-from=\"vehicle-transfer\"") == [])
  }
}
