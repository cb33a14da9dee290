import Catalogue
import Diagnostics

extension Proofreader {
  /// Papers that a condition names and the list forgets, and papers that nobody knows how to get.
  func checkPapers() {
    for item in items where item.requirements != .notStated && !faulty.contains(item.span.file) {
      let listed = papers(of: item)
      for condition in item.conditions {
        guard let (words, evidence) = paper(demandedBy: condition.text), !listed.contains(evidence.id) else { continue }
        warning(
          "unlisted-paper", place(of: words, in: content(after: condition.span)),
          zh: "条件里要“\(evidence.name)”，材料名单里没有",
          en: "the condition asks for '\(evidence.name)', which is not on the list",
          notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: item.span)],
          help: [
            Message(
              zh: "加一条 <requirement evidence=\"\(evidence.id)\" …/>，或者改条件",
              en: "add a <requirement evidence=\"\(evidence.id)\" …/>, or reword the condition")
          ])
      }
    }
    let given = Set(items.flatMap { $0.outputs.compactMap(\.evidence) })
    let asked = Set(items.flatMap { papers(of: $0) })
    for evidence in catalogue.evidence.values.sorted(by: { $0.id < $1.id })
    where asked.contains(evidence.id) && !faulty.contains(evidence.span.file) && evidence.resolutions.isEmpty
      && evidence.issuer == nil
      && evidence.issuerName == nil && evidence.get.isEmpty && !given.contains(evidence.id)
    {
      warning(
        "no-way-to-get", evidence.span, zh: "要带“\(evidence.name)”，却没有写从哪里来",
        en: "'\(evidence.name)' is asked for, and nobody says where it comes from",
        help: [
          Message(
            zh: "写 issuer（谁开）或者 <get>（怎么办到）；某个事项会给的，写进那个事项的 <outputs>",
            en: "write its issuer, or how to <get> it, or make it an output of the item that gives it")
        ])
    }
  }

  /// With the documents that stand for a class.
  func papers(of item: ServiceItem) -> Set<String> {
    let own = (item.requirements.value ?? []).flatMap(\.all).map(\.evidence)
    return Set(own + own.flatMap { catalogue.evidence[$0]?.resolutions.flatMap(\.evidence) ?? [] })
  }

  /// A paper that a condition wants shown or handed in, by its name or an alias.
  private func paper(demandedBy text: String) -> (words: String, evidence: EvidenceType)? {
    let verbs = ["提交", "提供", "出示", "携带", "交验", "递交", "持有", "show", "submit", "hand in"]
    guard let verb = verbs.lazy.compactMap({ text.firstRange(of: $0) }).first else { return nil }
    let rest = text[verb.upperBound...].prefix { !"，。；".contains($0) }
    let named = catalogue.evidence.values.flatMap { evidence in
      ([evidence.name] + evidence.aliases).filter { $0.count > 2 && rest.contains($0) }.map { ($0, evidence) }
    }
    return named.max { ($0.0.count, $1.1.id) < ($1.0.count, $0.1.id) }
  }
}
