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
  public var messages: [Message]
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

/// A name that counts for certain answers.
public struct NamedPart: Sendable {
  public var name: String
  public var when: When
}

/// Papers of one owner.
public struct BringGroup: Sendable {
  public var heading: String
  public var lines: [BringEntry]
}

/// A line of the list of what to bring.
public struct BringEntry: Sendable {
  public struct Alternative: Hashable, Sendable {
    public var papers: [Reference]
    /// The tail of “如果…”: only then does this alternative do.
    public var only: String?
  }

  /// So many of these, whichever: as one guide wrote it, when nothing has narrowed it.
  public struct Pick: Hashable, Sendable {
    public var count: Int
    public var of: [[Reference]]
    /// 四项中任选两项
    public var words: String
  }

  /// Stable within the chapter.
  public var id: String
  /// The sets to choose from, with what an alternative hangs on; usually one with one paper.
  public var alternatives: [Alternative]
  /// For a choice of several: `alternatives` are its combinations.
  public var pick: Pick?
  /// What happens to it and how many: 原件，看完还您.
  public var treatment: [String]
  public var labels: [String]
  public var notes: [(sentence: Sentence, when: When)]
  public var sources: [(entry: SourceEntry, when: When)]
  /// The rules by which it became what it is, in sentences.
  public var reasons: [String]
  /// Its record in the appendix; `nil` where there is none.
  public var record: String?
  public var when: When
}

/// Who asks for a paper, and on what ground.
public struct SourceEntry: Hashable, Sendable {
  public var item: Reference
  /// What it does with the paper, in a word.
  public var does: String
  public var agency: String
  public var basis: [String]
  public var mark: String?
}

/// A paper that need not be brought.
public struct NotNeededEntry: Sendable {
  public var evidence: Reference
  public var owner: String?
  public var why: String
  public var fallback: String?
  public var sources: [(entry: SourceEntry, when: When)]
  public var when: When
}

/// A paper one gets on the way.
public struct HandoverEntry: Sendable {
  public var evidence: Reference
  public var owner: String?
  public var from: String
  public var to: [String]
  /// What happens to it where it is asked for: 原件，交给窗口; copies to make.
  public var treatment: [String]
  /// The giver may refuse: there is something to hand over only when it has not.
  public var afterApproval: Bool
  public var when: When
}

/// A stretch of the way: a place to go to, something on line or at home, or an office at work.
public struct Stop: Sendable {
  public enum Kind: String, Sendable { case trip, online, home, office }
  public var kind: Kind
  public var place: String
  public var agency: Reference?
  public var steps: [StepEntry]
  public var when: When
}

public struct StepEntry: Sendable {
  /// Its position among the steps of the plan, or of the scenario.
  public var number: Int
  public var text: String
  public var item: Reference?
  /// Done by the office while one is there, or afterwards.
  public var byOffice: Bool
  public var duration: String?
  public var labels: [String]
  /// Who may do it, where that matters: 本人到场.
  public var attendance: String?
  /// Nobody may do it for the applicant.
  public var inPerson: Bool
  public var mark: String?
  public var when: When
}

/// What it costs.
public struct FeePart: Sendable {
  public struct Line: Sendable {
    public var name: String
    public var amount: String
    public var kind: String
    public var remark: String
    public var basis: [String]
    public var mark: String?
    public var when: When
  }
  public var lines: [Line]
  public var free: [NamedPart]
  public var unknown: [NamedPart]
}

extension BringEntry {
  /// The line in one piece of text.
  public func name(_ phrases: Phrases) -> String {
    func text(_ papers: [Reference]) -> String { papers.map(\.text).joined(separator: phrases.and) }
    if let pick { return phrases.list(pick.words, pick.of.map(text)) }
    return alternatives.map { text($0.papers) }.joined(separator: phrases.optionOr)
  }
}
