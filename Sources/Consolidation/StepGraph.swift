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
  /// Nobody may do it for the applicant.
  public var inPerson: Bool
  public var basis: [Citation]
  public var checked: Checked
  /// Where the step stands in the catalogue; for a wait between members, its edge.
  public var span: Span

  /// The applicant has to go there.
  public var isOnSite: Bool {
    guard actor == .applicant, case .agency = place else { return false }
    return !(stage == .collect && ways.contains(.mail) && !ways.contains(.wait))
  }

  /// What stays the same from situation to situation.
  public struct Identity: Hashable, Sendable, Comparable {
    public var member: String
    public var id: String

    public static func < (a: Self, b: Self) -> Bool { (a.member, a.id) < (b.member, b.id) }
  }
  public var identity: Identity { Identity(member: member, id: id) }

  // A step is told by its name and its condition; the rest follows from them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(member)
    hasher.combine(id)
    hasher.combine(condition)
  }
}

/// All steps of the active members as a directed graph in a stable order; acyclic, or it says which steps wait for each
/// other.
struct StepGraph: Sendable {
  struct Node {
    var step: PlannedStep
    /// Positions in `nodes`, ascending.
    var before: [Int]
    /// May be waited for at the counter, so it does not end a visit.
    var immediate: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Plan.Edge] = []
  /// Members in the order in which they begin.
  private(set) var memberOrder: [BoundMember] = []
  /// Members whose length of time nobody stated, or for which the law sets no limit.
  private(set) var unknownTime: [String] = []
  /// What the stated limits leave out.
  private(set) var excluded: [TimeTotal.Excluded] = []
  /// Groups of steps that wait for each other; empty in a sound plan.
  private(set) var cycles: [[PlannedStep.Identity]] = []
  /// The steps that come before each node, directly or not.
  private let earlier: [Bits]
  private let desks: [String: Int]
  private let positions: [PlannedStep.Identity: Int]

  var steps: [PlannedStep] { nodes.map(\.step) }

  init(_ draft: StepDraft) {
    let (order, isSorted) = draft.sorted()
    var position = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    nodes = order.map { old in
      Node(
        step: draft.steps[old], before: draft.before[old].map { position[$0] }.sorted(), immediate: draft.immediate[old]
      )
    }
    edges = draft.edges.map { edge in
      Plan.Edge(
        first: position[edge.first], then: position[edge.then], rule: edge.rule, documents: edge.documents.sorted())
    }.sorted { ($0.then, $0.first, $0.rule.rawValue) < ($1.then, $1.first, $1.rule.rawValue) }
    var earlier: [Bits] = []
    for node in nodes {
      var all = Bits(count: nodes.count)
      for before in node.before where before < earlier.count {
        all.formUnion(earlier[before])
        all.insert(before)
      }
      earlier.append(all)
    }
    self.earlier = earlier
    if !isSorted {
      cycles = circles(of: nodes.map(\.before)).map { circle in circle.map { draft.steps[order[$0]].identity }.sorted()
      }
    }
    let members = Dictionary(draft.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for node in nodes where seen.insert(node.step.member).inserted {
      if let member = members[node.step.member] { memberOrder.append(member) }
    }
    // A member all of whose steps others do takes part all the same.
    memberOrder += draft.members.filter { !seen.contains($0.id) }
    unknownTime = memberOrder.map(\.id).filter(draft.unknownTime.contains)
    excluded = draft.excluded
    desks = draft.desks.mapValues { position[$0] }
    positions = Dictionary(
      nodes.enumerated().map { ($0.element.step.identity, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The step at which a use's paper is handed in; `nil` when the member has no step of its own.
  func desk(of use: Use) -> Int? {
    if let step = use.requirement.step,
      let stated = positions[PlannedStep.Identity(member: use.source.member, id: step)]
    {
      return stated
    }
    return desks[use.source.member]
  }

  /// One step comes before another in every order that the edges allow.
  func isBefore(_ first: Int, _ then: Int) -> Bool { earlier[then].contains(first) }
}

/// A set of small numbers.
struct Bits: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }
  func contains(_ index: Int) -> Bool { words[index / 64] & 1 << UInt64(index % 64) != 0 }
  mutating func formUnion(_ other: Self) { for index in words.indices { words[index] |= other.words[index] } }

  /// Takes the smallest out.
  mutating func popFirst() -> Int? {
    guard let word = words.firstIndex(where: { $0 != 0 }) else { return nil }
    let bit = words[word].trailingZeroBitCount
    words[word] &= ~(1 << UInt64(bit))
    return word * 64 + bit
  }
}

/// Groups of nodes each of which can be reached from every other of its group: Tarjan's strongly connected components,
/// those of one node without an edge to itself left out.
func circles(of before: [[Int]]) -> [[Int]] {
  var index = Array(repeating: -1, count: before.count)
  var low = index
  var onStack = Array(repeating: false, count: before.count)
  var stack: [Int] = []
  var counter = 0
  var result: [[Int]] = []
  for root in before.indices where index[root] < 0 {
    // An explicit stack: a catalogue may be as long as it likes.
    var work = [(node: root, next: 0)]
    while let (node, next) = work.last {
      if next == 0 {
        index[node] = counter
        low[node] = counter
        counter += 1
        stack.append(node)
        onStack[node] = true
      }
      if next < before[node].count {
        work[work.count - 1].next += 1
        let child = before[node][next]
        if index[child] < 0 {
          work.append((child, 0))
        } else if onStack[child] {
          low[node] = min(low[node], index[child])
        }
        continue
      }
      work.removeLast()
      if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
      guard low[node] == index[node] else { continue }
      var group: [Int] = []
      while let member = stack.popLast() {
        onStack[member] = false
        group.append(member)
        if member == node { break }
      }
      if group.count > 1 || before[node].contains(node) { result.append(group.sorted()) }
    }
  }
  return result.sorted { $0[0] < $1[0] }
}
