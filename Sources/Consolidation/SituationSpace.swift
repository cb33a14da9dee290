public import Catalogue

/// Every combination of a scenario's answers that can occur.
public struct SituationSpace: Sendable {
  public let questions: [Fact]
  /// All possible situations, in the order of the questions and their options.
  public let situations: [Situation]
  /// The combinations were too many to list; `situations` is empty.
  public let tooMany: Bool

  /// The most combinations that are listed.
  public static let limit = 1 << 14

  public init(_ scenario: Scenario) {
    questions = scenario.questions
    var list = [Situation()]
    var overflow = false
    for question in scenario.questions {
      let choices = SituationSpace.choices(question)
      if list.count * choices.count > SituationSpace.limit {
        overflow = true
        break
      }
      list = list.flatMap { situation in
        choices.map { choice in
          var copy = situation
          copy.answers[question.id] = choice
          return copy
        }
      }
    }
    tooMany = overflow
    situations =
      overflow
      ? [] : list.filter { situation in !scenario.impossible.contains { $0.when.resolved(in: situation) == .always } }
  }

  /// What can be answered: one option, or any set of options but the empty one.
  static func choices(_ question: Fact) -> [Set<String>] {
    let ids = question.options.map(\.id)
    guard question.many else { return ids.map { [$0] } }
    return (1..<(1 << min(ids.count, 10))).map { mask in
      Set(ids.enumerated().filter { mask & 1 << $0.offset != 0 }.map(\.element))
    }
  }
}
