import CanonicalJSON
public import Catalogue
public import Editions

/// Something that is no longer handled, and what one does instead. Whoever has an older book finds it: what was in an
/// edition keeps its page, at its old address.
public struct Former: Sendable {
  /// What it was; `nil` = no edition of this book had it.
  public var subject: EditionChanges.Subject?
  public var name: String
  /// Its official name, where that is another.
  public var official: String?
  /// The last day on which it was handled; `nil` = not stated.
  public var until: Day?
  /// The day after it, in words.
  public var from: String?
  /// That day is yet to come: until then it is handled.
  public var isToCome: Bool
  /// What one does instead, and where it says so.
  public var sentence: Sentence
  /// What took its place, as far as it is in this book.
  public var replacements: [Reference]
  /// The last edition that has it.
  public var edition: String?
  /// What holds for those who began before.
  public var transition: String?
  /// It has not ended: it has another id, or was said to have ended by mistake. Its page says so; no list has it.
  public var isAstray = false

  /// Where it was in a book: its kind of page; `nil` = nowhere.
  public var page: Reference? { subject.flatMap { Former.page($0, name) } }

  static func page(_ subject: EditionChanges.Subject, _ name: String) -> Reference? {
    switch subject.kind {
    case .guide: Reference(.item, subject.id, name)
    case .scenario: Reference(.scenario, subject.id, name)
    case .agency, .notice, .edition, .event: nil
    }
  }
}

/// What the log says of subjects that are in the book no more.
struct Tombstones {
  /// The newest one of each; what follows `_onebook`.
  private(set) var all: [EditionChanges.Subject: JSONValue] = [:]
  /// Of those that were told by mistake: what was said when they were taken back.
  private(set) var takenBack: [EditionChanges.Subject: String] = [:]

  /// `isThere`: whether a subject is in the book.
  init(_ ledger: Ledger, isThere: (EditionChanges.Subject) -> Bool) {
    var retractions: [JSONValue: String] = [:]
    for item in ledger.items where item["_onebook"]?["kind"]?.text == Event.Kind.eventRetracted.rawValue {
      for told in item["_onebook"]?["supersedes"]?.elements ?? [] { retractions[told] = item["content_text"]?.text }
    }
    for item in ledger.items {
      guard let own = item["_onebook"], own["test"] != true,
        own["kind"]?.text.flatMap(Event.Kind.init)?.isTombstone == true,
        let kind = own["subject"]?["type"]?.text.flatMap(EditionChanges.Subject.Kind.init),
        let id = own["subject"]?["id"]?.text
      else { continue }
      let subject = EditionChanges.Subject(kind, id)
      guard !isThere(subject) else { continue }
      all[subject] = own
      takenBack[subject] = item["id"].flatMap { retractions[$0] }
    }
  }

  /// What there is now in a subject's place: what took it may be gone as well, and have a successor of its own.
  func successors(of subject: EditionChanges.Subject) -> [EditionChanges.Subject] {
    var seen: Set = [subject]
    func ends(_ subject: EditionChanges.Subject) -> [EditionChanges.Subject] {
      guard let own = all[subject] else { return [subject] }
      return (own["replacedBy"]?.elements ?? []).compactMap(\.text).map { EditionChanges.Subject(subject.kind, $0) }
        .filter { seen.insert($0).inserted }.flatMap(ends)
    }
    return ends(subject)
  }

  /// Whether it is known that nothing takes a subject's place: of all that ever took it, the last say so.
  func isKnownToEnd(_ subject: EditionChanges.Subject) -> Bool {
    var seen: Set = [subject]
    func ends(_ subject: EditionChanges.Subject) -> Bool {
      let next = (all[subject]?["replacedBy"]?.elements ?? []).compactMap(\.text)
        .map { EditionChanges.Subject(subject.kind, $0) }.filter { seen.insert($0).inserted }
      return next.isEmpty ? all[subject]?["noReplacement"] == true : next.allSatisfy(ends)
    }
    return ends(subject)
  }
}
