import Catalogue

/// Merging and ordering depend on each other: what an earlier member gives need not be brought but must be waited for; a
/// document that exists once is shown before it is given away; and of two papers that would do, one may close a circle
/// that the other does not.
struct Ordered {
  let demands: Demands
  private(set) var united: Uniting
  private(set) var way: Planner.Way
  /// Soft edges that found no place.
  private(set) var dropped: [Scenario.Edge] = []
  private let scenario: Scenario

  var problems: [Problem] {
    united.problems
      + way.graph.cycles.map { steps in
        let members = Set(steps.map(\.member))
        let edges = scenario.edges.filter { members.contains($0.first) && members.contains($0.then) }
        return .cycle(
          steps,
          at: edges.isEmpty
            ? way.graph.nodes.filter { steps.contains($0.step.identity) }.map(\.step.span) : edges.map(\.span))
      }
  }

  init(_ members: [BoundMember], _ demands: Demands, _ planner: Planner) {
    self.demands = demands
    scenario = planner.scenario
    let (hard, soft) = Ordered.counting(members, demands, planner.scenario)
    var attempt = Attempt(members, hard, demands, planner, [])
    if attempt.isCircular {
      attempt = Ordered.another(members, hard, demands, planner) ?? attempt
    }
    united = attempt.united
    way = attempt.way
    guard !soft.isEmpty else { return }
    var edges = attempt.edges
    let all = planner.way(members, edges + soft, united.edges)
    if all.graph.cycles.count <= way.graph.cycles.count {
      way = all
    } else {
      for edge in soft {
        let next = planner.way(members, edges + [edge], united.edges)
        if next.graph.cycles.count > way.graph.cycles.count {
          dropped.append(planner.scenario.edges[edge.edge])
        } else {
          edges.append(edge)
          way = next
        }
      }
    }
  }

  /// An accepted alternative may break the circle; no edge is ever dropped to get a result.
  private static func another(
    _ members: [BoundMember], _ hard: [Planner.Counting], _ demands: Demands, _ planner: Planner
  ) -> Attempt? {
    var rejected: Set<Alternatives.Candidate> = []
    for _ in 0..<64 {
      let taken = Attempt(members, hard, demands, planner, rejected).united.candidates
      if taken.isEmpty { return nil }
      for candidate in taken {
        let other = Attempt(members, hard, demands, planner, rejected.union([candidate]))
        if !other.isCircular { return other }
      }
      rejected.formUnion(taken)
    }
    return nil
  }

  /// Edges as they count here: a handover whose paper is handed over, or read by the office without paper, must be waited
  /// for; one that only might be is better so; one that nobody asks for is nothing.
  private static func counting(
    _ members: [BoundMember], _ demands: Demands, _ scenario: Scenario
  ) -> (hard: [Planner.Counting], soft: [Planner.Counting]) {
    let active = Set(members.map(\.id))
    var hard: [Planner.Counting] = []
    var soft: [Planner.Counting] = []
    for (index, edge) in scenario.edges.enumerated() where active.contains(edge.first) && active.contains(edge.then) {
      guard case .handover(let evidence) = edge.kind else {
        if edge.soft { soft.append(.init(edge: index)) } else { hard.append(.init(edge: index)) }
        continue
      }
      func asks(_ use: Use) -> Bool { use.source.member == edge.then && use.document.evidence == evidence }
      if let handed = demands.handovers.first(where: { $0.from == edge.first && asks($0.use) }) {
        hard.append(.init(edge: index, document: handed.document))
        continue
      }
      guard members.contains(where: { $0.id == edge.first && $0.outputs.contains { $0.evidence == evidence } }) else {
        continue
      }
      if demands.notNeeded.contains(where: { asks($0.use) }) {
        hard.append(.init(edge: index))
      } else if demands.plain.contains(where: asks)
        || demands.groups.contains(where: { group in
          // A choice that fell on another paper waits for nothing.
          group.sets.joined().contains { asks($0) && demands.freely($0) == nil }
        })
      {
        soft.append(.init(edge: index))
      }
    }
    func place(_ counting: Planner.Counting) -> (String, String) {
      (scenario.edges[counting.edge].first, scenario.edges[counting.edge].then)
    }
    // Where two soft edges exclude each other, the order of a file does not choose.
    return (hard, soft.sorted { place($0) < place($1) })
  }

  /// One try: merge in the order known so far, then add what the merge says of the order.
  private struct Attempt {
    private(set) var united: Uniting
    private(set) var edges: [Planner.Counting]
    private(set) var way: Planner.Way

    var isCircular: Bool {
      !way.graph.cycles.isEmpty
        || united.problems.contains { if case .uniqueAfterSurrender = $0 { true } else { false } }
    }

    init(
      _ members: [BoundMember], _ hard: [Planner.Counting], _ demands: Demands, _ planner: Planner,
      _ rejected: Set<Alternatives.Candidate>
    ) {
      way = planner.way(members, hard)
      edges = hard
      united = Uniting(demands, Arrangement(planner.scenario, way.graph), rejected: rejected)
      let first = way
      add(members, hard, demands, planner)
      let wantsMore = united.recommended.contains { line in
        line.derivations.contains(Derivation(.originals, .oneMoreToShow))
      }
      if wantsMore, way !== first, way.graph.cycles.isEmpty {
        // What the merge says of the order may spare an original.
        united = Uniting(demands, Arrangement(planner.scenario, way.graph), rejected: rejected)
        add(members, hard, demands, planner)
      }
    }

    /// Adds the handovers that a choice fell on, and the order in which documents that exist once are shown.
    private mutating func add(
      _ members: [BoundMember], _ hard: [Planner.Counting], _ demands: Demands, _ planner: Planner
    ) {
      edges = hard
      for handover in united.handovers.dropFirst(demands.handovers.count) {
        for (index, edge) in planner.scenario.edges.enumerated()
        where edge.kind == .handover(evidence: handover.document.evidence) && edge.first == handover.from
          && edge.then == handover.to && !edges.contains(where: { $0.edge == index })
        {
          edges.append(.init(edge: index, document: handover.document))
        }
      }
      if !united.edges.isEmpty || edges.count > hard.count { way = planner.way(members, edges, united.edges) }
    }
  }
}
