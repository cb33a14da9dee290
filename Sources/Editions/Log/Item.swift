public import CanonicalJSON
public import Catalogue

/// An event in words, in the book's language.
public struct EventText: Hashable, Sendable {
  public var title: String
  /// At most 60 characters.
  public var summary: String
  /// Complete in itself.
  public var content: String
  /// One for each change, in their order.
  public var labels: [String]
  /// For a correction: what the book said, and what it should have said.
  public var wrong: String?
  public var right: String?

  /// Where nobody reads it.
  public static let none = EventText(title: "", summary: "", content: "", labels: [])

  public init(title: String, summary: String, content: String, labels: [String]) {
    self.title = title
    self.summary = summary
    self.content = content
    self.labels = labels
  }
}

/// Who keeps the log, and where it is read.
public struct Publisher: Hashable, Sendable {
  /// Stable for ever: `cn.example.county.traffic`.
  public var id: String
  /// Ends in `/`; `nil` = not stated.
  public var base: String?
  public var language: String
  /// Public keys that may sign, in base 64: the one in use first.
  public var keys: [String]

  public init(id: String, base: String?, language: String, keys: [String] = []) {
    self.id = id
    self.base = base
    self.language = language
    self.keys = keys
  }

  func url(ofEvent id: String) -> String { base.map { $0 + "e/" + id } ?? "urn:onebook:event:" + id }
}

extension Event {
  /// The event as an item of JSON Feed 1.1 with its extension, `_onebook`, at its place in the log. It never changes
  /// again: its `hash` is SHA-256 over the canonical form of all the rest.
  func item(_ text: EventText, _ publisher: Publisher, sequence: Int, previous: String) -> JSONValue {
    let id = id(publisher: publisher.id)
    var own: [String: JSONValue?] = [
      "schema": 1, "publisher": .string(publisher.id), "kind": .string(kind.rawValue), "seq": .integer(sequence),
      "subject": subject.json, "rev": .integer(revision),
      "editionFrom": editionFrom.map { .string($0) } ?? .null, "editionTo": editionTo.map { .string($0) } ?? .null,
      "effectiveFrom": .string(effectiveFrom.description), "effectiveTo": effectiveTo.map { .string($0.description) },
      "severity": .string(severity.rawValue), "reason": .string(reason.rawValue),
      "changes": .array(zip(changes, text.labels).map { $0.json(labelled: $1) }), "audience": audience.map(\.json),
      "transition": transition.map { .string($0) }, "advice": advice.map { .string($0) },
      "since": since.map { .string($0) }, "supersedes": Event.list(supersedes.map(publisher.url)),
      "replacedBy": Event.list(replacedBy), "mergedFrom": Event.list(mergedFrom), "basis": Event.list(basis),
      "expires": expires.map { .string("\($0)T23:59:59+08:00") }, "collapse": collapse.map { .string($0) },
      "wrong": text.wrong.map { .string($0) }, "right": text.right.map { .string($0) }, "test": isTest ? true : nil,
      "prev": .string(previous),
    ]
    for (key, value) in more { own[key] = value }
    var item: JSONValue = .record([
      "id": .string(publisher.url(ofEvent: id)), "url": publisher.base.map { .string("\($0)changes.html#e-\(id)") },
      "title": .string(text.title), "summary": .string(text.summary), "content_text": .string(text.content),
      "date_published": .string("\(published)T00:00:00+08:00"), "language": .string(publisher.language),
      "tags": .set(tags), "_onebook": .record(own),
    ])
    let hash = Fingerprint.hex(item)
    item["_onebook"]?["hash"] = .string(hash)
    return item
  }

  private static func list(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .set(texts) }

  var tags: [String] { [subject.topic, "kind/" + kind.rawValue, "severity/" + severity.rawValue] + topics }
}

extension Condition {
  /// `{"all":[…]}`, `{"any":[…]}`, `{"not":…}`, `{"fact":…,"is":[…]}`; for readers that know their own situation.
  public var json: JSONValue {
    switch self {
    case .always: ["all": []]
    case .never: ["any": []]
    case .chosen(let fact, let options): ["fact": .string(fact), "is": .set(options)]
    case .not(let inner): ["not": inner.json]
    case .all(let list): ["all": .array(list.map(\.json))]
    case .any(let list): ["any": .array(list.map(\.json))]
    }
  }
}
