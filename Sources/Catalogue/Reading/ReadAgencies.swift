internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func agencies(_ element: Element) {
    let fields = Fields(element, sink, children: ["agency", "hall"])
    for child in fields.children("agency") { agency(child) }
    for child in fields.children("hall") {
      let hall = Fields(child, sink, attributes: ["id", "name"])
      guard let id = hall.id() else { continue }
      add(
        Hall(id: id, name: hall.required("name") ?? "", span: child.span), id, \.halls, \.span, zh: "大厅", en: "hall")
    }
  }

  private func agency(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["id", "kind", "name", "short", "hall", "checked", "basis"],
      children: ["note", "address", "hours", "phone", "counter"])
    guard let id = fields.id() else { return }
    hasPage(id, fields)
    let name = fields.required("name") ?? ""
    _ = fields.required("kind")
    let counters = fields.children("counter").compactMap { child -> Agency.Counter? in
      let counter = Fields(child, sink, attributes: ["id"])
      return counter.id().map { Agency.Counter(id: $0, name: counter.content(), span: child.span) }
    }
    unique(counters.map { ($0.id, $0.span) }, zh: "窗口", en: "counter")
    let agency = Agency(
      id: id, kind: fields.choice("kind", as: Agency.Kind.self) ?? .government, name: name,
      short: fields.text("short") ?? name, hall: fields.reference("hall", to: .hall),
      address: local(fields.child("address")),
      hours: local(fields.child("hours")), phones: fields.children("phone").compactMap { local($0).value },
      counters: counters, notes: fields.statements("note", fields.checked(.yes)), span: element.span)
    add(agency, id, \.agencies, \.span, zh: "机构", en: "agency")
  }

  private func local(_ element: Element?) -> Stated<Agency.LocalFact> {
    guard let element else { return .notStated }
    let fields = Fields(element, sink, attributes: ["sample", "none", "checked", "basis"])
    if fields.isNone(hasContent: !element.text.isEmpty) { return .none }
    return .known(Agency.LocalFact(text: fields.content(), sample: fields.flag("sample")))
  }

  func evidenceTypes(_ element: Element) {
    for child in Fields(element, sink, children: ["evidence"]).children("evidence") {
      let fields = Fields(
        child, sink,
        attributes: ["id", "name", "of", "unique", "issuer", "issuer-name", "validity", "checked", "basis", "whose"],
        children: ["alias", "get", "lookup", "note", "class"])
      guard let id = fields.id() else { continue }
      hasPage(id, fields)
      let checked = fields.checked(.yes)
      _ = fields.required("of")
      let evidence = EvidenceType(
        id: id, name: fields.required("name") ?? "", holder: fields.choice("of", as: EvidenceType.Holder.self) ?? .case,
        whose: fields.reference("whose", to: .subject), unique: fields.flag("unique"),
        issuer: fields.reference("issuer", to: .agency), issuerName: fields.text("issuer-name"),
        validity: fields.text("validity"), aliases: fields.texts("alias"), get: fields.statements("get", checked),
        lookup: fields.statements("lookup", checked), notes: fields.statements("note", checked),
        resolutions: fields.children("class").map { group in
          let inner = Fields(group, sink, attributes: ["when", "basis", "checked"], children: ["evidence-ref"])
          if inner.children("evidence-ref").isEmpty {
            sink.error(
              "class-empty", group.span, zh: "<class> 里没有列出证件", en: "<class> names no document",
              help: [Message(zh: "加上 <evidence-ref id=\"…\"/>", en: "add <evidence-ref id=\"…\"/>")])
          }
          return EvidenceType.Resolution(
            when: inner.when(),
            parts: inner.children("evidence-ref").compactMap { child in
              let part = Fields(child, sink, attributes: ["id", "treat"])
              return part.requiredReference("id", to: .evidence).map {
                .init(evidence: $0, treatment: part.choice("treat", as: Requirement.Treatment.self))
              }
            },
            span: group.span)
        },
        checked: checked, span: child.span)
      add(evidence, id, \.evidence, \.span, zh: "材料种类", en: "evidence type")
    }
  }
}
