/// Ways around: one for each group of nodes that lead to each other, both ends named. In the order of the nodes. A node
/// that leads to itself alone is not found.
///
/// Kosaraju's algorithm, without recursion, so that no length of chain is too long.
func rounds<Node: Hashable & Comparable>(_ nodes: [Node], _ successors: [Node: Set<Node>]) -> [[Node]] {
  var predecessors: [Node: Set<Node>] = [:]
  for (first, then) in successors { for next in then { predecessors[next, default: []].insert(first) } }
  var seen: Set<Node> = []
  let finished = nodes.flatMap { depthFirst(from: $0, successors, &seen) }
  seen = []
  let groups = finished.reversed().map { depthFirst(from: $0, predecessors, &seen) }
  return groups.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    .map { shortestRound(within: $0, successors) }
}

/// The nodes that are reached and not yet seen, each after all that it leads to.
private func depthFirst<Node: Hashable & Comparable>(
  from start: Node, _ successors: [Node: Set<Node>], _ seen: inout Set<Node>
) -> [Node] {
  guard seen.insert(start).inserted else { return [] }
  var finished: [Node] = []
  var path = [(node: start, rest: (successors[start] ?? []).sorted()[...])]
  while let next = path.last {
    if let child = next.rest.first {
      path[path.count - 1].rest.removeFirst()
      if seen.insert(child).inserted { path.append((child, (successors[child] ?? []).sorted()[...])) }
    } else {
      finished.append(next.node)
      path.removeLast()
    }
  }
  return finished
}

/// The shortest way from the group's first node through the group and back to it, both ends named.
private func shortestRound<Node: Hashable & Comparable>(
  within group: [Node], _ successors: [Node: Set<Node>]
) -> [Node] {
  guard let start = group.min() else { return [] }
  let members = Set(group)
  var cameFrom: [Node: Node] = [:]
  var queue = [start][...]
  while let node = queue.popFirst() {
    for next in (successors[node] ?? []).sorted() where members.contains(next) {
      if next == start {
        var round = [start]
        var back: Node? = node
        while let step = back, step != start {
          round.append(step)
          back = cameFrom[step]
        }
        return [start] + round.dropFirst().reversed() + [start]
      }
      if cameFrom[next] == nil {
        cameFrom[next] = node
        queue.append(next)
      }
    }
  }
  return group
}
