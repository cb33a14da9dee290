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

    public static func < (a: Self, b: Self) -> Bool { (a.working, a.calendar) < (b.working, b.calendar) }
  }

  /// The longest paths: none is at least as long as another in both units. Sorted.
  public var longest: [Span]
  /// Members whose time nobody stated or for which the law sets no limit.
  public var unknown: [String]
  private var nodes: [Node]

  private struct Node: Hashable {
    var before: [Int]
    var duration: Duration?
  }

  init(_ graph: StepGraph) {
    nodes = graph.nodes.map { Node(before: $0.before, duration: $0.step.duration) }
    unknown = graph.unknownTime
    var paths: [[Span]] = []
    for node in nodes {
      let arrivals =
        node.before.isEmpty ? [Span(working: 0, calendar: 0)] : Array(node.before.map { paths[$0] }.joined())
      paths.append(
        TimeTotal.undominated(
          arrivals.map { span in
            switch node.duration?.unit {
            case .workingDays: Span(working: span.working + (node.duration?.days ?? 0), calendar: span.calendar)
            case .calendarDays: Span(working: span.working, calendar: span.calendar + (node.duration?.days ?? 0))
            case nil: span
            }
          }))
    }
    longest = TimeTotal.undominated(Array(paths.joined()))
    if longest.isEmpty { longest = [Span(working: 0, calendar: 0)] }
  }

  /// The last day, counted from `start` (the day of the first step). `nil` when the calendar does not reach so far.
  public func finish(from start: Day, _ calendar: WorkCalendar) -> Day? {
    var ends: [Day] = []
    for node in nodes {
      let begin = node.before.map { ends[$0] }.max() ?? start
      let end: Day? =
        switch node.duration?.unit {
        case .workingDays: calendar.adding(workingDays: node.duration?.days ?? 0, to: begin)
        case .calendarDays: calendar.adding(calendarDays: node.duration?.days ?? 0, to: begin)
        case nil: begin
        }
      guard let end else { return nil }
      ends.append(end)
    }
    return ends.max() ?? start
  }

  private static func undominated(_ spans: [Span]) -> [Span] {
    Set(spans).filter { span in
      !spans.contains { $0 != span && $0.working >= span.working && $0.calendar >= span.calendar }
    }.sorted()
  }
}
