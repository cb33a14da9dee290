public import CanonicalJSON
public import Catalogue

/// Everything an edition promised, as records: what the next edition is compared with. Two editions that promise the same
/// have the same records, whatever the order of files and lines.
public struct Snapshot: Hashable, Sendable {
  /// What rises when a member changes its meaning.
  public static let schema = 1

  public var edition: String
  public var date: Day
  /// BCP 47, the catalogue's language.
  public var language: String
  /// Lists of records by kind: `guides`, `scenarios`, `agencies`, `papers` …, and `book`.
  public var records: [String: JSONValue]

  /// `edition`: in place of the id that `book.xml` has. `nil` when the catalogue has no `book.xml`.
  public init?(_ catalogue: Catalogue, edition: String? = nil) {
    guard let book = catalogue.book else { return nil }
    self.edition = edition ?? book.edition
    date = book.date
    language = book.lang
    let records = Records(catalogue: catalogue)
    let lists: [String: JSONValue?] = [
      "book": records.book(book), "guides": Records.list(catalogue.items.values.map(records.guide)),
      "scenarios": Records.list(catalogue.scenarios.values.map(records.scenario)),
      "agencies": Records.list(catalogue.agencies.values.map(records.agency)),
      "papers": Records.list(catalogue.evidence.values.map(records.paper)),
      "facts": Records.list(catalogue.facts.values.map(records.question)),
      "laws": Records.list(catalogue.laws.values.map(records.law)),
      "subjects": Records.list(catalogue.subjects.values.map(records.subject)),
      "calendar": Records.list(catalogue.calendar.years.map(records.year)),
      "messages": Records.list((catalogue.messagePlan?.stages ?? []).map(records.stage)),
      "consultations": Records.list(catalogue.consultations.values.map(records.consultation)),
    ]
    self.records = lists.compactMapValues { $0?.settled }
  }

  /// As it is kept, `editions/<id>/snapshot.json`.
  public var json: JSONValue {
    var members = records
    members["schema"] = .integer(Snapshot.schema)
    members["edition"] = .string(edition)
    members["date"] = .string(date.description)
    members["language"] = .string(language)
    return .object(members)
  }

  /// `nil` unless it is a snapshot of this schema.
  public init?(_ json: JSONValue) {
    guard var members = json.members, json["schema"]?.number == Snapshot.schema, let edition = json["edition"]?.text,
      let date = json["date"]?.text.flatMap(Day.init), let language = json["language"]?.text
    else { return nil }
    for key in ["schema", "edition", "date", "language"] { members[key] = nil }
    self.edition = edition
    self.date = date
    self.language = language
    records = members
  }

  /// SHA-256 of what the edition promises, in hexadecimal: its name and day do not count.
  public var fingerprint: String { Fingerprint.hex(.object(records)) }

  /// The same for paper: five groups of four characters, base 32.
  public var shortFingerprint: String {
    let letters = Array(Fingerprint.base32(Fingerprint.digest(.object(records))).prefix(20))
    return stride(from: 0, to: 20, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: " ")
  }

  /// The record of a list by its id.
  public func record(_ list: String, _ id: String) -> JSONValue? {
    records[list]?.elements?.first { $0["id"]?.text == id }
  }
}
