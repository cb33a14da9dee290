internal import Diagnostics

extension CatalogueReader {
  /// Every scenario has the stages without which somebody waits in vain; the plan has them for all.
  func checkStages() {
    guard let plan = catalogue.messagePlan, !faultyFiles.contains(plan.span.file) else { return }
    let missing = MessagePlan.Stage.Code.required.filter { plan.stage($0) == nil }.map(\.rawValue)
    guard !missing.isEmpty else { return }
    sink.warning(
      "missing-stage", plan.span, zh: "消息方案缺 \(missing.joined(separator: "、"))",
      en: "the message plan lacks \(missing.joined(separator: ", "))",
      help: [
        Message(
          zh: "每个都加上 <stage code=\"…\">：谁发、说什么、没收到怎么办",
          en: "add a <stage code=\"…\"> for each: who sends it, what it says, what to do if it does not come")
      ])
  }

  /// A scenario's own text for a stage that the plan does not have would never be sent.
  func checkStages(_ scenario: Scenario) {
    guard let plan = catalogue.messagePlan, !faultyFiles.contains(plan.span.file) else { return }
    for message in scenario.messages {
      guard let code = message.stage, plan.stage(code) == nil else { continue }
      sink.warning(
        "missing-stage", message.statement.span, zh: "消息方案里没有 \(code.rawValue)",
        en: "the message plan has no \(code.rawValue)",
        notes: [Diagnostic.Note(Message(zh: "消息方案在这里", en: "the plan is here"), at: plan.span)],
        help: [
          Message(
            zh: "在方案里加上 <stage code=\"\(code.rawValue)\">，或者去掉 stage", en: "add it to the plan, or leave out stage")
        ])
    }
  }
}
