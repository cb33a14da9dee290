internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func messagePlan(_ element: Element) {
    let fields = Fields(element, sink, attributes: ["checked"], children: ["neutral", "stage"])
    let checked = fields.checked(.yes)
    let neutral = fields.requiredChild("neutral").map { child in
      let inner = Fields(child, sink, children: ["lock", "title", "thing"])
      return MessagePlan.Neutral(
        lock: required("lock", inner), title: required("title", inner), thing: required("thing", inner))
    }
    let stages = fields.children("stage").compactMap { stage($0, checked) }
    unique(stages.map { ($0.code.rawValue, $0.span) }, zh: "消息阶段", en: "message stage")
    let order = MessagePlan.Stage.Code.allCases
    let plan = MessagePlan(
      stages: order.flatMap { code in stages.filter { $0.code == code } }, neutral: neutral, span: element.span)
    if let earlier = catalogue.messagePlan {
      return unique(
        [("message-plan", earlier.span), ("message-plan", plan.span)], zh: "消息方案", en: "message plan")
    }
    catalogue.messagePlan = plan
  }

  private func stage(_ element: Element, _ outer: Checked) -> MessagePlan.Stage? {
    let fields = Fields(
      element, sink, attributes: ["code", "sender", "urgency", "ttl", "collapse", "checked"],
      children: Set(MessageChannel.allCases.map(\.rawValue)).union(["trigger", "next", "missing"]))
    let checked = fields.checked(outer)
    let texts = channelTexts(fields)
    for channel in MessageChannel.allCases { _ = fields.requiredChild(channel.rawValue) }
    let trigger = required("trigger", fields)
    let next = fields.requiredChild("next").map { sentence($0, checked) }
    let missing = fields.requiredChild("missing").map { sentence($0, checked) }
    for name in ["code", "sender", "urgency", "ttl", "collapse"] where element[name] == nil {
      _ = fields.required(name)
    }
    guard let code = fields.choice("code", as: MessagePlan.Stage.Code.self),
      let urgency = fields.choice("urgency", as: MessagePlan.Stage.Urgency.self), let ttl = fields.count("ttl"),
      let collapse = fields.choice("collapse", as: MessagePlan.Stage.Collapse.self), let next, let missing
    else { return nil }
    return MessagePlan.Stage(
      code: code, senders: senders(fields), urgency: urgency, ttl: ttl, collapse: collapse, trigger: trigger,
      texts: texts, next: next, missing: missing, span: element.span)
  }

  private func senders(_ fields: Fields) -> [MessagePlan.Stage.Sender] {
    fields.words("sender").compactMap { word, span in
      if let sender = MessagePlan.Stage.Sender(rawValue: word) { return sender }
      sink.error(
        "bad-value", span, zh: "sender 不能是 '\(word)'", en: "sender cannot be '\(word)'",
        help: suggestion(for: word, among: MessagePlan.Stage.Sender.allCases.map(\.rawValue)))
      return nil
    }
  }

  /// What the channels say, as far as they are there.
  private func channelTexts(_ fields: Fields) -> [MessageText] {
    MessageChannel.allCases.flatMap { channel -> [MessageText] in
      guard let child = fields.children(channel.rawValue).first else { return [] }
      if channel == .wechat { return weChat(child) }
      return [MessageText(channel: channel, field: nil, template: template(child))]
    }
  }

  private func weChat(_ element: Element) -> [MessageText] {
    let fields = Fields(element, sink, children: ["thing", "phrase", "string"])
    if fields.children("thing").isEmpty { _ = fields.requiredChild("thing") }
    return element.children.compactMap { child in
      let template = template(child)
      switch child.name {
      case "thing": return MessageText(channel: .wechat, field: .thing, template: template)
      case "phrase":
        let text = template.text
        if !text.isEmpty, text.count > 5 || !text.allSatisfy(\.isHan) {
          weChatRefuses(child, Message(zh: "phrase 只能是5个以内的汉字", en: "a phrase is up to 5 Chinese characters"))
        }
        return MessageText(channel: .wechat, field: .phrase, template: template)
      case "string":
        if template.text.contains(where: \.isHan) {
          weChatRefuses(child, Message(zh: "string 里不能有汉字", en: "a string has no Chinese characters"))
        }
        return MessageText(channel: .wechat, field: .characterString, template: template)
      default: return nil
      }
    }
  }

  private func weChatRefuses(_ element: Element, _ why: Message) {
    sink.error(
      "bad-value", element.textSpan, zh: why.zh, en: why.en,
      help: [Message(zh: "微信不收这样的字段（错误 47003）；改成 <thing>", en: "WeChat refuses it (error 47003); make it a <thing>")])
  }

  private func required(_ name: String, _ fields: Fields) -> MessageTemplate {
    guard let child = fields.requiredChild(name) else { return MessageTemplate(pieces: [], span: fields.element.span) }
    return template(child)
  }

  private func sentence(_ element: Element, _ checked: Checked) -> MessageSentence {
    let statement = Fields(element, sink, attributes: Fields.sourcing).statement(checked)
    return MessageSentence(template: template(element.text, at: element.textSpan), statement: statement)
  }

  private func template(_ element: Element) -> MessageTemplate {
    template(Fields(element, sink).content(), at: element.textSpan)
  }

  /// Only public data can be filled in: whatever else stands in braces is refused.
  private func template(_ text: String, at span: Span) -> MessageTemplate {
    let (template, faults) = MessageTemplate.read(text, at: span)
    for fault in faults {
      sink.error(
        "private-variable", span.place(of: fault, in: texts[span.file] ?? []), zh: "消息里不能有 \(fault)",
        en: "a message cannot hold \(fault)",
        help: [
          Message(
            zh: "只能用 \(MessageVariable.listed)；姓名、证号、案号一律不写",
            en: "only \(MessageVariable.listed); never a name or a number of a person or case")
        ])
    }
    return template
  }

  // MARK: A scenario's own

  func isSensitive(_ fields: Fields) -> Bool {
    guard let child = fields.children("messages").first else { return false }
    return child["sensitive"]?.value == YesNo.yes.rawValue
  }

  func messages(_ element: Element, _ checked: Checked) -> [Scenario.Message] {
    let outer = Fields(element, sink, attributes: ["sensitive"], children: ["message"])
    _ = outer.flag("sensitive")
    let messages = outer.children("message").compactMap { message($0, checked) }
    unique(
      messages.compactMap { message in
        guard message.statement.when == .always else { return nil }
        return message.stage.map { ($0.rawValue, message.statement.span) }
      }, zh: "消息阶段", en: "message stage")
    return messages
  }

  private func message(_ element: Element, _ checked: Checked) -> Scenario.Message? {
    let fields = Fields(
      element, sink, attributes: Fields.sourcing.union(["phase", "on", "when", "stage"]),
      children: Set(MessageChannel.allCases.map(\.rawValue)))
    let trigger = fields.required("on") ?? ""
    guard fields.required("phase") != nil, let phase = fields.choice("phase", as: Scenario.Phase.self) else {
      unsureMessages.insert(element.span.file)
      return nil
    }
    let stage = fields.choice("stage", as: MessagePlan.Stage.Code.self)
    if let stage, stage.phase != phase, let attribute = element["phase"] {
      sink.error(
        "bad-value", attribute.span, zh: "\(stage.rawValue) 不在 '\(phase.rawValue)' 这一段",
        en: "\(stage.rawValue) is not in the phase '\(phase.rawValue)'",
        help: [Message(zh: "写成 phase=\"\(stage.phase.rawValue)\"", en: "write phase=\"\(stage.phase.rawValue)\"")])
    }
    var texts = channelTexts(fields)
    // A message that only rewords channels of its stage has no text of its own.
    let isReworded = stage != nil && !texts.isEmpty && element.text.isEmpty
    let text = isReworded ? "" : fields.content()
    let template = template(text, at: element.textSpan)
    if !text.isEmpty, !texts.contains(where: { $0.channel == .body }) {
      texts.append(MessageText(channel: .body, field: nil, template: template))
    }
    let statement = Statement(
      text: text, basis: fields.basis(), checked: fields.checked(checked), when: fields.when(), span: element.span)
    return Scenario.Message(
      phase: phase, trigger: trigger, statement: statement, stage: stage, texts: texts,
      triggerTemplate: self.template(trigger, at: element["on"]?.span ?? element.span), template: template)
  }
}

extension MessageVariable {
  fileprivate static var listed: String { allCases.map { "{\($0.rawValue)}" }.joined(separator: " ") }
}
