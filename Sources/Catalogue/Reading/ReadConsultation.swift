internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func consultation(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["id", "status", "from", "until", "checked"],
      children: ["title", "summary", "change", "comments", "outcome"])
    let id = fields.id()
    let status = fields.required("status").flatMap { _ in fields.choice("status", as: Consultation.Status.self) }
    let from = fields.requiredDay("from")
    let until = fields.requiredDay("until")
    let title = fields.requiredText("title")
    let checked = fields.checked(.yes)
    let changes = fields.children("change").compactMap(change)
    if fields.children("change").isEmpty {
      sink.error(
        "missing-element", element.span, zh: "<consultation> 缺少 <change>", en: "<consultation> lacks <change>",
        help: [Message(zh: "每处要改的写一个 <change>", en: "write a <change> for each thing that would change")])
    }
    let comments = fields.child("comments").map { Fields($0, sink).content() }
    let summary = fields.child("summary").map { Fields($0, sink).content() }
    let outcome = fields.child("outcome").flatMap { self.outcome($0, checked) }
    guard let id else { return excuseFile() }
    matchesFileName(id, fields, en: "consultation")
    hasPage(id, fields)
    guard let status, let from, let until else { return }
    let consultation = Consultation(
      id: id, title: title, summary: summary, status: status, from: from, until: until, changes: changes,
      comments: comments, outcome: outcome, checked: checked, span: element.span,
      statusSpan: element["status"]?.span ?? element.span)
    checkDays(of: consultation, fields)
    add(consultation, id, \.consultations, \.span, zh: "征求意见", en: "consultation")
  }

  private func change(_ element: Element) -> Consultation.Change? {
    let fields = Fields(element, sink, attributes: ["item", "scenario"], children: ["before", "after"])
    let before = fields.child("before").map { Fields($0, sink).content() }
    let after = fields.child("after").map { Fields($0, sink).content() }
    let item = fields.reference("item", to: .item)
    let scenario = fields.reference("scenario", to: .scenario)
    guard (element["item"] == nil) != (element["scenario"] == nil) else {
      sink.error(
        "bad-change", element.span, zh: "<change> 指一个事项，或一件事，只能指一样",
        en: "a <change> names either an item or a scenario",
        help: [
          Message(zh: "写 item 或 scenario；两处都要改，就写两个 <change>", en: "write item or scenario; one <change> for each")
        ])
      return nil
    }
    let target = item.map(Consultation.Change.Target.item) ?? scenario.map(Consultation.Change.Target.scenario)
    guard before != nil || after != nil else {
      sink.error(
        "bad-change", element.span, zh: "<change> 没有写要改什么", en: "this <change> does not say what would change",
        help: [
          Message(
            zh: "原来的写 <before>，改成的写 <after>；新加的没有 <before>，删去的没有 <after>",
            en: "<before> says what is, <after> what would be; what is new has no <before>, what goes no <after>")
        ])
      return nil
    }
    return target.map { Consultation.Change(target: $0, before: before, after: after, span: element.span) }
  }

  private func outcome(_ element: Element, _ checked: Checked) -> Consultation.Outcome? {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["on"]))
    let day = fields.requiredDay("on")
    let statement = fields.statement(checked)
    return day.map { Consultation.Outcome(day: $0, statement: statement) }
  }

  private func checkDays(of consultation: Consultation, _ fields: Fields) {
    let (from, until) = (consultation.from, consultation.until)
    if until < from, let attribute = fields.element["until"] {
      sink.error(
        "bad-date", attribute.span, zh: "\(until) 在 \(from) 之前", en: "\(until) is before \(from)",
        help: [Message(zh: "from 是头一天，until 是末一天", en: "from is the first day, until the last")])
    } else if let day = consultation.outcome?.day, day < from, let attribute = fields.child("outcome")?["on"] {
      sink.error(
        "bad-date", attribute.span, zh: "\(day) 在征求意见开始的 \(from) 之前",
        en: "\(day) is before \(from), when the consultation began",
        help: [Message(zh: "on 是公布结果的日子", en: "on is the day on which the outcome was published")])
    }
    // An outcome that could not be read is there all the same.
    let hasOutcome = !fields.children("outcome").isEmpty
    guard hasOutcome != consultation.isDecided else { return }
    let status = consultation.status.rawValue
    sink.error(
      "consultation-outcome", consultation.statusSpan,
      zh: hasOutcome ? "写了 <outcome>，status 却是 '\(status)'" : "status 是 '\(status)'，却没有 <outcome>",
      en: hasOutcome
        ? "there is an <outcome>, but the status is '\(status)'"
        : "the status is '\(status)', but there is no <outcome>",
      help: [
        hasOutcome
          ? Message(zh: "改成 adopted 或 rejected", en: "make it adopted or rejected")
          : Message(
            zh: "写 <outcome on=\"…\">采纳了什么，为什么</outcome>",
            en: "add <outcome on=\"…\">what was adopted, and why</outcome>")
      ])
  }
}
