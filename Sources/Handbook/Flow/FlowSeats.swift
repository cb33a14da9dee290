/// Who sits where: every node in a row and a column, so that arrows are short and straight.
struct FlowSeats: Hashable, Sendable {
  struct Seat: Hashable, Sendable {
    var row: Int
    /// `nil`: alone in the middle of an even number of columns.
    var column: Int?
  }

  let columns: Int
  /// The nodes' seats, and last that of the end.
  private(set) var seats: [Seat]
  /// The rows of each layer.
  private(set) var rows: [Range<Int>] = []
  /// Node to node, and from the last ones to the end.
  let edges: [FlowGraph.Edge]

  var rowCount: Int { rows.last?.upperBound ?? 0 }

  init(_ graph: FlowGraph, columns: Int) {
    self.columns = columns
    edges = graph.edges + graph.ends.map { FlowGraph.Edge(from: $0, to: graph.count) }
    seats = Array(repeating: Seat(row: 0, column: nil), count: graph.count + 1)
    let layerOf = graph.layers
    let layers = (0..<((layerOf.max() ?? -1) + 1)).map { layer in (0..<graph.count).filter { layerOf[$0] == layer } }
    for layer in layers {
      let first = rows.last?.upperBound ?? 0
      rows.append(first..<(first + (layer.count + columns - 1) / columns))
      seat(layer, in: arrangements(layer.count, from: first)[0])
    }
    seats[graph.count] = Seat(row: rowCount, column: middle)
    settle(layers)
    // Where arrows pass through the middle nobody can sit there.
    for layer in layers where layer.count == 1 && isPassed(layer[0]) {
      let row = seats[layer[0]].row
      let options = (0..<columns).map { [Seat(row: row, column: $0)] }
      if let best = best(layer, options, orders: [[0]]) { seat(layer, in: best) }
    }
    settle(layers)
  }

  /// The column in the middle; `nil` where it lies between two.
  private var middle: Int? { columns % 2 == 1 ? columns / 2 : nil }

  private mutating func seat(_ layer: [Int], in places: [Seat]) {
    for (node, place) in zip(layer, places) { seats[node] = place }
  }

  /// The seats that so many nodes may take: full rows, and a last one that may begin further to the right.
  private func arrangements(_ count: Int, from first: Int) -> [[Seat]] {
    if count == 1 { return [[Seat(row: first, column: middle)]] }
    let full = (count - 1) / columns
    let rest = count - full * columns
    let before = (0..<(full * columns)).map { Seat(row: first + $0 / columns, column: $0 % columns) }
    let shifts = 0...(columns - rest)
    // A single row stands in the middle.
    let starts = full == 0 ? [(columns - rest) / 2] : Array(shifts)
    return starts.map { start in before + (0..<rest).map { Seat(row: first + full, column: start + $0) } }
  }

  /// Down, up and down again, each layer takes its seats as its neighbours have theirs.
  private mutating func settle(_ layers: [[Int]]) {
    let order = Array(layers.indices) + layers.indices.reversed() + Array(layers.indices)
    for index in order where layers[index].count > 1 {
      let layer = layers[index]
      // More than six are too many to try all orders.
      let orders = layer.count <= 6 ? permutations(layer.count) : [Array(layer.indices)]
      if let best = best(layer, arrangements(layer.count, from: rows[index].lowerBound), orders: orders) {
        seat(layer, in: best)
      }
    }
  }

  /// The first of the cheapest.
  private func best(_ layer: [Int], _ options: [[Seat]], orders: [[Int]]) -> [Seat]? {
    let touching = edges.filter { layer.contains($0.from) || layer.contains($0.to) }
    var found: (seats: [Seat], cost: Int)?
    var trial = self
    for places in options {
      for order in orders {
        let taken = order.map { places[$0] }
        trial.seat(layer, in: taken)
        let cost = touching.reduce(0) { $0 + trial.cost($1) }
        if cost < found?.cost ?? .max { found = (taken, cost) }
      }
    }
    return found?.seats
  }

  private func cost(_ edge: FlowGraph.Edge) -> Int {
    if isStraight(edge) { return 0 }
    let (from, to) = (seats[edge.from], seats[edge.to])
    let center = columns - 1
    let across = abs((from.column.map { 2 * $0 } ?? center) - (to.column.map { 2 * $0 } ?? center))
    return 6 + 2 * (to.row - from.row) + across
  }

  private func permutations(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return permutations(count - 1).flatMap { shorter in
      (0..<count).reversed().map { place in
        var longer = shorter
        longer.insert(count - 1, at: place)
        return longer
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  // MARK: Ways

  /// One stands right above the other.
  func isStraight(_ edge: FlowGraph.Edge) -> Bool {
    let (from, to) = (seats[edge.from], seats[edge.to])
    return to.row == from.row + 1 && from.column == to.column
  }

  /// The gap through which an arrow leaves that does not go straight down: `n` is left of column `n`. It is the one
  /// towards the middle; a single column has its gap on the right.
  func gap(from node: Int) -> Int {
    guard columns > 1, let column = seats[node].column else { return max(1, columns / 2) }
    return column < columns / 2 ? column + 1 : column
  }

  private func isPassed(_ node: Int) -> Bool {
    guard seats[node].column == nil else { return false }
    let row = seats[node].row
    return edges.contains { edge in
      seats[edge.from].row < row && row < seats[edge.to].row && gap(from: edge.from) == columns / 2
    }
  }
}
