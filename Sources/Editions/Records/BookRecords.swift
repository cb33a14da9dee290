import CanonicalJSON
import Catalogue

/// What belongs to no single guide, scenario or agency.
extension Records {
  func book(_ book: Book) -> JSONValue {
    .record([
      "title": .string(book.title), "issuer": .string(book.issuer),
      "hotlines": Records.list(
        book.hotlines.map {
          .record([
            "id": .string($0.number), "name": .string($0.name), "text": text($0.text), "checked": checked($0.checked),
            "complaints": flag($0.complaints),
          ])
        }),
      "themes": Records.list(book.themes.map { .record(["id": .string($0.id), "name": .string($0.name)]) }),
      "preface": texts(book.preface),
      "terms": Records.list(book.terms.map { .record(["id": .string($0.name), "text": .string($0.text)]) }),
      "disclosure": book.disclosure.map(disclosure),
      "former": Records.list(
        book.former.map {
          var record = statement($0.statement)
          record["id"] = .string($0.name)
          record["until"] = text($0.until?.description)
          return record
        }),
    ])
  }

  func paper(_ type: EvidenceType) -> JSONValue {
    .record([
      "id": .string(type.id), "name": .string(type.name), "holder": .string(type.holder.rawValue),
      "whose": text(type.whose), "unique": flag(type.unique), "form": flag(type.form),
      "issuer": text(type.issuerName ?? type.issuer.flatMap { catalogue.agencies[$0]?.name }),
      "validity": text(type.validity), "aliases": texts(type.aliases), "get": statements(type.get),
      "lookup": statements(type.lookup), "notes": statements(type.notes),
      "accepts": Records.list(type.resolutions.map(accepted)), "checked": checked(type.checked),
    ])
  }

  func law(_ law: Law) -> JSONValue {
    .record([
      "id": .string(law.id), "title": .string(law.title), "number": text(law.number),
      "effective": text(law.effective?.description), "until": text(law.until?.description), "remark": text(law.remark),
      "checked": checked(law.checked),
    ])
  }

  func subject(_ subject: Subject) -> JSONValue {
    .record(["id": .string(subject.id), "kind": .string(subject.kind.rawValue), "name": .string(subject.name)])
  }

  /// The official arrangement of a year: days off that are no weekend, and weekends on which offices work.
  func year(_ year: Int) -> JSONValue {
    let calendar = catalogue.calendar
    func days(_ days: Set<Day>) -> JSONValue? {
      texts(days.filter { $0.components.year == year }.map(\.description))
    }
    return .record([
      "id": .string(String(year)), "off": days(calendar.daysOff), "working": days(calendar.makeUpDays),
    ])
  }

  func consultation(_ consultation: Consultation) -> JSONValue {
    .record([
      "id": .string(consultation.id), "title": .string(consultation.title), "summary": text(consultation.summary),
      "status": .string(consultation.status.rawValue), "from": .string(consultation.from.description),
      "until": .string(consultation.until.description), "comments": text(consultation.comments),
      "changes": Records.list(
        consultation.changes.map { change in
          let target: String =
            switch change.target {
            case .item(let id): "guide/" + id
            case .scenario(let id): "scenario/" + id
            }
          return .record(["target": .string(target), "before": text(change.before), "after": text(change.after)])
        }),
      "outcome": consultation.outcome.map { outcome in
        var record = statement(outcome.statement)
        record["on"] = .string(outcome.day.description)
        return record
      },
      "checked": checked(consultation.checked),
    ])
  }
}
