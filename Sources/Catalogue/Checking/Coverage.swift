extension Condition {
  /// Answers for which the condition does not hold, facts that do not matter left out: the first few, in the order of
  /// the questions and their options, no two overlapping. None: it holds whatever is answered. Nil: that takes too long
  /// to find out.
  ///
  /// Facts that are not among the questions stay open, and what hangs on them does not hold.
  func counterexamples(over questions: [Fact], limit: Int) -> [Situation]? {
    var found: [Situation] = []
    var budget = 1 << 16
    // What is still to look at, the next one last: no recursion, and nothing is resolved twice.
    var open = [(condition: self, answered: Situation(), next: 0)]
    while found.count < limit, let (condition, answered, next) = open.popLast() {
      if condition == .always { continue }
      let facts = condition.facts
      guard let index = questions.indices.dropFirst(next).first(where: { facts.contains(questions[$0].id) }) else {
        found.append(answered)
        continue
      }
      let question = questions[index]
      let choices = question.choices
      budget -= choices.count
      guard budget > 0 else { return nil }
      for choice in choices.reversed() {
        var situation = answered
        situation.answers[question.id] = choice
        open.append((condition.resolved(in: Situation([question.id: choice])), situation, index + 1))
      }
    }
    return found
  }
}

extension Fact {
  /// What can be answered: one option, or any set of options but the empty one; of very many options only the first
  /// few in every combination.
  var choices: [Set<String>] {
    let ids = options.map(\.id)
    guard many else { return ids.map { [$0] } }
    return (1..<(1 << min(ids.count, 14))).map { mask in
      Set(ids.indices.filter { mask & 1 << $0 != 0 }.map { ids[$0] })
    }
  }
}
