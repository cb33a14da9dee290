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
  /// The list of somebody who takes what is recommended: no choices, each paper once.
  public var recommended: [BringLine]
  public var notNeeded: [NotNeeded]
  public var handovers: [Handover]
  public var steps: [PlannedStep]
  public var trips: Trips
  public var time: TimeTotal
  public var fees: FeeTotal
  public var outputs: [Result]
  /// Why steps stand in this order; positions in `steps`.
  public var edges: [Edge]
  /// Requirements of the members that do not apply in this situation.
  public var inactive: [Source]
  /// What stands in the way of one list. Not empty: the scenario's items are printed side by side instead.
  public var problems: [Problem]
  /// Edges that were only better so, and would have closed a circle.
  public var dropped: [Scenario.Edge]

  /// One step waits for another.
  public struct Edge: Hashable, Sendable {
    public var first: Int
    public var then: Int
    public var rule: Rule
    /// Where it is said; for a handover and for papers shown before they are given, the papers.
    public var documents: [Document]
  }
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
