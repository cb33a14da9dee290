public import Diagnostics

/// What people are told before, during and after a matter (`messages.xml`): the same stages for every scenario.
///
/// The plan holds texts, not persons: what a stage says is filled in from public data alone.
public struct MessagePlan: Hashable, Sendable {
  /// What stands in place of a sensitive scenario's own words where others may look over one's shoulder.
  public struct Neutral: Hashable, Sendable {
    public var lock: MessageTemplate
    public var title: MessageTemplate
    /// Also what the matter is called in texts that are pushed.
    public var thing: MessageTemplate
  }

  public struct Stage: Hashable, Sendable {
    /// The letter is the phase, the number the order in it.
    public enum Code: String, Sendable, CaseIterable {
      case b1 = "B1"
      case b2 = "B2"
      case b3 = "B3"
      case d1 = "D1"
      case d2 = "D2"
      case d3 = "D3"
      case d4 = "D4"
      case d5 = "D5"
      case a1 = "A1"
      case a2 = "A2"
      case a3 = "A3"
      case a4 = "A4"
      case a5 = "A5"
    }
    public enum Sender: String, Sendable, CaseIterable {
      /// Public facts, to whoever asked for them.
      case onebook
      /// What concerns one case.
      case caseSystem = "case-system"
    }
    public enum Urgency: String, Sendable, CaseIterable { case veryLow = "very-low", low, normal, high }
    /// Which undelivered message a newer one may replace.
    public enum Collapse: String, Sendable, CaseIterable {
      /// None; a digest may list it with others.
      case none
      case subject
      case `case`
      case date
      /// None, and it goes by itself.
      case never
    }

    public var code: Code
    public var senders: [Sender]
    public var urgency: Urgency
    /// How many days it may wait for delivery.
    public var ttl: Int
    public var collapse: Collapse
    public var trigger: MessageTemplate
    public var texts: [MessageText]
    /// What comes next.
    public var next: MessageSentence
    /// What to do if it does not come.
    public var missing: MessageSentence
    public var span: Span
  }

  /// In the order of their codes.
  public var stages: [Stage]
  public var neutral: Neutral?
  public var span: Span

  public func stage(_ code: Stage.Code) -> Stage? { stages.first { $0.code == code } }
}

extension MessagePlan.Stage.Code {
  /// Without these nobody is told what to bring, that papers are missing, or that there is a decision.
  public static let required: [Self] = [.b1, .b2, .d1, .d2, .d3, .d5, .a1, .a2]

  public var phase: Scenario.Phase {
    switch self {
    case .b1, .b2, .b3: .before
    case .d1, .d2, .d3, .d4, .d5: .during
    case .a1, .a2, .a3, .a4, .a5: .after
    }
  }

  /// How many parts a short message may be split into: what must not be lost fits into one.
  public var smsParts: Int { [.d2, .d5, .a2].contains(self) ? 1 : 2 }
}

/// A way a message reaches somebody.
public enum MessageChannel: String, Sendable, CaseIterable { case lock, title, body, sms, wechat, board, voice }

/// Types of fields in a WeChat subscribe message. Source: WeChat's documentation of subscribe messages.
public enum WeChatField: String, Sendable, CaseIterable {
  case thing, phrase
  case characterString = "character_string"
}

/// What one channel says.
public struct MessageText: Hashable, Sendable {
  public var channel: MessageChannel
  /// In `wechat`: the type of the field; its number is its place.
  public var field: WeChatField?
  public var template: MessageTemplate
}

/// A sentence about a message, with its ground.
public struct MessageSentence: Hashable, Sendable {
  public var template: MessageTemplate
  public var statement: Statement
}
