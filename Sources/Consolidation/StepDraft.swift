import Catalogue

/// The graph of steps while it is being put together.
struct StepDraft {
  struct Edge {
    var first: Int
    var then: Int
    var rule: Rule
    var documents: Set<Document> = []
  }

  private struct Place: Hashable {
    var first: Int
    var then: Int
    var rule: Rule
  }

  let members: [BoundMember]
  private(set) var steps: [PlannedStep] = []
  private(set) var before: [Set<Int>] = []
  private(set) var immediate: [Bool] = []
  private(set) var edges: [Edge] = []
  /// Where each edge stands in `edges`: a scenario may have thousands.
  private var places: [Place: Int] = [:]
  private(set) var unknownTime: Set<String> = []
  private(set) var excluded: [TimeTotal.Excluded] = []
  /// Where each member's papers are handed in.
  private(set) var desks: [String: Int] = [:]
  private var entries: [String: [Int]] = [:]
  private var exits: [String: [Int]] = [:]
  private var decisions: [String: [Int]] = [:]
  private var positions: [PlannedStep.Identity: Int] = [:]

  /// `covering` leaves out steps that only mention what another of the members does.
  init(_ members: [BoundMember], covering: Bool = true) {
    self.members = members
    let active = covering ? Set(members.map(\.item.id)) : []
    let common = StepDraft.commonTimes(members)
    for member in members { add(member, besides: active, common) }
  }

  /// Steps of different items that are one act take as long as the longest of them says.
  private static func commonTimes(_ members: [BoundMember]) -> [String: Duration] {
    var times: [String: Duration] = [:]
    for (step, _) in members.flatMap(\.steps) {
      guard let act = step.common, let own = step.duration else { continue }
      if let known = times[act], known.unit != own.unit || known.days >= own.days { continue }
      times[act] = own
    }
    return times
  }

