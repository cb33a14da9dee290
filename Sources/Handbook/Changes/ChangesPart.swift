public import Catalogue
public import Editions

/// What changed since the edition before, for the pages; and the log that the feed shows. Both come from the same records.
public struct ChangesPart: Sendable {
  /// One subject: a guide, a scenario, an agency, a consultation, or the book as a whole.
  public struct Entry: Sendable {
    public var subject: EditionChanges.Subject
    /// Its page; of what is gone, the one that says so. `nil` where there is none: it is the book.
    public var page: Reference?
    public var isGone: Bool
    public var title: String
    /// In a word or two: new, withdrawn, corrected.
    public var kind: String
    public var lines: [Line]
    /// Each of its changes in words; `lines` may say more, or less.
    public var labels: [String]
    /// From when it holds.
    public var effective: String
    /// It is not yet so on the edition's day: until then the older state holds.
    public var isToCome: Bool
    public var transition: String?
    public var advice: String?
    /// What takes the place of something gone.
    public var replacements: [Reference]
    public var isMajor: Bool
  }
  public struct Line: Sendable {
    public var text: String
    public var impact: Change.Impact
    /// The impact in words, where it says something: 要求变严, 要求放宽.
    public var mark: String?
    /// For whom it is different, as the tail of “如果…”.
    public var isRewording: Bool
  }
  /// Something told earlier, or between two editions.
  public struct Told: Sendable {
    public var id: String
    public var title: String
    public var text: String
    public var date: String
    public var edition: String?
    /// Its subject's own topic.
    public var subject: String
    /// Its subject and the topics it was told under.
    public var topics: Set<String>
    /// `minor`, `major` or `critical`.
    public var severity: String
    public var isRewording: Bool
    /// `YYYY-MM-DD`
    public var effectiveFrom: String
  }

  /// What holds between two editions: a counter that is closed, a matter that is suspended.
  public struct Bulletin: Sendable {
    public var subject: EditionChanges.Subject
    public var page: Reference?
    /// 暂停办理.
    public var kind: String
    public var period: String
    public var sentence: Sentence
    /// The last day on which it is shown, `YYYY-MM-DD`; `nil` = until somebody takes it away.
    public var until: String?
  }

  /// What was told, in this edition or an earlier one, and does not hold yet.
  public struct Announced: Sendable {
    /// The end of its event's address.
    public var id: String
    public var subject: EditionChanges.Subject
    public var page: Reference
    /// From when it holds, in words.
    public var effective: String
    public var from: Day
    public var lines: [Line]
    /// There was nothing of it before.
    public var isNew: Bool
    public var transition: String?
    /// The edition that told it.
    public var edition: String?

    /// The last day on which it does not hold yet, `YYYY-MM-DD`.
    public var holdsAfter: String { (from + -1).description }
  }

  public var log: EditionLog
  public var publisher: Publisher
  /// The edition before, in words: 2026.1 版，2026年11月24日.
  public var previous: String?
  public var entries: [Entry]
  /// What this edition corrects of printed ones.
  public var errata: [PrintPart.ErratumEntry]
  /// Newest first.
  public var told: [Told]
  public var announced: [Announced]
  /// Those that are not over on the edition's day, by their day.
  public var bulletins: [Bulletin]

  /// Entries of which just the same is said stand together: one fee in seven guides is one change to its reader.
  public static func together(_ entries: [Entry]) -> [[Entry]] {
    struct Said: Hashable {
      var kind: String
      var lines: [String]
      var from: String
      var others: [String?]
    }
    var groups: [[Entry]] = []
    var places: [Said: Int] = [:]
    for entry in entries {
      let said = Said(
        kind: entry.kind, lines: entry.lines.map(\.text), from: entry.effective,
        others: [entry.transition, entry.advice] + entry.replacements.map(\.id))
      if !entry.lines.isEmpty, let place = places[said] {
        groups[place].append(entry)
      } else {
        places[said] = groups.count
        groups.append([entry])
      }
    }
    return groups
  }

  /// Every edition that was published, and this one.
  public var editions: [String] {
    let published = History(ledger: log.ledger).editions
    return published.contains(log.snapshot.edition) ? published : published + [log.snapshot.edition]
  }

  /// What concerns a page.
  public func entry(_ kind: EditionChanges.Subject.Kind, _ id: String) -> Entry? {
    entries.first { $0.subject.kind == kind && $0.subject.id == id }
  }

  /// What changed of the items of a scenario.
  public func entries(ofItems ids: some Sequence<String>) -> [Entry] {
    let ids = Set(ids)
    return entries.filter { $0.subject.kind == .guide && ids.contains($0.subject.id) }
  }

  /// Whether anything of a scenario changed, or of an item that takes part in it.
  public func concerns(_ chapter: ScenarioChapter) -> Bool {
    entry(.scenario, chapter.id) != nil || !entries(ofItems: chapter.items.map(\.item.id)).isEmpty
  }

  /// What was told of a subject, newest first.
  public func history(_ subject: EditionChanges.Subject) -> [Told] {
    told.filter { told in
      told.topics.contains(subject.topic)
        && (told.subject == subject.topic || !told.subject.hasPrefix(subject.kind.rawValue + "/"))
    }
  }
}

extension ScenarioChapter {
  /// Itself, its items, its offices: what is suspended or announced of these concerns its readers.
  public var subjects: Set<EditionChanges.Subject> {
    Set(
      [.init(.scenario, id)] + items.map { .init(.guide, $0.item.id) } + agencies.map { .init(.agency, $0.agency.id) })
  }
}
