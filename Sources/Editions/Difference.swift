import CanonicalJSON

/// Finds what changed between two states of one record: entries of lists are matched by id, the others by what they say,
/// and lists of plain values are sets.
struct Difference {
  let fields: FieldRules
  /// Names of papers, which no rewording may exchange.
  let names: [String]

  func changes(_ old: JSONValue, _ new: JSONValue) -> [Change] {
    var changes: [Change] = []
    compare(old, new, [], [], &changes)
    return changes
  }

  private func compare(
    _ old: JSONValue, _ new: JSONValue, _ path: [String], _ field: [String], _ changes: inout [Change]
  ) {
    if old == new { return }
    switch (old, new) {
    case (.object(let a), .object(let b)):
      for key in Set(a.keys).union(b.keys).sorted(by: { $0.precedes($1) }) where !fields.isIgnored(field + [key]) {
        compare(a[key], b[key], path + [key], field + [key], &changes)
      }
    case (.array(let a), .array(let b)) where isList(a) && isList(b):
      compareLists(a, b, path, field + ["*"], &changes)
    default: add(old, new, path, field, &changes)
    }
  }

  private func compare(
    _ old: JSONValue?, _ new: JSONValue?, _ path: [String], _ field: [String], _ changes: inout [Change]
  ) {
    if let old, let new { return compare(old, new, path, field, &changes) }
    // A list that was not there is an empty one, so that each of its entries is a change by itself.
    if let new, case .array(let b) = new, isList(b) {
      return compareLists([], b, path, field + ["*"], &changes)
    }
    if let old, case .array(let a) = old, isList(a) {
      return compareLists(a, [], path, field + ["*"], &changes)
    }
    add(old, new, path, field, &changes)
  }

  private func isList(_ elements: [JSONValue]) -> Bool { elements.allSatisfy { $0.members != nil } }

  private func compareLists(
    _ old: [JSONValue], _ new: [JSONValue], _ path: [String], _ field: [String], _ changes: inout [Change]
  ) {
    let pairs = Pairing(old, new)
    for pair in pairs.all {
      let place = path + [pair.key]
      if let a = pair.old, let b = pair.new, pair.isKnownById {
        compare(a, b, place, field, &changes)
      } else {
        add(pair.old, pair.new, place, field, &changes)
      }
    }
  }

  private func add(
    _ old: JSONValue?, _ new: JSONValue?, _ path: [String], _ field: [String], _ changes: inout [Change]
  ) {
    guard old != new else { return }
    let name = field.joined(separator: "/")
    let judged = fields.judge(name, old, new, names: names)
    changes.append(
      Change(
        operation: old == nil ? .add : new == nil ? .remove : .replace, path: path, before: old, after: new,
        impact: judged.impact, isMajor: judged.isMajor, isRewording: judged.isRewording, field: name))
  }
}
