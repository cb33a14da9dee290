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

extension BookBuilder {
  /// What the catalogue says of old matters, then what the log says of those that were in the book, the newest first.
  func former(_ log: EditionLog) -> [Former] {
    let written = (catalogue.book?.former ?? []).map { former in
      Former(
        name: former.name, until: former.until, from: former.until.map { phrases.plainDate($0 + 1) },
        isToCome: false, sentence: wording.sentence(former.statement), replacements: [])
    }
    var tombstones: [EditionChanges.Subject: JSONValue] = [:]
    for item in log.ledger.items {
      guard let own = item["_onebook"], own["test"] != true,
        own["kind"]?.text.flatMap(Event.Kind.init)?.isTombstone == true,
        let kind = own["subject"]?["type"]?.text.flatMap(EditionChanges.Subject.Kind.init),
        let id = own["subject"]?["id"]?.text
      else { continue }
      tombstones[.init(kind, id)] = own
    }
    let gone = tombstones.filter { subject, _ in page(subject) == nil }
    let told = gone.sorted { ($1.value["seq"]?.number ?? 0) < ($0.value["seq"]?.number ?? 0) }.map { subject, own in
      former(subject, own, gone, on: log.snapshot.date)
    }
    return written + told
  }

  private func former(
    _ subject: EditionChanges.Subject, _ own: JSONValue, _ gone: [EditionChanges.Subject: JSONValue],
    on today: Day
  ) -> Former {
    let successors = successors(of: subject, gone)
    let name = own["former"]?["title"]?.text ?? subject.id
    let official = own["former"]?["official"]?.text
    let from = own["effectiveFrom"]?.text.flatMap(Day.init)
    let basis = (own["basis"]?.elements ?? []).compactMap(\.text).map { text in
      let parts = text.split(separator: "§", maxSplits: 1).map(String.init)
      return wording.words(Citation(law: parts.first ?? text, article: parts.count > 1 ? parts[1] : nil))
    }
    let names = successors.map { page($0)?.text ?? gone[$0]?["former"]?["title"]?.text ?? $0.id }
    return Former(
      subject: subject, name: name, official: official == name ? nil : official,
      until: from.map { $0 + -1 }, from: from.map(phrases.plainDate), isToCome: from.map { $0 > today } ?? false,
      sentence: Sentence(
        text: phrases.ended(phrases.withdrawn(names.isEmpty ? nil : names, isNone: own["noReplacement"] == true)),
        when: nil, basis: basis, mark: nil, official: nil),
      replacements: successors.compactMap(page), edition: own["editionFrom"]?.text,
      transition: own["transition"]?.text)
  }

  /// What there is now: what took its place may be gone as well, and have a successor of its own.
  private func successors(
    of subject: EditionChanges.Subject, _ gone: [EditionChanges.Subject: JSONValue]
  ) -> [EditionChanges.Subject] {
    var seen: Set = [subject]
    func ends(_ subject: EditionChanges.Subject) -> [EditionChanges.Subject] {
      let next = (gone[subject]?["replacedBy"]?.elements ?? []).compactMap(\.text)
        .map { EditionChanges.Subject(subject.kind, $0) }
      return next.filter { seen.insert($0).inserted }.flatMap { next in
        let further = ends(next)
        return further.isEmpty ? [next] : further
      }
    }
    return ends(subject)
  }
}

extension Phrases {
  public var formerTag: String { say("已停用", "withdrawn") }
  public func formerLead(_ former: Former) -> String {
    guard let from = former.from else { return say("本事项已停用。", "This is no longer handled.") }
    return former.isToCome
      ? say("本事项从\(from)起停用；在那以前照常办理。", "This is no longer handled from \(from); until then it is.")
      : say("本事项从\(from)起停用。", "This is no longer handled, since \(from).")
  }
  public var formerInstead: String { say("现在怎么办", "What to do now") }
  public var formerSince: String { say("从哪天起停用", "Withdrawn from") }
  public var formerEdition: String { say("最后收在哪一版", "Last edition that has it") }
  public func formerEdition(named edition: String) -> String { say("\(edition) 版", "edition \(edition)") }
  public var formerPaper: String { say("手里有旧书、旧告知单的", "If you have an older book or notice") }
  public var formerPaperAdvice: String {
    say("上面关于这件事的内容不再适用，别照着准备材料。", "What it says of this no longer holds: do not prepare papers by it.")
  }
}
