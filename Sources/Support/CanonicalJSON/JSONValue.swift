/// A JSON value as onebook keeps its records: no fractions, because a fraction has no one spelling.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  public var text: String? { if case .string(let text) = self { text } else { nil } }
  public var number: Int? { if case .integer(let number) = self { number } else { nil } }
  public var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  public var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

  /// A member of an object; `nil` where there is none, or no object. Setting `nil` takes it away.
  public subscript(_ key: String) -> JSONValue? {
    get { members?[key] }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  /// An object of what there is: members that are `nil` are left out.
  public static func record(_ members: [String: JSONValue?]) -> JSONValue { .object(members.compactMapValues { $0 }) }

  /// Texts as a set: sorted, each once.
  public static func set(_ texts: some Sequence<String>) -> JSONValue {
    .array(Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(JSONValue.string))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral number: Int) { self = .integer(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(members) { _, last in last })
  }
}
