internal import Diagnostics
internal import XMLFile

/// What a scenario says of its members together: shared sets of papers, quantities, planned days.
extension CatalogueReader {
  func dossier(_ element: Element, _ checked: Checked) -> Scenario.Dossier? {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["members"]))
    guard fields.required("members") != nil else { return nil }
    let members = fields.references("members", to: .member)
    if Set(members).count < 2, let attribute = element["members"] {
      sink.error(
        "bad-dossier", attribute.span, zh: "一套材料至少由两个成员合用", en: "one set of papers is shared by two members at least",
        help: [Message(zh: "列出合用的成员，用空格隔开", en: "name the members that share it, separated by spaces")])
      return nil
    }
    return Scenario.Dossier(
      members: members, text: fields.content(), basis: fields.basis(), checked: fields.checked(checked),
      span: element.span)
  }

  func quantities(_ fields: Fields) -> [String: Int] {
    var result: [String: Int] = [:]
    for child in fields.children("quantity") {
      let quantity = Fields(child, sink, attributes: ["per", "is"])
      guard let unit = quantity.required("per"), quantity.required("is") != nil, let count = quantity.count("is")
      else { continue }
      if count < 1, let attribute = child["is"] {
        sink.error(
          "bad-number", attribute.span, zh: "is 至少是 1", en: "is must be 1 at least",
          help: [Message(zh: "不用交的，改 <fee-ref> 的条件", en: "for what is not due, correct the condition of the <fee-ref>")])
        continue
      }
      result[unit] = count
    }
    return result
  }

  func planned(_ element: Element) -> Scenario.PlannedDay? {
    let fields = Fields(element, sink, attributes: ["member", "step", "day"])
    guard let member = fields.requiredReference("member", to: .member), let step = fields.required("step"),
      fields.required("day") != nil, let day = fields.count("day")
    else { return nil }
    return Scenario.PlannedDay(member: member, step: step, day: day, span: element.span)
  }

  /// Members in two sets of papers, and steps that the members' items do not have.
  func checkArrangements(_ scenario: Scenario) {
    var seen: [String: Span] = [:]
    for dossier in scenario.dossiers {
      for member in Set(dossier.members).sorted() {
        if let earlier = seen[member] {
          sink.error(
            "bad-dossier", dossier.span, zh: "成员 '\(member)' 已经在另一套材料里", en: "member '\(member)' already shares another set",
            notes: [Diagnostic.Note(Message(zh: "另一套在这里", en: "the other is here"), at: earlier)],
            help: [Message(zh: "一个成员只在一套里", en: "a member is in one set only")])
        }
        seen[member] = dossier.span
      }
    }
    func check(_ step: String?, of member: String, _ span: Span) {
      guard let step, let id = scenario.members.first(where: { $0.id == member })?.item, let item = catalogue.items[id],
        !faultyFiles.contains(item.span.file)
      else { return }
      let known = item.stepsOrWhole.map(\.id)
      if known.contains(step) { return }
      sink.error(
        "unknown-step", span, zh: "事项 '\(id)' 没有步骤 '\(step)'", en: "item '\(id)' has no step '\(step)'",
        notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: item.span)],
        help: suggestion(for: step, among: known))
    }
    for edge in scenario.edges {
      check(edge.firstStep, of: edge.first, edge.span)
      check(edge.thenStep, of: edge.then, edge.span)
    }
    for planned in scenario.planned { check(planned.step, of: planned.member, planned.span) }
  }
}
