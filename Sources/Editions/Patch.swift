public import CanonicalJSON

/// Changes that do not belong to the record they are applied to.
public struct PatchProblem: Error, Hashable, Sendable {
  public var pointer: String
}

extension JSONValue {
  /// The record after these changes: `applying(changes(old, new))` to `old` is `new`.
  /// - Throws: when a change finds something else than it was made from.
  public func applying(_ changes: some Sequence<Change>) throws(PatchProblem) -> JSONValue {
    var result: JSONValue? = self
    for change in changes { result = try JSONValue.apply(change, to: result, change.path[...]) }
    return (result ?? .null).settled
  }

  private static func apply(
    _ change: Change, to value: JSONValue?, _ path: ArraySlice<String>
  ) throws(PatchProblem) -> JSONValue? {
    guard let key = path.first else {
      guard value == change.before else { throw PatchProblem(pointer: change.pointer) }
      return change.after
    }
    let rest = path.dropFirst()
    switch value {
    case .object(var members):
      members[key] = try apply(change, to: members[key], rest)
      return .object(members)
    case .array(var elements):
      let index = elements.firstIndex { $0.key == key }
      let changed = try apply(change, to: index.map { elements[$0] }, rest)
      if let index { elements.remove(at: index) }
      if let changed { elements.append(changed) }
      // A list that has lost its last entry is no longer stated.
      return elements.isEmpty ? nil : .array(elements)
    case nil where rest.isEmpty && change.before == nil:
      // The first entry of a list that was not there.
      return try apply(change, to: .array([]), path)
    default: throw PatchProblem(pointer: change.pointer)
    }
  }
}
