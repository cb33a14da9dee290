internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
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