  private mutating func add(_ member: BoundMember, besides active: Set<String>, _ common: [String: Duration]) {
    let stated = member.steps.map(\.step)
    let taking = member.steps.filter { step, condition in
      condition != .never
        && (step.covers.isEmpty || active.isDisjoint(with: Set(step.covers).subtracting([member.item.id])))
    }
    let own = taking.map(\.step)
    let canWait = own.contains { $0.stage == .collect && $0.ways.contains(.wait) }
    let durations = durations(of: member, own)
    var index: [String: Int] = [:]
    for ((step, condition), duration) in zip(taking, durations) {
      index[step.id] = steps.count
      positions[PlannedStep.Identity(member: member.id, id: step.id)] = steps.count
      var duration = duration
      if let act = step.common, let longest = common[act], longest.unit == duration?.unit ?? longest.unit {
        duration = longest
      }
      let instant = duration == nil || duration?.days == 0
      append(
        PlannedStep(
          member: member.id, item: member.item.id, id: step.id, stage: step.stage, actor: step.actor, place: step.place,
          online: step.online, ways: step.ways, text: step.text, duration: instant ? nil : duration,
          condition: condition, inPerson: member.item.agent?.allowed == .no, basis: step.basis,
          checked: step.checked, span: step.span),
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
      for earlier in predecessors(of: step, in: stated, index) { connect(earlier, here, .stated) }
    }
    let indices = own.compactMap { index[$0.id] }
    let later = Set(indices.flatMap { before[$0] })
    exits[member.id] = indices.filter { !later.contains($0) }
    // What one does at home beforehand need not wait for anything.
    let real = indices.filter { steps[$0].stage != .prepare }
    let inner = Set(real)
    entries[member.id] = real.isEmpty ? indices : real.filter { before[$0].isDisjoint(with: inner) }
    decisions[member.id] = indices.last { steps[$0].actor != .applicant }.map { [$0] } ?? exits[member.id]
    desks[member.id] =
      real.first { steps[$0].stage == .submit && steps[$0].actor == .applicant }
      ?? real.first { steps[$0].actor == .applicant } ?? indices.first
    excluded += (member.item.time?.excluding ?? []).map { TimeTotal.Excluded(member: member.id, text: $0.text) }
  }

  /// Steps left out pass their predecessors on.
  private func predecessors(of step: Step, in all: [Step], _ index: [String: Int]) -> [Int] {
    var result: [Int] = []
    var pending = step.after
    var seen: Set<String> = []
    while let id = pending.popLast() {
      guard seen.insert(id).inserted else { continue }
      if let found = index[id] { result.append(found) } else { pending += all.first { $0.id == id }?.after ?? [] }
    }
    return result.sorted()
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

  // MARK: Edges

  /// An edge between members, with the paper that it hands over and the step that gives it.
  struct Following {
    var edge: Scenario.Edge
    var document: Document?
    var step: String?
  }

  /// Edges to and from members without steps of their own go past them.
  func passingThrough(_ edges: [Following]) -> [Following] {
    var edges = edges
    let empty = Set(exits.filter(\.value.isEmpty).keys)
    for member in empty.sorted() {
      let into = edges.filter { $0.edge.then == member }
      let out = edges.filter { $0.edge.first == member }
      edges.removeAll { $0.edge.then == member || $0.edge.first == member }
      for earlier in into where earlier.edge.first != member {
        for later in out where later.edge.then != member && later.edge.then != earlier.edge.first {
          var through = later
          through.edge.first = earlier.edge.first
          through.edge.firstStep = earlier.edge.firstStep
          through.step = earlier.step
          edges.append(through)
        }
      }
    }
    return edges
  }

  mutating func connect(_ following: Following) {
    let edge = following.edge
    let from = nodes(edge.first, edge.firstStep ?? following.step) ?? exits[edge.first] ?? []
    let then = nodes(edge.then, edge.thenStep)
    let rule: Rule =
      if case .handover = edge.kind { .outputFeedsInput } else { .stated }
    switch edge.kind {
    case .handover, .before(result: false):
      for node in then ?? entries[edge.then] ?? [] {
        for first in from { connect(first, node, rule, following.document) }
      }
    case .before(result: true):
      for node in then ?? decisions[edge.then] ?? [] { for first in from { connect(first, node, rule) } }
    case .wait(let duration):
      let targets = then ?? entries[edge.then] ?? []
      guard let item = targets.first.map({ steps[$0].item }) else { return }
      let wait = steps.count
      append(
        PlannedStep(
          member: edge.then, item: item, id: "wait-\(edge.first)", stage: .wait,
          actor: .agency, place: .home, online: false, ways: [], text: edge.reason, duration: duration,
          condition: .always, inPerson: false, basis: edge.basis, checked: edge.checked, span: edge.span),
        immediate: false)
      for first in from { connect(first, wait, .waitingTime) }
      for node in targets { connect(wait, node, .waitingTime) }
    }
  }

  mutating func connect(_ first: Int, _ then: Int, _ rule: Rule, _ document: Document? = nil) {
    before[then].insert(first)
    let place = Place(first: first, then: then, rule: rule)
    if let known = places[place] {
      if let document { edges[known].documents.insert(document) }
    } else {
      places[place] = edges.count
      edges.append(Edge(first: first, then: then, rule: rule, documents: document.map { [$0] } ?? []))
    }
  }

  mutating func connect(
    _ first: PlannedStep.Identity, _ then: PlannedStep.Identity, _ rule: Rule, _ document: Document
  ) {
    guard let first = positions[first], let then = positions[then] else { return }
    connect(first, then, rule, document)
  }

  private func nodes(_ member: String, _ step: String?) -> [Int]? {
    guard let step else { return nil }
    return positions[PlannedStep.Identity(member: member, id: step)].map { [$0] }
  }

  private mutating func append(_ step: PlannedStep, immediate isImmediate: Bool) {
    steps.append(step)
    before.append([])
    immediate.append(isImmediate)
  }

  /// Kahn's algorithm; among what is ready, the order of the catalogue. What waits for itself follows in that order.
  func sorted() -> (order: [Int], isComplete: Bool) {
    var waiting = before.map(\.count)
    var after: [[Int]] = Array(repeating: [], count: steps.count)
    for (then, firsts) in before.enumerated() { for first in firsts { after[first].append(then) } }
    var order: [Int] = []
    var done = Array(repeating: false, count: steps.count)
    var ready = Bits(count: steps.count)
    for index in waiting.indices where waiting[index] == 0 { ready.insert(index) }
    while let next = ready.popFirst() {
      done[next] = true
      order.append(next)
      for then in after[next] {
        waiting[then] -= 1
        if waiting[then] == 0 { ready.insert(then) }
      }
    }
    let isComplete = order.count == steps.count
    return (order + steps.indices.filter { !done[$0] }, isComplete)
  }
}
