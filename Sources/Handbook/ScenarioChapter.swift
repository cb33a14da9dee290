/// One scenario as a chapter, in the order in which a reader needs it.
public struct ScenarioChapter: Sendable {
  public var id: String
  public var title: String
  public var aliases: [String]
  public var mark: String
  public var audience: String
  public var summary: String
  public var certainty: String?
  /// The four figures over all situations, as the page shows them before anything is answered.
  public var figures: [FigureCell]
  public var variants: [FigureVariant]
  public var questions: [Question]
  public var items: [ItemPart]
  public var bring: [BringGroup]
  public var notNeeded: [NotNeededEntry]
  public var handovers: [HandoverEntry]
  /// What comes before what, as a picture; `nil` where there is nothing to put in order.
  public var flow: FlowPart?
  /// The way with all situations laid over each other.
  public var timeline: [Stop]
  /// The way as it is for certain answers.
  public var ways: [WayVariant]
  /// What has to be known of the way: counters that are not one trip, an order that would be better.
  public var cautions: [NamedPart]
  public var results: [ResultEntry]
  public var times: [TimeEntry]
  public var timeUnknown: [NamedPart]
  public var fees: FeePart
  public var agencies: [AgencyPart]
  /// Answers that cannot stand together, and why.
  public var impossible: [Impossible]
  public var deadlines: [ItemSentence]
  /// What one can do when an office refuses.
  public var refusals: [ItemSentence]
  public var pitfalls: [ItemSentence]
  public var answers: [Answer]
  public var notes: [ItemSentence]
  public var examples: [Example]
  /// What the scenario itself says of messages.
  public var messages: [Message]
  /// All of them, stage by stage; `nil` = the catalogue has no plan.
  public var messagePlan: MessagePlanPart?
  public var legal: [LegalEntry]
  /// What merging spares, over all situations.
  public var savings: [SavingCell]
  /// Why the scenario is not merged; then nothing above that is merged is filled, and `apart` has its items.
  public var blocked: [Blocked]
  public var apart: [ItemChapter]
  /// Words of the glossary, explained after the section that first uses them; by the section's id.
  public var terms: [String: [Handbook.Term]] = [:]

  public struct SavingCell: Sendable {
    public var id: String
    public var label: String
    public var before: String
    public var after: String
  }
  /// A contradiction between offices, as a reader is told of it.
  public struct Blocked: Sendable {
    /// The finding's stable word.
    public var finding: String
    public var text: String
    public var items: [Reference]
    public var when: When
  }
  public struct FigureCell: Sendable {
    /// `trips`, `things`, `days`, `money`.
    public var id: String
    public var label: String
    public var value: String
    /// The same for the separate guides; `nil` where merging changes nothing that is counted.
    public var before: String?
  }
  /// The four figures as they stand for certain answers.
  public struct FigureVariant: Sendable {
    public var when: String?
    public var trips: Int
    /// Fewer trips may do: 约.
    public var tripsApproximate: Bool
    public var tripsOnline: Int
    public var things: Int
    public var tripsBefore: Int
    public var thingsBefore: Int
    /// In words, without “at least”.
    public var time: String
    /// The longest path; `nil` when several cannot be compared.
    public var working: Int?
    public var calendar: Int?
    public var timeComplete: Bool
    /// In fen.
    public var low: Int
    public var high: Int
    public var moneyComplete: Bool
    /// Nothing is to be done in this situation.
    public var empty: Bool
  }
  /// For certain answers, the stops in order, each with the numbers of its steps.
  public struct WayVariant: Sendable {
    public struct Stop: Sendable {
      public var kind: String
      public var place: String
      public var steps: [Int]
    }
    public var when: String?
    public var stops: [Stop]
  }
  public struct Question: Sendable {
    public var id: String
    public var ask: String
    public var note: String?
    public var many: Bool
    public var mark: String?
    public var options: [(id: String, text: String)]
  }
  public struct Impossible: Sendable {
    public var clauses: String
    public var reason: String
  }
  /// An agency one has to go to.
  public struct AgencyPart: Sendable {
    public var agency: AgencyChapter
    public var when: When
  }
  public struct ItemPart: Sendable {
    public var item: Reference
    public var agency: String
    public var about: String?
    public var when: When
  }
  public struct ResultEntry: Sendable {
    public var text: String
    public var from: String
    public var when: When
  }
  public struct TimeEntry: Sendable {
    public var item: Reference
    public var statutory: String
    public var promised: String?
    public var remark: String
    /// What the limit does not count, and nobody says how long it takes.
    public var excluding: [Sentence]
    public var basis: [String]
    public var mark: String?
    public var when: When
  }
  /// A sentence together with the item that says it.
  public struct ItemSentence: Sendable {
    public var item: Reference?
    public var sentence: Sentence
    public var when: When
  }
  public struct Answer: Sendable {
    public var question: String
    public var answer: Sentence
    public var when: When
  }
  public struct Example: Sendable {
    public var story: String
    public var answers: [(ask: String, answer: String)]
    public var bring: [String]
    public var time: String
    public var money: String
    /// `YYYY-MM-DD`: the first day.
    public var start: String
    public var itinerary: ItineraryPart
  }
  public struct Message: Sendable {
    /// `before`, `during`, `after`.
    public var phase: String
    public var name: String
    public var trigger: String
    public var text: String
  }
  public struct LegalEntry: Sendable {
    public var law: Reference
    public var number: String
    public var articles: [String]
    public var mark: String?
  }
}
