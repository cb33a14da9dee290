import Catalogue
import Testing

@Suite struct `A condition` {
  @Test(arguments: [
    ("a=x or b=y and c=z", "a=x or (b=y and c=z)"),
    ("not a=x and b=y", "(not a=x) and b=y"),
    ("not a=x or b=y", "(not a=x) or b=y"),
    ("not not a=x", "a=x"),
    ("a=x|y", "a=y|x|x"),
    ("  a = x   and\n b=y ", "(a=x) and (b=y)"),
    ("a=x and b=y and c=z", "a=x and (b=y and c=z)"),
    ("a=x or b=y or c=z", "(a=x or b=y) or c=z"),
    ("a=x or a=x", "a=x"),
  ])
  func `means the same as with brackets`(plain: String, bracketed: String) {
    #expect(Samples.condition(plain) != nil)
    #expect(Samples.condition(plain) == Samples.condition(bracketed))
  }

  @Test(arguments: [
    ("a=x or b=y and c=z", "(a=x or b=y) and c=z"), ("not a=x or b=y", "not (a=x or b=y)"), ("a=x|y", "a=x"),
  ])
  func `differs where the brackets matter`(one: String, other: String) {
    #expect(Samples.condition(one) != Samples.condition(other))
  }

  @Test(arguments: [
    "", " ", "a", "a=", "=x", "a=x and", "or a=x", "a=x b=y", "(a=x", "a=x)", "a=x|", "not", "a==x", "A=x",
    "a=x；b=y",
  ])
  func `that cannot be read promises nothing`(text: String) {
    #expect(Samples.condition(text) == .never)
  }

  @Test func `is simplified without a change of meaning`() {
    let seed = seed(for: "conditions")
    var random = SplitMix(state: seed)
    for round in 0..<300 {
      let condition = Generator.condition(depth: 4, &random)
      var answers: [String: Set<String>] = [:]
      for fact in Generator.facts { answers[fact] = Generator.answer(&random) }
      let whole = Situation(answers)
      let value = Generator.holds(condition, answers)
      #expect(condition.resolved(in: whole) == (value ? .always : .never), "round \(round) of seed \(seed)")

      // Answering in two goes is the same as answering at once.
      let first = Situation(answers.filter { $0.key < "c" })
      let rest = condition.resolved(in: first)
      #expect(rest.facts.isDisjoint(with: first.answers.keys), "round \(round) of seed \(seed)")
      #expect(rest.resolved(in: whole) == (value ? .always : .never), "round \(round) of seed \(seed)")
    }
  }

  @Test func `obeys the laws of and, or and not`() {
    let seed = seed(for: "laws")
    var random = SplitMix(state: seed)
    for round in 0..<300 {
      let a = Generator.condition(depth: 3, &random)
      let b = Generator.condition(depth: 3, &random)
      let c = Generator.condition(depth: 2, &random)
      let answers = Dictionary(Generator.facts.map { ($0, Generator.answer(&random)) }) { first, _ in first }
      func same(_ x: Condition, _ y: Condition) -> Bool {
        Generator.holds(x, answers) == Generator.holds(y, answers)
      }
      #expect(same(a && b, b && a) && same(a || b, b || a), "round \(round) of seed \(seed)")
      #expect(same(!(a && b), !a || !b) && same(!(a || b), !a && !b), "round \(round) of seed \(seed)")
      #expect(same(a && (b || c), (a && b) || (a && c)), "round \(round) of seed \(seed)")
      #expect(same(a && a, a) && same(a || a, a), "round \(round) of seed \(seed)")
      #expect(same(!(!a), a) && (a && .always) == a && (a || .never) == a, "round \(round) of seed \(seed)")
      #expect((a && .never) == .never && (a || .always) == .always, "round \(round) of seed \(seed)")
    }
  }
}

private enum Generator {
  static let facts = ["a", "b", "c", "d"]
  static let options = ["x", "y", "z"]

  static func condition(depth: Int, _ random: inout SplitMix) -> Condition {
    guard depth > 0 else { return atom(&random) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return condition(depth: depth - 1, &random) && condition(depth: depth - 1, &random)
    case 2, 3: return condition(depth: depth - 1, &random) || condition(depth: depth - 1, &random)
    case 4: return !condition(depth: depth - 1, &random)
    // Not simplified, as somebody else may build it.
    case 5: return .all([condition(depth: depth - 1, &random), condition(depth: depth - 1, &random)])
    case 6: return .any([condition(depth: depth - 1, &random), condition(depth: depth - 1, &random)])
    default: return atom(&random)
    }
  }

  private static func atom(_ random: inout SplitMix) -> Condition {
    let options = options.filter { _ in Bool.random(using: &random) }
    return .chosen(fact: facts.randomElement(using: &random) ?? "a", options: options.isEmpty ? ["x"] : options)
  }

  static func answer(_ random: inout SplitMix) -> Set<String> {
    let chosen = options.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    return chosen.isEmpty ? ["z"] : Set(chosen)
  }

  /// What the condition says, read off directly.
  static func holds(_ condition: Condition, _ answers: [String: Set<String>]) -> Bool {
    switch condition {
    case .always: true
    case .never: false
    case .chosen(let fact, let options): options.contains { answers[fact]?.contains($0) == true }
    case .not(let x): !holds(x, answers)
    case .all(let list): list.allSatisfy { holds($0, answers) }
    case .any(let list): list.contains { holds($0, answers) }
    }
  }
}
