internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func guideline(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["title", "number", "checked"], children: ["demand", "extra"])
    if let earlier = catalogue.guideline {
      return sink.error(
        "duplicate-guideline", element.span, zh: "目录里有两个 <guideline>",
        en: "the catalogue has two <guideline> files",
        notes: [Diagnostic.Note(Message(zh: "另一个在这里", en: "the other is here"), at: earlier.span)],
        help: [Message(zh: "只留一个", en: "keep one")])
    }
    var ids: [(String, Span)] = []
    let demands = fields.children("demand").compactMap { child -> Guideline.Demand? in
      let demand = Fields(child, sink, attributes: ["id", "name", "item"])
      let name = demand.required("name")
      guard let id = demand.id() else { return nil }
      ids.append((id, child["id"]?.span ?? child.span))
      // An item that is not there is what the guideline lacks, not a name used by mistake.
      let item = demand.text("item")
      return Guideline.Demand(
        id: id, name: name ?? "", item: item, span: child["item"]?.span ?? child.span)
    }
    unique(ids, zh: "指引条目", en: "demand")
    catalogue.guideline = Guideline(
      title: fields.required("title") ?? "", number: fields.required("number") ?? "",
      demands: demands,
      extras: fields.children("extra").compactMap { child in
        let extra = Fields(child, sink, attributes: ["item"])
        let reason = extra.content()
        return extra.requiredReference("item", to: .item).map {
          Guideline.Extra(item: $0, reason: reason, span: child.span)
        }
      },
      checked: fields.checked(.no), span: element.span)
  }
}
