/// What a scenario's people are told at one stage: the plan's texts, with the scenario's own in their place.
public struct StageMessage: Hashable, Sendable {
  /// `used-car.A1`; a second text for certain answers is `used-car.A1.2`.
  public var id: String
  public var stage: MessagePlan.Stage
  /// Of the scenario's own text: for whom it is.
  public var when: Condition
  /// What makes it due, in the scenario's words where it has its own.
  public var trigger: MessageTemplate
  /// By channel, in the order of the channels.
  public var texts: [MessageText]

  /// The text of a channel; of WeChat, of its first field.
  public func text(_ channel: MessageChannel) -> MessageTemplate? { texts.first { $0.channel == channel }?.template }
}

/// Puts the plan and a scenario's own messages together.
public struct StageMessages: Sendable {
  private let plan: MessagePlan?
  private let words: PlainWords

  public init(_ catalogue: Catalogue) {
    plan = catalogue.messagePlan
    words = PlainWords(catalogue)
  }

  /// In the order of the stages; nothing where the catalogue has no plan.
  public func callAsFunction(_ scenario: Scenario) -> [StageMessage] {
    (plan?.stages ?? []).flatMap { stage -> [StageMessage] in
      let own = scenario.messages.filter { $0.stage == stage.code }
      let always = message(stage, own.first { $0.statement.when == .always }, scenario, 1)
      let others = own.filter { $0.statement.when != .always }.enumerated().map { number, own in
        message(stage, own, scenario, number + 2)
      }
      return [always] + others
    }
  }

  private func message(
    _ stage: MessagePlan.Stage, _ own: Scenario.Message?, _ scenario: Scenario, _ number: Int
  ) -> StageMessage {
    var stage = stage
    var texts = stage.texts
    if let own {
      let channels = Set(own.texts.map(\.channel))
      texts = texts.filter { !channels.contains($0.channel) } + own.texts
    }
    let order = MessageChannel.allCases
    texts = order.flatMap { channel in texts.filter { $0.channel == channel } }
    for index in texts.indices { texts[index].template = texts[index].template.plain(words) }
    if scenario.isSensitive, let neutral = plan?.neutral { texts = neutralised(texts, neutral) }
    stage.next.template = stage.next.template.plain(words)
    stage.missing.template = stage.missing.template.plain(words)
    return StageMessage(
      id: "\(scenario.id).\(stage.code.rawValue)" + (number == 1 ? "" : ".\(number)"), stage: stage,
      when: own?.statement.when ?? .always, trigger: own?.triggerTemplate ?? stage.trigger, texts: texts)
  }

  /// Where others may look over one's shoulder, nothing says what the matter is. The body is read after opening, the
  /// board names nobody.
  private func neutralised(_ texts: [MessageText], _ neutral: MessagePlan.Neutral) -> [MessageText] {
    let name = neutral.thing.text
    let thing = texts.firstIndex { $0.field == .thing }
    return texts.enumerated().map { index, text in
      var text = text
      switch text.channel {
      case .lock: text.template = neutral.lock
      case .title: text.template = neutral.title
      case .wechat where index == thing: text.template = neutral.thing
      case .sms, .wechat, .voice:
        text.template = text.template.filling { $0 == .scenario || $0 == .guide ? name : nil }
      case .body, .board: break
      }
      return text
    }
  }
}
