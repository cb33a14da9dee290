public import Catalogue

/// The assembled book: chapters in words, ready to be set. Renderers compute nothing; they only say where each stands.
public struct Handbook: Sendable {
  public var phrases: Phrases
  public var title: String
  public var issuer: String
  public var edition: String
  public var date: Day
  /// The same, `YYYY-MM-DD`.
  public var isoDate: String { date.description }
  public var base: String?
  /// Who publishes, for programs, and who is told of changes.
  public var feed: FeedSettings
  public var preface: [String]
  public var hotlines: [Hotline]
  public var themes: [Theme]
  public var scenarios: [ScenarioChapter]
  /// Why each merged scenario is as it is: an appendix.
  public var why: [WhyChapter]
  /// What merging spares in the whole book: a worked case of each scenario, added up.
  public var totals: CountTable?
  public var items: [ItemChapter]
  public var agencies: [AgencyChapter]
  public var evidence: [EvidenceChapter]
  public var laws: [LawEntry]
  public var glossary: [Term]
  /// Official words and the plain ones that this book puts in by itself.
  public var words: [(official: String, plain: String)]
  /// For those who keep the catalogue; `nil` where nobody proofread it.
  public var check: CheckChapter?
  /// The official form of what is made public of each item.
  public var disclosure: DisclosureChapter
  /// Where to say what is wrong with a page.
  public var responding: Responding
  /// Changes that people are asked about, or were.
  public var consultations: [ConsultationChapter]
  /// Public days for people's own calendars.
  public var calendar: [CalendarEntry]
  public var printing: PrintPart
  /// One-time notices of the scenarios that are merged.
  public var notices: [NoticeSet]
  /// What is different from the edition before, and what was ever told.
  public var changes: ChangesPart
  /// What is no longer handled, and old pages of what goes on elsewhere.
  public var former: [Former]
  /// Those that belong into a list.
  public var formerItems: [Former] { former.filter { !$0.isAstray } }

  public struct Theme: Sendable {
    public var id: String
    public var mark: String
    public var name: String
    public var scenarios: [Reference]
  }
  public struct Hotline: Sendable {
    public var number: String
    public var name: String
    public var text: String
  }
  public struct Term: Sendable {
    public var name: String
    public var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
  public struct LawEntry: Sendable {
    public var id: String
    public var title: String
    public var number: String
    public var effective: String?
    public var remark: String
    public var mark: String?
    public var articles: [String]
  }
}

/// A pointer to a chapter, with the words to show for it.
public struct Reference: Hashable, Sendable {
  public enum Kind: String, Sendable { case scenario, item, agency, evidence, law, why, consultation }
  public var kind: Kind
  public var id: String
  public var text: String
  /// One line more, where a list has room for it.
  public var detail: String

  /// The appendix of a scenario.
  public init(why chapter: WhyChapter) { self.init(.why, chapter.scenario.id, chapter.scenario.text) }

  init(_ kind: Kind, _ id: String, _ text: String, detail: String = "") {
    self.kind = kind
    self.id = id
    self.text = text
    self.detail = detail
  }
}

/// A sentence of the catalogue with its source and how sure it is.
public struct Sentence: Hashable, Sendable {
  public var text: String
  /// The tail of “如果…”; `nil` = always.
  public var when: String?
  /// 《…》第…条.
  public var basis: [String]
  /// What to say of its certainty; `nil` = checked in the source.
  public var mark: String?
  /// The catalogue's own words, where the book puts plainer ones; `nil` = these are they.
  public var official: String?

  init(text: String, when: String?, basis: [String], mark: String?, official: String? = nil) {
    self.text = text
    self.when = when
    self.basis = basis
    self.mark = mark
    self.official = official == text ? nil : official
  }
}

/// When a line counts: in words, and for the page's script.
public struct When: Hashable, Sendable {
  /// The tail of “如果…”; `nil` = always.
  public var words: String?
  /// `agent:agent&origin:domestic|imported;lost!plate`: clauses by `;`, answers by `&`; `nil` = whatever the answers.
  public var clauses: String?
  /// Conditions that no answer settles: they stay in words.
  public var open: String?

  public static let always = When(words: nil, clauses: nil, open: nil)

  /// Either holds.
  func or(_ other: When, _ phrases: Phrases) -> When {
    guard self != other else { return self }
    guard let words, let others = other.words else { return .always }
    let both = clauses.flatMap { mine in other.clauses.map { "\(mine);\($0)" } }
    return When(words: words + phrases.sentenceOr + others, clauses: both, open: nil)
  }
}
