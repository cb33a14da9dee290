import Diagnostics
import Testing

@testable import Catalogue
@testable import Handbook

@Suite struct `Which questions lead to a sheet` {
  private func fact(_ id: String, _ options: [String]) -> Fact {
    let nowhere = Span(file: "", offset: 0, length: 0)
    return Fact(
      id: id, ask: id, options: options.map { Fact.Option(id: $0, text: $0, whenText: $0, span: nowhere) }, many: false,
      note: nil, checked: .yes, span: nowhere)
  }

  private func situations(_ facts: [Fact]) -> [Situation] {
    facts.reduce([Situation()]) { list, fact in
      list.flatMap { situation in
        fact.options.map { option in
          var copy = situation
          copy.answers[fact.id] = [option.id]
          return copy
        }
      }
    }
  }

  /// What a situation is told when its answers are followed, and which questions were asked.
  private func follow(
    _ node: SituationTree.Node, _ situation: Situation, _ facts: [Fact]
  ) -> (told: Int, asked: [Int])? {
    switch node {
    case .leaf(let number, _): return (number, [])
    case .question(let question, let branches):
      let answer = situation.answers[facts[question].id] ?? []
      let own = branches.filter { $0.branch.answers.contains(answer) }
      guard own.count == 1, let found = follow(own[0].then, situation, facts) else { return nil }
      return (found.told, [question] + found.asked)
    }
  }

  @Test(arguments: 1...60) func `every situation comes to what it is told, and no question is asked in vain`(
    seed: UInt64
  ) {
    var random = Chance(state: seed)
    let facts = (0..<Int.random(in: 1...5, using: &random)).map { number in
      fact("q\(number)", (0..<Int.random(in: 2...3, using: &random)).map { "o\($0)" })
    }
    let all = situations(facts)
    // What is told hangs on some of the questions only; some combinations cannot be.
    let telling = facts.indices.filter { _ in Bool.random(using: &random) }
    var known: [[Set<String>]: Int] = [:]
    let classes = Int.random(in: 1...6, using: &random)
    let possible = all.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
    let told = possible.map { situation in
      let key = telling.map { situation.answers[facts[$0].id] ?? [] }
      let number = known[key] ?? Int.random(in: 0..<classes, using: &random)
      known[key] = number
      return number
    }
    guard !possible.isEmpty else { return }
    let tree = SituationTree(questions: facts, situations: possible, told: told).root()
    for (situation, number) in zip(possible, told) {
      let found = follow(tree, situation, facts)
      #expect(found?.told == number, "seed \(seed)")
      #expect(found?.asked == found?.asked.sorted(), "seed \(seed)")
    }
    if possible.count == all.count {
      for situation in possible {
        #expect(follow(tree, situation, facts)?.asked.allSatisfy(telling.contains) == true, "seed \(seed)")
      }
    }
  }

  @Test func `answers between which nothing differs are one branch`() {
    let facts = [fact("a", ["x", "y", "z"]), fact("b", ["p", "q"])]
    let all = situations(facts)
    let told = all.map { $0.answers["a"] == ["z"] ? 1 : 0 }
    guard case .question(0, let branches) = SituationTree(questions: facts, situations: all, told: told).root() else {
      Issue.record("the first question tells them apart")
      return
    }
    #expect(branches.map(\.branch.answers) == [[["x"], ["y"]], [["z"]]])
    #expect(branches.allSatisfy { if case .leaf = $0.then { true } else { false } })
  }
}
