/// One service item as a chapter: its guide, by itself.
public struct ItemChapter: Sendable {
  public var id: String
  public var name: String
  public var official: String
  public var aliases: [String]
  public var type: String?
  public var certainty: String?
  public var agency: Reference
  /// The counter that takes it; `nil` = not stated.
  public var counter: String?
  public var who: Sentence?
  public var conditions: [Sentence]
  public var bring: [BringGroup]
  /// The list is known; else the office has not stated it.
  public var bringStated: Bool
  public var notNeeded: [NotNeededEntry]
  public var timeline: [Stop]
  public var stepsStated: Bool
  public var statutory: String
  public var promised: String
  public var timeRemark: Sentence?
  /// What the limit does not count, and nobody says how long it takes.
  public var excluding: [Sentence]
  public var fees: FeePart
  public var results: [String]
  public var validity: Sentence?
  public var deadlines: [Sentence]
  /// What one can do when the office refuses.
  public var refusal: Sentence?
  public var online: [Sentence]
  public var agent: String
  public var agentRule: Sentence?
  public var pitfalls: [Sentence]
  public var tables: [(title: String, rows: [(name: String, sentence: Sentence)])]
  public var notes: [Sentence]
  /// For those at the counter only.
  public var staffNotes: [Sentence]
  public var legal: [ScenarioChapter.LegalEntry]
  public var scenarios: [Reference]
  /// Elements of a guide that have no place above: what is stated of each, or that there is none.
  public var details: [(id: String, name: String, sentence: Sentence)]
  /// The elements of a guide that nobody has stated.
  public var missing: [(id: String, name: String)]
}

/// Who does what and where.
public struct AgencyChapter: Sendable {
  /// What guides say of an agency's telephone, hours or address, each wording once.
  public struct Saying: Sendable {
    /// `phone`, `hours`, `address`.
    public var fact: String
    public var text: String
    /// The items whose guides say so.
    public var items: [Reference]
    /// The agency's own record is there and goes before it.
    public var overruled: Bool
  }

  public var id: String
  public var name: String
  public var short: String
  /// `nil` = not stated.
  public var address: String?
  public var hours: String?
  public var phones: [String]
  public var sayings: [Saying]
  public var counters: [String]
  public var notes: [Sentence]
  public var items: [Reference]
  public var scenarios: [Reference]
}

extension AgencyChapter {
  /// What is printed of a fact for want of the agency's own record.
  public func unconfirmed(_ fact: String) -> [Saying] { sayings.filter { $0.fact == fact && !$0.overruled } }
}

/// What a paper is, how to get it, and which matters ask for it.
public struct EvidenceChapter: Sendable {
  public struct Accepted: Sendable {
    public var when: String?
    public var evidence: [Reference]
  }
  public var id: String
  public var name: String
  public var aliases: [String]
  public var certainty: String?
  public var issuer: String?
  public var issuerPage: Reference?
  public var validity: String?
  public var get: [Sentence]
  public var producers: [Reference]
  public var lookup: [Sentence]
  public var notes: [Sentence]
  public var accepts: [Accepted]
  public var items: [Reference]
  public var scenarios: [Reference]
}

extension AgencyChapter {
  public var reference: Reference { Reference(.agency, id, name) }
}
extension ItemChapter {
  public var reference: Reference { Reference(.item, id, name, detail: agency.text) }
}
extension EvidenceChapter {
  public var reference: Reference { Reference(.evidence, id, name, detail: issuer ?? "") }
}
extension ScenarioChapter {
  public var reference: Reference { Reference(.scenario, id, title, detail: summary) }
}
