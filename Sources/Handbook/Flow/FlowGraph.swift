/// What comes before what: nodes by position, edges between them, never a circle.
struct FlowGraph: Hashable, Sendable {
  struct Edge: Hashable, Sendable, Comparable {
    var from: Int
    var to: Int

    static func < (a: Self, b: Self) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  let count: Int
  /// Each once, sorted.
  private(set) var edges: [Edge] = []
  private var next: [[Int]]

  /// An edge that closes a circle with those before it is left out: what waits for itself has no place in a picture.
  init(count: Int, edges: [Edge]) {
    self.count = count
    next = Array(repeating: [], count: count)
    for edge in edges where edge.from != edge.to && !next[edge.from].contains(edge.to) {
      if reaches(edge.to, edge.from) { continue }
      next[edge.from].append(edge.to)
      self.edges.append(edge)
    }
    self.edges.sort()
  }

  /// Whether a way of one or more edges leads from one node to another.
  func reaches(_ from: Int, _ to: Int) -> Bool {
    var seen: Set<Int> = []
    var pending = next[from]
    while let node = pending.popLast() {
      if node == to { return true }
      if seen.insert(node).inserted { pending += next[node] }
    }
    return false
  }

  /// Without the edges that follow from the others, but for those in `kept`.
  func reduced(keeping kept: Set<Edge> = []) -> FlowGraph {
    FlowGraph(
      count: count,
      edges: edges.filter { edge in
        kept.contains(edge) || !next[edge.from].contains { $0 != edge.to && reaches($0, edge.to) }
      })
  }

  /// For each node the number of edges of the longest way to it.
  var layers: [Int] {
    var layers = Array(repeating: 0, count: count)
    var waiting = Array(repeating: 0, count: count)
    for edge in edges { waiting[edge.to] += 1 }
    var ready = (0..<count).filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for then in next[node] {
        layers[then] = max(layers[then], layers[node] + 1)
        waiting[then] -= 1
        if waiting[then] == 0 { ready.append(then) }
      }
    }
    return layers
  }

  /// Nodes that nothing follows.
  var ends: [Int] { (0..<count).filter { next[$0].isEmpty } }
}
