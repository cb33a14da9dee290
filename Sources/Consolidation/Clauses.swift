import Catalogue

/// A condition over a scenario's questions in its shortest form: any of these clauses, each a list of answers that
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

  /// The shortest clauses that hold in exactly those possible situations for which `holds` is true. Situations that
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
    var cover = Cover(space, holds)
    any = cover.clauses()
  }
}

/// Finds prime clauses by widening each situation as far as it goes, then takes the fewest that cover everything.
private struct Cover {
  /// A yes/no or one-of-many variable: a question, or one option of a question with several answers.
  struct Variable {
    var question: Fact
    var option: Int?
    var size: Int
  }

  let variables: [Variable]
  /// Each situation as one value a variable.
  let points: [[Int]]
  let holds: [Bool]

  init(_ space: SituationSpace, _ holds: [Bool]) {
    variables = space.questions.flatMap { question in
      question.many
        ? question.options.indices.map { Variable(question: question, option: $0, size: 2) }
        : [Variable(question: question, option: nil, size: question.options.count)]
    }
    let variables = variables
    points = space.situations.map { situation in
      variables.map { variable in
        let chosen = situation.answers[variable.question.id] ?? []
        if let option = variable.option { return chosen.contains(variable.question.options[option].id) ? 1 : 0 }
        return variable.question.options.firstIndex { chosen.contains($0.id) } ?? 0
      }
    }
    self.holds = holds
  }

  mutating func clauses() -> [[Clauses.Literal]] {
    let relevant = essential()
    let off = points.indices.filter { !holds[$0] }.map { points[$0] }
    var uncovered = points.indices.filter { holds[$0] }
    var primes: [[UInt64]] = []
    for index in uncovered {
      let prime = widen(points[index], relevant, off)
      if !primes.contains(prime) { primes.append(prime) }
    }
    var chosen: [[UInt64]] = []
    while !uncovered.isEmpty {
      // Most situations first; then the earliest, which keeps the result stable.
      guard let best = primes.max(by: { a, b in uncovered.count { covers(a, points[$0]) } < uncovered.count { covers(b, points[$0]) } })
      else { break }
      chosen.append(best)
      uncovered.removeAll { covers(best, points[$0]) }
    }
    return chosen.map(literals)
  }

  /// Variables without which the answer would not be the same: the others are dropped, last first.
  private func essential() -> [Int] {
    var kept = Array(variables.indices)
    for variable in variables.indices.reversed() {
      let fewer = kept.filter { $0 != variable }
      var seen: [[Int]: Bool] = [:]
      let same = points.indices.allSatisfy { index in
        let key = fewer.map { points[index][$0] }
        if let value = seen[key] { return value == holds[index] }
        seen[key] = holds[index]
        return true
      }
      if same { kept = fewer }
    }
    return kept
  }

  /// For each variable the bit set of allowed values, as wide as no excluded situation allows.
  private func widen(_ point: [Int], _ relevant: [Int], _ off: [[Int]]) -> [UInt64] {
    var clause = variables.indices.map { index in
      relevant.contains(index) ? UInt64(1) << UInt64(point[index]) : UInt64.max
    }
    for variable in relevant.reversed() {
      var wider = clause
      wider[variable] = .max
      if !off.contains(where: { covers(wider, $0) }) {
        clause = wider
        continue
      }
      for value in 0..<variables[variable].size {
        wider[variable] = clause[variable] | 1 << UInt64(value)
        if !off.contains(where: { covers(wider, $0) }) { clause = wider }
      }
    }
    return clause
  }

  private func covers(_ clause: [UInt64], _ point: [Int]) -> Bool {
    for (allowed, value) in zip(clause, point) where allowed & 1 << UInt64(value) == 0 { return false }
    return true
  }

  private func literals(_ clause: [UInt64]) -> [Clauses.Literal] {
    zip(variables, clause).compactMap { variable, allowed in
      let values = (0..<variable.size).filter { allowed & 1 << UInt64($0) != 0 }
      guard values.count < variable.size else { return nil }
      if let option = variable.option {
        return Clauses.Literal(
          question: variable.question.id, options: [variable.question.options[option].id], negated: values == [0])
      }
      return Clauses.Literal(
        question: variable.question.id, options: values.map { variable.question.options[$0].id }, negated: false)
    }
  }
}
