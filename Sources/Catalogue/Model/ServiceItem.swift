public import Diagnostics

/// One matter of one agency with its guide.
public struct ServiceItem: Hashable, Sendable {
  public struct LegalBasis: Hashable, Sendable {
    public var citation: Citation
    public var gist: String
    public var span: Span
  }

  /// What an item gives; may be another item's requirement.
  public struct Output: Hashable, Sendable {
    public var evidence: String?
    /// The role or vehicle it belongs to; `nil` = the default of the evidence's holder.
    public var of: String?
    public var text: String
    public var when: Condition
    public var span: Span
    /// The step that gives it; `nil` = it is there when the item is done.
    public var step: String?
  }

  /// What a guide says of a fact that an agency owns. The agency's own record goes before it.
  public struct Saying: Hashable, Sendable {
    public enum Fact: String, Sendable, CaseIterable { case phone, hours, address }
    public var agency: String
    public var fact: Fact
    public var text: String
    public var span: Span
  }

  /// One element of a guide in words, or known to be none.
  public struct Detail: Hashable, Sendable {
    public var element: GuideElement
    public var content: Stated<Statement>
    public var span: Span
  }

  public struct AgentRule: Hashable, Sendable {
    public enum Allowed: String, Sendable, CaseIterable { case yes, no, limited }
    /// `nil` = not stated.
    public var allowed: Allowed?
    public var statement: Statement
  }

  public struct FactsTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
      public var name: String
      public var statement: Statement
    }
    public var title: String
    public var rows: [Row]
  }

  public enum Reader: String, Sendable, CaseIterable { case reader, staff }
  public struct Note: Hashable, Sendable {
    public var reader: Reader
    public var statement: Statement
  }

  public var id: String
  public var name: String
  public var official: String
  public var aliases: [String]
  public var type: String?
  public var agency: String
  public var who: Statement?
  public var conditions: [Statement]
  public var bases: [LegalBasis]
  public var requirements: Stated<[RequirementLine]>
  public var steps: Stated<[Step]>
  public var time: ProcessingTime?
  public var fees: Stated<[FeeReference]>
  /// How sure “no fee” or the list of fees is.
  public var feesChecked: Checked
  public var outputs: [Output]
  public var validity: Statement?
  public var deadlines: [Statement]
  public var online: [Statement]
  public var agent: AgentRule?
  public var pitfalls: [Statement]
  public var tables: [FactsTable]
  public var notes: [Note]
  public var checked: Checked
  public var span: Span
  /// The office may refuse; the text says what one can do then.
  public var refusal: Statement?
  public var says: [Saying] = []
  /// Elements of a guide that have no field of their own here, by their id.
  public var details: [Detail] = []
  /// Where this item is made public in another way than the book says.
  public var disclosure: Disclosure?
  /// The agency's counter that takes it; `nil` = not stated.
  public var counter: String?
}
