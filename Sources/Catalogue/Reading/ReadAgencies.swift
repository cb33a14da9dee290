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
      children: ["note", "address", "hours", "phone", "counter", "open"])
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
      counters: counters, notes: fields.statements("note", fields.checked(.yes)), span: element.span,
      opening: fields.children("open").compactMap(opening))
    add(agency, id, \.agencies, \.span, zh: "机构", en: "agency")
  }

  /// `days="1-5" from="08:30" to="12:00"`
  private func opening(_ element: Element) -> Agency.Opening? {
    let fields = Fields(element, sink, attributes: ["days", "from", "to"])
    guard fields.required("days") != nil, fields.required("from") != nil, fields.required("to") != nil else {
      return nil
    }
    var days: Set<Int> = []
    for (word, span) in fields.words("days") {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map {
        $0.utf8.count == 1 ? Int($0) ?? 0 : 0
      }
      guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last, first >= 1, first <= last,
        last <= 7
      else {
        sink.error(
          "bad-value", span, zh: "days 不能是 '\(word)'", en: "days cannot be '\(word)'",
          help: [Message(zh: "1 是星期一，7 是星期日，例如 1-5 或 6", en: "1 is Monday, 7 is Sunday: 1-5, or 6")])
        return nil
      }
      days.formUnion(first...last)
    }
    guard let from = minutes(fields, "from"), let to = minutes(fields, "to") else { return nil }
    guard from < to else {
      sink.error(
        "bad-value", element["to"]?.span ?? element.span, zh: "关门早于开门", en: "it closes before it opens",
        help: [Message(zh: "改正 from 或 to", en: "correct from or to")])
      return nil
    }
    return Agency.Opening(days: days, minutes: from..<to)
  }

  /// `08:30`, in minutes after midnight.
  private func minutes(_ fields: Fields, _ attribute: String) -> Int? {
    guard let found = fields.element[attribute], fields.text(attribute) != nil else { return nil }
    let parts = found.value.split(separator: ":", omittingEmptySubsequences: false)
    if parts.map(\.utf8.count) == [2, 2], parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    {
      return hour * 60 + minute
    }
    sink.error(
      "bad-value", found.span, zh: "'\(found.value)' 不是时刻", en: "'\(found.value)' is no time of day",
      help: [Message(zh: "写成 08:30 这样", en: "write it as 08:30")])
    return nil
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
        attributes: [
          "id", "name", "of", "unique", "issuer", "issuer-name", "validity", "checked", "basis", "whose", "form",
        ],
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
        checked: checked, span: child.span, form: fields.flag("form"), digest: child.digest)
      add(evidence, id, \.evidence, \.span, zh: "材料种类", en: "evidence type")
    }
  }
}
