public import CanonicalJSON

/// One difference between two states of a record.
public struct Change: Hashable, Sendable {
  public enum Operation: String, Sendable, CaseIterable { case add, remove, replace }

  /// What it means to the applicant.
  public enum Impact: String, Sendable, CaseIterable {
    /// More is asked: another paper, a shorter period for a duty, a longer wait.
    case tighten
    case loosen
    /// Nothing to do differently.
    case neutral
    /// Only a person can tell: free text.
    case unknown
  }

  public var operation: Operation
  /// Where in the record: members by name, entries of lists by their key. Empty: the whole record.
  public var path: [String]
  public var before: JSONValue?
  public var after: JSONValue?
  public var impact: Impact
  /// Whether it matters to people who read the page before: what is asked of them, where to go, a number or a negation.
  public var isMajor: Bool
  /// Only other words for the same: no number, name or negation differs.
  public var isRewording: Bool
  /// `path` with `*` for the keys of entries: the field that changed.
  public var field: String

  /// As in JSON Pointer (RFC 6901), with keys of entries in place of positions.
  public var pointer: String {
    path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }

  /// `op`, `path`, `before`, `after`, `impact`: what an event's id is made of.
  public var json: JSONValue {
    .record([
      "op": .string(operation.rawValue), "path": .string(pointer), "before": before, "after": after,
      "impact": .string(impact.rawValue),
    ])
  }

  /// The same with its words.
  func json(labelled label: String) -> JSONValue {
    var json = json
    json["label"] = .string(label)
    return json
  }
}
