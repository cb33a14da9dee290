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
