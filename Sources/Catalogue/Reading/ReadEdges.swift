internal import Diagnostics
internal import XMLFile

/// How a scenario's members, or steps of theirs, hang together.
extension CatalogueReader {
  func edges(_ element: Element, _ checked: Checked) -> [Scenario.Edge] {
    let steps = Fields.sourcing.union(["then", "first-step", "then-step"])
    _ = Fields(element, sink, children: ["handover", "before", "wait"])
    return element.children.compactMap { child in
      switch child.name {
      case "handover":
        let fields = Fields(child, sink, attributes: Fields.sourcing.union(["from", "to", "evidence"]))
        guard let evidence = fields.requiredReference("evidence", to: .evidence) else { return nil }
        return edge(fields, "from", "to", .handover(evidence: evidence), checked)
      case "before":
        let fields = Fields(child, sink, attributes: steps.union(["first", "until", "better"]))
        let until = fields.choice("until", as: Until.self)
        if let attribute = child["until"], child["then-step"] != nil {
          sink.error(
            "until-with-step", attribute.nameSpan, zh: "until 和 then-step 只能写一个",
            en: "until and then-step exclude each other",
            help: [
              Message(
                zh: "then-step 已经说了先于哪一步，删去 until", en: "then-step says which step comes after: remove until")
            ])
        }
        return edge(fields, "first", "then", .before(result: until == .result), checked)
      case "wait":
        let fields = Fields(child, sink, attributes: steps.union(["after", "days", "unit"]))
        guard fields.required("days") != nil, fields.required("unit") != nil, let days = fields.count("days"),
          let unit = fields.choice("unit", as: DayUnit.self)
        else { return nil }
        return edge(fields, "after", "then", .wait(Duration(days: days, unit: unit)), checked)
      default: return nil
      }
    }
  }

  private func edge(
    _ fields: Fields, _ first: String, _ then: String, _ kind: Scenario.Edge.Kind, _ checked: Checked
  ) -> Scenario.Edge? {
    guard let a = fields.requiredReference(first, to: .member), let b = fields.requiredReference(then, to: .member)
    else { return nil }
    return Scenario.Edge(
      first: a, then: b, kind: kind, reason: fields.element.text, basis: fields.basis(),
      checked: fields.checked(checked), span: fields.element.span, firstStep: step(fields, "first-step", of: a),
      thenStep: step(fields, "then-step", of: b), soft: fields.flag("better"))
  }
}

enum Until: String, CaseIterable { case result }
