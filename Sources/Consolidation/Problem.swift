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
    func notes(_ sources: some Sequence<Source>, zh: String, en: String) -> [Diagnostic.Note] {
      sources.prefix(5).map { source in
        Diagnostic.Note(
          Message(
            zh: "“\(catalogue.items[source.item]?.name ?? source.item)”\(zh)", en: "'\(source.item)' \(en)"),
          at: source.span)
      }
    }
    switch self {
    case .cycle(let steps, let spans):
      let edges = Set(scenario.edges.map(\.span))
      let soft = Set(scenario.edges.filter(\.soft).map(\.span))
      // What is only better so can close no circle.
      let spans = spans.filter { !soft.contains($0) }
      let list = Problem.names(of: steps, scenario, catalogue)
      return finding(
        "service-cycle", at: spans.first ?? scenario.span, zh: "这些环节互相等待：\(list.zh)",
        en: "these wait for each other: \(list.en)",
        notes: spans.dropFirst().prefix(5).map { span in
          edges.contains(span)
            ? Diagnostic.Note(Message(zh: "还有这条先后关系", en: "and this edge"), at: span)
            : Diagnostic.Note(Message(zh: "还有这一步", en: "and this step"), at: span)
        },
        help: Message(
          zh: "改正 <edges>，或者写上窗口也认的别的材料（<one-of>）",
          en: "correct the <edges>, or name another paper that the office accepts (<one-of>)"))
    case .uniqueKeptTwice(let document, let sources):
      return finding(
        "unique-kept-twice", at: sources.first?.span ?? scenario.span,
        zh: "“\(name(document))”只有一份，却要交给 \(sources.count) 处",
        en: "there is only one '\(document.evidence)', and \(sources.count) offices keep it",
        notes: notes(sources.dropFirst(), zh: "在这里也要留下", en: "keeps it too"),
        help: Message(
          zh: "查清哪一处只看一看（treat=\"show\"）或收复印件，或是前一处办完后发的新证（<handover>）",
          en:
            "find out which office only looks at it or takes a copy, or whether it gets what the other gives (<handover>)"
        ))
    case .uniqueAfterSurrender(let document, let shown, let given):
      return finding(
        "unique-after-surrender", at: shown.span,
        zh: "“\(name(document))”只有一份，交出去以后这里还要看",
        en: "there is only one '\(document.evidence)', and it is given away before it is shown here",
        notes: notes([given], zh: "在这里留下它", en: "takes it here"),
        help: Message(
          zh: "改正先后；看的如果是新发的那一份，写 <handover>",
          en: "correct the order; if it is the new one that is shown, write a <handover>"))
    case .templateVersion(let id, let sources):
      return finding(
        "template-version", at: sources.last?.span ?? scenario.span, zh: "表格 '\(id)' 有两个版本",
        en: "the form '\(id)' is asked for in two versions",
        notes: notes(sources.dropLast(), zh: "在这里要求", en: "asks for it here"),
        help: Message(zh: "查清现行的是哪一版，改成一致", en: "find out which version is in force and write that one"))
    case .catchAll: return nil
    }
  }

  /// The members, each with its steps that wait; of an item that tells no steps the member alone.
  private static func names(
    of steps: [PlannedStep.Identity], _ scenario: Scenario, _ catalogue: Catalogue
  ) -> (zh: String, en: String) {
    let items = Dictionary(scenario.members.map { ($0.id, $0.item) }, uniquingKeysWith: { first, _ in first })
    let members = steps.grouped(by: \.member)
    let names = members.prefix(8).map { steps -> (zh: String, en: String) in
      let member = steps[0].member
      // A wait between members is no step of an item: its edge is pointed at.
      let waiting = Set(steps.map(\.id))
      let own = items[member].flatMap { catalogue.items[$0] }?.steps.value ?? []
      let ids = own.map(\.id).filter(waiting.contains)
      if ids.isEmpty { return ("'\(member)'", "'\(member)'") }
      return ("'\(member)'（\(ids.joined(separator: "、"))）", "'\(member)' (\(ids.joined(separator: ", ")))")
    }
    let more = members.count - names.count
    return (
      names.map(\.zh).joined(separator: "、") + (more > 0 ? "，还有 \(more) 个" : ""),
      names.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    )
  }
}
