/// What people are told of a scenario before, during and after, stage by stage: for the page, and as templates for those
/// who send it.
public struct MessagePlanPart: Sendable {
  /// What may still be filled in.
  public struct Variable: Sendable {
    public var name: String
    /// `text`, `phone`, `date`, `count`, `url`.
    public var kind: String
    public var meaning: String
    /// The public values it may have; empty where it is another for each case, or nothing is stated.
    public var values: [String]
    /// Characters of the longest value.
    public var longest: Int
  }

  public struct Stage: Sendable {
    /// `used-car.A1`.
    public var id: String
    public var code: String
    /// `before`, `during`, `after`.
    public var phase: String
    public var senders: [String]
    public var urgency: String
    public var ttlDays: Int
    public var collapse: String
    /// For whom, where it is not for all; in words.
    public var audience: String?
    public var variables: [Variable]
    /// By channel; WeChat's fields stand in `weChat`.
    public var templates: [String: String]
    /// `thing1`, `phrase2`: the type of a field and its place.
    public var weChat: [(field: String, text: String)]
    public var trigger: String
    public var next: String
    public var ifMissing: String
    /// The same for people, with nothing left to fill in.
    public var told: Told
  }

  /// A stage as the book tells it.
  public struct Told: Sendable {
    public var name: String
    public var trigger: String
    public var title: String
    public var body: String
    public var sender: String
    public var next: Sentence
    public var ifMissing: Sentence
  }

  public struct Phase: Sendable {
    public var name: String
    public var stages: [Stage]
  }

  public var isSensitive: Bool
  /// Before, during, after; those without a stage are left out.
  public var phases: [Phase]
  public var stages: [Stage] { phases.flatMap(\.stages) }
}
