/// The one-time notices (一次告知单) of a scenario: one for each situation that differs from the others in what is told.
/// Source: 行政许可法§32(四), which has the office say everything at once.
public struct NoticeSet: Sendable {
  public var scenario: Reference
  /// The theme's character.
  public var mark: String
  /// From the first question to the notices.
  public var tree: NoticeTree
  public var notices: [Notice]
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
public struct Notice: Sendable {
  /// The answers that lead to it, `bought.no.free`; empty where nothing is asked. Letters, digits, `-`, `_`, `.`.
  public var id: String
  /// 车主是个人; in the order of the questions.
  public var situation: [String]
  /// The same for the page's script: question -> options. One of them where several lead here.
  public var answers: [(question: String, options: [String])]
  public var figures: [ScenarioChapter.FigureCell]
  public var bring: [BringGroup]
  public var notNeeded: [NotNeededEntry]
  public var handovers: [HandoverEntry]
  public var stops: [Stop]
  /// What has to be known of the way.
  public var cautions: [String]
  /// Where one goes, in that order.
  public var agencies: [AgencyChapter]
  public var results: [String]
  public var fees: FeePart
  /// Matters of which nobody states how long they take, and what comes on top of the stated limits.
  public var timeUnknown: [String]
  public var timeOnTop: [String]
  /// The limits of the applicant: 30日内.
  public var deadlines: [Sentence]
  /// Why people are sent home.
  public var pitfalls: [Sentence]
  public var notes: [Sentence]
  public var legal: [ScenarioChapter.LegalEntry]
}

extension NoticeSet {
  /// The notice's name among all: `used-car.bought.no`, or the scenario's alone.
  public func name(of notice: Notice) -> String { notice.id.isEmpty ? scenario.id : "\(scenario.id).\(notice.id)" }
}

extension Handbook {
  /// Their pages, `notices/used-car.bought.no.html`, each with the sheet it shows.
  public var noticeCount: Int { notices.reduce(0) { $0 + $1.notices.count } }
}
