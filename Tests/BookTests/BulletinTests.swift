import CanonicalJSON
import Catalogue
import Diagnostics
import Testing

@testable import Editions
@testable import Handbook

/// What people write down: what happens between two editions, and what is taken back.
@Suite("Bulletins and retractions")
struct BulletinTests {
  private static let guide = "items/vehicle-transfer.xml"
  private static let customs = "evidence=\"customs-release\" treat=\"show\" originals=\"1\" when=\"customs=yes\""

  private func changes(_ text: String) -> CatalogueFile { CatalogueFile("changes.xml", "<changes>\(text)</changes>") }
  private func kinds(_ part: ChangesPart) -> [String] { part.log.events.map(\.kind.rawValue) }

  @Test("F-19 what was told by mistake is taken back from exactly those who were told")
  func retracted() throws {
    let editions = try TwoEditions.real()
    let second = try editions.next([(Self.guide, "30日（自然日）内办", "20日（自然日）内办")])
    let published = editions.publishing(second)
    let told = try #require(second.log.newItems.first)
    let id = String(try #require(told["id"]?.text).suffix(26))
    let part = try published.next(
      [(Self.guide, "30日（自然日）内办", "20日（自然日）内办")],
      and: [changes("<retraction event=\"\(id)\" on=\"2026-12-21\">发错了。</retraction>")])
    #expect(kinds(part) == ["event.retracted"])
    let item = try #require(part.log.newItems.first)
    #expect(item["_onebook"]?["supersedes"]?.elements == told["id"].map { [$0] })
    #expect(item["_onebook"]?["severity"] == "critical")
    let topics = { (item: JSONValue) in
      (item["tags"]?.elements ?? []).compactMap(\.text).filter { $0.hasPrefix("guide/") || $0.hasPrefix("scenario/") }
    }
    #expect(topics(item) == topics(told))
    #expect(item["_onebook"]?["audience"] == told["_onebook"]?["audience"])
  }

  @Test("Whoever follows a scenario is told that an item of it is suspended")
  func suspended() throws {
    let editions = try TwoEditions.real()
    let note = changes(
      "<bulletin id=\"network\" kind=\"suspended\" item=\"vehicle-transfer\" on=\"2026-12-05\">系统检修，先不办。</bulletin>")
    let log = try editions.next(and: [note], edition: "2026.1").log
    let item = try #require(log.newItems.first)
    // What is critical is under what is major as well: whoever asks for that misses nothing.
    #expect(FeedPages.topic("severity/major", in: log.ledger) == [item])
    #expect(item["_onebook"]?["kind"] == "guide.suspended")
    #expect(item["_onebook"]?["severity"] == "critical")
    let topics = Set((item["tags"]?.elements ?? []).compactMap(\.text))
    #expect(topics.isSuperset(of: ["guide/vehicle-transfer", "scenario/used-car", "agency/vehicle-office"]))
  }

  @Test("An exercise says so in its words, and stands on no page")
  func exercise() throws {
    let editions = try TwoEditions.real()
    let note = changes(
      "<bulletin id=\"drill\" kind=\"suspended\" item=\"vehicle-transfer\" on=\"2026-12-05\" test=\"yes\">照常办理。</bulletin>"
    )
    let part = try editions.next(and: [note], edition: "2026.1")
    let item = try #require(part.log.newItems.first)
    #expect(item["_onebook"]?["test"] == true)
    #expect(item["title"]?.text == "【演练】暂停办理：过户")
    #expect(item["content_text"]?.text == "【演练】2026年12月5日起：照常办理。")
    #expect(!part.told.contains { $0.title.contains("演练") })
  }

  @Test("A book that moves to another address tells nothing again, and takes back what it told at the old one")
  func moved() throws {
    let editions = try TwoEditions.real()
    let bulletin =
      "<bulletin id=\"snow\" kind=\"suspended\" item=\"vehicle-transfer\" on=\"2026-12-05\">大雪，先不办。</bulletin>"
    let published = editions.publishing(try editions.next(and: [changes(bulletin)], edition: "2026.1"))
    let told = try #require(published.history.ledger.items.last?["id"]?.text)
    var moved = published
    let book = try #require(moved.files.firstIndex { $0.path == "book.xml" })
    let text = String(decoding: moved.files[book].bytes, as: UTF8.self)
    let base = try #require(text.firstMatch(of: #/base="([^"]+)"/#)?.output.1)
    moved.files[book].bytes = Array(text.replacing(base, with: "https://www.example.net/elsewhere/").utf8)
    #expect(try moved.next(and: [changes(bulletin)], edition: "2026.1").log.fresh == 0)
    let taken = "<retraction event=\"\(told.suffix(26))\" on=\"2026-12-06\">发错了。</retraction>"
    let item = try #require(
      moved.next(and: [changes(bulletin + taken)], edition: "2026.1").log.newItems.first)
    #expect(item["id"]?.text?.hasPrefix("https://www.example.net/elsewhere/e/") == true)
    #expect(item["_onebook"]?["supersedes"] == [.string(told)])
  }

  @Test("A notice between two editions is told once, without an edition of its own, and ends")
  func notice() throws {
    let editions = try TwoEditions.real()
    let note = changes(
      "<bulletin id=\"snow\" kind=\"notice\" agency=\"vehicle-office\" on=\"2026-12-05\" until=\"2026-12-06\" expires=\"2026-12-06\">大雪，窗口停办。</bulletin>"
    )
    let part = try editions.next(and: [note], edition: "2026.1")
    #expect(kinds(part) == ["agency.notice"])
    #expect(part.log.events.first?.editionTo == nil)
    let item = try #require(part.log.newItems.first)
    #expect(item["_onebook"]?["editionTo"] == .null)
    #expect(item["_onebook"]?["expires"]?.text == "2026-12-06T23:59:59+08:00")
    #expect(item["content_text"]?.text == "2026年12月5日至2026年12月6日：大雪，窗口停办。")
    #expect(try editions.publishing(part).next(and: [note], edition: "2026.1").log.fresh == 0)
  }

  @Test("What is suspended or announced is shown until it is over or resumed")
  func shown() throws {
    let editions = try TwoEditions.real()
    func kinds(_ text: String) throws -> [String] { try editions.next(and: [changes(text)]).bulletins.map(\.kind) }
    // The next edition's day is 20 December 2026.
    let suspended = "<bulletin id=\"a\" kind=\"suspended\" item=\"vehicle-transfer\" on=\"2026-12-10\">先不办。</bulletin>"
    #expect(try kinds(suspended) == ["暂停办理"])
    let resumed = "<bulletin id=\"b\" kind=\"resumed\" item=\"vehicle-transfer\" on=\"2026-12-12\">又办了。</bulletin>"
    #expect(try kinds(suspended + resumed) == [])
    let notice = { (until: String) in
      "<bulletin id=\"c\" kind=\"notice\" agency=\"vehicle-office\" on=\"2026-12-10\" expires=\"\(until)\">停电。</bulletin>"
    }
    #expect(try kinds(notice("2026-12-20")) == ["通知"])
    #expect(try kinds(notice("2026-12-19")) == [])
    #expect(try kinds(suspended.replacing(" on=", with: " test=\"yes\" on=")) == [])
  }
}
