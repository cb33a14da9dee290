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

  /// In what form an office takes a paper.
  public enum Medium: String, Sendable, CaseIterable { case electronic, paper }

  /// A form of a certain layout. Two versions of one form are never the same paper.
  public struct Template: Hashable, Sendable {
    public var id: String
    public var version: String
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
  /// What the guide calls the paper, where that is not the evidence type's own name.
  public var called: String?
  public var template: Template?
  /// What the paper must be like: an attribute (size, background, issuer) and the values that will do, sorted.
  public var specification: [String: [String]] = [:]
  /// The forms the office takes, sorted; empty = not stated.
  public var media: [Medium] = []
  /// The item's step at which it is handed in; `nil` = where the application is.
  public var step: String?
  /// `sha256:` and 64 hexadecimal digits over what the catalogue says here; layout and comments do not count.
  public var digest = ""
}

/// A choice between sets of requirements (OR of ANDs).
public struct Choice: Hashable, Sendable {
  public var id: String
  public var alternatives: [[Requirement]]
  /// So many of the alternatives are needed: “any two of these four”.
  public var pick = 1
  public var when: Condition
  public var span: Span
}

/// “Other papers required by law”: nothing a person could bring. Reported, and never a line.
public struct CatchAll: Hashable, Sendable {
  public var id: String
  public var text: String
  public var span: Span
}

/// A line of a list.
public enum RequirementLine: Hashable, Sendable {
  case single(Requirement)
  case oneOf(Choice)
  case catchAll(CatchAll)

  /// Every requirement in the line.
  public var all: [Requirement] {
    switch self {
    case .single(let requirement): [requirement]
    case .oneOf(let choice): choice.alternatives.flatMap { $0 }
    case .catchAll: []
    }
  }
}
