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
    if verdict != .split, second == nil {
      guard element["second"] == nil else { return nil }
      sink.error(
        "missing-attribute", element.span, zh: "do=\"\(verdict.rawValue)\" 要两个人定，缺少属性 'second'",
        en: "do=\"\(verdict.rawValue)\" takes two people: <decision> lacks the attribute 'second'",
        help: [Message(zh: "请另一个人复核，加上 second=\"…\"", en: "have somebody else look at it and add second=\"…\"")])
      return nil
    }
    let until = fields.day("until")
    if let until, until < date, let attribute = element["until"] {
      sink.error(
        "bad-date", attribute.span, zh: "\(until) 在作决定的 \(date) 之前",
        en: "\(until) is before \(date), when it was decided",
        help: [Message(zh: "until 是有效的最后一天", en: "until is the last day on which it holds")])
      return nil
    }
    let places = Set(sources.map(\.place))
    let types = places.count { if case .evidence = $0 { true } else { false } }
    let enough =
      switch verdict {
      case .merge: places.count >= 2 && (types == 0 || types == places.count)
      case .drop: !places.isEmpty && types == 0
      case .split: types == 0 ? !places.isEmpty : types == 2 && places.count == 2
      }
    guard enough else {
      if sources.count == fields.children("source").count {
        sink.error(
          "bad-decision", element.span, zh: "do=\"\(verdict.rawValue)\" 的 <source> 不合适",
          en: "these <source>s do not fit do=\"\(verdict.rawValue)\"",
          help: [sourcesWanted(verdict)])
      }
      return nil
    }
    return Decision(
      id: id, verdict: verdict, sources: sources, by: by, second: second, reason: reason, date: date,
      until: until, span: element.span)
  }

  private func sourcesWanted(_ verdict: Decision.Verdict) -> Message {
    switch verdict {
    case .merge:
      Message(zh: "写两条以上不同的材料要求，或两种以上材料", en: "name two or more different requirements, or two or more evidence types")
    case .split:
      Message(zh: "写一条以上材料要求，或正好两种材料", en: "name one or more requirements, or exactly two evidence types")
    case .drop: Message(zh: "写一条以上材料要求", en: "name one or more requirements")
    }
  }

  private func source(_ element: Element) -> Decision.Source? {
    let fields = Fields(element, sink, attributes: ["item", "requirement", "evidence", "hash"])
    let digest = fields.required("hash")
    if element["evidence"] != nil {
      guard element["item"] == nil, element["requirement"] == nil else {
        sink.error(
          "bad-source", element.span, zh: "<source> 指一条材料要求，或一种材料，只能指一样",
          en: "a <source> names either a requirement or an evidence type",
          help: [Message(zh: "写 item 和 requirement，或者只写 evidence", en: "write item and requirement, or evidence alone")]
        )
        return nil
      }
      guard let evidence = fields.requiredReference("evidence", to: .evidence), let digest else { return nil }
      return Decision.Source(place: .evidence(evidence), digest: digest, span: element["hash"]?.span ?? element.span)
    }
    let item = fields.requiredReference("item", to: .item)
    guard let requirement = fields.required("requirement"), let item, let digest else { return nil }
    fields.refer(to: requirement, owner: item, .requirement, "requirement")
    return Decision.Source(
      place: .requirement(item: item, id: requirement), digest: digest, span: element["hash"]?.span ?? element.span)
  }
}
