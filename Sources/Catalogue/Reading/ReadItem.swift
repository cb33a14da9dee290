internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func item(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["id", "agency", "counter", "type", "checked"],
      children: [
        "name", "official", "alias", "who", "condition", "basis", "requirements", "steps", "time", "fees", "outputs",
        "validity", "deadline", "online", "agent", "pitfall", "facts-table", "note", "says", "refusal", "detail",
        "disclosure",
      ])
    guard let id = fields.id() else { return excuseFile() }
    matchesFileName(id, fields, en: "item")
    hasPage(id, fields)
    let checked = fields.checked(.yes)
    let agency = fields.requiredReference("agency", to: .agency) ?? ""
    let counter = fields.text("counter")
    if let counter, let span = element["counter"]?.span { itemCounters.append((id, counter, span)) }
    let name = fields.requiredText("name")
    let feesElement = fields.child("fees")
    let item = ServiceItem(
      id: id, name: name, official: fields.child("official").map { Fields($0, sink).content() } ?? name,
      aliases: fields.texts("alias"), type: fields.text("type"), agency: agency,
      who: single("who", fields, checked), conditions: fields.statements("condition", checked),
      bases: fields.children("basis").compactMap(legalBasis),
      requirements: list(fields.child("requirements"), ["requirement", "one-of", "catch-all"]) {
        requirements($0, checked)
      },
      steps: list(fields.child("steps"), ["step"]) { steps($0, agency, checked) },
      time: fields.child("time").map { time($0, checked) },
      fees: list(feesElement, ["fee-ref"], attributes: ["checked", "basis"]) { feeReferences($0) },
      feesChecked: feesElement.map {
        Fields($0, Sink(), attributes: ["none", "checked", "basis"], children: ["fee-ref"]).checked(checked)
      } ?? checked,
      outputs: fields.child("outputs").map { outputs($0) } ?? [], validity: single("validity", fields, checked),
      deadlines: fields.statements("deadline", checked), online: fields.statements("online", checked),
      agent: fields.child("agent").map { agentRule($0, checked) },
      pitfalls: fields.statements("pitfall", checked),
      tables: fields.children("facts-table").map { table($0, checked) },
      notes: fields.children("note").map { note($0, checked) }, checked: checked, span: element.span,
      refusal: single("refusal", fields, checked), says: fields.children("says").flatMap { sayings($0) },
      details: fields.children("detail").compactMap { detail($0, checked) },
      disclosure: fields.child("disclosure").map { disclosure($0, checked) }, counter: counter)
    let desks =
      (fields.child("requirements").map { requirements in
        requirements.children.flatMap { [$0] + $0.children + $0.children.flatMap(\.children) }
      } ?? []).filter { $0.name == "requirement" }
    let given = fields.child("outputs")?.children ?? []
    checkSteps(
      (desks + given).compactMap { child in child["step"].map { ($0.value, $0.span) } }, item.steps)
    add(item, id, \.items, \.span, zh: "事项", en: "item")
  }

  func note(_ element: Element, _ checked: Checked) -> ServiceItem.Note {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["for", "when"]))
    return ServiceItem.Note(
      reader: fields.choice("for", as: ServiceItem.Reader.self) ?? .reader, statement: fields.statement(checked))
  }

  private func single(_ name: String, _ fields: Fields, _ checked: Checked) -> Statement? {
    fields.child(name).map { Fields($0, sink, attributes: Fields.sourcing.union(["when"])).statement(checked) }
  }

  /// A wrapper of a list: absent = not stated, `none="yes"` = known to be none.
  private func list<Value>(
    _ element: Element?, _ children: Set<String>, attributes: Set<String> = [], _ read: (Fields) -> [Value]
  ) -> Stated<[Value]> {
    guard let element else { return .notStated }
    let fields = Fields(element, sink, attributes: attributes.union(["none"]), children: children)
    let values = read(fields)
    if fields.isNone(hasContent: !element.children.isEmpty) { return .none }
    if values.isEmpty, element.children.isEmpty {
      sink.error(
        "empty-element", element.span, zh: "<\(element.name)> 是空的", en: "<\(element.name)> is empty",
        help: [
          Message(
            zh: "确实没有就写 none=\"yes\"；不知道就删掉", en: "write none=\"yes\" if there is none, leave it out if it is not known"
          )
        ])
    }
    return .known(values)
  }

  private func sayings(_ element: Element) -> [ServiceItem.Saying] {
    let facts = ServiceItem.Saying.Fact.allCases
    let fields = Fields(element, sink, attributes: Set(facts.map(\.rawValue)).union(["agency"]))
    guard let agency = fields.requiredReference("agency", to: .agency) else { return [] }
    if facts.allSatisfy({ element[$0.rawValue] == nil }) {
      sink.error(
        "missing-attribute", element.span, zh: "<says> 没有写指南说了什么", en: "<says> lacks what the guide says",
        help: [Message(zh: "加上 phone、hours 或 address", en: "add phone, hours or address")])
    }
    return facts.compactMap { fact in
      fields.text(fact.rawValue).map { text in
        ServiceItem.Saying(
          agency: agency, fact: fact, text: text, span: element[fact.rawValue]?.span ?? element.span)
      }
    }
  }

  private func detail(_ element: Element, _ checked: Checked) -> ServiceItem.Detail? {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["element", "none"]))
    guard fields.required("element") != nil, let kind = fields.choice("element", as: GuideElement.self) else {
      return nil
    }
    guard kind.isDetail else {
      sink.error(
        "bad-detail", element["element"]?.span ?? element.span, zh: "'\(kind.rawValue)' 有自己的写法，不写成 <detail>",
        en: "'\(kind.rawValue)' has a place of its own and is no <detail>",
        help: [Message(zh: "见 docs/catalogue.zh-CN.md：\(kind.place)", en: "see docs/catalogue.md: \(kind.place)")])
      return nil
    }
    if fields.isNone(hasContent: !element.text.isEmpty) {
      return ServiceItem.Detail(element: kind, content: .none, span: element.span)
    }
    return ServiceItem.Detail(element: kind, content: .known(fields.statement(checked)), span: element.span)
  }

  private func legalBasis(_ element: Element) -> ServiceItem.LegalBasis? {
    let fields = Fields(element, sink, attributes: ["law", "article", "checked"])
    guard let law = fields.requiredReference("law", to: .law) else { return nil }
    return ServiceItem.LegalBasis(
      citation: Citation(law: law, article: fields.text("article")), gist: element.text, span: element.span)
  }

  private func time(_ element: Element, _ checked: Checked) -> ProcessingTime {
    let fields = Fields(
      element, sink, attributes: Fields.sourcing.union(["statutory", "promised", "unit"]), children: ["excluding"])
    let unit = fields.choice("unit", as: DayUnit.self)
    // Said once, and not at all where the unit itself is wrong.
    var knowsUnit = element["unit"] != nil
    func limit(_ attribute: String) -> Stated<TimeLimit> {
      guard let found = element[attribute] else { return .notStated }
      switch found.value {
      case "instant": return .known(.instant)
      case "none": return .none
      default:
        guard let days = fields.count(attribute, or: ["instant", "none"]) else { return .notStated }
        guard let unit else {
          if knowsUnit { return .notStated }
          knowsUnit = true
          sink.error(
            "missing-unit", found.span, zh: "\(days) 天没有写单位", en: "\(days) days of which kind",
            help: [
              Message(
                zh: "加上 unit=\"workingDays\"（工作日）或 unit=\"calendarDays\"（自然日）",
                en: "add unit=\"workingDays\" or unit=\"calendarDays\"")
            ])
          return .notStated
        }
        return .known(.within(Duration(days: days, unit: unit)))
      }
    }
    return ProcessingTime(
      statutory: limit("statutory"), promised: limit("promised"), remark: element.text, basis: fields.basis(),
      checked: fields.checked(checked), span: element.span,
      excluding: fields.statements("excluding", fields.checked(checked)))
  }

  private func feeReferences(_ fields: Fields) -> [FeeReference] {
    fields.children("fee-ref").compactMap { child in
      let reference = Fields(child, sink, attributes: ["id", "when"])
      guard let id = reference.requiredReference("id", to: .fee) else { return nil }
      return FeeReference(fee: id, when: reference.when(), span: child.span)
    }
  }

  private func outputs(_ element: Element) -> [ServiceItem.Output] {
    let list = Fields(element, sink, attributes: ["none"], children: ["output"])
    _ = list.isNone(hasContent: !element.children.isEmpty)
    return list.children("output").map { child in
      let fields = Fields(child, sink, attributes: Fields.sourcing.union(["evidence", "of", "when", "step"]))
      return ServiceItem.Output(
        evidence: fields.reference("evidence", to: .evidence), of: fields.reference("of", to: .subject),
        text: fields.content(), when: fields.when(),
        span: child.span, step: fields.text("step"))
    }
  }

  private func agentRule(_ element: Element, _ checked: Checked) -> ServiceItem.AgentRule {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["allowed"]))
    return ServiceItem.AgentRule(
      allowed: fields.choice("allowed", as: ServiceItem.AgentRule.Allowed.self), statement: fields.statement(checked))
  }

  private func table(_ element: Element, _ checked: Checked) -> ServiceItem.FactsTable {
    let fields = Fields(element, sink, attributes: ["title", "checked", "basis"], children: ["row"])
    let rows = fields.children("row").map { child in
      let row = Fields(child, sink, attributes: Fields.sourcing.union(["name", "when"]))
      return ServiceItem.FactsTable.Row(
        name: row.required("name") ?? "", statement: row.statement(fields.checked(checked)))
    }
    return ServiceItem.FactsTable(title: fields.required("title") ?? "", rows: rows)
  }
}
