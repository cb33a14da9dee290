public import CanonicalJSON

/// Topics by which something was known before it was merged, divided or replaced. What is told of it now goes to those who
/// follow the older topic, too: nobody has to subscribe anew.
public struct Aliases: Sendable {
  private var former: [String: Set<String>] = [:]

  /// What was told, `items`, and what is about to be, `events`.
  public init(_ items: [JSONValue], _ events: [Event] = []) {
    func ids(_ own: JSONValue, _ member: String) -> [String] { (own[member]?.elements ?? []).compactMap(\.text) }
    for item in items {
      guard let own = item["_onebook"], let kind = own["subject"]?["type"]?.text, let id = own["subject"]?["id"]?.text
      else { continue }
      add(kind, id, mergedFrom: ids(own, "mergedFrom"), replacedBy: ids(own, "replacedBy"))
    }
    for event in events {
      add(event.subject.kind.rawValue, event.subject.id, mergedFrom: event.mergedFrom, replacedBy: event.replacedBy)
    }
  }

  private mutating func add(_ kind: String, _ id: String, mergedFrom: [String], replacedBy: [String]) {
    for old in mergedFrom { former["\(kind)/\(id)", default: []].insert("\(kind)/\(old)") }
    for new in replacedBy { former["\(kind)/\(new)", default: []].insert("\(kind)/\(id)") }
  }

  /// These topics first, then all that they were ever known by.
  public func all(of topics: [String]) -> [String] {
    var found = topics
    var seen = Set(topics)
    var next = 0
    while next < found.count {
      for topic in (former[found[next]] ?? []).sorted(by: { $0.precedes($1) }) where seen.insert(topic).inserted {
        found.append(topic)
      }
      next += 1
    }
    return found
  }

  /// The event, for those who follow its subjects under a former topic. What is taken back goes to those who were told.
  func addressed(_ event: Event) -> Event {
    guard event.kind != .eventRetracted, event.kind != .eventRedacted else { return event }
    var event = event
    event.topics = Array(all(of: [event.subject.topic] + event.topics).dropFirst())
    return event
  }
}
