public import Diagnostics

/// What a person wants done: the items that take part, the questions that choose among them, and how they hang together.
public struct Scenario: Hashable, Sendable {
  /// An item that takes part.
  public struct Member: Hashable, Sendable {
    /// Fixes one of the item's facts, or takes it from another question.
    public struct Given: Hashable, Sendable {
      public enum Source: Hashable, Sendable {
        case option(String)
        case question(String)
      }
      public var fact: String
      public var source: Source
      public var when: Condition
      public var span: Span
    }

    public var id: String
    public var item: String
    public var when: Condition
    /// The item's role -> the scenario's subject.
    public var subjects: [String: String]
    public var givens: [Given]
    public var span: Span
  }

  /// How two members hang together.
  public struct Edge: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// What `first` gives is what `then` asks for.
      case handover(evidence: String)
      /// `first` is done when `then` begins, or (`result`) before `then` can end.
      case before(result: Bool)
      /// A gap between them.
      case wait(Duration)
    }
    public var first: String
    public var then: String
    public var kind: Kind
    public var reason: String
    public var basis: [Citation]
    public var checked: Checked
    public var span: Span
    /// A step of the first member's item; `nil` = all of it.
    public var firstStep: String?
    /// A step of the later member's item; `nil` = its beginning.
    public var thenStep: String?
    /// Only better so: dropped, with a note, where it would close a circle.
    public var soft = false
  }

  /// One set of papers that several members use together (一套材料): a fact with its basis, never inferred.
  public struct Dossier: Hashable, Sendable {
    public var members: [String]
    public var text: String
    public var basis: [Citation]
    public var checked: Checked
    public var span: Span
  }

  /// The day on which a member's step is planned, counted from the first day (0).
  public struct PlannedDay: Hashable, Sendable {
    public var member: String
    public var step: String
    public var day: Int
    public var span: Span
  }

  public struct Impossible: Hashable, Sendable {
    public var when: Condition
    public var reason: String
    public var span: Span
  }

  public enum Phase: String, Sendable, CaseIterable { case before, during, after }
  public struct Message: Hashable, Sendable {
    public var phase: Phase
    /// What makes it due: 查验完成.
    public var trigger: String
    /// Its text is empty where it only rewords some channels of its stage.
    public var statement: Statement
    /// The stage of the message plan that it belongs to; its text is that stage's body. `nil` = it stands by itself.
    public var stage: MessagePlan.Stage.Code?
    /// What it says in place of the stage's own texts, the body among them.
    public var texts: [MessageText]
    /// `trigger`, with its place.
    public var triggerTemplate: MessageTemplate
    /// The text, with its variables.
    public var template: MessageTemplate
  }

  public struct QuestionAndAnswer: Hashable, Sendable {
    public var question: String
    public var answer: Statement
  }

  /// A worked example; everything but the story is computed.
  public struct Case: Hashable, Sendable {
    public var story: String
    public var start: Day
    public var situation: Situation
    public var span: Span
  }

  /// The most combinations of answers that a scenario may have: each gets a plan of its own.
  public static let situationLimit = 1 << 14

  /// How many combinations of answers there are, possible or not; `nil` when they are beyond counting.
  public var situationCount: Int? {
    var count = 1
    for question in questions {
      let choices = question.many ? (1 << min(question.options.count, 30)) - 1 : question.options.count
      let (product, overflow) = count.multipliedReportingOverflow(by: max(choices, 1))
      if overflow { return nil }
      count = product
    }
    return count
  }

  public var id: String
  public var title: String
  public var theme: String
  public var aliases: [String]
  public var audience: String
  public var summary: String
  public var questions: [Fact]
  public var impossible: [Impossible]
  public var members: [Member]
  public var edges: [Edge]
  public var messages: [Message]
  public var answers: [QuestionAndAnswer]
  public var cases: [Case]
  public var pitfalls: [Statement]
  public var notes: [ServiceItem.Note]
  public var checked: Checked
  public var span: Span
  public var dossiers: [Dossier] = []
  /// How many of a fee's unit (副, 本) are needed; one where nothing is said.
  public var quantities: [String: Int] = [:]
  public var planned: [PlannedDay] = []
  /// That somebody has to do with it is nobody else's business: penalties, accidents, medical conditions.
  public var isSensitive = false
}
