import CanonicalJSON
import Catalogue

/// Whom a change concerns: a line under a condition concerns only those who meet it.
struct ChangeAudience {
  let entry: EditionChanges.Entry
  /// Facts of which several answers may hold at once.
  let many: Set<String>

  init(_ entry: EditionChanges.Entry, many: Set<String>) {
    self.entry = entry
    self.many = many
  }

  /// Conditions under which a paper, a step, a fee or a member counts.
  private static let conditions: Set<String> = [
    "materials/*/when", "choices/*/when", "choices/*/alternatives/*/materials/*/when", "steps/*/when", "fees/*/when",
    "members/*/when",
  ]

  static func isCondition(_ change: Change) -> Bool { conditions.contains(change.field) }

  /// Whom all of the changes concern together; `nil` = everybody.
  func common(to changes: [Change]) -> Condition? {
    let audiences = changes.map(audience)
    let all = audiences.reduce(Condition.never) { $0 || $1 }
    return all == .always ? nil : all
  }

  func audience(_ change: Change) -> Condition {
    if ChangeAudience.isCondition(change) {
      guard let shift = ConditionShift(change.before, change.after, many: many) else { return .always }
      let concerned = (shift.left ?? .never) || (shift.joined ?? .never)
      return (concerned == .never ? .always : concerned) && outer(of: change)
    }
    // The line as it is now, else as it was.
    return whens(change.path, in: entry.new) ?? whens(change.path, in: entry.old) ?? own(change)
  }

  /// The conditions of the lines around the one whose condition changes.
  func outer(of change: Change) -> Condition {
    whens(change.path.dropLast(2), in: entry.new) ?? .always
  }

  /// An entry that came or went carries its condition itself.
  private func own(_ change: Change) -> Condition {
    ((change.after ?? change.before)?["when"]?.text).flatMap(Condition.init(source:)) ?? .always
  }

  /// Every condition on the way to a place; `nil` when there is no such place.
  private func whens(_ path: some Collection<String>, in record: JSONValue?) -> Condition? {
    guard var place = record else { return nil }
    var result = Condition.always
    for segment in path {
      let next = place.elements?.first { $0.key == segment } ?? place[segment]
      guard let next else { return nil }
      place = next
      if let when = next["when"]?.text.flatMap(Condition.init(source:)) { result = result && when }
    }
    return result
  }
}
