import CanonicalJSON
import Catalogue
import Diagnostics
import Testing

@testable import Editions
@testable import Handbook

/// What subscribers are told of an edition.
@Suite("Events")
struct EventTests {
  private static let guide = "items/vehicle-transfer.xml"
  private static let customs = "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes\""

  private func changes(_ text: String) -> CatalogueFile { CatalogueFile("changes.xml", "<changes>\(text)</changes>") }
  private func kinds(_ part: ChangesPart) -> [String] { part.log.events.map(\.kind.rawValue) }

  @Test("The first edition tells of itself and of nothing else")
  func first() throws {
    let editions = try TwoEditions.real()
    #expect(editions.history.ledger.items.count == 1)
    #expect(editions.history.editions == ["2026.1"])
  }

  @Test("F-05 F-06 built again, and from files in another order, an edition tells the same, byte for byte")
  func again() throws {
    let editions = try TwoEditions.real()
    let edit = (file: Self.guide, old: "30日（自然日）内办", new: "20日（自然日）内办")
    let once = try editions.next([edit]).log
    var turned = editions
    turned.files.reverse()
    let twice = try turned.next([edit]).log
    let isSame = once.ledger.bytes == twice.ledger.bytes
    #expect(isSame)
    #expect(once.fresh > 0)
    // Once it is published, building it again tells nothing.
    let published = editions.publishing(try editions.next([edit]))
    let built = try published.next([edit])
    #expect(built.log.fresh == 0)
    #expect(built.log.standing == .published)
    let isSameLedger = built.log.ledger.bytes == once.ledger.bytes
    #expect(isSameLedger)
  }

  @Test("F-14 an item that is gone is told of once, with what takes its place; the next edition is silent")
  func withdrawn() throws {
    let editions = try TwoEditions.real()
    let note = changes(
      "<change edition=\"2026.2\" item=\"plate-number-keeping\" reason=\"organisational\" replaced-by=\"vehicle-transfer\"/>"
    )
    let second = try editions.next(
      [
        (
          "scenarios/used-car.xml", "<member item=\"plate-number-keeping\" when=\"keep-number=yes\">",
          "<member item=\"vehicle-transfer\" id=\"again\" when=\"keep-number=yes\">"
        )
      ],
      without: ["items/plate-number-keeping.xml"], and: [note])
    let gone = second.log.events.filter { $0.kind == .guideWithdrawn }
    #expect(gone.map(\.subject.id) == ["plate-number-keeping"])
    #expect(gone.first?.replacedBy == ["vehicle-transfer"])
    #expect(gone.first?.changes == [])
    let told = second.told.first { $0.subject == "guide/plate-number-keeping" }
    #expect(told?.title == "已停用：保留使用旧号牌")
    #expect(told?.text.contains("请改办“过户”") == true)
    var third = editions.publishing(second)
    third.files.removeAll { $0.path == "items/plate-number-keeping.xml" }
    let next = try third.next(edition: "2026.3")
    #expect(!kinds(next).contains("guide.withdrawn"))
  }

  @Test("What takes the place of an item that is gone is named, known to be nothing, or not stated")
  func replacements() throws {
    let editions = try TwoEditions.real()
    func words(_ attribute: String) throws -> [String] {
      let note = changes(
        "<change edition=\"2026.2\" item=\"plate-number-keeping\" reason=\"organisational\"\(attribute)/>")
      let part = try editions.next(without: ["items/plate-number-keeping.xml"], and: [note])
      let told = part.told.first { $0.subject == "guide/plate-number-keeping" }?.text ?? ""
      // The page says the same.
      return [told, part.entry(.guide, "plate-number-keeping")?.lines.first?.text ?? ""]
    }
    let named = try words(" replaced-by=\"vehicle-transfer\"")
    #expect(named.allSatisfy { $0.contains("不再办理，请改办“过户”") })
    #expect(try words(" replaced-by=\"none\"").allSatisfy { $0.contains("不再办理，没有替代的事项") })
    #expect(try words("").allSatisfy { $0.contains("不再办理；改办什么，未提供") })
  }

