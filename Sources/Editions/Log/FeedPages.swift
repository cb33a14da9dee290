public import CanonicalJSON
import Catalogue

/// How the log is cut into pages: immutable archives of a hundred events, and the live page with the newest. Together they
/// hold every event exactly once, so that a reader who follows `next_url` misses nothing and reads nothing twice.
public struct FeedPages: Sendable {
  /// A page that is full and never changes again.
  public struct Archive: Sendable {
    /// Oldest first.
    public var items: [JSONValue]
    /// `archive/1-100.json`
    public var path: String
  }

  /// Oldest first.
  public let archives: [Archive]
  /// The live page's items, oldest first.
  public let live: [JSONValue]

  /// A reader that comes back within so many days, or after so many events, needs the live page only …
  private static let days = 90
  private static let events = 200
  /// … unless that is more than a feed reader takes without complaint (JSON Feed 1.1: 250 KB is fine, 1 MB a burden).
  private static let bytes = 240_000
  /// An archive is full at so many events, or before the one that would make it too long.
  private static let full = 100
  private static let fullBytes = 120_000

  /// `today`: the edition's day.
  public init(_ ledger: Ledger, today: String) {
    var chunks: [[JSONValue]] = []
    var chunk: [JSONValue] = []
    var size = 0
    for item in ledger.items {
      let length = item.length
      if chunk.count == FeedPages.full || !chunk.isEmpty && size + length > FeedPages.fullBytes {
        chunks.append(chunk)
        chunk = []
        size = 0
      }
      chunk.append(item)
      size += length
    }
    // The last one is still open: it is live only. How the others are cut hangs on nothing that comes later.
    var live = chunk
    var total = size
    while let last = chunks.last {
      let length = last.map(\.length).reduce(0, +)
      let isEnough = live.count >= FeedPages.events && !last.contains { FeedPages.isRecent($0, today) }
      guard !isEnough, total + length <= FeedPages.bytes else { break }
      live = last + live
      total += length
      chunks.removeLast()
    }
    self.live = live
    archives = chunks.map { Archive(items: $0, path: FeedPages.path($0)) }
  }

  private static func path(_ items: [JSONValue]) -> String {
    func number(_ item: JSONValue?) -> Int { item?["_onebook"]?["seq"]?.number ?? 0 }
    return "archive/\(number(items.first))-\(number(items.last)).json"
  }

  private static func isRecent(_ item: JSONValue, _ today: String) -> Bool {
    guard let day = (item["date_published"]?.text).flatMap({ Day(String($0.prefix(10))) }), let now = Day(today) else {
      return false
    }
    return now.number - day.number <= days
  }

  /// The newest events under one topic, newest first, as many as a feed may hold.
  public static func topic(_ topic: String, in ledger: Ledger) -> [JSONValue] {
    // Whoever asks for what is major must not miss what is more than that.
    let topics: Set<JSONValue> =
      topic == "severity/major" ? ["severity/major", "severity/critical"] : [.string(topic)]
    var total = 0
    return Array(
      ledger.items.reversed().filter { !topics.isDisjoint(with: $0["tags"]?.elements ?? []) }.prefix { item in
        total += item.length
        return total <= bytes
      })
  }
}

extension JSONValue {
  /// In bytes, as an event was told: one whose text was removed counts as much as before.
  var length: Int { self["_onebook"]?["length"]?.number ?? (try? canonical().count) ?? 0 }
}
