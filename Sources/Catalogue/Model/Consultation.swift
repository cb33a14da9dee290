public import Diagnostics

/// A change that people are asked about before it is made (征求意见), and what became of it.
public struct Consultation: Hashable, Sendable {
  public enum Status: String, Sendable, CaseIterable { case open, closed, adopted, rejected }

  /// What would be different, in the words of the page concerned.
  public struct Change: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
      case item(String)
      case scenario(String)
    }
    public var target: Target
    /// `nil` = it is new.
    public var before: String?
    /// `nil` = it goes.
    public var after: String?
    public var span: Span
  }

  /// What was adopted or not, and why.
  public struct Outcome: Hashable, Sendable {
    public var day: Day
    public var statement: Statement
  }

  public var id: String
  public var title: String
  /// Why the change is thought of; `nil` = not stated.
  public var summary: String?
  public var status: Status
  public var from: Day
  /// The last day on which comments count.
  public var until: Day
  public var changes: [Change]
  /// Where comments go; `nil` = where everything that is said of the book goes.
  public var comments: String?
  public var outcome: Outcome?
  public var checked: Checked
  public var span: Span
  /// Where its status stands.
  public var statusSpan: Span
}

extension Consultation {
  /// Whether something has been decided, so that it has an outcome.
  public var isDecided: Bool { status == .adopted || status == .rejected }
}
