internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func requirements(_ fields: Fields, _ checked: Checked) -> [RequirementLine] {
    let lines = fields.element.children.compactMap { child -> RequirementLine? in
      switch child.name {
      case "requirement": requirement(child, checked).map { .single($0) }
      case "one-of": oneOf(child, checked)
      case "catch-all": catchAll(child)
      default: nil
      }
    }
    let ids = lines.flatMap { line -> [(String, Span)] in
      let inner = line.all.map { ($0.id, $0.span) }
      return switch line {
      case .oneOf(let choice): [(choice.id, choice.span)] + inner
      case .catchAll(let entry): [(entry.id, entry.span)]
      case .single: inner
      }
    }
    unique(ids, zh: "材料要求", en: "requirement")
    return lines
  }

  /// Read as it stands: which scenarios it spoils is said when they are merged.
  private func catchAll(_ element: Element) -> RequirementLine? {
    let fields = Fields(element, sink, attributes: ["id"])
    guard let id = fields.id() else { return nil }
    return .catchAll(CatchAll(id: id, text: fields.content(), span: element.span))
  }

  private func oneOf(_ element: Element, _ checked: Checked) -> RequirementLine? {
    let fields = Fields(
      element, sink, attributes: ["id", "when", "basis", "checked", "pick"], children: ["requirement", "all-of"])
    guard let id = fields.id() else { return nil }
    let inner = fields.checked(checked)
    let alternatives = element.children.compactMap { child -> [Requirement]? in
      switch child.name {
      case "requirement": requirement(child, inner).map { [$0] }
      case "all-of": allOf(child, inner)
      default: nil
      }
    }
    // One that could not be read is reported, and counts.
    let count = element.children.count { ["requirement", "all-of"].contains($0.name) }
    if count < 2 {
      sink.error(
        "single-alternative", element.span, zh: "<one-of> 里至少要有两种选择", en: "<one-of> needs at least two alternatives",
        help: [Message(zh: "只有一种就直接写 <requirement>", en: "write a plain <requirement> if there is only one")])
    }
    let pick = fields.count("pick") ?? 1
    if let attribute = element["pick"], count > 1, !(1..<count).contains(pick) {
      sink.error(
        "bad-pick", attribute.span, zh: "\(count) 种里不能任选 \(pick) 种", en: "one cannot choose \(pick) of \(count)",
        help: [
          Message(
            zh: "写 1 到 \(count - 1)；全都要就分开写成几条 <requirement>",
            en: "write 1 to \(count - 1); if all are needed, write them as separate <requirement>s")
        ])
      return nil
    }
    return .oneOf(
      Choice(id: id, alternatives: alternatives, pick: pick, when: fields.when(), span: element.span))
  }

  private func allOf(_ element: Element, _ checked: Checked) -> [Requirement] {
    if element.children.isEmpty {
      sink.error(
        "empty-element", element.span, zh: "<all-of> 是空的", en: "<all-of> is empty",
        help: [Message(zh: "写上这一种选择要的材料，或删去", en: "write the papers of this alternative, or remove it")])
    }
    return Fields(element, sink, children: ["requirement"]).children("requirement").compactMap {
      requirement($0, checked)
    }
  }

  private func requirement(_ element: Element, _ checked: Checked) -> Requirement? {
    let fields = Fields(
      element, sink,
      attributes: Fields.sourcing.union([
        "id", "evidence", "of", "treat", "endorse", "originals", "copies", "certified", "necessity", "due-days", "when",
        "from", "max-age", "min-remaining", "called", "template", "template-version", "media", "step",
      ]), children: ["waiver", "note", "spec"])
    let id = fields.id()
    let evidence = fields.requiredReference("evidence", to: .evidence)
    _ = fields.required("treat")
    guard let id, let evidence else { return nil }
    let sure = fields.checked(checked)
    var notes = fields.statements("note", sure)
    if !element.text.isEmpty {
      notes.insert(
        Statement(text: element.text, basis: fields.basis(), checked: sure, when: .always, span: element.textSpan),
        at: 0)
    }
    let treatment = fields.choice("treat", as: Requirement.Treatment.self) ?? .show
    if fields.flag("endorse"), treatment != .show, let attribute = element["endorse"] {
      sink.error(
        "endorse-without-show", attribute.nameSpan, zh: "签注只用在 treat=\"show\"（看后退还）上",
        en: "endorse goes with treat=\"show\" only",
        help: [Message(zh: "改成 treat=\"show\"，或删掉 endorse", en: "write treat=\"show\", or remove endorse")])
    }
    let necessity = fields.choice("necessity", as: Requirement.Necessity.self)
    // Of a necessity that cannot be read nobody knows.
    if let attribute = element["due-days"], necessity != .deferrable, necessity != nil || element["necessity"] == nil {
      sink.error(
        "due-days-without-deferral", attribute.nameSpan, zh: "due-days 只用在 necessity=\"deferrable\"（容缺）上",
        en: "due-days goes with necessity=\"deferrable\" only",
        help: [
          Message(
            zh: "加上 necessity=\"deferrable\"，或删掉 due-days", en: "add necessity=\"deferrable\", or remove due-days")
        ])
    }
    return Requirement(
      id: id, evidence: evidence, of: fields.reference("of", to: .subject), treatment: treatment,
      endorsed: fields.flag("endorse"),
      originals: fields.statedCount("originals"), copies: fields.statedCount("copies"),
      certified: fields.statedCount("certified"),
      necessity: necessity ?? .required,
      dueDays: fields.count("due-days"), when: fields.when(), from: fields.reference("from", to: .agency),
      maxAge: fields.count("max-age"),
      minRemaining: fields.count("min-remaining"), notes: notes,
      waivers: fields.children("waiver").compactMap { waiver($0, sure) }, basis: fields.basis(), checked: sure,
      span: element.span, called: called(fields, evidence), template: template(fields),
      specification: specification(fields), media: media(fields), step: fields.text("step"), digest: element.digest)
  }

  private func waiver(_ element: Element, _ checked: Checked) -> Requirement.Waiver? {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["how", "when"]))
    guard fields.required("how") != nil, let how = fields.choice("how", as: Requirement.Waiver.How.self) else {
      return nil
    }
    return Requirement.Waiver(
      how: how, fallback: fields.content(), basis: fields.basis(), checked: fields.checked(checked),
      when: fields.when())
  }
}
