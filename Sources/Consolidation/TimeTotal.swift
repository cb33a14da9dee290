public import Catalogue

/// How long the whole takes: the longest paths in (working, calendar) days, which cannot be compared with each other,
/// and the day it ends for a given start. Unknown parts make it “at least”.
public struct TimeTotal: Hashable, Sendable {
  public struct Excluded: Hashable, Sendable {
    public var member: String
    public var text: String
  }

  /// No part of it is unknown.
  public var isComplete: Bool { unknown.isEmpty && excluded.isEmpty }

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
  /// What the limits of the law leave out (inspection, tests): it comes on top.
  public var excluded: [Excluded]
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
    excluded = graph.excluded
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

  /// For each step those right before it.
  var predecessors: [[Int]] { nodes.map(\.before) }

  /// Every answer to what is open, where it can be told.
  var possibleSituations: [Situation] { situations.isEmpty ? [Situation()] : situations }

  /// How long a step takes in a situation; `nil` = no time, or it is not done.
  func duration(of step: Int, in situation: Situation) -> Duration? { nodes[step].duration(in: situation) }

  /// The last day, counted from `start` (the day of the first step). `nil` when the calendar does not reach so far.
  public func finish(from start: Day, _ calendar: WorkCalendar) -> Day? {
    if longest == [Span(working: 0, calendar: 0)] { return start }
    var last = start
    for situation in situations {
      guard let ends = ends(from: start, calendar, situation) else { return nil }
      last = max(last, ends.max() ?? start)
    }
    return last
  }

  private func ends(from start: Day, _ calendar: WorkCalendar, _ situation: Situation) -> [Day]? {
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
    return ends
  }

  /// The steps without slack for a given start: those that make it last as long as it does, by position. `nil` when the
  /// calendar does not reach so far.
  public func critical(from start: Day, _ calendar: WorkCalendar) -> Set<Int>? {
    var result: Set<Int> = []
    var latest = start
    for situation in situations {
      guard let ends = ends(from: start, calendar, situation) else { return nil }
      let last = ends.max() ?? start
      if last < latest { continue }
      if last > latest { result = [] }
      latest = last
      // Back from the end: what ends just when its follower must begin has no slack.
      var tight = Set(ends.indices.filter { ends[$0] == last })
      for node in ends.indices.reversed() where tight.contains(node) {
        let begin = nodes[node].before.compactMap { $0 < ends.count ? ends[$0] : nil }.max() ?? start
        tight.formUnion(nodes[node].before.filter { $0 < ends.count && ends[$0] == begin })
      }
      result.formUnion(tight)
    }
    return result
  }

  /// How many days it takes, first and last day among them as the law counts (the first is day 0), over every working day
  /// on which one may begin from `first` on, as far as the calendar reaches. `nil` when it reaches no end.
  public func length(beginningFrom first: Day, _ calendar: WorkCalendar) -> ClosedRange<Int>? {
    guard let year = calendar.years.max(), let last = Day(year: year, month: 12, day: 31), first <= last else {
      return nil
    }
    var lengths: (Int, Int)?
    for number in first.number...last.number {
      let start = Day(number: number)
      guard calendar.isWorkingDay(start) == true, let end = finish(from: start, calendar) else { continue }
      let days = end.number - start.number
      lengths = lengths.map { (min($0.0, days), max($0.1, days)) } ?? (days, days)
    }
    return lengths.map { $0.0...$0.1 }
  }

  private static func undominated(_ spans: [Span]) -> [Span] {
    Set(spans).filter { span in
      !spans.contains { $0 != span && $0.working >= span.working && $0.calendar >= span.calendar }
    }.sorted()
  }
}
