import Catalogue

/// Plans one scenario in one situation after another; what is the same in several of them is worked out once: each
/// member's place, the order of the steps with its trips and days, the separate guides, and whole plans.
final class Planner {
  let scenario: Scenario
  let catalogue: Catalogue
  let decisions: Decisions
  private let covering: Bool
  private let places: Halls
  /// For each member the questions that matter to it.
  private let questions: [[String]]
  private var bindings: [[[Set<String>?]: BoundMember]]
  private var ways: [WayKey: Way] = [:]
  private var plans: [[ObjectIdentifier]: Plan] = [:]
  private var separate: [ObjectIdentifier: Counts] = [:]

  /// Steps in their order, with what follows from it alone.
  final class Way {
    let graph: StepGraph
    let trips: Trips
    let time: TimeTotal

    init(_ graph: StepGraph, _ halls: Halls, _ catalogue: Catalogue) {
      self.graph = graph
      trips = Trips(graph, halls)
      time = TimeTotal(graph, catalogue)
    }
  }

  /// An edge that counts, with the paper that it hands over.
  struct Counting: Hashable {
    /// The position in the scenario's edges.
    var edge: Int
    var document: Document?
  }

  private struct WayKey: Hashable {
    var members: [String]
    var conditions: [Condition]
    var edges: [Counting]
    var unique: [UniqueDocuments.Edge]
  }

  init(_ scenario: Scenario, _ catalogue: Catalogue, _ decisions: Decisions, covering: Bool = true) {
    self.scenario = scenario
    self.catalogue = catalogue
    self.decisions = decisions
    self.covering = covering
    places = Halls(catalogue)
    questions = scenario.members.map { member in
      catalogue.items[member.item].map { BoundMember.questions(of: member, $0, catalogue).sorted() } ?? []
    }
    bindings = scenario.members.map { _ in [:] }
  }

  /// The members that take part in a situation, in the scenario's order.
  private func bound(_ situation: Situation) -> [BoundMember] {
    scenario.members.indices.compactMap { index in
      let member = scenario.members[index]
      guard let item = catalogue.items[member.item],
        member.when == .always || member.when.resolved(in: situation) == .always
      else { return nil }
      let answers = questions[index].map { situation.answers[$0] }
      if let known = bindings[index][answers] { return known }
      let new = BoundMember(member, item, situation, catalogue, decisions)
      bindings[index][answers] = new
      return new
    }
  }

  func plan(in situation: Situation) -> Plan {
    let bound = bound(situation)
    let key = bound.map { ObjectIdentifier($0) }
    if var known = plans[key] {
      known.situation = situation
      return known
    }
    let new = plan(bound, situation)
    plans[key] = new
    return new
  }

  private func plan(_ bound: [BoundMember], _ situation: Situation) -> Plan {
    let ordered = Ordered(bound, Demands(bound, scenario.edges, catalogue, decisions), self)
    let (united, graph) = (ordered.united, ordered.way.graph)
    return Plan(
      scenario: scenario.id, situation: situation,
      members: graph.memberOrder.map { Plan.Member(id: $0.id, item: $0.item.id, subjects: $0.subjects) },
      bring: united.bring, recommended: united.recommended, notNeeded: united.notNeeded, handovers: united.handovers,
      steps: graph.steps, trips: ordered.way.trips, time: ordered.way.time,
      fees: FeeTotal(bound, scenario.quantities, catalogue), outputs: bound.flatMap(results), edges: graph.edges,
      inactive: ordered.demands.inactive, problems: ordered.problems, dropped: ordered.dropped)
  }

  /// Everything that a member gives.
  private func results(_ member: BoundMember) -> [Plan.Result] {
    member.outputs.map { output in
      Plan.Result(
        member: member.id, item: member.item.id, evidence: output.evidence, subject: output.subject,
        text: output.text, condition: output.condition)
    }
  }

  /// The order of the steps under these edges.
  func way(_ members: [BoundMember], _ edges: [Counting], _ unique: [UniqueDocuments.Edge] = []) -> Way {
    let key = WayKey(
      members: members.map(\.id), conditions: members.flatMap { $0.steps.map(\.condition) }, edges: edges,
      unique: unique)
    if let known = ways[key] { return known }
    var draft = StepDraft(members, covering: covering)
    let counting = edges.map { entry -> StepDraft.Following in
      let edge = scenario.edges[entry.edge]
      return StepDraft.Following(edge: edge, document: entry.document, step: givingStep(edge, members))
    }
    for following in draft.passingThrough(MissingSteps(members).past(counting)) { draft.connect(following) }
    for edge in unique { draft.connect(edge.first, edge.then, .shownBeforeGiven, edge.document) }
    let new = Way(StepGraph(draft), places, catalogue)
    ways[key] = new
    return new
  }

  /// The step of the giver's item that gives what the edge hands over, if the item says so.
  private func givingStep(_ edge: Scenario.Edge, _ members: [BoundMember]) -> String? {
    guard case .handover(let evidence) = edge.kind, let giver = members.first(where: { $0.id == edge.first }) else {
      return nil
    }
    return giver.outputs.first { $0.evidence == evidence }?.step
  }

  // MARK: Figures

  /// What each member's own guide comes to, one after the other, and the longest of them.
  func savings(_ plan: Plan) -> Savings {
    let guides = bound(plan.situation).map { member in
      Savings.Guide(member: member.id, item: member.item.id, counts: alone(member))
    }
    return Savings(
      guides: guides, before: guides.map(\.counts).reduce(Counts(), +), after: Counts(plan, catalogue),
      parallel: guides.map(\.counts.time).max() ?? TimeTotal.Span(working: 0, calendar: 0),
      tripsByHall: plan.trips.apart - plan.trips.count)
  }

  private func alone(_ member: BoundMember) -> Counts {
    if let known = separate[ObjectIdentifier(member)] { return known }
    let counts = Counts(single.plan([member], Situation()), catalogue)
    separate[ObjectIdentifier(member)] = counts
    return counts
  }

  /// Plans a member by itself: nothing comes before it, and it shares its papers with nobody.
  private lazy var single: Planner = {
    var scenario = scenario
    scenario.members = []
    scenario.edges = []
    scenario.dossiers = []
    return Planner(scenario, catalogue, decisions)
  }()

  func figures(_ plan: Plan) -> Figures { figures(plan, savings(plan)) }

  func figures(_ plan: Plan, _ savings: Savings) -> Figures {
    let after = savings.after
    return Figures(
      trips: after.trips, tripsApproximate: plan.trips.approximate, tripsOnline: plan.trips.online, things: after.lines,
      time: plan.time.longest,
      timeComplete: after.timeComplete, low: after.low, high: after.high, feesComplete: after.feesComplete,
      tripsBefore: savings.before.trips, thingsBefore: savings.before.lines)
  }
}
