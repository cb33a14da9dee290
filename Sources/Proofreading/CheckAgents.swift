import Catalogue
import Diagnostics

extension Proofreader {
  /// Somebody may go for the applicant, or nobody may: not both. `limited` says that it depends.
  func checkAgents() {
    for item in items where !faulty.contains(item.span.file) {
      guard let rule = item.agent else { continue }
      let contradiction: (span: Span, words: String)? =
        switch rule.allowed {
        case .no: paperOfAgent(item) ?? says(item, besides: rule, #/可以?(?:委托|代办|由别人)|may send an agent/#)
        case .yes: says(item, besides: rule, #/(?:必须|只能)(?:由)?(?:车主)?本人|不能(?:委托|代办|由别人)|in person only/#)
        case .limited, nil: nil
        }
      guard let (span, words) = contradiction else { continue }
      warning(
        "agent-conflict", span,
        zh: rule.allowed == .no ? "'\(item.id)' 不能代办，这里却有“\(words)”" : "'\(item.id)' 可以代办，这里却写“\(words)”",
        en: rule.allowed == .no
          ? "'\(item.id)' allows no agent, but here is '\(words)'"
          : "'\(item.id)' allows an agent, but here is '\(words)'",
        notes: [
          Diagnostic.Note(Message(zh: "能不能代办写在这里", en: "whether an agent may go is said here"), at: rule.statement.span)
        ],
        help: [
          Message(
            zh: "查清依据，改正一个；看情形的，写 allowed=\"limited\"",
            en: "look up the article and correct one; if it depends, write allowed=\"limited\"")
        ])
    }
  }

  private func paperOfAgent(_ item: ServiceItem) -> (span: Span, words: String)? {
    (item.requirements.value ?? []).flatMap(\.all).first { requirement in
      (requirement.of ?? catalogue.evidence[requirement.evidence]?.whose) == "agent"
    }.map { ($0.span, catalogue.evidence[$0.evidence]?.name ?? $0.evidence) }
  }

  private func says(
    _ item: ServiceItem, besides rule: ServiceItem.AgentRule, _ pattern: Regex<Substring>
  ) -> (span: Span, words: String)? {
    // What holds only in some case is no contradiction.
    let texts = (item.conditions + item.deadlines + item.pitfalls + item.online).filter { $0.when == .always }
    for statement in texts where statement.span != rule.statement.span {
      guard let match = statement.text.firstMatch(of: pattern) else { continue }
      return (place(of: match.output, in: content(after: statement.span)), String(match.output))
    }
    return nil
  }
}
