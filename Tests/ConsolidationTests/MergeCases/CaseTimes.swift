import Catalogue
import Consolidation

/// When each step of a plan begins and ends, worked out anew; and which steps decide when all is over.
struct CaseTimes {
  private let run: CaseRun
  private let before: [[Int]]

  init(_ run: CaseRun) {
    self.run = run
    var before: [[Int]] = Array(repeating: [], count: run.plan.steps.count)
    for edge in run.plan.edges { before[edge.then].append(edge.first) }
    self.before = before
  }

  /// Every step named must lie on a longest path, and one longest path must have all its lasting steps named.
  func failures(critical names: [String], from start: String) -> [String] {
    guard let first = Day(start), let ends = ends(from: first), let last = ends.max() else {
      return ["critical from \(start): no dates"]
    }
    /// Positions that a longest path can go through, walking back from the end.
    var deciding: Set<Int> = []
    for node in ends.indices.reversed() {
      let follows = run.plan.edges.contains {
        $0.first == node && deciding.contains($0.then) && begin($0.then, first, ends) == ends[node]
      }
      if ends[node] == last || follows { deciding.insert(node) }
    }
    let position = Dictionary(
      run.plan.steps.enumerated().map { (run.names.steps.name($0.element.id), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var failures: [String] = []
    for name in names where !(position[name].map(deciding.contains) ?? false) {
      failures.append("critical from \(start): \(name) has time to spare")
    }
    let named = Set(names.compactMap { position[$0] })
    func isCovered(_ node: Int) -> Bool {
      guard run.plan.steps[node].duration == nil || named.contains(node) else { return false }
      if begin(node, first, ends) == first { return true }
      return before[node].contains { ends[$0] == begin(node, first, ends) && isCovered($0) }
    }
    if last > first, !ends.indices.contains(where: { ends[$0] == last && isCovered($0) }) {
      failures.append("critical from \(start): no longest path has only \(names) as its lasting steps")
    }
    return failures
  }

  private func begin(_ node: Int, _ start: Day, _ ends: [Day]) -> Day { before[node].map { ends[$0] }.max() ?? start }

  private func ends(from start: Day) -> [Day]? {
    var ends: [Day] = []
    for (node, step) in run.plan.steps.enumerated() {
      guard before[node].allSatisfy({ $0 < ends.count }) else { return nil }
      guard let end = end(of: step.duration, after: begin(node, start, ends)) else { return nil }
      ends.append(end)
    }
    return ends
  }

  /// Counted from the next day; a calendar period that ends on a day off ends on the next working day.
  private func end(of duration: Duration?, after begin: Day) -> Day? {
    guard let duration, duration.days > 0 else { return begin }
    var day = duration.unit == .calendarDays ? begin + duration.days : begin
    var left = duration.unit == .calendarDays ? 0 : duration.days
    while true {
      if left > 0 { day = day + 1 }
      guard let works = run.catalogue.calendar.isWorkingDay(day) else { return nil }
      if works { left -= 1 }
      if works, left <= 0 { return day }
      if left <= 0 { day = day + 1 }
    }
  }
}

/// Whether somebody who goes to these places in this order gets everything done.
struct CaseRoute {
  private let run: CaseRun

  init(_ run: CaseRun) { self.run = run }

  func isFeasible(_ route: [String]) -> Bool {
    let steps = run.plan.steps
    var before: [[Int]] = Array(repeating: [], count: steps.count)
    for edge in run.plan.edges { before[edge.then].append(edge.first) }
    var done: Set<Int> = []
    func advance(_ canDo: (PlannedStep) -> Bool) {
      var isMoving = true
      while isMoving {
        isMoving = false
        for (index, step) in steps.enumerated()
        where !done.contains(index) && before[index].allSatisfy(done.contains) && canDo(step) {
          done.insert(index)
          isMoving = true
        }
      }
    }
    advance { !$0.isOnSite }
    for place in route {
      advance { step in isThere(step, place) || !step.isOnSite && isInstant(step) }
      advance { !$0.isOnSite }
    }
    return done.count == steps.count
  }

  private func isThere(_ step: PlannedStep, _ place: String) -> Bool {
    guard step.isOnSite, case .agency(let id) = step.place else { return false }
    return run.names.places.name(id) == place
  }

  /// Done while one stands at the counter.
  private func isInstant(_ step: PlannedStep) -> Bool {
    let stated = run.input.services.flatMap(\.steps).first { $0.id == run.names.steps.name(step.id) }
    return step.actor == .applicant || stated?.duration?.days == 0
  }
}
