public import CanonicalJSON

/// The log of everything that was ever told, `editions/ledger.jsonl`: one event a line, in canonical JSON, numbered from 1
/// without gaps, each holding the hash of the one before it. Lines are added, never changed.
public struct Ledger: Hashable, Sendable {
  /// Items as they were told, oldest first.
  public private(set) var items: [JSONValue] = []

  /// Before the first event.
  public static let noHash = String(repeating: "0", count: 64)

  public init() {}

  /// What is wrong with a ledger.
  public struct Problem: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Not a line of canonical JSON with what an event has.
      case unreadable
      /// The number is not the one that follows.
      case sequence(expected: Int)
      /// It does not follow the event before it.
      case chain
      /// Its text is not what it was when it was told.
      case altered
      /// It stands there already.
      case repeated
    }
    public var kind: Kind
    /// From 1.
    public var line: Int
  }

  /// - Throws: the first line that cannot be trusted.
  public init(reading bytes: some Sequence<UInt8>) throws(Problem) {
    let lines = Array(bytes).split(separator: 10, omittingEmptySubsequences: true)
    for (index, line) in lines.enumerated() {
      guard let item = try? JSONValue(reading: line), (try? item.canonical()) == Array(line) else {
        throw Problem(kind: .unreadable, line: index + 1)
      }
      try add(item)
    }
  }

  /// Adds an event as it was told, if it follows.
  public mutating func add(_ item: JSONValue) throws(Problem) {
    let line = items.count + 1
    guard let own = item["_onebook"], let sequence = own["seq"]?.number, let id = item["id"]?.text,
      own["hash"]?.text != nil
    else { throw Problem(kind: .unreadable, line: line) }
    guard sequence == lastSequence + 1 else { throw Problem(kind: .sequence(expected: lastSequence + 1), line: line) }
    guard own["prev"]?.text == head else { throw Problem(kind: .chain, line: line) }
    guard Ledger.isUnaltered(item) else { throw Problem(kind: .altered, line: line) }
    guard !ids.contains(id) else { throw Problem(kind: .repeated, line: line) }
    items.append(item)
    ids.insert(id)
    if let subject = Ledger.topic(of: item), let revision = own["rev"]?.number {
      revisions[subject] = max(revision, revisions[subject] ?? 0)
    }
  }

  /// Whether an item has the hash it says. One whose text was removed keeps the hash of what stood there.
  public static func isUnaltered(_ item: JSONValue) -> Bool {
    guard let own = item["_onebook"] else { return false }
    return own["redactedBy"] != nil || Ledger.hash(of: item) == own["hash"]?.text
  }

  /// SHA-256 over everything but the hash itself, in hexadecimal.
  public static func hash(of item: JSONValue) -> String {
    var rest = item
    rest["_onebook"]?["hash"] = nil
    return Fingerprint.hex(rest)
  }

  public var lastSequence: Int { items.last?["_onebook"]?["seq"]?.number ?? 0 }
  /// The newest event's hash.
  public var head: String { items.last?["_onebook"]?["hash"]?.text ?? Ledger.noHash }
  /// Addresses of all events.
  public private(set) var ids: Set<String> = []
  /// The newest revision of each subject that was ever told of, by topic.
  public private(set) var revisions: [String: Int] = [:]

  /// The address under which an event was told; `nil` = it never was. The book may have moved since: only the end of the
  /// address is the event's own.
  func address(ofEvent id: String) -> String? { items.first { $0["id"]?.text?.hasSuffix(id) == true }?["id"]?.text }

  /// What was told of an edition when it was published: all that follows `_onebook`.
  func publication(of edition: String) -> JSONValue? {
    items.lazy.compactMap { $0["_onebook"] }.first { own in
      own["kind"]?.text == Event.Kind.editionPublished.rawValue && own["editionTo"]?.text == edition
    }
  }

  /// The keys that an edition named when it was published, the one in use first.
  func keys(of edition: String) -> [String] {
    (publication(of: edition)?["keys"]?.elements ?? []).compactMap(\.text)
  }

  /// Whether an event is about a subject: its own, or of something else that it has to do with. What is only told to those
  /// who follow it, because it was parted from it, is not.
  public static func isAbout(_ subject: Event.Subject, _ item: JSONValue) -> Bool {
    guard item["tags"]?.elements?.contains(.string(subject.topic)) == true, let topic = topic(of: item) else {
      return false
    }
    return topic == subject.topic || !topic.hasPrefix(subject.kind.rawValue + "/")
  }

  static func topic(of item: JSONValue) -> String? {
    guard let subject = item["_onebook"]?["subject"], let type = subject["type"]?.text, let id = subject["id"]?.text
    else { return nil }
    return type + "/" + id
  }

  /// The file, one line an event.
  public var bytes: [UInt8] { items.flatMap { ((try? $0.canonical()) ?? []) + [10] } }

  /// Puts another text in place of an event's, whose hash stays: the chain still holds. So does its length, by which the
  /// archives are cut.
  mutating func redact(_ id: String, _ text: String, by event: String) {
    guard let index = items.firstIndex(where: { $0["id"]?.text == id }) else { return }
    var item = items[index]
    let length = item.length
    item["_onebook"]?["length"] = .integer(length)
    item["title"] = .string(text)
    item["summary"] = .string(text)
    item["content_text"] = .string(text)
    // Whatever people wrote may hold what has to go.
    for member in ["transition", "advice", "wrong", "right"] { item["_onebook"]?[member] = nil }
    item["_onebook"]?["changes"] = []
    item["_onebook"]?["redactedBy"] = .string(event)
    items[index] = item
  }
}
