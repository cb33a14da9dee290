public import Catalogue
public import Diagnostics

/// A step in its place in the plan.
public struct PlannedStep: Hashable, Sendable {
  public var member: String
  public var item: String
  public var id: String
  public var stage: Step.Stage
  public var actor: Step.Actor
  public var place: Step.Place
  public var online: Bool
  public var ways: [Step.Way]
  public var text: String
  /// How long it takes; `nil` = at once, or not stated (then the member is in `TimeTotal.unknown`).
  public var duration: Duration?
  /// Open facts on which the step hangs.
  public var condition: Condition
  public var basis: [Citation]
  public var checked: Checked
  /// Where the step stands in the catalogue; for a wait between members, its edge.
  public var span: Span

  /// The applicant has to go there.
  public var isOnSite: Bool {
    guard actor == .applicant, case .agency = place else { return false }
    return !(stage == .collect && ways.contains(.mail) && !ways.contains(.wait))
  }
}

/// All steps of the active members as a directed acyclic graph, in a stable order.
struct StepGraph {
  struct Node {
    var step: PlannedStep
    var before: [Int]
    /// May be waited for at the counter, so it does not end a visit.
    var immediate: Bool
  }

  private(set) var nodes: [Node] = []
  /// Members in the order in which they begin.
  private(set) var memberOrder: [BoundMember] = []
  /// Members whose length of time nobody stated, or for which the law sets no limit.
  private(set) var unknownTime: [String] = []

  var steps: [PlannedStep] { nodes.map(\.step) }

  /// `covering` leaves out steps that only mention what another of the members does.
  init(_ members: [BoundMember], _ edges: [Scenario.Edge], covering: Bool = true) {
    var draft = Draft()
    let active = covering ? Set(members.map(\.item.id)) : []
    for member in members { draft.add(member, besides: active) }
    for edge in draft.passingThrough(edges) { draft.connect(edge) }
    let order = draft.sorted()
    var position = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    nodes = order.map { old in
      Node(
        step: draft.steps[old], before: draft.before[old].map { position[$0] }.sorted(), immediate: draft.immediate[old]
      )
    }
    var seen: Set<String> = []
    for node in nodes where seen.insert(node.step.member).inserted {
      if let member = members.first(where: { $0.id == node.step.member }) { memberOrder.append(member) }
    }
    // A member all of whose steps others do takes part all the same.
    memberOrder += members.filter { !seen.contains($0.id) }
    unknownTime = memberOrder.map(\.id).filter(draft.unknownTime.contains)
  }
}

/// The graph while it is being put together.
private struct Draft {
  var steps: [PlannedStep] = []
  var before: [Set<Int>] = []
  var immediate: [Bool] = []
  var unknownTime: Set<String> = []
  private var entries: [String: [Int]] = [:]
  private var exits: [String: [Int]] = [:]
  private var decisions: [String: [Int]] = [:]

  mutating func add(_ member: BoundMember, besides active: Set<String>) {
    let stated = member.item.stepsOrWhole
    let own = stated.filter { step in
      member.resolved(step.when) != .never
        && active.isDisjoint(with: Set(step.covers).subtracting([member.item.id]))
    }
    let canWait = own.contains { $0.stage == .collect && $0.ways.contains(.wait) }
    let durations = durations(of: member, own)
    var index: [String: Int] = [:]
    for (step, duration) in zip(own, durations) {
      index[step.id] = steps.count
      let instant = duration == nil || duration?.days == 0
      append(
        PlannedStep(
          member: member.id, item: member.item.id, id: step.id, stage: step.stage, actor: step.actor, place: step.place,
          online: step.online, ways: step.ways, text: step.text, duration: instant ? nil : duration,
          condition: member.resolved(step.when), basis: step.basis, checked: step.checked, span: step.span),
        immediate: step.actor != .applicant && (instant || (canWait && step.duration == nil)))
    }
    // Nobody said how long the office takes: then one does not stand and wait for it, unless one may.
    if unknownTime.contains(member.id), !canWait, let last = own.last(where: { $0.actor != .applicant }),
      let here = index[last.id]
    {
      immediate[here] = false
    }
    for step in own {
      guard let here = index[step.id] else { continue }
      before[here].formUnion(predecessors(of: step, in: stated, index))
    }
    let indices = own.compactMap { index[$0.id] }
    let later = Set(indices.flatMap { before[$0] })
    exits[member.id] = indices.filter { !later.contains($0) }
    // What one does at home beforehand need not wait for anything.
    let real = indices.filter { steps[$0].stage != .prepare }
    let inner = Set(real)
    entries[member.id] = real.isEmpty ? indices : real.filter { before[$0].isDisjoint(with: inner) }
    decisions[member.id] = indices.last { steps[$0].actor != .applicant }.map { [$0] } ?? exits[member.id]
  }

