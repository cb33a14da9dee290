public import Catalogue

/// Items + scenario + situation -> `Plan`. Pure: same input, same plan, whatever the order of files.
///
/// The stages of one plan, each in its own file: `Binding` gives every member its place in the scenario, `Uniting`
/// merges what is asked for, `StepGraph` orders what is done, `TripSearch`, `TimeTotal` and `FeeTotal` count.
public struct Consolidation: Sendable {
  public let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The plan for one situation. Questions left unanswered stay open: their conditions are kept on the lines, and
  /// members that hang on them do not take part.
  public func plan(_ scenario: Scenario, in situation: Situation) -> Plan {
    let bound = scenario.members.compactMap { member -> BoundMember? in
      guard let item = catalogue.items[member.item], member.when.resolved(in: situation) == .always else { return nil }
      return BoundMember(member, item, situation, scenario, catalogue)
    }
    return plan(bound, scenario.edges, scenario: scenario.id, situation: situation)
  }

  /// The guide of a single item as a plan of its own: what its office alone would ask.
  public func plan(alone item: ServiceItem) -> Plan {
    plan([BoundMember(alone: item, catalogue)], [], scenario: item.id, situation: Situation())
  }

  /// Every member and every step at once, whatever the answers: the order into which all situations fit.
  func everything(_ scenario: Scenario) -> Plan {
    let bound = scenario.members.compactMap { member -> BoundMember? in
      var member = member
      member.when = .always
      member.givens = []
      return catalogue.items[member.item].map { BoundMember(member, $0, Situation(), scenario, catalogue) }
    }
    return plan(bound, scenario.edges, scenario: scenario.id, situation: Situation(), covering: false)
  }

  private func plan(
    _ bound: [BoundMember], _ edges: [Scenario.Edge], scenario: String, situation: Situation, covering: Bool = true
  ) -> Plan {
    let active = Set(bound.map(\.id))
    let edges = edges.filter { active.contains($0.first) && active.contains($0.then) }
    let united = Uniting(bound, edges, catalogue)
    let graph = StepGraph(bound, edges, covering: covering)
    return Plan(
      scenario: scenario, situation: situation,
      members: graph.memberOrder.map { Plan.Member(id: $0.id, item: $0.item.id, subjects: $0.subjects) },
      bring: united.bring, notNeeded: united.notNeeded, handovers: united.handovers, steps: graph.steps,
      trips: Trips(graph, catalogue), time: TimeTotal(graph, catalogue), fees: FeeTotal(bound, catalogue),
      outputs: outputs(bound))
  }

  /// Everything that the members give.
  private func outputs(_ bound: [BoundMember]) -> [Plan.Result] {
    bound.flatMap { member in
      member.outputs(catalogue).map { output in
        Plan.Result(
          member: member.id, item: member.item.id, evidence: output.evidence, subject: output.subject,
          text: output.text, condition: output.condition)
      }
    }
  }
}
