public import Catalogue

/// How long the whole takes: the longest paths in (working, calendar) days, which cannot be compared with each other,
/// and the day it ends for a given start. Unknown parts make it “at least”.
public struct TimeTotal: Hashable, Sendable {
  /// So many working days and so many calendar days, one after the other.
  public struct Span: Hashable, Sendable, Comparable {
    public var working: Int
    public var calendar: Int

    public init(working: Int, calendar: Int) {
      self.working = working
      self.calendar = calendar
    }

    func adding(_ duration: Duration?) -> Span {
      switch duration?.unit {
      case .workingDays: Span(working: working + (duration?.days ?? 0), calendar: calendar)
      case .calendarDays: Span(working: working, calendar: calendar + (duration?.days ?? 0))
      case nil: self
      }
    }

    public static func < (a: Self, b: Self) -> Bool { (a.working, a.calendar) < (b.working, b.calendar) }
  }

  /// The longest paths: none is at least as long as another in both units. Sorted.
  public var longest: [Span]
  /// Members whose time nobody stated or for which the law sets no limit.
  public var unknown: [String]
  private var nodes: [Node]
  /// Every answer to the open facts on which a time hangs: branches that exclude each other are not added up.
  private var situations: [Situation]

  private struct Node: Hashable {
    var before: [Int]
    var duration: Duration?
    var condition: Condition

    func duration(in situation: Situation) -> Duration? {
      condition.resolved(in: situation) == .never ? nil : duration
    }
  }

  init(_ graph: StepGraph, _ catalogue: Catalogue) {
    nodes = graph.nodes.map { Node(before: $0.before, duration: $0.step.duration, condition: $0.step.condition) }
    unknown = graph.unknownTime
    let open = nodes.filter { $0.duration != nil }.map(\.condition.facts).reduce(Set()) { $0.union($1) }
    situations = Situation.every(open.sorted().compactMap { catalogue.facts[$0] }, limit: 256)
    let nodes = nodes
    longest = TimeTotal.undominated(
      situations.flatMap { situation in
        var paths: [[Span]] = []
        for node in nodes {
          let arrivals = node.before.flatMap { $0 < paths.count ? paths[$0] : [] }
          let duration = node.duration(in: situation)
          paths.append(
            TimeTotal.undominated(
              (arrivals.isEmpty ? [Span(working: 0, calendar: 0)] : arrivals).map { $0.adding(duration) }))
        }
        return Array(paths.joined())
      })
    if longest.isEmpty { longest = [Span(working: 0, calendar: 0)] }
  }

  /// The last day, counted from `start` (the day of the first step). `nil` when the calendar does not reach so far.
  public func finish(from start: Day, _ calendar: WorkCalendar) -> Day? {
    var last = start
    for situation in situations {
      var ends: [Day] = []
      for node in nodes {
        let begin = node.before.compactMap { $0 < ends.count ? ends[$0] : nil }.max() ?? start
        let end: Day? =
          switch node.duration(in: situation) {
          case let duration? where duration.unit == .workingDays:
            calendar.adding(workingDays: duration.days, to: begin)
          case let duration?: calendar.adding(calendarDays: duration.days, to: begin)
          case nil: begin
          }
        guard let end else { return nil }
        ends.append(end)
      }
      last = max(last, ends.max() ?? start)
    }
    return last
  }

  private static func undominated(_ spans: [Span]) -> [Span] {
    Set(spans).filter { span in
      !spans.contains { $0 != span && $0.working >= span.working && $0.calendar >= span.calendar }
    }.sorted()
  }
}
