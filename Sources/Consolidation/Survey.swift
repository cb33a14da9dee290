public import Catalogue

/// A scenario over all its situations: every line that occurs in some plan, with the exact answers for which it does.
public struct Survey: Sendable {
  /// Something that holds for certain answers.
  public struct Conditional<Value: Sendable>: Sendable {
    public var value: Value
    public var when: Clauses
  }

  /// A line to bring with everybody who asks for it in some situation, and when each does.
  public struct Line: Sendable {
    public var line: BringLine
    public var uses: [Conditional<Use>]
    /// How many over all situations: they add up where each office keeps its own.
    public var originals: ClosedRange<Int>
    public var copies: ClosedRange<Int>
    public var certified: ClosedRange<Int>
  }

  public let scenario: Scenario
  public let space: SituationSpace
  /// One plan a situation of `space`.
  public let plans: [Plan]
  public let members: [Conditional<Plan.Member>]
  public let bring: [Conditional<Line>]
  public let notNeeded: [Conditional<NotNeeded>]
  public let handovers: [Conditional<Handover>]
  /// Requirements that do not apply, and for which answers.
  public let inactive: [Conditional<Source>]
  public let steps: [Conditional<PlannedStep>]
  public let fees: [Conditional<FeeLine>]
  /// Members that charge nothing, that do not say whether they charge, and that do not say how long they take.
  public let free: [Conditional<String>]
  public let unknownFees: [Conditional<String>]
  public let unknownTime: [Conditional<String>]
  public let outputs: [Conditional<Plan.Result>]
  /// What stands in the way of merging, and in which situations.
  public let problems: [Conditional<Problem>]
  /// Why one step waits for another; positions in `steps`.
  public let edges: [Conditional<Plan.Edge>]
  public let figures: [Conditional<Figures>]
  /// What merging spares.
  public let savings: [Conditional<Savings>]
  /// The way with all situations laid over each other; steps as positions in `steps`.
  public let way: [Trips.Segment]
  /// The way as it is for certain answers: each situation has exactly one of these.
  public let ways: [Conditional<[Trips.Segment]>]

  /// A condition over the scenario's questions in its shortest form.
  public func clauses(_ condition: Condition) -> Clauses {
    Clauses(space, holds: space.situations.map { condition.resolved(in: $0) == .always })
  }

  public init(_ scenario: Scenario, _ consolidation: Consolidation) {
    self.scenario = scenario
    let space = SituationSpace(scenario)
    self.space = space
    let planner = consolidation.planner(scenario)
    let plans = space.situations.map { planner.plan(in: $0) }
    self.plans = plans

    let nowhere = Array(repeating: false, count: plans.count)
    var known: [[Bool]: Clauses] = [:]
    func clauses(_ holds: [Bool]) -> Clauses {
      if let found = known[holds] { return found }
      let new = Clauses(space, holds: holds)
      known[holds] = new
      return new
    }
    /// Every value that occurs in some plan, in the order in which they first do. `values` gets the plan and its number.
    func collect<Value: Hashable & Sendable>(_ values: (Plan, Int) -> [Value]) -> [Conditional<Value>] {
      var found: [(value: Value, holds: [Bool])] = []
      var positions: [Value: Int] = [:]
      for (index, plan) in plans.enumerated() {
        for value in values(plan, index) {
          if let position = positions[value] {
            found[position].holds[index] = true
          } else {
            positions[value] = found.count
            found.append((value, nowhere))
            found[found.count - 1].holds[index] = true
          }
        }
      }
      return found.map { Conditional(value: $0.value, when: clauses($0.holds)) }
    }
    func collect<Value: Hashable & Sendable>(_ path: KeyPath<Plan, [Value]>) -> [Conditional<Value>] {
      collect { plan, _ in plan[keyPath: path] }
    }
    let spared = plans.map(planner.savings)
    members = collect(\.members)
    bring = LineGroups(plans).lines(clauses)
    notNeeded = collect(\.notNeeded)
    handovers = collect(\.handovers)
    inactive = collect(\.inactive)
    fees = collect(\.fees.lines)
    free = collect(\.fees.free)
    unknownFees = collect(\.fees.unknown)
    unknownTime = collect(\.time.unknown)
    outputs = collect(\.outputs)
    savings = collect { _, index in [spared[index]] }
    figures = collect { plan, index in [planner.figures(plan, spared[index])] }
    // In the order into which all situations fit; a step that differs from situation to situation stands once for each.
    let everything = consolidation.everything(scenario)
    let versions = collect(\.steps)
    var steps: [Conditional<PlannedStep>] = []
    var positions: [PlannedStep: Int] = [:]
    var numbers: [Int: [Int]] = [:]
    for (index, step) in everything.steps.enumerated() {
      for version in versions where version.value.identity == step.identity {
        positions[version.value] = steps.count
        numbers[index, default: []].append(steps.count)
        steps.append(version)
      }
    }
    self.steps = steps
    problems = collect(\.problems)
    let places = plans.map { plan in plan.steps.map { positions[$0] } }
    edges = collect { plan, index in
      plan.edges.compactMap { edge in
        guard let first = places[index][edge.first], let then = places[index][edge.then] else { return nil }
        return Plan.Edge(first: first, then: then, rule: edge.rule, documents: edge.documents)
      }
    }
    way = everything.trips.segments.map { segment in
      Trips.Segment(place: segment.place, steps: segment.steps.flatMap { numbers[$0] ?? [] })
    }.filter { !$0.steps.isEmpty }
    ways = collect { plan, index in
      [
        plan.trips.segments.map { segment in
          Trips.Segment(place: segment.place, steps: segment.steps.compactMap { places[index][$0] })
        }
      ]
    }
  }
}
