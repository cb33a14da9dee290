public import Catalogue
public import Diagnostics

/// The merged result of a scenario in a situation: bring, go, wait, pay, receive. Every line knows its sources.
public struct Plan: Hashable, Sendable {
  /// An item that takes part, in the order in which things are done.
  public struct Member: Hashable, Sendable {
    public var id: String
    public var item: String
    public var subjects: [String: String]
  }

  /// What an item gives.
  public struct Result: Hashable, Sendable {
    public var member: String
    public var item: String
    public var evidence: String?
    public var subject: String?
    public var text: String
    public var condition: Condition
  }

  public var scenario: String
  public var situation: Situation
  public var members: [Member]
  public var bring: [BringLine]
  public var notNeeded: [NotNeeded]
  public var handovers: [Handover]
  public var steps: [PlannedStep]
  public var trips: Trips
  public var time: TimeTotal
  public var fees: FeeTotal
  public var outputs: [Result]
}

/// A requirement of the catalogue as a line's source: which member asks, in which item's which line, at which place.
public struct Source: Hashable, Sendable {
  public var member: String
  public var item: String
  public var requirement: String
  public var span: Span
}

/// A certain paper: its type and whose it is. Papers of the same type of another person or car are other papers.
public struct Document: Hashable, Sendable, Comparable {
  public var evidence: String
  /// The subject's id; `nil` for papers that belong to the matter itself.
  public var subject: String?

  public init(evidence: String, subject: String?) {
    self.evidence = evidence
    self.subject = subject
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.evidence, a.subject ?? "") < (b.evidence, b.subject ?? "")
  }
}

/// A number some parts of which nobody stated: then it is “at least”.
public struct Count: Hashable, Sendable {
  public var known: Int
  /// No part is missing.
  public var complete: Bool

  public static let zero = Count(known: 0, complete: true)

  public init(known: Int, complete: Bool) {
    self.known = known
    self.complete = complete
  }

  init(_ stated: Stated<Int>) {
    switch stated {
    case .known(let value): self.init(known: value, complete: true)
    case .none: self = .zero
    case .notStated: self.init(known: 0, complete: false)
    }
  }

  static func + (a: Count, b: Count) -> Count { Count(known: a.known + b.known, complete: a.complete && b.complete) }
}

/// One office's use of a paper: a requirement, seen from the scenario.
public struct Use: Hashable, Sendable {
  public var source: Source
  public var document: Document
  public var treatment: Requirement.Treatment
  public var endorsed: Bool
  public var originals: Count
  public var copies: Count
  public var certified: Count
  public var necessity: Requirement.Necessity
  public var dueDays: Int?
  public var maxAge: Int?
  public var minRemaining: Int?
  /// What is left of the condition: over facts that nobody was asked.
  public var condition: Condition
  /// The agency that hands it in when it is not the applicant.
  public var from: String?
  public var notes: [Statement]
  public var waivers: [Requirement.Waiver]
  public var basis: [Citation]
  public var checked: Checked
}

/// A line of the merged list. `alternatives` of one set with one document is a plain line; several sets are a choice.
public struct BringLine: Hashable, Sendable {
  /// What to bring: one of these sets, each whole. The first is the one recommended.
  public var alternatives: [[Document]]
  /// Every use that this line answers.
  public var uses: [Use]
  /// For a choice: who asks for what in each of the sets; empty for a plain line.
  public var choices: [[Use]] = []
  /// Originals to have at hand.
  public var originals: Count
  public var copies: Count
  public var certified: Count
  public var necessity: Requirement.Necessity
  /// Open facts on which the line hangs.
  public var condition: Condition

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
  }
  public var document: Document
  public var use: Use
  public var why: Why
}

/// A paper that an earlier member gives and a later one asks for.
public struct Handover: Hashable, Sendable {
  public var document: Document
  public var from: String
  public var to: String
  public var use: Use
  /// Copies of it that are still to be made.
  public var copiesToMake: Count
}
