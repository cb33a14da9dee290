import Catalogue
import Consolidation
import Diagnostics

extension Proofreader {
  /// A question whose answer changes nothing on the page: neither a line, a step, a charge, a result nor a text.
  func checkQuestions(_ survey: Survey) {
    guard survey.problems.isEmpty, survey.space.situations.count > 1 else { return }
    let scenario = survey.scenario
    var used = scenario.texts.reduce(into: Set<String>()) { $0.formUnion($1.when.facts) }
    used.formUnion(scenario.impossible.flatMap(\.when.facts))
    used.formUnion(survey.questionsThatMatter)
    for question in scenario.questions where !used.contains(question.id) {
      warning(
        "idle-question", question.span, zh: "怎么回答“\(question.ask)”，书里都一样",
        en: "whatever is answered to '\(question.ask)', nothing in the book changes",
        help: [
          Message(
            zh: "删去这个问题；要是少写了条件，把 when 补上", en: "remove the question, or write the when that it was meant for")
        ])
    }
  }
}

extension Scenario {
  fileprivate var texts: [Statement] { answers.map(\.answer) + pitfalls + notes.map(\.statement) }
}

extension Survey {
  /// Questions that some line, step, charge, time or result hangs on.
  fileprivate var questionsThatMatter: Set<String> {
    var clauses = members.map(\.when) + bring.map(\.when) + bring.flatMap { $0.value.uses.map(\.when) }
    clauses += notNeeded.map(\.when) + handovers.map(\.when) + steps.map(\.when) + fees.map(\.when)
    clauses += free.map(\.when) + unknownFees.map(\.when) + unknownTime.map(\.when) + outputs.map(\.when)
    clauses += edges.map(\.when) + figures.map(\.when)
    return Set(clauses.flatMap { $0.any.flatMap { $0.map(\.question) } })
  }
}
