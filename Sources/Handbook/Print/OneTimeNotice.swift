/// The one-time notices (一次告知单) of a scenario: one for each situation that differs from the others in what is told.
/// Source: 行政许可法§32(四), which has the office say everything at once.
public struct NoticeSet: Sendable {
  public var scenario: Reference
  /// From the first question to the notices.
  public var tree: NoticeTree
  public var notices: [OneTimeNotice]
}

/// What is asked to find a notice: questions that make no difference any more are left out.
public indirect enum NoticeTree: Sendable {
  /// A position in `NoticeSet.notices`.
  case notice(Int)
  /// In this situation there is nothing to do.
  case nothing
  case question(String, [(answer: String, then: NoticeTree)])
}

/// One sheet for one situation; stands alone when torn off.
public struct OneTimeNotice: Sendable {
  /// A stretch of the way: 第1趟 税务局, and what is done there.
  public struct Leg: Sendable {
    public var kind: Stop.Kind
    public var place: String
    public var steps: [(text: String, mark: String?)]
  }

  /// The answers that lead to it, `bought.no.free`; empty where nothing is asked. Letters, digits, `-`, `_`, `.`.
  public var id: String
  /// 车主是个人; in the order of the questions.
  public var situation: [String]
  /// The same for the page's script: question -> options. One of them where several lead here.
  public var answers: [(question: String, options: [String])]
  public var figures: [ScenarioChapter.FigureCell]
  public var bring: [BringGroup]
  /// What need not be brought: the papers that have one reason, and that.
  public var spared: [(papers: [String], why: String, mark: String?)]
  /// What one gets on the way, and when.
  public var given: [(paper: String, text: String)]
  public var way: [Leg]
  /// Where one goes, in that order, and what is known of it; empty where nothing is known of any.
  public var places: [(name: String, facts: [String])]
  /// What has to be known of the way.
  public var cautions: [String]
  public var results: [String]
  /// How to find the last day, with room to fill it in.
  public var lastDay: String
  public var fees: FeePart
  /// Matters of which nobody states how long they take, and what comes on top of the stated limits.
  public var timeUnknown: [String]
  public var timeOnTop: [String]
  /// The limits of the applicant: 30日内.
  public var deadlines: [Sentence]
  /// What is special of the case, and why people are sent home.
  public var pitfalls: [Sentence]
}

extension NoticeSet {
  /// The notice's name among all: `used-car.bought.no`, or the scenario's alone.
  public func name(of notice: OneTimeNotice) -> String {
    notice.id.isEmpty ? scenario.id : "\(scenario.id).\(notice.id)"
  }
}

extension Sequence<(entry: SourceEntry, when: When)> {
  /// How sure it is: as sure as the surest of them. `nil` = checked in the source.
  public var mark: String? {
    var first: String?
    for (entry, _) in self {
      guard let mark = entry.mark else { return nil }
      first = first ?? mark
    }
    return first
  }
}
