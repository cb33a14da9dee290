public import Catalogue

/// Every combination of a scenario's answers that can occur.
public struct SituationSpace: Sendable {
  /// One thing that varies: a question, or one option of a question with several answers.
  struct Variable: Sendable {
    var question: String
    /// The option that is ticked or not; `nil` for a question with one answer.
    var option: String?
    /// The values: options by position, or not ticked (0) and ticked (1).
    var options: [String]
    var size: Int { option == nil ? options.count : 2 }
  }

  public let questions: [Fact]
  /// All possible situations, in the order of the questions and their options.
  public let situations: [Situation]
  let variables: [Variable]
  /// Each situation's value of each variable.
  let points: [[Int]]
  /// For each variable and value, the situations that have it.
  let having: [[SituationSet]]
  let all: SituationSet

  /// The catalogue's check keeps scenarios within `Scenario.situationLimit`.
  public init(_ scenario: Scenario) {
    questions = scenario.questions
    let situations = Situation.every(scenario.questions, limit: Scenario.situationLimit).filter { situation in
      !scenario.impossible.contains { $0.when.resolved(in: situation) == .always }
    }
    let variables = scenario.questions.flatMap { question in
      let options = question.options.map(\.id)
      return question.many
        ? options.map { Variable(question: question.id, option: $0, options: [$0]) }
        : [Variable(question: question.id, option: nil, options: options)]
    }
    let points = situations.map { situation in
      variables.map { variable in
        let chosen = situation.answers[variable.question] ?? []
        if let option = variable.option { return chosen.contains(option) ? 1 : 0 }
        return variable.options.firstIndex(where: chosen.contains) ?? 0
      }
    }
    var having = variables.map { Array(repeating: SituationSet(count: situations.count), count: $0.size) }
    for (index, point) in points.enumerated() {
      for (variable, value) in point.enumerated() { having[variable][value].insert(index) }
    }
    self.situations = situations
    self.variables = variables
    self.points = points
    self.having = having
    all = SituationSet(Array(repeating: true, count: situations.count))
  }

}

extension Situation {
  /// Every combination of answers to these questions, in their order; nothing when there are more than `limit`.
  static func every(_ questions: [Fact], limit: Int) -> [Situation] {
    var list = [Situation()]
    for question in questions {
      guard !question.many || question.options.count <= 14 else { return [] }
      let choices = choices(question)
      guard list.count * choices.count <= limit else { return [] }
      list = list.flatMap { situation in
        choices.map { choice in
          var copy = situation
          copy.answers[question.id] = choice
          return copy
        }
      }
    }
    return list
  }

  /// What can be answered: one option, or any set of options but the empty one.
  private static func choices(_ question: Fact) -> [Set<String>] {
    let ids = question.options.map(\.id)
    guard question.many else { return ids.map { [$0] } }
    return (1..<(1 << ids.count)).map { mask in
      Set(ids.enumerated().filter { mask & 1 << $0.offset != 0 }.map(\.element))
    }
  }
}

/// A set of situations, by their positions in a space.
struct SituationSet: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  init(_ holds: [Bool]) {
    self.init(count: holds.count)
    for (index, value) in holds.enumerated() where value { insert(index) }
  }

  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }
  func contains(_ index: Int) -> Bool { words[index / 64] & 1 << UInt64(index % 64) != 0 }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  func isDisjoint(with other: Self) -> Bool { zip(words, other.words).allSatisfy { $0 & $1 == 0 } }
  mutating func formUnion(_ other: Self) { for index in words.indices { words[index] |= other.words[index] } }
  mutating func formIntersection(_ other: Self) { for index in words.indices { words[index] &= other.words[index] } }
  mutating func subtract(_ other: Self) { for index in words.indices { words[index] &= ~other.words[index] } }
  func intersectionCount(_ other: Self) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }
}
