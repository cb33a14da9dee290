import Catalogue
public import Diagnostics

/// What stands in the way of merging: a contradiction between offices that nobody can satisfy, or a demand that nobody
/// can understand. It blocks its scenario and is never resolved by leaving something out.
public enum Problem: Hashable, Sendable {
  /// These steps wait for each other.
  case cycle([PlannedStep.Identity], at: [Span])
  /// A document that exists once is kept by several offices.
  case uniqueKeptTwice(Document, [Source])
  /// A document that exists once must be shown after it has been given away.
  case uniqueAfterSurrender(Document, shown: Source, given: Source)
  /// Two versions of one form.
  case templateVersion(String, [Source])
  /// “Other papers”.
  case catchAll(Source)

  /// The problem as the keeper of the catalogue is told; `condition` says in which situations. `nil` where reading has
  /// said it already.
  func diagnostic(_ catalogue: Catalogue, in scenario: Scenario, condition: String?) -> Diagnostic? {
    let place = Message(
      zh: condition.map { "“\(scenario.title)”，在 \($0) 时：" } ?? "“\(scenario.title)”：",
      en: condition.map { "'\(scenario.id)' if \($0): " } ?? "'\(scenario.id)': ")
    func name(_ document: Document) -> String { catalogue.evidence[document.evidence]?.name ?? document.evidence }
    func finding(
      _ id: String, at span: Span, zh: String, en: String, notes: [Diagnostic.Note] = [], help: Message
    ) -> Diagnostic {
      Diagnostic(
        id, .error, at: span, Message(zh: place.zh + zh, en: place.en + en),
        notes: notes + [
          Diagnostic.Note(
            Message(
              zh: "这件事先不合并，书里把各个事项分开印", en: "this scenario is not merged: its items are printed side by side"))
        ], help: [help])
    }
    func notes(_ sources: some Sequence<Source>) -> [Diagnostic.Note] {
      sources.map { source in
        Diagnostic.Note(
          Message(
            zh: "“\(catalogue.items[source.item]?.name ?? source.item)”在这里要求",
            en: "'\(source.item)' asks for it here"), at: source.span)
      }
    }
    switch self {
    case .cycle(let steps, let spans):
      let list = steps.map { "\($0.member).\($0.id)" }.joined(separator: ", ")
      return finding(
        "service-cycle", at: spans.first ?? scenario.span, zh: "这些步骤互相等待：\(list)",
        en: "these steps wait for each other: \(list)",
        notes: spans.dropFirst().prefix(5).map {
          Diagnostic.Note(Message(zh: "还有这一步", en: "and this step"), at: $0)
        },
        help: Message(
          zh: "改正 <edges>，或者写上窗口也认的别的材料（<one-of>）",
          en: "correct the <edges>, or name another paper that the office accepts (<one-of>)"))
    case .uniqueKeptTwice(let document, let sources):
      return finding(
        "unique-kept-twice", at: sources.first?.span ?? scenario.span,
        zh: "“\(name(document))”只有一份，却要交给 \(sources.count) 处",
        en: "there is only one '\(document.evidence)', and \(sources.count) offices keep it",
        notes: notes(sources.dropFirst()),
        help: Message(
          zh: "查清哪一处只看一看（treat=\"show\"）或收复印件，或是前一处办完后发的新证（<handover>）",
          en: "find out which office only looks at it or takes a copy, or whether it gets what the other gives (<handover>)"))
    case .uniqueAfterSurrender(let document, let shown, let given):
      return finding(
        "unique-after-surrender", at: shown.span,
        zh: "“\(name(document))”只有一份，交出去以后这里还要看", en: "there is only one '\(document.evidence)', and it is gone by then",
        notes: notes([given]),
        help: Message(
          zh: "改正先后；看的如果是新发的那一份，写 <handover>", en: "correct the order; if it is the new one that is shown, write a <handover>"))
    case .templateVersion(let id, let sources):
      return finding(
        "template-version", at: sources.last?.span ?? scenario.span, zh: "表格 '\(id)' 有两个版本",
        en: "the form '\(id)' is asked for in two versions", notes: notes(sources.dropLast()),
        help: Message(zh: "查清现行的是哪一版，改成一致", en: "find out which version is in force and write that one"))
    case .catchAll: return nil
    }
  }
}
