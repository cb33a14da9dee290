import CanonicalJSON
import Foundation

extension JSONValue {
  /// What a record in a list is known by: its `id`, else what it says.
  var key: String { self["id"]?.text ?? Fingerprint.short(self) }

  /// The form in which records are compared: texts in Unicode's composed form (NFC), so that two spellings of one
  /// character are one; lists in the order of their keys, each entry once, empty ones left out. A second entry under one
  /// id gets a number.
  var settled: JSONValue {
    switch self {
    case .string(let text): .string(text.precomposedStringWithCanonicalMapping)
    case .object(let members): .object(members.mapValues(\.settled).filter { $0.value != .array([]) })
    case .array(let elements): .array(JSONValue.settledList(elements.map(\.settled)))
    default: self
    }
  }

  private static func settledList(_ elements: [JSONValue]) -> [JSONValue] {
    if elements.allSatisfy({ $0.text != nil }) {
      return Set(elements).sorted { ($0.text ?? "").precedes($1.text ?? "") }
    }
    guard elements.allSatisfy({ $0.members != nil }) else { return elements }
    var seen: [String: Int] = [:]
    let spelled = Set(elements).map { ($0, Fingerprint.hex($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    let named = spelled.map { element -> JSONValue in
      guard let id = element["id"]?.text else { return element }
      let count = seen[id, default: 0] + 1
      seen[id] = count
      guard count > 1 else { return element }
      var copy = element
      copy["id"] = .string("\(id) (\(count))")
      return copy
    }
    return sortedByKey(named)
  }

  static func sortedByKey(_ elements: [JSONValue]) -> [JSONValue] {
    elements.map { ($0.key, $0) }.sorted { $0.0.precedes($1.0) }.map(\.1)
  }
}

extension String {
  /// The order of bytes: the same everywhere, whatever the locale.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
