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
      case "all-of":
        Fields(child, sink, children: ["requirement"]).children("requirement").compactMap { requirement($0, inner) }
      default: nil
      }
    }
    if alternatives.count < 2 {
      sink.error(
        "single-alternative", element.span, zh: "<one-of> 里至少要有两种选择", en: "<one-of> needs at least two alternatives",
        help: [Message(zh: "只有一种就直接写 <requirement>", en: "write a plain <requirement> if there is only one")])
    }
    let pick = fields.count("pick") ?? 1
    if let attribute = element["pick"], alternatives.count > 1, !(1..<alternatives.count).contains(pick) {
      sink.error(
        "bad-pick", attribute.span, zh: "\(alternatives.count) 种里不能任选 \(pick) 种",
        en: "one cannot choose \(pick) of \(alternatives.count)",
        help: [
          Message(
            zh: "写 1 到 \(alternatives.count - 1)；全都要就分开写成几条 <requirement>",
            en: "write 1 to \(alternatives.count - 1); if all are needed, write them as separate <requirement>s")
        ])
      return nil
    }
    return .oneOf(
      Choice(id: id, alternatives: alternatives, pick: pick, when: fields.when(), span: element.span))
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
    return Requirement(
      id: id, evidence: evidence, of: fields.reference("of", to: .subject), treatment: treatment,
      endorsed: fields.flag("endorse"),
      originals: fields.statedCount("originals"), copies: fields.statedCount("copies"),
      certified: fields.statedCount("certified"),
      necessity: fields.choice("necessity", as: Requirement.Necessity.self) ?? .required,
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

  /// Steps that requirements and outputs name, once the item's steps are known.
  func checkSteps(_ names: [(String, Span)], _ steps: Stated<[Step]>) {
    let known = Set((steps.value ?? []).map(\.id))
    for (name, span) in names where !known.contains(name) && !sink.excused.contains(name) {
      sink.error(
        "unknown-step", span, zh: "没有步骤 '\(name)'", en: "there is no step '\(name)'",
        help: suggestion(for: name, among: known))
    }
  }

  func steps(_ fields: Fields, _ agency: String, _ checked: Checked) -> [Step] {
    var previous: String?
    let steps = fields.children("step").compactMap { child -> Step? in
      let step = step(child, agency, previous, checked)
      previous = step?.id ?? previous
      return step
    }
    unique(steps.map { ($0.id, $0.span) }, zh: "步骤", en: "step")
    let known = Set(fields.children("step").compactMap { $0["id"]?.value })
    for child in fields.children("step") {
      for (earlier, span) in Fields(child, Sink(), attributes: [], children: []).words("after")
      where !known.contains(earlier) && child["after"]?.value != "none" {
        sink.error(
          "unknown-step", span, zh: "没有步骤 '\(earlier)'", en: "there is no step '\(earlier)'",
          help: suggestion(for: earlier, among: known))
      }
    }
    checkOrder(of: steps)
    return steps
  }

  /// Steps that wait for each other. Of two steps with one id nobody can tell which is meant: that is reported.
  private func checkOrder(of steps: [Step]) {
    let known = Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard known.count == steps.count else { return }
    for step in steps where step.after.contains(step.id) {
      sink.error(
        "step-cycle", step.span, zh: "步骤 '\(step.id)' 要等自己", en: "step '\(step.id)' waits for itself",
        help: [Message(zh: "改正 after", en: "correct its after")])
    }
    // From each step to those that it waits for.
    let earlier = known.mapValues { step in Set(step.after).subtracting([step.id]) }
    for round in rounds(steps.map(\.id), earlier) {
      let spans = round.dropLast().compactMap { known[$0]?.span }.sorted { $0.offset < $1.offset }
      guard let place = spans.first else { continue }
      let list = round.reversed().joined(separator: " → ")
      sink.error(
        "step-cycle", place, zh: "这些步骤互相等待：\(list)", en: "these steps wait for each other: \(list)",
        notes: spans.dropFirst().prefix(5).map { Diagnostic.Note(Message(zh: "还有这一步", en: "and this step"), at: $0) },
        help: [
          Message(
            zh: "改正其中一步的 after；没写 after 的步骤接在前一步之后",
            en: "correct the after of one of them; a step without after follows the one before it")
        ])
    }
  }

  private func step(_ element: Element, _ agency: String, _ previous: String?, _ checked: Checked) -> Step? {
    let fields = Fields(
      element, sink,
      attributes: Fields.sourcing.union([
        "id", "stage", "by", "at", "online", "days", "unit", "ways", "after", "covers", "when", "common",
      ]))
    let id = fields.id()
    let by = fields.required("by")
    _ = fields.required("stage")
    guard let id, let by, let stage = fields.choice("stage", as: Step.Stage.self) else { return nil }
    let place: Step.Place =
      switch fields.text("at") {
      case "online": .online
      case "home": .home
      case let other?: .agency(other)
      case nil: .agency(agency)
      }
    if case .agency = place, element["at"] != nil { _ = fields.reference("at", to: .agency) }
    if by != "applicant", by != "agency" { fields.refer(to: by, .agency, "by") }
    var duration: Duration?
    if let days = fields.count("days") {
      if let unit = fields.choice("unit", as: DayUnit.self) {
        duration = Duration(days: days, unit: unit)
      } else if element["unit"] == nil {
        sink.error(
          "missing-unit", element["days"]?.span ?? element.span, zh: "\(days) 天没有写单位", en: "\(days) days of which kind",
          help: [
            Message(
              zh: "加上 unit=\"workingDays\"（工作日）或 unit=\"calendarDays\"（自然日）",
              en: "add unit=\"workingDays\" or unit=\"calendarDays\"")
          ])
      }
    }
    return Step(
      id: id, stage: stage, actor: by == "applicant" ? .applicant : by == "agency" ? .agency : .other(by), place: place,
      online: fields.flag("online"), text: fields.content(), duration: duration, ways: ways(fields),
      after: element["after"]?.value == "none"
        ? [] : fields.text("after")?.split(separator: " ").map(String.init) ?? previous.map { [$0] } ?? [],
      covers: fields.references("covers", to: .item), when: fields.when(),
      basis: fields.basis(), checked: fields.checked(checked), span: element.span, common: word(fields, "common"))
  }

  private func ways(_ fields: Fields) -> [Step.Way] {
    let words = fields.words("ways")
    guard !words.isEmpty else { return [.return] }
    return words.compactMap { word, span in
      if let way = Step.Way(rawValue: word) { return way }
      sink.error(
        "bad-value", span, zh: "ways 不能是 '\(word)'", en: "ways cannot be '\(word)'",
        help: suggestion(for: word, among: Step.Way.allCases.map(\.rawValue)))
      return nil
    }
  }
}
