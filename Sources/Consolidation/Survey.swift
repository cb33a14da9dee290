public import Catalogue

/// A scenario over all its situations: every line that occurs in some plan, with the exact answers for which it does.
public struct Survey: Sendable {
  /// Something that holds for certain answers.
  public struct Conditional<Value: Sendable>: Sendable {
    public var value: Value
    public var when: Clauses
  }

  public let scenario: Scenario
  public let space: SituationSpace
  /// One plan a situation of `space`.
  public let plans: [Plan]
  public let members: [Conditional<Plan.Member>]
  public let bring: [Conditional<BringLine>]
  public let notNeeded: [Conditional<NotNeeded>]
  public let handovers: [Conditional<Handover>]
  public let steps: [Conditional<PlannedStep>]
  public let fees: [Conditional<FeeLine>]
  public let freeMembers: [Conditional<String>]
  public let outputs: [Conditional<Plan.Result>]
  public let figures: [Conditional<Figures>]
  /// Steps grouped by stop, all situations laid over each other: positions in `steps`.
  public let route: [[Int]]

  public init(_ scenario: Scenario, _ consolidation: Consolidation) {
    self.scenario = scenario
    let space = SituationSpace(scenario)
    self.space = space
    let plans = space.situations.map { consolidation.plan(scenario, in: $0) }
    self.plans = plans

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
      return order.map { Conditional(value: $0, when: Clauses(space, holds: holds[$0] ?? [])) }
    }
    members = collect(\.members)
    bring = Survey.united(collect(\.bring), plans, space)
    notNeeded = collect(\.notNeeded)
    handovers = collect(\.handovers)
    fees = collect { plan in plan.fees.lines }
    freeMembers = collect { plan in plan.fees.free }
    outputs = collect(\.outputs)
    figures = collect { [consolidation.figures($0, of: scenario)] }
    let everything = consolidation.everything(scenario)
    let seen = Set(plans.flatMap { plan in plan.steps.map(\.identity) })
    let active = everything.steps.indices.filter { seen.contains(everything.steps[$0].identity) }
    steps = active.map { index in
      let identity = everything.steps[index].identity
      let versions = plans.map { plan in plan.steps.first { $0.identity == identity } }
      var step = everything.steps[index]
      step.condition = versions.compactMap { $0?.condition }.first ?? .always
      return Conditional(value: step, when: Clauses(space, holds: versions.map { $0 != nil }))
    }
    let stops = everything.trips.route
    var rows: [[Int]] = []
    var lastStop: Int?
    for (position, index) in active.enumerated() {
      let stop = stops.firstIndex { $0.steps.contains(index) }
      if let stop, stop == lastStop, !rows.isEmpty { rows[rows.count - 1].append(position) } else { rows.append([position]) }
      lastStop = stop
    }
    route = rows
  }

  /// Lines that differ only in who asks are one line; who asks keeps to itself.
  private static func united(
    _ lines: [Conditional<BringLine>], _ plans: [Plan], _ space: SituationSpace
  ) -> [Conditional<BringLine>] {
    struct Key: Hashable {
      var alternatives: [[Document]]
      var originals: Count
      var copies: Count
      var certified: Count
      var treatments: Set<Requirement.Treatment>
      var endorsed: Bool
      var necessity: Requirement.Necessity
      var condition: Condition
    }
    func key(_ line: BringLine) -> Key {
      Key(
        alternatives: line.alternatives, originals: line.originals, copies: line.copies, certified: line.certified,
        treatments: Set(line.uses.map(\.treatment)), endorsed: line.uses.contains(where: \.endorsed),
        necessity: line.necessity, condition: line.condition)
    }
    var order: [Key] = []
    var united: [Key: BringLine] = [:]
    for line in lines.map(\.value) {
      let key = key(line)
      if var known = united[key] {
        known.uses += line.uses.filter { !known.uses.contains($0) }
        united[key] = known
      } else {
        order.append(key)
        united[key] = line
      }
    }
    let present = plans.map { plan in Set(plan.bring.map(key)) }
    return order.compactMap { key in
      united[key].map { line in
        Conditional(value: line, when: Clauses(space, holds: present.map { $0.contains(key) }))
      }
    }
  }
}

extension PlannedStep {
  struct Identity: Hashable {
    var member: String
    var id: String
  }
  /// What stays the same from situation to situation.
  var identity: Identity { Identity(member: member, id: id) }
}

extension Consolidation {
  /// Every member at once, whatever the answers: the order into which all situations fit.
  func everything(_ scenario: Scenario) -> Plan {
    var all = scenario
    all.members = scenario.members.map { member in
      var copy = member
      copy.when = .always
      return copy
    }
    return plan(all, in: Situation())
  }
}