  @Test("F-15 an item that comes back is new again, under its id, with a higher revision; its tombstone stays")
  func back() throws {
    let editions = try TwoEditions.real()
    let without = editions.publishing(try editions.next(without: ["items/plate-number-keeping.xml"]))
    let third = try without.next(edition: "2026.3")
    let added = try #require(third.log.events.first { $0.kind == .guideAdded })
    let gone = try #require(without.history.ledger.items.first { $0["_onebook"]?["kind"]?.text == "guide.withdrawn" })
    #expect(added.subject.id == "plate-number-keeping")
    #expect(added.revision > (gone["_onebook"]?["rev"]?.number ?? .max))
    #expect(third.log.ledger.items.contains(gone))
  }

  @Test("F-16 whom a condition no longer covers is told so, and nobody else is told anything")
  func narrowed() throws {
    let editions = try TwoEditions.real()
    let part = try editions.next([
      (Self.guide, Self.customs, Self.customs.replacing("customs=yes\"", with: "customs=yes and owner=person\""))
    ])
    let own = part.log.events.filter { $0.subject.topic == "guide/vehicle-transfer" }
    #expect(own.map(\.kind) == [.audienceNarrowed])
    #expect(own.first?.audience?.source == "customs=yes and not owner=person")
    #expect(own.first?.severity == .major)
    #expect(part.told.first { $0.subject == "guide/vehicle-transfer" }?.text.contains("不用交") == true)
  }

  @Test("An agency that is gone is told of, and matters")
  func agencyGone() throws {
    let editions = try TwoEditions.real()
    let agency = CatalogueFile("more.xml", "<agencies><agency id=\"old\" kind=\"company\" name=\"旧公司\"/></agencies>")
    let with = editions.publishing(try editions.next(and: [agency]))
    let part = try with.next(edition: "2026.3")
    let event = try #require(part.log.events.first { $0.subject.topic == "agency/old" })
    #expect(event.kind == .agencyChanged)
    #expect(event.severity == .major)
    #expect(part.told.first { $0.subject == "agency/old" }?.text == "2026年12月20日起：书里不再有了。")
  }

  @Test("Two conditions that share a part differ in the rest only")
  func shared() throws {
    let shift = try #require(ConditionShift("agent=t and not origin=i", "agent=t and origin=d and owner=p"))
    #expect(shift.left?.source == "agent=t and not (origin=d and owner=p) and not origin=i")
    #expect(shift.joined == nil)
  }

  @Test("F-16 of two answers one is left out: those who give it are told")
  func oneAnswer() throws {
    let shift = try #require(ConditionShift("agent=t|f", "agent=t"))
    #expect(shift.left?.source == "agent=f")
    #expect(shift.joined == nil)
  }

  @Test("F-17 whom a condition covers now is told of the change as somebody whom it is new to")
  func widened() throws {
    let editions = try TwoEditions.real()
    let part = try editions.next([
      (Self.guide, Self.customs, Self.customs.replacing("customs=yes\"", with: "customs=yes or owner=company\""))
    ])
    let own = part.log.events.filter { $0.subject.topic == "guide/vehicle-transfer" }
    #expect(own.map(\.kind) == [.guideChanged])
    #expect(own.first?.audience?.source == "not customs=yes and owner=company")
  }

  @Test("F-18 a correction says since when the book was wrong, what was wrong, what is right, and what to do")
  func correction() throws {
    let editions = try TwoEditions.real()
    let note = changes(
      "<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"correction\" since=\"2026.1\"><advice>多带了的，不要紧。</advice></change>"
    )
    let part = try editions.next(
      [
        (
          Self.guide, "evidence=\"plate\" treat=\"surrender\" originals=\"1\"",
          "evidence=\"plate\" treat=\"surrender\" originals=\"2\""
        )
      ],
      and: [note])
    let event = try #require(part.log.events.first { $0.kind == .guideCorrected })
    #expect(event.since == "2026.1")
    #expect(event.severity == .major)
    #expect(event.reason == .correction)
    let item = try #require(part.log.newItems.first { $0["_onebook"]?["kind"]?.text == "guide.corrected" })
    #expect(item["_onebook"]?["advice"]?.text == "多带了的，不要紧。")
    #expect(item["_onebook"]?["wrong"]?.text == "机动车号牌原件：1份")
    #expect(item["_onebook"]?["right"]?.text == "机动车号牌原件：2份")
    #expect(item["content_text"]?.text?.contains("照原来的书办过的：多带了的，不要紧。") == true)
  }

