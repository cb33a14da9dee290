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

    var known: [[Bool]: Clauses] = [:]
    func clauses(_ holds: [Bool]) -> Clauses {
      if let found = known[holds] { return found }
      let new = Clauses(space, holds: holds)
      known[holds] = new
      return new
    }
    func collect<Value: Hashable & Sendable>(_ values: (Plan) -> [Value]) -> [Conditional<Value>] {
      var order: [Value] = []
      var holds: [Value: [Bool]] = [:]
      for (index, plan) in plans.enumerated() {
        for value in values(plan) {
          if holds[value] == nil {
            order.append(value)
            holds[value] = Array(repeating: false, count: plans.count)
          }
          holds[value]?[index] = true
        }
      }
      return order.map { Conditional(value: $0, when: clauses(holds[$0] ?? [])) }
    }
    members = collect(\.members)
    bring = Survey.united(plans, clauses)
    notNeeded = collect(\.notNeeded)
    handovers = collect(\.handovers)
    inactive = collect(\.inactive)
    fees = collect { plan in plan.fees.lines }
    free = collect(\.fees.free)
    unknownFees = collect(\.fees.unknown)
    unknownTime = collect(\.time.unknown)
    outputs = collect(\.outputs)
    figures = collect { [planner.figures($0)] }
    savings = collect { [planner.savings($0)] }
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
    func translated(_ plan: Plan) -> [Trips.Segment] {
      plan.trips.segments.map { segment in
        Trips.Segment(place: segment.place, steps: segment.steps.compactMap { positions[plan.steps[$0]] })
      }
    }
    problems = collect(\.problems)
    edges = collect { plan in
      plan.edges.compactMap { edge in
        guard let first = positions[plan.steps[edge.first]], let then = positions[plan.steps[edge.then]] else {
          return nil
        }
        return Plan.Edge(first: first, then: then, rule: edge.rule, documents: edge.documents)
      }
    }
    way = everything.trips.segments.map { segment in
      Trips.Segment(place: segment.place, steps: segment.steps.flatMap { numbers[$0] ?? [] })
    }.filter { !$0.steps.isEmpty }
    ways = collect { [translated($0)] }
  }

  /// Lines that differ only in who asks are one line; when each asks keeps to itself.
  private static func united(_ plans: [Plan], _ clauses: ([Bool]) -> Clauses) -> [Conditional<Line>] {
    struct Key: Hashable {
      var alternatives: [[Document]]
      var treatment: Requirement.Treatment
      var endorsed: Bool
      var necessity: Requirement.Necessity
      var condition: Condition
      var specification: [String: [String]]
      var media: [Requirement.Medium]
      var pick: BringLine.Pick?
      /// For a line that people split off: whose it is.
      var apart: [Source]
    }
    struct Group {
      var line: BringLine
      var lines: [BringLine] = []
      var holds: [Bool]
      var uses: [Use] = []
      var useHolds: [Use: [Bool]] = [:]
      var choices: [[Use]] = []

      var derivations: [Derivation] = []

      mutating func add(_ other: [[Use]]) {
        if choices.isEmpty { choices = other.map { _ in [] } }
        for (index, set) in other.enumerated() where index < choices.count {
          choices[index] += set.filter { !choices[index].contains($0) }
        }
      }
    }
    let nowhere = Array(repeating: false, count: plans.count)
    var order: [Key] = []
    var groups: [Key: Group] = [:]
    for (index, plan) in plans.enumerated() {
      for line in plan.bring {
        let key = Key(
          alternatives: line.alternatives, treatment: line.treatment,
          endorsed: line.treatment == .show && line.uses.contains(where: \.endorsed),
          necessity: line.necessity, condition: line.condition, specification: line.specification,
          media: line.media, pick: line.pick,
          apart: line.derivations.contains(Derivation(.evidence, .decidedToSplit)) ? line.uses.map(\.source) : [])
        if groups[key] == nil { order.append(key) }
        groups[key, default: Group(line: line, holds: nowhere)].holds[index] = true
        groups[key]?.lines.append(line)
        groups[key]?.add(line.choices)
        for derivation in line.derivations where groups[key]?.derivations.contains(derivation) == false {
          groups[key]?.derivations.append(derivation)
        }
        for use in line.uses {
          if groups[key]?.useHolds[use] == nil { groups[key]?.uses.append(use) }
          groups[key]?.useHolds[use, default: nowhere][index] = true
        }
      }
    }
    return order.compactMap { key in
      groups[key].map { group in
        var line = group.line
        line.uses = group.uses
        line.choices = group.choices
        line.derivations = group.derivations
        line.copies.complete = group.lines.allSatisfy(\.copies.complete)
        func range(_ count: (BringLine) -> Count) -> ClosedRange<Int> {
          let numbers = group.lines.map { count($0).known }
          return (numbers.min() ?? 0)...(numbers.max() ?? 0)
        }
        return Conditional(
          value: Line(
            line: line,
            uses: group.uses.map { use in
              let holds = group.useHolds[use] ?? nowhere
              // Where the line itself is, the use is: nothing more need be said.
              return Conditional(value: use, when: holds == group.holds ? .always : clauses(holds))
            }, originals: range(\.originals), copies: range(\.copies), certified: range(\.certified)),
          when: clauses(group.holds))
      }
    }
  }
}
