public import Diagnostics

/// One line of one item's list: which paper, whose, what happens to it, how many, when, and what replaces it.
public struct Requirement: Hashable, Sendable {
  /// What the office does with the original.
  public enum Treatment: String, Sendable, CaseIterable {
    /// Looked at and handed back.
    case show
    /// Stays with the office.
    case keep
    /// Given back to the state for good: 交回.
    case surrender
    /// Nothing on paper: the office reads an electronic record.
    case record
  }

  /// Required is stronger than deferrable, deferrable than optional.
  public enum Necessity: String, Sendable, CaseIterable { case required, deferrable, optional }

  /// Why the paper need not be brought although it is required.
  public struct Waiver: Hashable, Sendable {
    public enum How: String, Sendable, CaseIterable {
      /// The office checks on line.
      case lookup
      case eCertificate = "e-certificate"
      /// The same office issued it.
      case `internal`
      /// 告知承诺.
      case commitment
    }
    public var how: How
    /// What to do when the check fails.
    public var fallback: String
    public var basis: [Citation]
    public var checked: Checked
    public var when: Condition
  }

  public var id: String
  public var evidence: String
  /// The role whose paper it is; `nil` = the default of the evidence's holder.
  public var of: String?
  public var treatment: Treatment
  /// The original is written on and returned: 签注.
  public var endorsed: Bool
  public var originals: Stated<Int>
  public var copies: Stated<Int>
  public var certified: Stated<Int>
  public var necessity: Necessity
  /// Deferred papers are due so many days after acceptance.
  public var dueDays: Int?
  public var when: Condition
  /// The agency that hands it in when it is not the applicant.
  public var from: String?
  /// Issued within so many days.
  public var maxAge: Int?
  /// Still valid for so many days.
  public var minRemaining: Int?
  public var notes: [Statement]
  public var waivers: [Waiver]
  public var basis: [Citation]
  public var checked: Checked
  public var span: Span
}

/// A line of a list: a requirement, or a choice between sets of them (OR of ANDs).
public enum RequirementLine: Hashable, Sendable {
  case single(Requirement)
  case oneOf(id: String, alternatives: [[Requirement]], when: Condition, span: Span)

  /// Every requirement in the line.
  public var all: [Requirement] {
    switch self {
    case .single(let requirement): [requirement]
    case .oneOf(_, let alternatives, _, _): alternatives.flatMap { $0 }
    }
  }
}
