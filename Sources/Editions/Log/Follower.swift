public import CanonicalJSON

/// How a subscriber keeps in step with the log: each event once, in order, none missed, whatever arrives and how often.
/// A model for those who write a subscriber, and what `onebook follow` does.
public struct Follower: Hashable, Sendable {
  /// What becomes of an event that is new to the subscriber.
  public enum Verdict: Hashable, Sendable {
    /// To be shown.
    case tell
    /// Kept and not shown: why.
    case keep(Reason)
  }
  public enum Reason: String, Sendable {
    /// A kind or a schema of a later time: what it asks for is not known.
    case unknown
    /// Its subject is further already.
    case outdated
    case expired
    /// Somebody tries the channel out.
    case test
  }

  /// Something that cannot be mended by asking again.
  public enum Problem: Error, Hashable, Sendable {
    /// The log does not have this event.
    case gap(Int)
    /// The event does not follow the one before it.
    case chain(Int)
    case altered(Int)
  }

  /// The last event that was taken.
  public private(set) var sequence: Int
  public private(set) var head: String
  /// By topic, the newest revision that was seen.
  public private(set) var revisions: [String: Int]

  public init() {
    sequence = 0
    head = Ledger.noHash
    revisions = [:]
  }

  /// Takes what arrived. Events that were taken before are passed over; where one is missing, `missing` is asked for all
  /// that is later than the last one taken.
  /// - Parameter now: `YYYY-MM-DDThh:mm:ss+08:00`; `nil` = nothing expires.
  public mutating func take(
    _ arrived: [JSONValue], now: String? = nil, missing: () -> [JSONValue]
  ) throws(Problem) -> [(item: JSONValue, verdict: Verdict)] {
    var waiting = Follower.ordered(arrived, after: sequence)
    if let first = waiting.first, Follower.number(first) != sequence + 1 || !Follower.isContiguous(waiting) {
      waiting = Follower.ordered(waiting + missing(), after: sequence)
    }
    var taken: [(JSONValue, Verdict)] = []
    for item in waiting {
      let number = Follower.number(item)
      guard number == sequence + 1 else { throw .gap(sequence + 1) }
      guard item["_onebook"]?["prev"]?.text == head else { throw .chain(number) }
      guard Ledger.isUnaltered(item), let hash = item["_onebook"]?["hash"]?.text else { throw .altered(number) }
      taken.append((item, verdict(item, now)))
      sequence = number
      head = hash
    }
    return taken
  }

  private mutating func verdict(_ item: JSONValue, _ now: String?) -> Verdict {
    let own = item["_onebook"]
    let kind = own?["kind"]?.text.flatMap(Event.Kind.init)
    guard own?["schema"]?.number == 1, let kind, let topic = Ledger.topic(of: item) else { return .keep(.unknown) }
    let revision = own?["rev"]?.number ?? 0
    // A notice has no state that a later one could overtake.
    if revision <= revisions[topic] ?? 0, kind != .agencyNotice { return .keep(.outdated) }
    revisions[topic] = max(revision, revisions[topic] ?? 0)
    if own?["test"] == true { return .keep(.test) }
    if let now, let end = own?["expires"]?.text, end < now { return .keep(.expired) }
    return .tell
  }

  private static func number(_ item: JSONValue) -> Int { item["_onebook"]?["seq"]?.number ?? 0 }

  /// Each once, by number, without those that were taken.
  private static func ordered(_ items: [JSONValue], after sequence: Int) -> [JSONValue] {
    let new = items.filter { number($0) > sequence }
    let once = Dictionary(new.map { (number($0), $0) }, uniquingKeysWith: { first, _ in first })
    return once.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func isContiguous(_ items: [JSONValue]) -> Bool {
    zip(items, items.dropFirst()).allSatisfy { number($1) == number($0) + 1 }
  }
}

extension Follower {
  /// As it is kept between two times.
  public var json: JSONValue {
    [
      "schema": 1, "lastSeq": .integer(sequence), "head": .string(head),
      "revisions": .array(
        revisions.sorted { $0.key.precedes($1.key) }.map { ["id": .string($0.key), "rev": .integer($0.value)] }),
    ]
  }

  /// `nil` unless it was kept so.
  public init?(_ json: JSONValue) {
    guard json["schema"] == 1, let sequence = json["lastSeq"]?.number, let head = json["head"]?.text,
      let known = json["revisions"]?.elements
    else { return nil }
    self.sequence = sequence
    self.head = head
    revisions = Dictionary(
      known.compactMap { entry in entry["id"]?.text.flatMap { id in entry["rev"]?.number.map { (id, $0) } } },
      uniquingKeysWith: max)
  }
}
