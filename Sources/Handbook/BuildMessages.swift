import Catalogue
import Consolidation
import Diagnostics

extension BookBuilder {
  /// The scenario's own sentences, by phase.
  func messages(_ scenario: Scenario) -> [ScenarioChapter.Message] {
    let values = MessageValues(catalogue, scenario)
    return Scenario.Phase.allCases.flatMap { phase in
      scenario.messages.filter { $0.phase == phase && !$0.statement.text.isEmpty }.map { message in
        .init(
          phase: phase.rawValue, name: phrases.phase(phase), trigger: told(message.triggerTemplate, values),
          text: wording.plain(told(message.template, values)))
      }
    }
  }

  /// `nil` where the catalogue has no plan.
  func messagePlan(_ survey: Survey) -> MessagePlanPart? {
    let messages = stageMessages(survey.scenario)
    guard !messages.isEmpty else { return nil }
    let values = MessageValues(catalogue, survey.scenario)
    let stages = messages.map { message in
      let audience = when(survey.clauses(message.when), survey.scenario.questions).words
      return (message.stage.code.phase, stage(message, values, audience: audience))
    }
    return MessagePlanPart(
      isSensitive: survey.scenario.isSensitive,
      phases: Scenario.Phase.allCases.compactMap { phase in
        let own = stages.filter { $0.0 == phase }.map(\.1)
        return own.isEmpty ? nil : .init(name: phrases.phase(phase), stages: own)
      })
  }

  private func stage(_ message: StageMessage, _ values: MessageValues, audience: String?) -> MessagePlanPart.Stage {
    let stage = message.stage
    func template(_ template: MessageTemplate) -> String {
      template.filled { settled($0, values) ?? "{\($0.rawValue)}" }
    }
    func sentence(_ sentence: MessageSentence) -> Sentence {
      Sentence(
        text: told(sentence.template, values), when: nil, basis: sentence.statement.basis.map(wording.words),
        mark: phrases.checked(sentence.statement.checked))
    }
    let used = Set(
      (message.texts.map(\.template) + [message.trigger, stage.next.template, stage.missing.template])
        .flatMap(\.variables))
    var templates: [String: String] = [:]
    for text in message.texts where text.channel != .wechat {
      templates[text.channel.rawValue] = signed(template(text.template), text.channel)
    }
    let name = phrases.stage(stage.code)
    let trigger = told(message.trigger, values)
    return MessagePlanPart.Stage(
      id: message.id, code: stage.code.rawValue, phase: stage.code.phase.rawValue,
      senders: stage.senders.map(\.rawValue), urgency: stage.urgency.rawValue, ttlDays: stage.ttl,
      collapse: stage.collapse.rawValue, audience: audience,
      variables: MessageVariable.allCases.filter { used.contains($0) && settled($0, values) == nil }.map {
        MessagePlanPart.Variable(
          name: $0.rawValue, kind: $0.kind.rawValue, meaning: $0.meaning[phrases.language], values: values.known($0),
          longest: values.longest($0).count)
      },
      templates: templates, weChat: weChat(message.texts).map { ($0.field, template($0.template)) },
      trigger: template(message.trigger), next: template(stage.next.template),
      ifMissing: template(stage.missing.template),
      told: MessagePlanPart.Told(
        name: name, trigger: trigger == name ? "" : trigger,
        title: message.text(.title).map { told($0, values) } ?? "",
        body: message.text(.body).map { told($0, values) } ?? "",
        sender: stage.senders.map(phrases.sender).joined(separator: phrases.optionOr),
        next: sentence(stage.next), ifMissing: sentence(stage.missing)))
  }

  /// A short message begins with its sender.
  func signed(_ text: String, _ channel: MessageChannel) -> String {
    channel == .sms ? phrases.signature(catalogue.book?.issuer ?? "") + text : text
  }

  /// WeChat's fields by the names that it gives them: their type and their place.
  func weChat(_ texts: [MessageText]) -> [(field: String, template: MessageTemplate)] {
    texts.filter { $0.channel == .wechat }.enumerated().compactMap { number, text in
      text.field.map { ("\($0.rawValue)\(number + 1)", text.template) }
    }
  }

  /// What is the same in every case: there is one public value.
  private func settled(_ variable: MessageVariable, _ values: MessageValues) -> String? {
    let known = values.known(variable)
    return known.count == 1 ? known[0] : nil
  }

  /// For the book: what is another for each case is named, what nobody stated says so.
  func told(_ template: MessageTemplate, _ values: MessageValues) -> String {
    template.filled { variable in
      if let value = settled(variable, values) { return value }
      return switch variable {
      case .date: phrases.someDay
      case .count: phrases.someNumber
      default: values.known(variable).isEmpty ? phrases.notStated : phrases.ofTheStep(variable)
      }
    }
  }
}