  /// Steps left out pass their predecessors on.
  private func predecessors(of step: Step, in all: [Step], _ index: [String: Int]) -> Set<Int> {
    var result: Set<Int> = []
    var pending = step.after
    var seen: Set<String> = []
    while let id = pending.popLast() {
      guard seen.insert(id).inserted else { continue }
      if let found = index[id] { result.insert(found) } else { pending += all.first { $0.id == id }?.after ?? [] }
    }
    return result
  }

  /// Each step's time: its own; else the item's limit stands at the last step of an office.
  private mutating func durations(of member: BoundMember, _ own: [Step]) -> [Duration?] {
    let last = own.lastIndex { $0.actor != .applicant }
    if let last, own[last].duration != nil { return own.map(\.duration) }
    guard let limit = member.item.time?.holding.value else {
      if !own.isEmpty { unknownTime.insert(member.id) }
      return own.map(\.duration)
    }
    return own.indices.map { own[$0].duration ?? ($0 == last ? limit.duration : nil) }
  }

  /// Edges to and from members without steps of their own go past them.
  func passingThrough(_ edges: [Scenario.Edge]) -> [Scenario.Edge] {
    var edges = edges
    let empty = Set(exits.filter(\.value.isEmpty).keys)
    for member in empty.sorted() {
      let into = edges.filter { $0.then == member }
      let out = edges.filter { $0.first == member }
      edges.removeAll { $0.then == member || $0.first == member }
      for earlier in into where earlier.first != member {
        for later in out where later.then != member && later.then != earlier.first {
          var edge = later
          edge.first = earlier.first
          edges.append(edge)
        }
      }
    }
    return edges
  }

  mutating func connect(_ edge: Scenario.Edge) {
    let from = exits[edge.first] ?? []
    switch edge.kind {
    case .handover, .before(result: false):
      for node in entries[edge.then] ?? [] { before[node].formUnion(from) }
    case .before(result: true):
      for node in decisions[edge.then] ?? [] { before[node].formUnion(from) }
    case .wait(let duration):
      guard let item = entries[edge.then]?.first.map({ steps[$0].item }) else { return }
      let wait = steps.count
      append(
        PlannedStep(
          member: edge.then, item: item, id: "wait-\(edge.first)", stage: .wait,
          actor: .agency, place: .home, online: false, ways: [], text: edge.reason, duration: duration,
          condition: .always, basis: edge.basis, checked: edge.checked, span: edge.span), immediate: false)
      before[wait].formUnion(from)
      for node in entries[edge.then] ?? [] { before[node].insert(wait) }
    }
  }

  private mutating func append(_ step: PlannedStep, immediate isImmediate: Bool) {
    steps.append(step)
    before.append([])
    immediate.append(isImmediate)
  }

  /// Kahn's algorithm; among what is ready, the order of the catalogue. Scenarios with a cycle never come this far:
  /// the catalogue's check reports them; should one slip through, its nodes follow in catalogue order.
  func sorted() -> [Int] {
    var result: [Int] = []
    var done: Set<Int> = []
    while result.count < steps.count {
      let next =
        steps.indices.first { !done.contains($0) && before[$0].isSubset(of: done) }
        ?? steps.indices.first { !done.contains($0) }
      guard let next else { break }
      done.insert(next)
      result.append(next)
    }
    return result
  }
}
