internal import Diagnostics

extension CatalogueReader {
  /// Completes questions that borrow a fact: wording and options come from `facts.xml` unless the scenario has its own.
  func resolveQuestions() {
    catalogue.facts = catalogue.facts.mapValues { fact in
      var fact = fact
      fact.options = fact.options.map(\.completed)
      return fact
    }
    for id in catalogue.scenarios.keys {
      guard var scenario = catalogue.scenarios[id] else { continue }
      scenario.questions = scenario.questions.map { question in
        var question = question
        if pendingQuestions.contains(question.span), let fact = catalogue.facts[question.id] {
          if question.ask.isEmpty { question.ask = fact.ask }
          question.many = question.many || fact.many
          question.note = question.note ?? fact.note
          question.options =
            question.options.isEmpty
            ? fact.options
            : question.options.map { option in
              var option = option
              if option.whenText.isEmpty { option.whenText = fact.option(option.id)?.whenText ?? "" }
              if fact.option(option.id) == nil {
                sink.error(
                  "unknown-option", option.span, zh: "情形 '\(fact.id)' 没有选项 '\(option.id)'",
                  en: "'\(fact.id)' has no option '\(option.id)'",
                  notes: [Diagnostic.Note(Message(zh: "情形在这里", en: "the fact is here"), at: fact.span)],
                  help: suggestion(for: option.id, among: fact.options.map(\.id)))
              }
              return option.completed
            }
        } else {
          question.options = question.options.map(\.completed)
          if !pendingQuestions.contains(question.span), let fact = catalogue.facts[question.id] {
            sink.error(
              "duplicate-id", question.span, zh: "问题编号 '\(question.id)' 已是全书情形的编号",
              en: "the question id '\(question.id)' is already a fact of the whole book",
              notes: [Diagnostic.Note(Message(zh: "情形在这里", en: "the fact is here"), at: fact.span)],
              help: [
                Message(
                  zh: "写成 <question fact=\"\(fact.id)\"/>，或换一个编号",
                  en: "write <question fact=\"\(fact.id)\"/>, or take another id")
              ])
          }
        }
        return question
      }
      catalogue.scenarios[id] = scenario
    }
  }
}

extension Fact.Option {
  /// Reads in a condition as it reads as an answer, unless it says otherwise.
  fileprivate var completed: Self {
    var copy = self
    if copy.whenText.isEmpty { copy.whenText = text }
    return copy
  }
}
