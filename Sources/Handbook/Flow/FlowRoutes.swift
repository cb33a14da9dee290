/// Draws the arrows of a layout: straight down to what stands right below; else out to the side, down the gap on the
/// target's own track, across above the target's row, and down to it. No piece touches a box on the way.
struct FlowRoutes {
  let layout: FlowLayout

  init(_ layout: FlowLayout) { self.layout = layout }

  func drawn() -> ([FlowDiagram.Arrow], [FlowDiagram.Head]) {
    let start = layout.boxes[0]
    var arrows: [FlowDiagram.Arrow] = []
    var heads: [FlowDiagram.Head] = []
    if let first = layout.bands.first {
      let tip = FlowDiagram.Point(x: start.frame.middle, y: first.frame.y)
      let end = FlowDiagram.Point(x: tip.x, y: tip.y - FlowLayout.headLength)
      arrows.append(arrow("start", "", [FlowDiagram.Point(x: tip.x, y: start.frame.bottom), end], nil))
      heads.append(head("", [], tip, nil))
    }
    let members = layout.boxes.dropFirst().dropLast()
    for edge in layout.seats.edges {
      let to = layout.boxes[edge.to + 1]
      arrows.append(
        arrow(members[edge.from + 1].id, to.id, points(edge), layout.sketch.edgeWhen[edge]))
    }
    for to in layout.entries.indices where layout.seats.edges.contains(where: { $0.to == to }) {
      let box = layout.boxes[to + 1]
      let entered = layout.sketch.nodes.indices.contains(to) ? layout.sketch.nodes[to].entered : nil
      let slips = layout.slips.filter { $0.frame.x == box.frame.x && $0.frame.bottom <= box.frame.y }.filter {
        $0.frame.y >= layout.entries[to]
      }
      heads.append(head(box.id, slips, FlowDiagram.Point(x: layout.port(to), y: box.frame.y), entered))
    }
    return (arrows, heads)
  }

  private func points(_ edge: FlowGraph.Edge) -> [FlowDiagram.Point] {
    let from = layout.boxes[edge.from + 1].frame
    let port = layout.port(edge.to)
    let isSlip = layout.entries[edge.to] < layout.boxes[edge.to + 1].frame.y
    let end = layout.entries[edge.to] - (isSlip ? 0 : FlowLayout.headLength)
    if layout.seats.isStraight(edge) { return [.init(x: port, y: from.bottom), .init(x: port, y: end)] }
    let key = FlowTracks.Key(gap: layout.seats.gap(from: edge.from), to: edge.to)
    let track = layout.track(key)
    let beside = layout.seats.seats[edge.from].column != nil
    var points: [FlowDiagram.Point] = []
    if beside {
      let y = exit(edge.from, key.gap)
      points.append(.init(x: track > from.middle ? from.right : from.x, y: y))
      points.append(.init(x: track, y: y))
    } else {
      points.append(.init(x: track, y: from.bottom))
    }
    if track != port {
      let across =
        layout.channels[layout.seats.seats[edge.to].row]
        + (layout.channelTracks[edge.to] ?? 0) * FlowLayout.trackHeight
      points += [.init(x: track, y: across), .init(x: port, y: across)]
    }
    points.append(.init(x: port, y: end))
    return points
  }

  /// The height at which arrows leave a box for a gap: halfway, or a little higher and lower where the box on the other
  /// side sends its own to other targets.
  private func exit(_ node: Int, _ gap: Int) -> Int {
    let seats = layout.seats
    let frame = layout.boxes[node + 1].frame
    func targets(_ node: Int) -> [Int] {
      seats.edges.filter { $0.from == node && !seats.isStraight($0) }.map(\.to).sorted()
    }
    let other = layout.sketch.nodes.indices.first { other in
      other != node && seats.seats[other].row == seats.seats[node].row && seats.gap(from: other) == gap
        && !targets(other).isEmpty
    }
    let middle = frame.y + frame.height / 2
    guard let other, targets(other) != targets(node) else { return middle }
    return layout.boxes[other + 1].frame.x > frame.x ? middle - 8 : middle + 8
  }

  // MARK: Paths

  private func arrow(_ from: String, _ to: String, _ points: [FlowDiagram.Point], _ when: String?)
    -> FlowDiagram.Arrow
  {
    FlowDiagram.Arrow(from: from, to: to, points: points, path: FlowRoutes.path(points), when: when)
  }

  /// The pieces between slips and box, and the head.
  private func head(_ to: String, _ slips: [FlowDiagram.Slip], _ tip: FlowDiagram.Point, _ when: String?)
    -> FlowDiagram.Head
  {
    let base = tip.y - FlowLayout.headLength
    var shaft = ""
    for (index, slip) in slips.enumerated() {
      let below = slips.indices.contains(index + 1) ? slips[index + 1].frame.y : base
      shaft += "M\(tip.x) \(slip.frame.bottom)V\(below)"
    }
    return FlowDiagram.Head(
      to: to, shaft: shaft, head: "M\(tip.x - 5) \(base)H\(tip.x + 5)L\(tip.x) \(tip.y)Z", tip: tip, when: when)
  }

  /// A line by right angles, its corners rounded as far as its pieces are long enough.
  static func path(_ points: [FlowDiagram.Point]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    var path = "M\(first.x) \(first.y)"
    for index in points.indices.dropFirst().dropLast() {
      let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
      let radius = min(7, distance(before, corner) / 2, distance(corner, after) / 2)
      let (near, far) = (toward(corner, before, radius), toward(corner, after, radius))
      path += "L\(near.x) \(near.y)Q\(corner.x) \(corner.y) \(far.x) \(far.y)"
    }
    return path + "L\(last.x) \(last.y)"
  }

  private static func distance(_ a: FlowDiagram.Point, _ b: FlowDiagram.Point) -> Int {
    abs(a.x - b.x) + abs(a.y - b.y)
  }

  /// So far from one point towards another on the same line.
  private static func toward(_ from: FlowDiagram.Point, _ to: FlowDiagram.Point, _ far: Int) -> FlowDiagram.Point {
    FlowDiagram.Point(x: from.x + (to.x - from.x).signum() * far, y: from.y + (to.y - from.y).signum() * far)
  }
}
