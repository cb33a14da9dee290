import CanonicalJSON
import Catalogue
import Testing

@testable import Editions

@Suite("A subscriber keeps in step")
struct FollowerTests {
  /// A log of so many events, each of a subject of its own unless it is told otherwise.
  private static func log(_ count: Int, subject: (Int) -> String = { "s\($0)" }) throws -> [JSONValue] {
    var ledger = Ledger()
    for number in 1...count {
      var event = Event(
        .guideChanged, .init(.guide, subject(number)), revision: number, editionFrom: "1", editionTo: "2",
        effectiveFrom: .init(number: 20_000), severity: .major, reason: .dataFix, published: .init(number: 20_000))
      event.notice = "n\(number)"
      let text = EventText(title: "t\(number)", summary: "", content: "c", labels: [])
      try ledger.add(
        event.item(
          text, Publisher(id: "org.example", base: nil, language: "en"), sequence: number, previous: ledger.head))
    }
    return ledger.items
  }

  private func numbers(_ taken: [(item: JSONValue, verdict: Follower.Verdict)]) -> [Int] {
    taken.compactMap { $0.item["_onebook"]?["seq"]?.number }
  }

  @Test("F-26 what arrives in disorder and twice is taken in order and once")
  func disorder() throws {
    let log = try Self.log(5)
    var follower = Follower()
    _ = try follower.take(Array(log[..<2])) { [] }
    let taken = try follower.take([log[4], log[2], log[3], log[3]]) { [] }
    #expect(numbers(taken) == [3, 4, 5])
    #expect(try follower.take([log[4], log[0]]) { [] }.isEmpty)
  }

  @Test("F-27 where one is missing the log is read again; what the log does not have is said")
  func gap() throws {
    let log = try Self.log(7)
    var follower = Follower()
    _ = try follower.take(Array(log[..<4])) { [] }
    var asked = 0
    let taken = try follower.take([log[6]]) {
      asked += 1
      return log
    }
    #expect(numbers(taken) == [5, 6, 7])
    #expect(asked == 1)
    var other = Follower()
    #expect(throws: Follower.Problem.gap(1)) { try other.take([log[6]]) { [log[6]] } }
  }

  @Test("F-28 a revision that is no newer than what was seen is kept and not told")
  func revision() throws {
    var log = try Self.log(3) { _ in "same" }
    // The same revision again, as a mistaken publisher might tell it.
    var ledger = Ledger()
    for (index, item) in log.enumerated() {
      var item = item
      item["_onebook"]?["rev"] = index == 2 ? 1 : .integer(index + 1)
      item["_onebook"]?["prev"] = .string(ledger.head)
      let hash = Ledger.hash(of: item)
      item["_onebook"]?["hash"] = .string(hash)
      try ledger.add(item)
    }
    log = ledger.items
    var follower = Follower()
    #expect(try follower.take(log) { [] }.map(\.verdict) == [.tell, .tell, .keep(.outdated)])
  }

  @Test(
    "F-29 what is of a later time is kept and not told; nor is a test, nor what has expired",
    arguments: [
      ("kind", "guide.teleported", Follower.Reason.unknown), ("schema", 2, .unknown), ("test", true, .test),
      ("expires", "2026-01-01T00:00:00+08:00", .expired),
    ] as [(String, JSONValue, Follower.Reason)])
  func later(member: String, value: JSONValue, reason: Follower.Reason) throws {
    var item = try Self.log(1)[0]
    item["_onebook"]?[member] = value
    let hash = Ledger.hash(of: item)
    item["_onebook"]?["hash"] = .string(hash)
    var follower = Follower()
    #expect(try follower.take([item], now: "2026-06-01T00:00:00+08:00") { [] }.map(\.verdict) == [.keep(reason)])
    #expect(follower.sequence == 1)
  }

  @Test("A foreign or an altered event is refused")
  func refused() throws {
    var log = try Self.log(2)
    var follower = Follower()
    log[1]["title"] = "other"
    #expect(throws: Follower.Problem.altered(2)) { try follower.take(log) { [] } }
    var other = Follower()
    log[0]["_onebook"]?["prev"] = .string(String(repeating: "1", count: 64))
    #expect(throws: Follower.Problem.chain(1)) { try other.take(log) { [] } }
  }

  @Test("What is kept between two times is read back")
  func kept() throws {
    var follower = Follower()
    _ = try follower.take(try Self.log(3)) { [] }
    #expect(Follower(try JSONValue(reading: follower.json.readable())) == follower)
    #expect(Follower(["schema": 2]) == nil)
  }
}

@Suite("Pages of the feed")
struct FeedPagesTests {
  private static func ledger(_ count: Int, length: Int = 10, day: (Int) -> Int = { _ in 20_000 }) throws -> Ledger {
    var ledger = Ledger()
    for number in 1...count {
      var event = Event(
        .agencyNotice, .init(.agency, "a"), revision: number, editionFrom: "1", editionTo: nil,
        effectiveFrom: .init(number: 20_000), severity: .major, reason: .organisational,
        published: .init(number: day(number)))
      event.notice = "n\(number)"
      let text = EventText(title: "t", summary: "", content: String(repeating: "字", count: length), labels: [])
      try ledger.add(
        event.item(
          text, Publisher(id: "org.example", base: nil, language: "en"), sequence: number, previous: ledger.head))
    }
    return ledger
  }

  private static func number(_ item: JSONValue) -> Int { item["_onebook"]?["seq"]?.number ?? 0 }
  private static let today = "2024-10-04"

  @Test("F-03 live page and archives hold every event exactly once", arguments: [1, 99, 100, 101, 299, 450])
  func once(count: Int) throws {
    let pages = FeedPages(try Self.ledger(count, length: 200, day: { 19_000 + $0 / 10 }), today: Self.today)
    let all = pages.archives.flatMap(\.items).map(Self.number) + pages.live.map(Self.number)
    #expect(all == Array(1...count))
    #expect(pages.archives.allSatisfy { $0.items.count <= 100 })
  }

  @Test("F-04 the live page has 90 days or 200 events, whichever is more, as far as 250 KB go")
  func window() throws {
    let old = FeedPages(try Self.ledger(450, day: { 19_000 + $0 / 10 }), today: Self.today)
    #expect(old.live.count >= 200)
    let young = FeedPages(try Self.ledger(350), today: Self.today)
    let size = try young.live.map { try $0.canonical().count }.reduce(0, +)
    #expect(young.live.count >= 200 && size <= 250_000)
    let long = FeedPages(try Self.ledger(300, length: 2000), today: Self.today)
    #expect(try long.live.map { try $0.canonical().count }.reduce(0, +) <= 250_000)
  }

  @Test("An archive never changes, however long the log grows", arguments: [10, 900])
  func immutable(length: Int) throws {
    let ledger = try Self.ledger(420, length: length, day: { 18_000 + $0 / 10 })
    var shorter = Ledger()
    for item in ledger.items.prefix(310) { try shorter.add(item) }
    let early = FeedPages(shorter, today: Self.today).archives
    let late = FeedPages(ledger, today: Self.today).archives
    try #require(!early.isEmpty)
    let isSame = zip(early, late).allSatisfy { $0.path == $1.path && $0.items == $1.items }
    #expect(isSame)
    #expect(late.count >= early.count)
  }
}
