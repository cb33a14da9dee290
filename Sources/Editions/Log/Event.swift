public import CanonicalJSON
public import Catalogue

/// Something that subscribers are told, once and for ever. Corrections are new events.
public struct Event: Hashable, Sendable {
  public typealias Subject = EditionChanges.Subject

  /// The closed list of schema 1.
  public enum Kind: String, Sendable, CaseIterable {
    case editionPublished = "edition.published"
    case editionCorrected = "edition.corrected"
    case guideAdded = "guide.added"
    case scenarioAdded = "scenario.added"
    case guideChanged = "guide.changed"
    case scenarioChanged = "scenario.changed"
    case guideCorrected = "guide.corrected"
    case guideSuspended = "guide.suspended"
    case guideResumed = "guide.resumed"
    case guideWithdrawn = "guide.withdrawn"
    case scenarioWithdrawn = "scenario.withdrawn"
    case guideMerged = "guide.merged"
    case guideSplit = "guide.split"
    case audienceNarrowed = "audience.narrowed"
    case agencyChanged = "agency.changed"
    case agencyNotice = "agency.notice"
    case consultationOpened = "consultation.opened"
    case consultationClosed = "consultation.closed"
    case consultationAnswered = "consultation.answered"
    case answerAdded = "qa.added"
    case caseAdded = "case.added"
    case eventRetracted = "event.retracted"
    case eventRedacted = "event.redacted"
    case keyRotated = "key.rotated"

    /// Whether the subject is no longer there: a tombstone, kept for ever.
    public var isTombstone: Bool { self == .guideWithdrawn || self == .scenarioWithdrawn }
  }

  public var kind: Kind
  public var subject: Subject
  /// The subject's revision after this event; a reader drops what is no newer than what it has seen.
  public var revision: Int
  public var editionFrom: String?
  /// `nil` between two editions.
  public var editionTo: String?
  public var effectiveFrom: Day
  public var effectiveTo: Day?
  public var severity: ChangeNotes.Severity
  public var reason: ChangeNotes.Reason
  public var changes: [Change]
  /// In which situations it concerns one, over the subject's questions; `nil` = always.
  public var audience: Condition?
  public var transition: String?
  public var advice: String?
  /// For a correction: the first edition that had the error.
  public var since: String?
  /// Ids of events.
  public var supersedes: [String] = []
  /// Ids of subjects.
  public var replacedBy: [String] = []
  public var mergedFrom: [String] = []
  /// `registration§25`
  public var basis: [String] = []
  /// After this day a sender must not deliver it.
  public var expires: Day?
  /// Messages of one key may replace each other while undelivered.
  public var collapse: String?
  public var isTest = false
  /// When it was told.
  public var published: Day
  /// The bulletin that it tells.
  public var notice: String?
  /// What else a reader has to know; of a kind's own.
  public var more: [String: JSONValue] = [:]
  /// Topics it concerns besides its subject's own.
  public var topics: [String] = []

  public init(
    _ kind: Kind, _ subject: Subject, revision: Int, editionFrom: String?, editionTo: String?, effectiveFrom: Day,
    severity: ChangeNotes.Severity, reason: ChangeNotes.Reason, changes: [Change] = [], published: Day
  ) {
    self.kind = kind
    self.subject = subject
    self.revision = revision
    self.editionFrom = editionFrom
    self.editionTo = editionTo
    self.effectiveFrom = effectiveFrom
    self.severity = severity
    self.reason = reason
    self.changes = changes
    self.published = published
  }

  /// What makes it this event and no other: building the same edition again, or elsewhere, gives the same. Two events
  /// without changes are told apart by what they are about.
  public func core(publisher: String) -> JSONValue {
    let narrowed = kind == .audienceNarrowed ? audience : nil
    let members: [String: JSONValue?] = [
      "publisher": .string(publisher), "kind": .string(kind.rawValue), "subject": subject.json,
      "editionFrom": editionFrom.map { .string($0) } ?? .null,
      "editionTo": editionTo.map { .string($0) } ?? .null,
      "effectiveFrom": .string(effectiveFrom.description), "changes": .array(changes.map(\.json)),
      "audience": narrowed.map { .string($0.source) }, "notice": notice.map { .string($0) },
      "supersedes": supersedes.isEmpty ? nil : .set(supersedes),
    ]
    return .record(members)
  }

  /// 26 characters of base 32, of SHA-256 over the canonical core.
  public func id(publisher: String) -> String { Event.id(ofCore: core(publisher: publisher)) }

  static func id(ofCore core: JSONValue) -> String {
    String(Fingerprint.base32(Fingerprint.digest(core)).prefix(26))
  }
}
