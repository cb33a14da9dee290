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
    var first: [String: Span] = [:]
    for child in fields.children("quantity") {
      let quantity = Fields(child, sink, attributes: ["per", "is"])
      guard let unit = quantity.required("per"), quantity.required("is") != nil, let count = quantity.count("is")
      else { continue }
      if count < 1, let attribute = child["is"] {
        sink.error(
          "bad-number", attribute.span, zh: "数量至少是 1", en: "a quantity is 1 at least",
          help: [Message(zh: "不用交的，改 <fee-ref> 的条件", en: "for what is not due, correct the condition of the <fee-ref>")]
        )
        continue
      }
      if let earlier = first[unit] {
        saidTwice(child.span, earlier, zh: "“\(unit)”的数量写了两次", en: "the number of '\(unit)' is given twice")
        continue
      }
      first[unit] = child["per"]?.span ?? child.span
      result[unit] = count
    }
    quantityPlaces[fields.element.span.file] = first
    return result
  }

  func plannedDays(_ fields: Fields) -> [Scenario.PlannedDay] {
    struct Place: Hashable {
      var member: String
      var step: String
    }
    var first: [Place: Span] = [:]
    return fields.children("planned").compactMap { child in
      let fields = Fields(child, sink, attributes: ["member", "step", "day"])
      let member = fields.requiredReference("member", to: .member)
      guard let member, fields.required("step") != nil, let step = step(fields, "step", of: member),
        fields.required("day") != nil, let day = fields.count("day")
      else { return nil }
      if let earlier = first.updateValue(child.span, forKey: Place(member: member, step: step)) {
        saidTwice(
          child.span, earlier, zh: "'\(member)' 的步骤 '\(step)' 排了两次",
          en: "step '\(step)' of '\(member)' is planned twice")
        return nil
      }
      return Scenario.PlannedDay(member: member, step: step, day: day, span: child.span)
    }
  }

  /// The name of a member's step; which steps the member's item has is known when all files are read.
  func step(_ fields: Fields, _ attribute: String, of member: String) -> String? {
    guard let step = fields.text(attribute) else { return nil }
    fields.refer(to: step, owner: member, .step, attribute)
    return step
  }

  private func saidTwice(_ span: Span, _ earlier: Span, zh: String, en: String) {
    sink.error(
      "duplicate-id", span, zh: zh, en: en,
      notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "first given here"), at: earlier)],
      help: [Message(zh: "只留一个", en: "keep one")])
  }

  /// Members in two sets of papers, and numbers of what nobody charges for.
  func checkArrangements(_ scenario: Scenario) {
    var seen: [String: Span] = [:]
    for dossier in scenario.dossiers {
      for member in Set(dossier.members).sorted() {
        if let earlier = seen[member] {
          sink.error(
            "bad-dossier", dossier.span, zh: "成员 '\(member)' 已经在另一套材料里",
            en: "member '\(member)' already shares another set",
            notes: [Diagnostic.Note(Message(zh: "另一套在这里", en: "the other is here"), at: earlier)],
            help: [Message(zh: "一个成员只在一套里", en: "a member is in one set only")])
        }
        seen[member] = dossier.span
      }
    }
    let items = scenario.members.compactMap { catalogue.items[$0.item] }
    let fees = items.flatMap { ($0.fees.value ?? []).compactMap { catalogue.fees[$0.fee] } }
    let files = items.map(\.span.file) + fees.map(\.span.file)
    guard items.count == scenario.members.count, faultyFiles.isDisjoint(with: files) else { return }
    let units = Set(fees.compactMap(\.per))
    for (unit, span) in (quantityPlaces[scenario.span.file] ?? [:]).sorted(by: { $0.key < $1.key })
    where !units.contains(unit) {
      sink.error(
        "quantity-without-fee", span, zh: "这件事没有按“\(unit)”收的费", en: "nothing here is charged by '\(unit)'",
        help: suggestion(for: unit, among: units))
    }
  }
}
