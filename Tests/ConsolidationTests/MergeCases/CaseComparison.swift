import Catalogue
import Consolidation

/// Holds what came out against what is expected, field by field.
struct CaseComparison {
  let run: CaseRun
  let outcome: CaseOutcome

  init(_ run: CaseRun) {
    self.run = run
    outcome = CaseOutcome(run)
  }

  /// What is not as expected; nothing when all is well.
  func failures(against expect: Expectation) -> [String] {
    var failures: [String] = []
    func same<Value: Equatable>(_ what: String, _ expected: Value?, _ actual: @autoclosure () -> Value) {
      guard let expected else { return }
      let actual = actual()
      if expected != actual { failures.append("\(what): expected \(expected), got \(actual)") }
    }
    same("sets", expect.sets, outcome.sets)
    if let list = expect.bring, let other = choosing(asIn: list) {
      var rest = expect
      rest.sets = nil
      return failures + other.failures(against: rest)
    }
    same("errors", expect.errors, outcome.errors)
    rows("list", expect.bring, outcome.lines, &failures)
    rows("handovers", expect.handovers, outcome.handovers, &failures)
    same("not needed", expect.notNeeded, outcome.notNeeded)
    for edge in expect.edgesInclude ?? [] where !outcome.isBefore(edge[0], edge[1]) {
      failures.append("edges: expected \(edge[0]) before \(edge[1]), got only \(outcome.edges)")
    }
    for edge in expect.edgesExclude ?? [] where outcome.edges.contains(edge) {
      failures.append("edges: nobody expects \(edge[0]) before \(edge[1])")
    }
    same("pareto", expect.pareto, outcome.pareto)
    if let fees = expect.fees {
      for kind in Set(fees.keys).union(outcome.fees.keys).sorted() {
        same("fees of \(kind)", fees[kind] ?? [0, 0], outcome.fees[kind] ?? [0, 0])
      }
    }
    same("fee conflicts", expect.feeConflicts, outcome.feeConflicts)
    same("visits before", expect.visits?.before, run.consolidation.figures(run.plan, of: run.scenario).tripsBefore)
    same("visits after", expect.visits?.after, outcome.visits)
    if let route = expect.visits?.route { failures += self.route(route) }
    for (start, finish) in (expect.finish ?? [:]).sorted(by: { $0.key < $1.key }) {
      failures += self.finish(start, finish)
    }
    for (start, steps) in (expect.critical ?? [:]).sorted(by: { $0.key < $1.key }) {
      failures += CaseTimes(run).failures(critical: steps, from: start)
    }
    return failures
  }

  private func rows(_ what: String, _ expected: [CaseRow]?, _ actual: [CaseRow], _ failures: inout [String]) {
    guard let expected else { return }
    let (missing, extra) = CaseRow.unmatched(expected, actual)
    let columns = expected.reduce(Set<String>()) { $0.union($1.columns.keys) }
    for row in missing { failures.append("\(what): expected \(row.text()), which is not there") }
    for row in extra {
      failures.append("\(what): got \(row.text(columns.isEmpty ? nil : columns)), which nobody expects")
    }
  }

  /// Another way of the same length will do if the expected one can be gone too.
  private func route(_ expected: [String]) -> [String] {
    let actual = run.plan.trips.route.map(run.names.places.name)
    if expected == actual { return [] }
    if expected.count == actual.count, CaseRoute(run).isFeasible(expected) { return [] }
    return ["route: expected \(expected), got \(actual)"]
  }

  private func finish(_ start: String, _ expected: Expectation.Finish) -> [String] {
    guard let first = Day(start) else { return ["finish: '\(start)' is not a day"] }
    guard let last = run.plan.time.finish(from: first, run.catalogue.calendar) else {
      return ["finish from \(start): expected \(expected.date), got none: the calendar does not reach so far"]
    }
    let days = last.number - first.number
    if last.description == expected.date, expected.days ?? days == days { return [] }
    return [
      "finish from \(start): expected \(expected.date) after \(expected.days ?? days) days, got \(last) after \(days)"
    ]
  }
}
