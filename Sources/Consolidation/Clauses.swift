public import Catalogue

/// A condition over a scenario's questions in a short form: any of these clauses, each a list of answers that
/// must all hold. No clause: never. One empty clause: always.
public struct Clauses: Hashable, Sendable {
  /// The answer to one question is among these options (or, negated, the option is not ticked).
  public struct Literal: Hashable, Sendable {
    public var question: String
    public var options: [String]
    /// Only for questions with several answers: the option is not chosen.
    public var negated: Bool
  }

  public var any: [[Literal]]

  public static let always = Clauses(any: [[]])

  public var isAlways: Bool { any.contains([]) }

  public init(any: [[Literal]]) { self.any = any }

  /// Whether the clauses hold in a situation that answers every question they mention.
  public func hold(in situation: Situation) -> Bool {
    any.contains { clause in
      clause.allSatisfy { !(situation.answers[$0.question] ?? []).isDisjoint(with: $0.options) != $0.negated }
    }
  }

  /// Short clauses that hold in exactly those possible situations for which `holds` is true. Situations that
  /// cannot occur may fall on either side.
  public init(_ space: SituationSpace, holds: [Bool]) {
    guard holds.contains(true) else {
      any = []
      return
    }
    guard holds.contains(false) else {
      self = .always
      return
    }
    any = Cover(space: space, on: SituationSet(holds), off: SituationSet(holds.map { !$0 })).clauses()
  }
}

/// Finds prime clauses by widening each situation as far as it goes, then takes those that
/// cover most until everything is covered: short, not always the shortest.
private struct Cover {
  let space: SituationSpace
  let on: SituationSet
  let off: SituationSet

  /// For each variable the allowed values.
  private typealias Clause = [[Bool]]

  func clauses() -> [[Clauses.Literal]] {
    let relevant = essential()
    var primes: [(clause: Clause, situations: SituationSet)] = []
    var reached = SituationSet(count: space.points.count)
    for index in space.points.indices where on.contains(index) && !reached.contains(index) {
      let prime = widened(space.points[index], relevant)
      reached.formUnion(prime.situations)
      primes.append(prime)
    }
    // Clauses found later may have made earlier ones superfluous: take the widest first, the earliest among equals.
    var uncovered = on
    var chosen: [Clause] = []
    while !uncovered.isEmpty {
      var best = 0
      for index in primes.indices.dropFirst()
      where primes[index].situations.intersectionCount(uncovered) > primes[best].situations.intersectionCount(uncovered)
      {
        best = index
      }
      chosen.append(primes[best].clause)
      uncovered.subtract(primes[best].situations)
    }
    return chosen.map(literals)
  }

  /// Variables without which some situation on one side could not be told from one on the other. Later questions are
  /// dropped first: the reader answers the earlier ones first.
  private func essential() -> [Int] {
    let sizes = space.variables.map(\.size)
    let strides = sizes.indices.map { sizes[($0 + 1)...].reduce(1, *) }
    var keys = space.points.map { zip($0, strides).reduce(0) { $0 + $1.0 * $1.1 } }
    let sides = space.points.indices.map { on.contains($0) ? Int8(1) : 0 }
    var seen = Array(repeating: Int8(-1), count: sizes.reduce(1, *))
    var kept: [Int] = []
    for variable in space.variables.indices.reversed() {
      var same = true
      var touched: [Int] = []
      for index in keys.indices {
        let key = keys[index] - space.points[index][variable] * strides[variable]
        if seen[key] == -1 {
          seen[key] = sides[index]
          touched.append(key)
        } else if seen[key] != sides[index] {
          same = false
          break
        }
      }
      for key in touched { seen[key] = -1 }
      if same {
        for index in keys.indices { keys[index] -= space.points[index][variable] * strides[variable] }
      } else {
        kept.append(variable)
      }
    }
    return kept.reversed()
  }

  /// The widest clause around a situation that takes in none of the other side.
  private func widened(_ point: [Int], _ relevant: [Int]) -> (clause: Clause, situations: SituationSet) {
    var clause = space.variables.map { Array(repeating: true, count: $0.size) }
    for variable in relevant {
      clause[variable] = clause[variable].indices.map { $0 == point[variable] }
    }
    for variable in relevant.reversed() {
      let others = situations(clause, except: variable)
      var open = others
      open.formIntersection(off)
      if open.isEmpty {
        clause[variable] = clause[variable].map { _ in true }
        continue
      }
      for value in clause[variable].indices where !clause[variable][value] {
        clause[variable][value] = open.isDisjoint(with: space.having[variable][value])
      }
    }
    return (clause, situations(clause, except: nil))
  }

  private func situations(_ clause: Clause, except skipped: Int?) -> SituationSet {
    var result = space.all
    for (variable, allowed) in clause.enumerated() where variable != skipped && allowed.contains(false) {
      var union = SituationSet(count: space.points.count)
      for (value, isAllowed) in allowed.enumerated() where isAllowed { union.formUnion(space.having[variable][value]) }
      result.formIntersection(union)
    }
    return result
  }

  private func literals(_ clause: Clause) -> [Clauses.Literal] {
    zip(space.variables, clause).compactMap { variable, allowed in
      guard allowed.contains(false) else { return nil }
      if variable.option != nil {
        return Clauses.Literal(question: variable.question, options: variable.options, negated: allowed[0])
      }
      return Clauses.Literal(
        question: variable.question, options: zip(variable.options, allowed).filter(\.1).map(\.0), negated: false)
    }
  }
}
