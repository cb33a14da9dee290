import CanonicalJSON
import Catalogue
import Editions

extension BookBuilder {
  /// Changes that were told and do not hold yet, by the log: an announcement outlives its edition. What was taken back, or
  /// changed again, is announced no more.
  func announced(_ log: EditionLog) -> [ChangesPart.Announced] {
    let items = log.ledger.items
    let takenBack = Set(items.flatMap { $0["_onebook"]?["supersedes"]?.elements ?? [] })
    var changedAgain: [EditionChanges.Subject: Set<JSONValue>] = [:]
    var found: [ChangesPart.Announced] = []
    for item in items.reversed() {
      guard let own = item["_onebook"],
        let kind = own["subject"]?["type"]?.text.flatMap(EditionChanges.Subject.Kind.init),
        let name = own["subject"]?["id"]?.text, let changes = own["changes"]?.elements, let id = item["id"],
        !takenBack.contains(id), own["test"] != true
      else { continue }
      let subject = EditionChanges.Subject(kind, name)
      let later = changedAgain[subject] ?? []
      // An entry without an id is known by what it says: what comes after it is a change of that.
      changedAgain[subject, default: []].formUnion(
        changes.flatMap { [$0["path"], $0["before"].flatMap { $0.members == nil ? nil : $0 }] }.compactMap(\.self))
      guard let from = own["effectiveFrom"]?.text.flatMap(Day.init), from > log.snapshot.date,
        own["reason"]?.text != ChangeNotes.Reason.rewording.rawValue, let page = page(subject)
      else { continue }
      let lines = changes.filter { change in
        ![change["path"], change["after"]].compactMap(\.self).contains(where: later.contains)
      }.compactMap(line)
      guard !lines.isEmpty else { continue }
      found.append(
        .init(
          id: String((id.text ?? "").suffix(26)), subject: subject, page: page, effective: phrases.plainDate(from),
          from: from, lines: lines, transition: own["transition"]?.text, edition: own["editionTo"]?.text))
    }
    return found.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  private func line(_ change: JSONValue) -> ChangesPart.Line? {
    guard let label = change["label"]?.text else { return nil }
    let impact = change["impact"]?.text.flatMap(Change.Impact.init) ?? .unknown
    return .init(text: label, impact: impact, mark: phrases.mark(impact), isRewording: false)
  }

  /// Days from which something announced holds, for people's own calendars.
  func calendarEntries(_ announced: [ChangesPart.Announced]) -> [CalendarEntry] {
    announced.map { change in
      CalendarEntry(
        id: "change-\(change.id)", from: change.from.description, end: (change.from + 1).description,
        title: phrases.changeBegins(change.page.text),
        note: change.lines.map(\.text).joined(separator: phrases.semicolon))
    }
  }
}
