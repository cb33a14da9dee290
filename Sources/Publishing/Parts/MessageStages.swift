import Handbook
import Markup

extension Surface {
  /// The messages of a scenario stage by stage: folded on a screen, a table on paper, a list in an e-book.
  func messagePlan(_ plan: MessagePlanPart, hasCalendar: Bool, _ phrases: Phrases) -> Markup {
    let stages: Markup =
      switch kind {
      case .web: plan.phases.map { phase(folded: $0, phrases) }.joined()
      case .print: table(plan, phrases)
      case .epub: plan.phases.map { phase(listed: $0, phrases) }.joined()
      }
    let calendar: Markup? =
      kind == .web && hasCalendar
      ? "<p><a href=\"\(link(page: "calendar.ics"))\">\(phrases.addHolidays)</a></p>\n" : nil
    return """
      <p class="note">\(phrases.messagePlanLead)\(phrases.gap)\(phrases.messagePrivacy)</p>
      \(stages)\(calendar)
      """
  }

  private func phase(folded phase: MessagePlanPart.Phase, _ phrases: Phrases) -> Markup {
    """
    <h3>\(phase.name)</h3>
    <ul class="stages">
    \(phase.stages.map { stage -> Markup in
      """
      <li><details class="stage"><summary><b>\(stage.told.name)</b> <span class="trigger">\(stage.told.trigger)</span></summary>
      <p class="bubble"><b>\(stage.told.title)</b><br/>\(stage.told.body)</p>
      \(audience(stage, phrases))<p><b>\(phrases.messageMissing)</b>\(phrases.colon)\(sentence(stage.told.ifMissing, phrases))</p>
      <p><b>\(phrases.messageNext)</b>\(phrases.colon)\(sentence(stage.told.next, phrases))</p>
      <p class="note">\(phrases.messageSender)\(phrases.colon)\(stage.told.sender)</p>
      </details></li>

      """
    })</ul>

    """
  }

  private func phase(listed phase: MessagePlanPart.Phase, _ phrases: Phrases) -> Markup {
    """
    <h3>\(phase.name)</h3>
    <ul class="stages">
    \(phase.stages.map { stage -> Markup in
      """
      <li>
      <p><b>\(stage.told.name)</b> \(stage.told.trigger)\(phrases.inParentheses(stage.told.sender))</p>
      <p class="bubble"><b>\(stage.told.title)</b>\(phrases.colon)\(stage.told.body)</p>
      \(audience(stage, phrases))<p class="note">\(phrases.messageNext)\(phrases.colon)\(sentence(stage.told.next, phrases))</p>
      <p class="note">\(phrases.messageMissing)\(phrases.colon)\(sentence(stage.told.ifMissing, phrases))</p>
      </li>

      """
    })</ul>

    """
  }

  /// Paper has no room for more than what is said and what to do without it.
  private func table(_ plan: MessagePlanPart, _ phrases: Phrases) -> Markup {
    """
    <table class="stages">
    <thead><tr><th scope="col">\(phrases.messageWhen)</th><th scope="col">\(phrases.messageSays)</th><th scope="col">\(phrases.messageMissing)</th></tr></thead>
    <tbody>
    \(plan.stages.map { stage -> Markup in
      """
      <tr><th scope="row"><b>\(stage.told.name)</b> <span class="trigger">\(stage.told.trigger)</span></th>
      <td><b>\(stage.told.title)</b>\(phrases.colon)\(stage.told.body) <span class="source">\(stage.told.sender)</span>\(audience(stage, phrases))</td>
      <td data-label="\(phrases.messageMissing)\(phrases.colon)">\(sentence(stage.told.ifMissing, phrases))</td></tr>

      """
    })</tbody>
    </table>

    """
  }

  private func audience(_ stage: MessagePlanPart.Stage, _ phrases: Phrases) -> Markup {
    guard let words = stage.audience else { return "" }
    return "<p class=\"if\">\(phrases.ifCondition(words))</p>\n"
  }
}
