public import CanonicalJSON
public import Catalogue

/// How a condition changed: in which situations it no longer holds, and in which it holds now. Found by trying every
/// combination of the answers that the two conditions mention, so that nothing hangs on how they are written.
public struct ConditionShift: Hashable, Sendable {
  /// Held before and does not now; `nil` = nowhere.
  public var left: Condition?
  /// Holds now and did not before.
  public var joined: Condition?

  public var isNarrower: Bool { left != nil && joined == nil }
  public var isWider: Bool { joined != nil && left == nil }

  /// More combinations than any two conditions of the catalogue have.
  private static let limit = 1 << 16

  /// `many`: facts of which several answers may hold at once. No condition holds always.
  /// - Returns: `nil` when one cannot be read, or there are too many combinations.
  public init?(_ old: JSONValue?, _ new: JSONValue?, many: Set<String> = []) {
    guard let a = Condition(source: old?.text ?? "always"), let b = Condition(source: new?.text ?? "always") else {
      return nil
    }
    self.init(a, b, many: many)
  }

  public init?(_ old: Condition, _ new: Condition, many: Set<String> = []) {
    let options = ConditionShift.options(in: [old, new])
    var situations = [Situation()]
    for (fact, named) in options {
      let choices = ConditionShift.choices(named, many: many.contains(fact))
      guard situations.count * choices.count <= Self.limit else { return nil }
      situations = situations.flatMap { situation in
        choices.map { choice in
          var copy = situation
          copy.answers[fact] = choice
          return copy
        }
      }
    }
    let gone = situations.filter { old.resolved(in: $0) == .always && new.resolved(in: $0) == .never }
    let come = situations.filter { old.resolved(in: $0) == .never && new.resolved(in: $0) == .always }
    let only = options.count == 1 ? options.first?.fact : nil
    left = gone.isEmpty ? nil : only.map { ConditionShift.condition($0, gone, situations) } ?? old.without(new)
    joined = come.isEmpty ? nil : only.map { ConditionShift.condition($0, come, situations) } ?? new.without(old)
  }

  /// The named answers, and one that stands for all others; of several at once, every set of them.
  private static func choices(_ named: [String], many: Bool) -> [Set<String>] {
    guard many, named.count < 10 else { return named.map { [$0] } + [[""]] }
    return (0..<(1 << named.count)).map { mask in
      let set = Set(named.enumerated().filter { mask & 1 << $0.offset != 0 }.map(\.element))
      return set.isEmpty ? [""] : set
    }
  }

  /// The answers to one fact as a condition: the named ones, or all but the others.
  private static func condition(_ fact: String, _ meant: [Situation], _ all: [Situation]) -> Condition {
    func answers(_ situations: [Situation]) -> Set<String> {
      situations.reduce(into: []) { $0.formUnion($1.answers[fact] ?? []) }
    }
    let own = answers(meant)
    guard own.contains("") else { return .chosen(fact: fact, options: own.sorted()) }
    let others = answers(all).subtracting(own)
    return others.isEmpty ? .always : .not(.chosen(fact: fact, options: others.sorted()))
  }

  /// Every fact with the options that are named of it, by name.
  private static func options(in conditions: [Condition]) -> [(fact: String, options: [String])] {
    var found: [String: Set<String>] = [:]
    for condition in conditions {
      _ = condition.mapped { fact, options in
        found[fact, default: []].formUnion(options)
        return .always
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }
}

extension Condition {
  /// This and not the other; where the other only adds something to this one, without what it adds.
  fileprivate func without(_ other: Condition) -> Condition {
    if case .any(let own) = self, own.contains(other) {
      return own.filter { $0 != other }.reduce(.never) { $0 || $1 } && !other
    }
    guard case .all(let parts) = other else { return self && !other }
    let own: [Condition] = if case .all(let list) = self { list } else { [self] }
    let added = parts.filter { !own.contains($0) }
    guard own.allSatisfy(parts.contains), !added.isEmpty else { return self && !other }
    return self && !added.reduce(.always) { $0 && $1 }
  }
}
