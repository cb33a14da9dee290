import Catalogue

extension Survey {
  /// Every record of the scenario over all its situations: merged lines, requirements that are no line, edges, totals. Ids
  /// are unique; a second record of one name gets a number.
  public var explanations: [Explanation] {
    let scenario = scenario.id
    var records = bring.map { entry in
      Explanation(
        entry.value.line, uses: entry.value.uses.map { ($0.value, $0.when) }, originals: entry.value.originals,
        copies: entry.value.copies, certified: entry.value.certified, when: entry.when, scenario: scenario)
    }
    records += notNeeded.map { Explanation($0.value, when: $0.when, scenario: scenario) }
    records += handovers.map { Explanation($0.value, when: $0.when, scenario: scenario) }
    records += inactive.map { Explanation(inactive: $0.value, when: $0.when, scenario: scenario) }
    records += edges.map { edge in
      Explanation(
        edge.value, from: steps[edge.value.first].value, to: steps[edge.value.then].value, when: edge.when,
        scenario: scenario)
    }
    records += fees.map { Explanation($0.value, when: $0.when, scenario: scenario) }
    return Explanation.numbered(records)
  }
}

extension Plan {
  /// The records of one situation, requirements that do not apply in it included.
  public var explanations: [Explanation] {
    var records = bring.map { line in
      Explanation(
        line, uses: line.uses.map { ($0, .always) }, originals: line.originals.known...line.originals.known,
        copies: line.copies.known...line.copies.known, certified: line.certified.known...line.certified.known,
        when: .always, scenario: scenario)
    }
    records += notNeeded.map { Explanation($0, when: .always, scenario: scenario) }
    records += handovers.map { Explanation($0, when: .always, scenario: scenario) }
    records += inactive.map { Explanation(inactive: $0, when: .always, scenario: scenario) }
    records += edges.map { edge in
      Explanation(edge, from: steps[edge.first], to: steps[edge.then], when: .always, scenario: scenario)
    }
    records += totals
    return Explanation.numbered(records)
  }

  /// How the figures were counted.
  private var totals: [Explanation] {
    [
      Explanation(
        total: "trips", [.fewestTrips],
        (trips.approximate ? "~" : "") + "\(trips.count): " + trips.route.joined(separator: " "), scenario: scenario),
      Explanation(
        total: "time", [.longestPath],
        (time.isComplete ? "" : ">=") + time.longest.map { "\($0.working)+\($0.calendar)" }.joined(separator: " "),
        scenario: scenario),
    ] + fees.lines.map { Explanation($0, when: .always, scenario: scenario) }
  }
}

extension Explanation {
  /// Each office's own list as the records have it: what a member asks for, rebuilt without looking at the catalogue.
  public static func lists(_ records: [Explanation]) -> [String: Set<Input>] {
    var lists: [String: Set<Input>] = [:]
    for input in records.flatMap(\.inputs) {
      var plain = input
      plain.when = .always
      lists[input.source.member, default: []].insert(plain)
    }
    return lists
  }

  static func numbered(_ records: [Explanation]) -> [Explanation] {
    var seen: [String: Int] = [:]
    return records.map { record in
      let number = (seen[record.id] ?? 0) + 1
      seen[record.id] = number
      guard number > 1 else { return record }
      var copy = record
      copy.id += ".\(number)"
      return copy
    }
  }
}
