public import Diagnostics

/// What people say of changes (`changes.xml`): why something changed, from when, what to do, and what happens between two
/// editions. What changed is found by comparing; nobody writes that down.
public struct ChangeNotes: Hashable, Sendable {
  /// Something with a page of its own.
  public enum Subject: Hashable, Sendable {
    case item(String)
    case scenario(String)
    case agency(String)

    public var id: String {
      switch self {
      case .item(let id), .scenario(let id), .agency(let id): id
      }
    }
  }

  public enum Reason: String, Sendable, CaseIterable {
    /// The world changed: a law, a charge, a limit.
    case ruleChange = "rule-change"
    /// The book was wrong.
    case correction
    /// Who does it or where.
    case organisational
    /// The same facts, better recorded.
    case dataFix = "data-fix"
    /// The same in other words.
    case rewording
  }

  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case minor, major, critical

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .minor: 0
      case .major: 1
      case .critical: 2
      }
    }
  }

  /// About what changed of one subject in one edition.
  public struct Note: Hashable, Sendable {
    public var edition: String
    public var subject: Subject
    public var reason: Reason?
    /// When the new rule holds; `nil` = on the edition's day.
    public var effective: Day?
    /// In place of what is computed; lower only with a reason.
    public var severity: Severity?
    public var why: String?
    /// What holds for those who began before.
    public var transition: Statement?
    /// For a correction: the first edition that had the error, and what those should do who followed it.
    public var since: String?
    public var advice: Statement?
    /// Items or scenarios that took its place, for one that is gone or was divided; empty and known: nothing did.
    public var replacedBy: Stated<[String]>
    /// Items or scenarios that it was put together from; their ids stay its own.
    public var mergedFrom: [String]
    /// The id stays although the matter has another name.
    public var renamed: Bool
    public var basis: [Citation]
    public var span: Span
  }

  /// What people must know before the next edition.
  public struct Bulletin: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case notice, suspended, resumed }
    public var id: String
    public var kind: Kind
    public var subject: Subject
    /// When it is told.
    public var on: Day
    public var from: Day
    /// The last day; `nil` = not stated.
    public var until: Day?
    /// After this day nobody is told any more.
    public var expires: Day?
    public var statement: Statement
    public var severity: Severity?
    /// For trying it out: nobody outside is told.
    public var test: Bool
    public var span: Span
  }

  /// Something told by mistake: an event is taken back, or its text removed because the law demands it.
  public struct Retraction: Hashable, Sendable {
    /// The event's id, 26 letters and digits.
    public var event: String
    public var on: Day
    public var removesText: Bool
    public var statement: Statement
    public var span: Span
  }

  public var notes: [Note] = []
  public var bulletins: [Bulletin] = []
  public var retractions: [Retraction] = []

  public init() {}
}
