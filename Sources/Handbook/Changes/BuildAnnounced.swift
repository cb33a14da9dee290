import CanonicalJSON
import Catalogue
import Editions

extension BookBuilder {
  /// Changes that were told and do not hold yet, by the log: an announcement outlives its edition. What was taken back, or
  /// changed again, is announced no more.
  func announced(_ log: EditionLog) -> [ChangesPart.Announced] {
    let items = log.ledger.items
    let takenBack = Set(items.flatMap { $0["_onebook"]?["supersedes"]?.elements ?? [] })
    var later: [EditionChanges.Subject: [Told]] = [:]
    var found: [ChangesPart.Announced] = []
    for item in items.reversed() {
      guard let own = item["_onebook"],
        let kind = own["subject"]?["type"]?.text.flatMap(EditionChanges.Subject.Kind.init),
        let name = own["subject"]?["id"]?.text, let changes = own["changes"]?.elements, let id = item["id"],
        !takenBack.contains(id), own["test"] != true, let from = own["effectiveFrom"]?.text.flatMap(Day.init)
      else { continue }
      let subject = EditionChanges.Subject(kind, name)
      // What begins only after an announcement's day leaves that as it is.
      let overtaking = (later[subject] ?? []).filter { $0.from <= from }
      later[subject, default: []] += changes.map { Told(change: $0, from: from) }
      guard from > log.snapshot.date, own["reason"]?.text != ChangeNotes.Reason.rewording.rawValue,
        let page = page(subject)
      else { continue }
      let standing = changes.filter { change in !overtaking.contains { $0.overtakes(change) } }
      guard !standing.isEmpty else { continue }
      found.append(
        .init(
          id: String((id.text ?? "").suffix(26)), subject: subject, page: page, effective: phrases.plainDate(from),
          from: from, lines: standing.compactMap(line), isNew: standing.contains { $0["path"] == "" },
          transition: own["transition"]?.text, edition: own["editionTo"]?.text))
    }
    return together(found.reversed())
  }

  private struct Told {
    var change: JSONValue
    var from: Day

    /// Whether it is of the same place, or of all that the place belongs to. An entry without an id is known by what it
    /// says: what comes after it is a change of that.
    func overtakes(_ older: JSONValue) -> Bool {
      guard let path = change["path"]?.text, let place = older["path"]?.text else { return false }
      let isEntry = change["before"]?.members != nil && change["before"] == older["after"]
      return path == place || place.hasPrefix(path + "/") || isEntry
    }
  }

  /// One event tells of each group of people: their reader sees one announcement.
  private func together(_ announced: [ChangesPart.Announced]) -> [ChangesPart.Announced] {
    var groups: [ChangesPart.Announced] = []
    for next in announced {
      if let place = groups.firstIndex(where: {
        $0.subject == next.subject && $0.from == next.from && $0.edition == next.edition
      }) {
        let known = Set(groups[place].lines.map(\.text))
        groups[place].lines += next.lines.filter { !known.contains($0.text) }
      } else {
        groups.append(next)
      }
    }
    return groups.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
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
