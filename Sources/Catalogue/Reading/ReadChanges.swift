internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// `<changes>`: what people say of changes, in one file or several. Items and scenarios that are named may be gone by
  /// now; whether they were ever there is said when editions are compared.
  func changes(_ root: Element) {
    let fields = Fields(root, sink, children: ["change", "bulletin", "retraction"])
    for note in fields.children("change").compactMap(changeNote) { add(note) }
    let before = catalogue.changes.bulletins
    let bulletins = fields.children("bulletin").compactMap(bulletin)
    unique((before + bulletins).map { ($0.id, $0.span) }, zh: "通知", en: "bulletin")
    // The first of an id stands, so that a further file does not report it again.
    for bulletin in bulletins where !catalogue.changes.bulletins.contains(where: { $0.id == bulletin.id }) {
      catalogue.changes.bulletins.append(bulletin)
    }
    catalogue.changes.retractions += fields.children("retraction").compactMap(retraction)
  }

  /// One subject is spoken of once in an edition: of two, nobody would know which holds.
  private func add(_ note: ChangeNotes.Note) {
    let notes = catalogue.changes.notes
    guard let earlier = notes.first(where: { $0.edition == note.edition && $0.subject == note.subject }) else {
      return catalogue.changes.notes.append(note)
    }
    sink.error(
      "bad-change", note.span, zh: "'\(note.subject.id)' 在 \(note.edition) 版写了两次",
      en: "'\(note.subject.id)' stands twice for edition \(note.edition)",
      notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "the first one is here"), at: earlier.span)],
      help: [Message(zh: "合成一个", en: "put the two together")])
  }

  private static let subjects = ["item", "scenario", "agency"]

  private func changeNote(_ element: Element) -> ChangeNotes.Note? {
    let fields = Fields(
      element, sink,
      attributes: Set(CatalogueReader.subjects).union([
        "edition", "reason", "effective", "severity", "since", "replaced-by", "merged-from", "renamed", "basis",
      ]), children: ["why", "transition", "advice"])
    let subject = changeSubject(fields)
    let reason = fields.choice("reason", as: ChangeNotes.Reason.self)
    let advice = fields.child("advice").map { Fields($0, sink, attributes: Fields.sourcing).statement(.yes) }
    let since = fields.text("since")
    if reason == .correction, advice == nil || since == nil {
      sink.error(
        "incomplete-correction", element["reason"]?.span ?? element.span, zh: "更正要写清从哪一版错起、照错的办过的人怎么办",
        en: "a correction says since which edition the error stood, and what those should do who followed it",
        help: [Message(zh: "加上 since=\"版次\" 和 <advice>", en: "add since=\"edition\" and <advice>")])
    }
    let why = fields.child("why").map { Fields($0, sink).content() }
    let severity = fields.choice("severity", as: ChangeNotes.Severity.self)
    guard let edition = fields.required("edition"), let subject else { return nil }
    return ChangeNotes.Note(
      edition: edition, subject: subject, reason: reason, effective: fields.day("effective"), severity: severity,
      why: why,
      transition: fields.child("transition").map { Fields($0, sink, attributes: Fields.sourcing).statement(.yes) },
      since: since, advice: advice, replacedBy: replacedBy(fields),
      mergedFrom: fields.words("merged-from").map(\.text), renamed: fields.flag("renamed"), basis: fields.basis(),
      span: element.span)
  }

  /// Ids, or `none`.
  private func replacedBy(_ fields: Fields) -> Stated<[String]> {
    let ids = fields.words("replaced-by").map(\.text)
    return ids == ["none"] ? .none : ids.isEmpty ? .notStated : .known(ids)
  }

  private func bulletin(_ element: Element) -> ChangeNotes.Bulletin? {
    let fields = Fields(
      element, sink,
      attributes: Set(CatalogueReader.subjects).union(Fields.sourcing).union([
        "id", "kind", "on", "from", "until", "expires", "severity", "test", "when",
      ]))
    let subject = changeSubject(fields)
    let id = fields.id()
    let kind = fields.required("kind").flatMap { _ in fields.choice("kind", as: ChangeNotes.Bulletin.Kind.self) }
    let on = fields.requiredDay("on")
    let from = element["from"] == nil ? on : fields.day("from")
    let until = fields.day("until")
    let expires = fields.day("expires")
    if kind == .notice, expires == nil, element["expires"] == nil {
      sink.error(
        "bulletin-without-end", element["kind"]?.span ?? element.span, zh: "通知没有写到哪天为止",
        en: "a notice lacks the last day on which anybody is to be told",
        help: [Message(zh: "加上 expires=\"YYYY-MM-DD\"", en: "add expires=\"YYYY-MM-DD\"")])
    }
    if let from, let until, until < from, let attribute = element["until"] {
      sink.error(
        "bad-date", attribute.span, zh: "\(until) 在 \(from) 之前", en: "\(until) is before \(from)",
        help: [Message(zh: "from 是头一天，until 是末一天", en: "from is the first day, until the last")])
    }
    if let on, let expires, expires < on, let attribute = element["expires"] {
      sink.error(
        "bad-date", attribute.span, zh: "\(expires) 在 \(on) 之前，谁也收不到",
        en: "\(expires) is before \(on): nobody would be told",
        help: [Message(zh: "on 是告诉的那天，expires 是最后一天", en: "on is when it is told, expires the last day for it")])
    }
    let statement = fields.statement(.yes)
    let severity = fields.choice("severity", as: ChangeNotes.Severity.self)
    if let kind, let subject {
      let isAgency = if case .agency = subject { true } else { false }
      if isAgency != (kind == .notice) {
        sink.error(
          "bad-bulletin", element["kind"]?.span ?? element.span,
          zh: isAgency ? "机构没有暂停、恢复，只有 notice" : "notice 是机构的通知；事项、一件事写 suspended 或 resumed",
          en: isAgency
            ? "an agency is not suspended or resumed: write notice"
            : "a notice is an agency's: an item is suspended or resumed",
          help: [Message(zh: "改 kind，或者换成 agency / item", en: "correct kind, or name an agency / an item")])
      }
    }
    guard let id, let kind, let on, let from, let subject else { return nil }
    return ChangeNotes.Bulletin(
      id: id, kind: kind, subject: subject, on: on, from: from, until: until, expires: expires, statement: statement,
      severity: severity, test: fields.flag("test"), span: element.span)
  }

  private func retraction(_ element: Element) -> ChangeNotes.Retraction? {
    let fields = Fields(
      element, sink, attributes: Fields.sourcing.union(["event", "on", "remove-text"]))
    let event = fields.required("event")
    if let event, !isEvent(event), let attribute = element["event"] {
      sink.error(
        "bad-event", attribute.span, zh: "'\(event)' 不是消息的编号", en: "'\(event)' is not the id of an event",
        help: [
          Message(
            zh: "写 feed.json 里那条消息 id 末尾的 26 个字母和数字",
            en: "write the 26 letters and digits at the end of its id in feed.json")
        ])
      return nil
    }
    let statement = fields.statement(.yes)
    guard let event, let on = fields.requiredDay("on") else { return nil }
    return ChangeNotes.Retraction(
      event: event, on: on, removesText: fields.flag("remove-text"), statement: statement, span: element.span)
  }

  private func isEvent(_ text: String) -> Bool {
    text.utf8.count == 26 && text.utf8.allSatisfy { (97...122).contains($0) || (50...55).contains($0) }
  }

  /// Exactly one of item, scenario, agency. Agencies must be there; the others may be gone.
  private func changeSubject(_ fields: Fields) -> ChangeNotes.Subject? {
    let named = CatalogueReader.subjects.filter { fields.element[$0] != nil }
    guard named.count == 1 else {
      sink.error(
        "bad-change", fields.element.span, zh: "要指一个事项、一件事或者一个机构，只能指一样",
        en: "name an item, a scenario or an agency, and only one of them",
        help: [Message(zh: "写 item、scenario 或 agency", en: "write item, scenario or agency")])
      return nil
    }
    if let id = fields.text("item") { return .item(id) }
    if let id = fields.text("scenario") { return .scenario(id) }
    return fields.reference("agency", to: .agency).map(ChangeNotes.Subject.agency)
  }
}
