import Catalogue

/// A public day or stretch of days for people's own calendars.
public struct CalendarEntry: Hashable, Sendable {
  /// Stable: the same day in the next edition is the same entry.
  public var id: String
  /// `YYYY-MM-DD`.
  public var from: String
  /// The first day after it.
  public var end: String
  public var title: String
  public var note: String
}

extension BookBuilder {
  /// Holidays and make-up days of the years that are known; what people can comment on, until when; laws that begin or
  /// end after this edition. What counts from somebody's own day is in nobody's public calendar.
  var calendarEntries: [CalendarEntry] {
    guard let book = catalogue.book else { return [] }
    let calendar = catalogue.calendar
    func source(_ day: Day) -> String? { calendar.sources[day.components.year] }
    var entries = calendar.holidays.map { holiday in
      entry(
        "off-\(holiday.from)", holiday.from, holiday.to, phrases.dayOff(holiday.name),
        phrases.dayOffNote(source(holiday.from)))
    }
    entries += calendar.makeUpDays.sorted().map { day in
      entry("work-\(day)", day, day, phrases.makeUpDay, phrases.makeUpDayNote(source(day)))
    }
    for consultation in catalogue.consultations.values.sorted(by: { $0.id < $1.id })
    where consultation.status == .open && consultation.until >= book.date {
      entries.append(
        entry(
          "consultation-\(consultation.id)", consultation.until, consultation.until,
          phrases.consultationEnds(consultation.title), consultation.summary ?? ""))
    }
    for law in catalogue.laws.values.sorted(by: { $0.id < $1.id }) {
      if let day = law.effective, day > book.date {
        entries.append(entry("law-\(law.id)-from", day, day, phrases.lawBegins(law.title), law.number))
      }
      if let day = law.until, day > book.date {
        entries.append(entry("law-\(law.id)-until", day, day, phrases.lawEnds(law.title), law.number))
      }
    }
    return entries.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
  }

  private func entry(_ id: String, _ from: Day, _ to: Day, _ title: String, _ note: String) -> CalendarEntry {
    CalendarEntry(id: id, from: from.description, end: (to + 1).description, title: title, note: note)
  }
}
