import Consolidation

extension Expectation {
  /// The same expectation with one thing wrong, for each thing that it says.
  var mutations: [(what: String, wrong: Expectation)] {
    var found: [(String, Expectation)] = []
    func change(_ what: String, _ mutate: (inout Expectation) -> Void) {
      var copy = self
      mutate(&copy)
      found.append((what, copy))
    }
    change("another error") { $0.errors.append("E-OTHER") }
    for index in errors.indices { change("a missing error") { $0.errors.remove(at: index) } }
    rows("line", \.bring, change)
    rows("handover", \.handovers, change)
    if let sets {
      change("a set too many") { $0.sets = sets + [["other:owner"]] }
      for index in sets.indices { change("a missing set") { $0.sets?.remove(at: index) } }
    }
    if notNeeded != nil { change("another paper not needed") { $0.notNeeded?.append("A/other") } }
    for index in (notNeeded ?? []).indices { change("a paper not needed missing") { $0.notNeeded?.remove(at: index) } }
    for (index, edge) in (edgesInclude ?? []).enumerated() {
      change("an edge turned round") { $0.edgesInclude?[index] = edge.reversed() }
    }
    if let before = visits?.before { change("visits before") { $0.visits?.before = before + 1 } }
    if let after = visits?.after { change("visits after") { $0.visits?.after = after - 1 } }
    if let route = visits?.route {
      change("a longer route") { $0.visits?.route = route + ["elsewhere"] }
      change("another place") { $0.visits?.route = route.dropLast() + ["elsewhere"] }
    }
    if let pareto {
      change("another path") { $0.pareto = pareto + [[99, 0]] }
      change("another time") { $0.pareto = pareto.map { [$0[0] + 1, $0[1]] } }
    }
    for (start, end) in finish ?? [:] {
      change("another last day") { $0.finish?[start]?.date = "2026-12-31" }
      if let days = end.days { change("another number of days") { $0.finish?[start]?.days = days + 1 } }
    }
    for start in (critical ?? [:]).keys {
      change("no critical step") { $0.critical?[start] = [] }
      change("another critical step") { $0.critical?[start]?.append("other") }
    }
    for (kind, sum) in fees ?? [:] {
      change("a lower sum") { $0.fees?[kind] = [sum[0] - 1, sum[1]] }
      change("a higher sum") { $0.fees?[kind] = [sum[0], sum[1] + 1] }
    }
    if fees != nil { change("another kind of fee") { $0.fees?["other"] = [1, 1] } }
    if feeConflicts != nil { change("another fee conflict") { $0.feeConflicts?.append("F-OTHER") } }
    for index in (feeConflicts ?? []).indices {
      change("a missing fee conflict") { $0.feeConflicts?.remove(at: index) }
    }
    return found
  }

  private func rows(
    _ what: String, _ field: WritableKeyPath<Expectation, [CaseRow]?>,
    _ change: (String, (inout Expectation) -> Void) -> Void
  ) {
    guard let rows = self[keyPath: field] else { return }
    change("a \(what) too many") { $0[keyPath: field]?.append(CaseRow(columns: ["type": "other"])) }
    for (index, row) in rows.enumerated() {
      change("a missing \(what)") { $0[keyPath: field]?.remove(at: index) }
      change("a \(what) twice") { $0[keyPath: field]?.append(row) }
      for (column, text) in row.columns {
        change("another \(column)") { $0[keyPath: field]?[index].columns[column] = text + "1" }
      }
    }
  }
}

extension Plan {
  /// Plans with one thing less on the list: an original, a copy, a whole line.
  var lackingOneThing: [(what: String, plan: Plan)] {
    recommended.indices.flatMap { index in
      let counts: [(String, WritableKeyPath<BringLine, Int>)] = [
        ("original", \.originals.known), ("copy", \.copies.known), ("certified copy", \.certified.known),
      ]
      var found: [(String, Plan)] = counts.filter { recommended[index][keyPath: $0.1] > 0 }.map { name, count in
        var copy = self
        copy.recommended[index][keyPath: count] -= 1
        return ("the \(name) of line \(index)", copy)
      }
      var copy = self
      copy.recommended.remove(at: index)
      found.append(("line \(index)", copy))
      return found
    }
  }
}
