public import Catalogue

/// A line of the merged list. `alternatives` of one set with one document is a plain line; several sets are a choice.
public struct BringLine: Hashable, Sendable {
  /// What to bring: one of these sets, each whole. The first is the one recommended.
  public var alternatives: [[Document]]
  /// Every use that this line answers.
  public var uses: [Use]
  /// For a choice: who asks for what in each of the sets; empty for a plain line.
  public var choices: [[Use]] = []
  /// For a choice that is still what one guide wrote: so many of these papers.
  public var pick: Pick?
  /// Originals to have at hand.
  public var originals: Count
  public var copies: Count
  public var certified: Count
  /// Different documents of the kind: more than one where no single one is fresh enough for everybody.
  public var documents = 1
  /// The days on which each document may be issued, counted from the first day (0); empty = no limit, or no planned day.
  public var windows: [ClosedRange<Int>] = []
  /// The day until which it must be valid, counted from the first day; `nil` = no limit, or no planned day.
  public var validUntil: Int?
  /// What every office accepts: attribute -> values, sorted.
  public var specification: [String: [String]] = [:]
  /// The forms that every office takes; empty = not stated.
  public var media: [Requirement.Medium] = []
  public var necessity: Requirement.Necessity
  /// Open facts on which the line hangs.
  public var condition: Condition
  /// How each field came about.
  public var derivations: [Derivation] = []

  public struct Pick: Hashable, Sendable {
    public var count: Int
    public var of: [[Document]]
  }

  /// What happens to the original: the strongest of what the offices do with it.
  public var treatment: Requirement.Treatment {
    let main = choices.first ?? uses
    let strength: [Requirement.Treatment] = [.surrender, .keep, .show, .record]
    return strength.first { treatment in main.contains { $0.treatment == treatment } } ?? .show
  }

  /// The paper, if the line is not a choice.
  public var document: Document? {
    alternatives.count == 1 && alternatives[0].count == 1 ? alternatives[0][0] : nil
  }
}

/// How one field of a line came about.
public struct Derivation: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable, Codable {
    case evidence, originals, copies, certified, specification, media, documents, window, validUntil, necessity, due
    case condition, alternatives
  }
  public var field: Field
  public var rule: Rule

  public init(_ field: Field, _ rule: Rule) {
    self.field = field
    self.rule = rule
  }
}

/// A paper that is required but need not be brought, and why.
public struct NotNeeded: Hashable, Sendable {
  public enum Why: Hashable, Sendable {
    /// The requirement is waived in this way; the text says what to do when the check fails.
    case waived(Requirement.Waiver)
    /// The office reads an electronic record; there is no paper.
    case record
    /// Another agency hands it in.
    case handedInBy(String)
    /// It is one of several that would do, and another of them is on the list.
    case coveredBy(Document)
    /// It belongs to a set of alternatives that contains a smaller one.
    case absorbed
    /// People decided that it is not asked for: the decision's id.
    case dropped(String)
  }
  public var document: Document
  public var use: Use
  public var why: Why

  public var rule: Rule {
    switch why {
    case .waived, .record: .governmentHeld
    case .handedInBy: .handedInByOther
    case .coveredBy: .coveredByOther
    case .absorbed: .absorbed
    case .dropped: .decidedToDrop
    }
  }
}

/// A paper that an earlier member gives and a later one asks for.
public struct Handover: Hashable, Sendable {
  public var document: Document
  public var from: String
  public var to: String
  public var use: Use
  /// Copies of it that are still to be made.
  public var copiesToMake: Count
  /// The giver may refuse: then there is nothing to hand over.
  public var refusable: Bool
}
