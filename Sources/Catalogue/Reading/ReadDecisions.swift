internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func decisions(_ element: Element) {
    for child in Fields(element, sink, children: ["decision"]).children("decision") {
      guard let decision = decision(child) else { continue }
      add(decision, decision.id, \.decisions, \.span, zh: "决定", en: "decision")
    }
  }

  private func decision(_ element: Element) -> Decision? {
    let fields = Fields(
      element, sink, attributes: ["id", "do", "by", "second", "on", "until"], children: ["source", "reason"])
    let id = fields.id()
    _ = fields.required("do")
    let verdict = fields.choice("do", as: Decision.Verdict.self)
    let by = fields.required("by")
    let date = fields.requiredDay("on")
    let reason = fields.requiredText("reason")
    let second = fields.text("second")
    let sources = fields.children("source").compactMap(source)
    guard let id, let verdict, let by, let date else { return nil }
    if let second, second == by, let attribute = element["second"] {
      sink.error(
        "same-person", attribute.span, zh: "第二个人不能是同一个人", en: "the second person is the same as the first",
        help: [Message(zh: "请另一个人复核", en: "have somebody else look at it")])
      return nil
    }
    // What makes a list shorter takes two people.
    if verdict != .split, element["second"] == nil { _ = fields.required("second") }
    if verdict != .split, second == nil { return nil }
    let types = sources.count { if case .evidence = $0.place { true } else { false } }
    let enough =
      switch verdict {
      case .merge: sources.count >= 2 && (types == 0 || types == sources.count)
      case .drop: !sources.isEmpty && types == 0
      case .split: types == 0 ? !sources.isEmpty : types == 2 && sources.count == 2
      }
    guard enough else {
      if sources.count == fields.children("source").count {
        sink.error(
          "bad-decision", element.span, zh: "do=\"\(verdict.rawValue)\" 的 <source> 不合适",
          en: "these <source>s do not fit do=\"\(verdict.rawValue)\"",
          help: [
            Message(
              zh: "merge 要两条以上材料要求，或两种以上材料；split 要一条以上材料要求，或正好两种材料；drop 要一条以上材料要求",
              en:
                "merge takes two or more requirements, or evidence types; split one or more requirements, or exactly two evidence types; drop one or more requirements"
            )
          ])
      }
      return nil
    }
    return Decision(
      id: id, verdict: verdict, sources: sources, by: by, second: second, reason: reason, date: date,
      until: fields.day("until"), span: element.span)
  }

  private func source(_ element: Element) -> Decision.Source? {
    let fields = Fields(element, sink, attributes: ["item", "requirement", "evidence", "hash"])
    guard let digest = fields.required("hash") else { return nil }
    if element["evidence"] != nil {
      guard let evidence = fields.requiredReference("evidence", to: .evidence) else { return nil }
      return Decision.Source(place: .evidence(evidence), digest: digest, span: element.span)
    }
    guard let item = fields.requiredReference("item", to: .item), let requirement = fields.required("requirement")
    else { return nil }
    return Decision.Source(place: .requirement(item: item, id: requirement), digest: digest, span: element.span)
  }

  /// Decisions on requirements that their items do not have.
  func checkDecisions() {
    for decision in catalogue.decisions.values.sorted(by: { $0.id < $1.id }) {
      for source in decision.sources {
        guard case .requirement(let item, let id) = source.place, let found = catalogue.items[item],
          !faultyFiles.contains(found.span.file)
        else { continue }
        let known = (found.requirements.value ?? []).flatMap(\.all).map(\.id)
        if known.contains(id) { continue }
        sink.error(
          "unknown-requirement", source.span, zh: "事项 '\(item)' 没有材料要求 '\(id)'",
          en: "item '\(item)' has no requirement '\(id)'",
          notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: found.span)],
          help: suggestion(for: id, among: known))
      }
    }
  }
}