  @Test("F-46 a correction of a printed edition names the page on which the error stands, in the feed and on the slip")
  func errata() throws {
    var editions = try TwoEditions.real()
    editions.history.pages = ["2026.1": ["guide/vehicle-transfer": 212]]
    let note = changes(
      "<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"correction\" since=\"2026.1\"><advice>不要紧。</advice></change>"
    )
    let part = try editions.next(
      [(Self.guide, "article=\"90\">来历证明", "article=\"91\">来历证明")], and: [note])
    let item = try #require(part.log.newItems.first { $0["_onebook"]?["kind"]?.text == "edition.corrected" })
    #expect(item["_onebook"]?["errata"] == [["subject": ["type": "guide", "id": "vehicle-transfer"], "page": 212]])
    #expect(item["content_text"]?.text == "第212页“过户”：依据《机动车登记规定》的条文由第90条改为第91条。")
    let slip = try #require(part.errata.first)
    #expect(slip.page == 212 && slip.edition == "2026.1")
    #expect(slip.was == "机动车登记规定的条文：第25条、第26条、第27条、第29条、第86条、第89条、第90条")
    #expect(slip.now.hasSuffix("第91条"))
  }

  @Test("What comes before what is told by the names of the items")
  func order() throws {
    let editions = try TwoEditions.real()
    let line = "<before first=\"plate-number-keeping\" then=\"vehicle-transfer\">号牌要先留下</before>"
    let part = try editions.next([("scenarios/used-car.xml", "<edges>", "<edges>" + line)])
    let label = part.log.newItems.first?["_onebook"]?["changes"]?.elements?.first?["label"]?.text
    #expect(label == "先后定了：先办“保留使用旧号牌”，再办“过户”（号牌要先留下）")
  }

  @Test("A shorter period for the reader's own duty, soon, is critical; with time to spare it is major")
  func critical() throws {
    let editions = try TwoEditions.real()
    let edit = (file: Self.guide, old: "30日（自然日）内办", new: "20日（自然日）内办")
    #expect(try editions.next([edit]).log.events.first?.severity == .critical)
    let later = changes(
      "<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"rule-change\" effective=\"2027-03-01\"/>")
    let event = try editions.next([edit], and: [later]).log.events.first
    #expect(event?.severity == .major)
    #expect(event?.effectiveFrom.description == "2027-03-01")
  }

  @Test("F-49 what the events of an edition tell is all that changed, and nothing else")
  func union() throws {
    let editions = try TwoEditions.real()
    let part = try editions.next(
      ChangeLabelTests.edits.enumerated().filter { [0, 3, 11, 14, 24, 26, 27, 31].contains($0.offset) }.map(\.element))
    var told: [String: Set<JSONValue>] = [:]
    for event in part.log.events { told[event.subject.topic, default: []].formUnion(event.changes.map(\.json)) }
    var changed: [String: Set<JSONValue>] = [:]
    for entry in part.log.changes?.entries ?? [] where !entry.changes.isEmpty {
      changed[entry.subject.topic] = Set(entry.changes.map(\.json))
    }
    let isSame = told.filter { !$0.value.isEmpty } == changed
    #expect(isSame)
    #expect(changed.count > 4)
  }

  @Test(
    "D4 every change has words in either language, and none shows the catalogue's own code words",
    arguments: ["zh-CN", "en"])
  func labels(lang: String) throws {
    let editions = try TwoEditions.real()
    let members = Set(
      FieldRules.all.table.keys.compactMap { $0.split(separator: "/").last { $0 != "*" && $0 != "…" }.map(String.init) }
    )
    let phrases = Phrases(lang: lang)
    #expect(members.filter { phrases.name(ofMember: $0) == nil }.sorted() == [])
    for seed in [3, 8, 13] as [UInt64] {
      var generator = SeededEdits(seed: seed)
      let files = generator.edited(editions.files)
      let catalogue = Catalogue.read(files, on: Day("2026-12-20")).catalogue
      let part = try TwoEditions.changes(catalogue, edition: "2026.2", editions.history, lang: lang)
      for entry in part.entries { for line in entry.lines { #expect(!line.text.isEmpty, "seed \(seed)") } }
      for item in part.log.newItems { #expect(item["content_text"]?.text?.isEmpty == false, "seed \(seed)") }
    }
  }
}
