import Catalogue

/// The lines of many plans laid over each other: those that differ only in who asks, and how many, are one line; when
/// each asks keeps to itself.
struct LineGroups {
  private struct Key: Hashable {
    var alternatives: [[Document]]
    var treatment: Requirement.Treatment
    var endorsed: Bool
    var necessity: Requirement.Necessity
    var condition: Condition
    var specification: [String: [String]]
    var media: [Requirement.Medium]
    var pick: BringLine.Pick?
    /// For a line that people split off: whose it is.
    var apart: [Source]

    init(_ line: BringLine) {
      alternatives = line.alternatives
      treatment = line.treatment
      endorsed = treatment == .show && line.uses.contains(where: \.endorsed)
      necessity = line.necessity
      condition = line.condition
      specification = line.specification
      media = line.media
      pick = line.pick
      apart = line.derivations.contains(Derivation(.evidence, .decidedToSplit)) ? line.uses.map(\.source) : []
    }
  }

  private struct Group {
    var line: BringLine
    /// In which plans it stands.
    var holds: [Bool]
    var uses: [(use: Use, holds: [Bool])] = []
    private var positions: [Use: Int] = [:]
    private var choices: [[Use]] = []
    private var derivations: [Derivation] = []
    private(set) var originals: ClosedRange<Int>
    private(set) var copies: ClosedRange<Int>
    private(set) var certified: ClosedRange<Int>
    private var copiesComplete = true

    init(_ line: BringLine, _ nowhere: [Bool]) {
      self.line = line
      holds = nowhere
      originals = line.originals.known...line.originals.known
      copies = line.copies.known...line.copies.known
      certified = line.certified.known...line.certified.known
    }

    mutating func add(_ other: BringLine, at index: Int, _ nowhere: [Bool]) {
      holds[index] = true
      for use in other.uses {
        let position = positions[use] ?? uses.count
        if position == uses.count {
          positions[use] = position
          uses.append((use, nowhere))
        }
        uses[position].holds[index] = true
      }
      if choices.isEmpty { choices = other.choices.map { _ in [] } }
      for (number, set) in other.choices.enumerated() where number < choices.count {
        choices[number] += set.filter { !choices[number].contains($0) }
      }
      for derivation in other.derivations where !derivations.contains(derivation) { derivations.append(derivation) }
      Group.widen(&originals, other.originals)
      Group.widen(&copies, other.copies)
      Group.widen(&certified, other.certified)
      copiesComplete = copiesComplete && other.copies.complete
    }

    private static func widen(_ range: inout ClosedRange<Int>, _ count: Count) {
      range = min(range.lowerBound, count.known)...max(range.upperBound, count.known)
    }

    /// The line with everything that it gathered.
    var whole: BringLine {
      var line = line
      line.uses = uses.map(\.use)
      line.choices = choices
      line.derivations = derivations
      line.copies.complete = copiesComplete
      return line
    }
  }

  private var groups: [Group] = []

  init(_ plans: [Plan]) {
    let nowhere = Array(repeating: false, count: plans.count)
    var positions: [Key: Int] = [:]
    for (index, plan) in plans.enumerated() {
      for line in plan.bring {
        let key = Key(line)
        let position = positions[key] ?? groups.count
        if position == groups.count {
          positions[key] = position
          groups.append(Group(line, nowhere))
        }
        groups[position].add(line, at: index, nowhere)
      }
    }
  }

  /// The lines in the order in which they first stand, with the answers for which each does.
  func lines(_ clauses: ([Bool]) -> Clauses) -> [Survey.Conditional<Survey.Line>] {
    groups.map { group in
      let uses = group.uses.map { use, holds in
        // Where the line itself is, the use is: nothing more need be said.
        Survey.Conditional(value: use, when: holds == group.holds ? .always : clauses(holds))
      }
      return Survey.Conditional(
        value: Survey.Line(
          line: group.whole, uses: uses, originals: group.originals, copies: group.copies, certified: group.certified),
        when: clauses(group.holds))
    }
  }
}
