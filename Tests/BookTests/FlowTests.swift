import Consolidation
import Testing

@testable import Handbook

/// Laws of the picture, tried on graphs made by chance. A failure names the seed.
@Suite struct `Flow diagrams` {
  private static let seeds = (1...80).map(UInt64.init)

  /// Every seed's sketch, drawn in one to four columns; made once for all laws.
  private static let drawn = seeds.flatMap { seed in
    let sketch = FlowSketch(seed: seed)
    return (1...4).map { columns in
      (sketch, FlowDiagram(sketch, columns: columns, width: 170 * columns + 12), "seed \(seed), \(columns) columns")
    }
  }

  private func everywhere(_ law: (FlowSketch, FlowDiagram, Comment) -> Void) {
    for (sketch, diagram, place) in Self.drawn { law(sketch, diagram, "\(place)") }
  }

  @Test func `every member has one box, between start and end`() {
    everywhere { sketch, diagram, place in
      #expect(diagram.boxes.map(\.id) == ["start"] + sketch.nodes.map(\.id) + ["end"], place)
    }
  }

  @Test func `no two boxes or slips overlap, and all are inside the drawing`() {
    everywhere { _, diagram, place in
      let frames = diagram.boxes.map(\.frame) + diagram.slips.map(\.frame)
      for (index, frame) in frames.enumerated() {
        #expect(frame.x >= 0 && frame.right <= diagram.width && frame.y >= 0 && frame.bottom <= diagram.height, place)
        for other in frames[..<index] {
          let apart =
            frame.right < other.x || other.right < frame.x || frame.bottom < other.y || other.bottom < frame.y
          #expect(apart, place)
        }
      }
    }
  }

  @Test func `every arrow goes down, inside the drawing, and by right angles`() {
    everywhere { sketch, diagram, place in
      #expect(diagram.arrows.count == sketch.graph.edges.count + sketch.graph.ends.count + 1, place)
      for arrow in diagram.arrows {
        for (a, b) in zip(arrow.points, arrow.points.dropFirst()) {
          #expect((a.x == b.x) != (a.y == b.y) && b.y >= a.y, "\(place): \(arrow.from) → \(arrow.to)")
        }
        for point in arrow.points {
          #expect((0...diagram.width).contains(point.x) && (0...diagram.height).contains(point.y), place)
        }
        guard let from = diagram.boxes.first(where: { $0.id == arrow.from }),
          let to = diagram.boxes.first(where: { $0.id == arrow.to })
        else { continue }
        #expect(from.frame.bottom < to.frame.y, place)
      }
    }
  }

  @Test func `an arrow touches no box but the one it leaves`() {
    everywhere { _, diagram, place in
      for arrow in diagram.arrows {
        for box in diagram.boxes where box.id != arrow.from {
          #expect(!arrow.pieces.contains { $0.touches(box.frame) }, "\(place): \(arrow.from) → \(arrow.to), \(box.id)")
        }
        for slip in diagram.slips {
          // The last piece ends at its own slip.
          let inner = FlowDiagram.Frame(
            x: slip.frame.x + 1, y: slip.frame.y + 1, width: slip.frame.width - 2, height: slip.frame.height - 2)
          #expect(!arrow.pieces.contains { $0.touches(inner) }, "\(place): \(arrow.from) → \(arrow.to)")
        }
      }
    }
  }

  @Test func `arrows share a piece only if they come from the same box or lead to the same box`() {
    everywhere { _, diagram, place in
      for (index, arrow) in diagram.arrows.enumerated() {
        for other in diagram.arrows[..<index] where other.from != arrow.from && other.to != arrow.to {
          let shared = arrow.pieces.contains { piece in other.pieces.contains { $0.covers(piece) } }
          #expect(!shared, "\(place): \(arrow.from) → \(arrow.to), \(other.from) → \(other.to)")
        }
      }
    }
  }

  @Test func `no line of text is wider than its box`() {
    everywhere { _, diagram, place in
      let texts = diagram.boxes.map { ($0.frame, $0.lines) } + diagram.slips.map { ($0.frame, $0.lines) }
      for (frame, lines) in texts {
        for line in lines {
          #expect(FittedText.width(line.text, size: line.role.size) <= frame.width - 8, "\(place): \(line.text)")
          #expect(line.y <= frame.bottom && line.y - line.role.size >= frame.y, "\(place): \(line.text)")
        }
      }
    }
  }

  @Test func `the same sketch gives the same drawing`() {
    for seed in Self.seeds.prefix(40) {
      let drawings = (0..<2).map { _ in FlowDiagram(FlowSketch(seed: seed), columns: 2, width: 352) }
      #expect(drawings[0] == drawings[1], "seed \(seed)")
    }
  }

  @Test func `what is reduced leads wherever it led, and holds nothing that follows`() {
    for seed in Self.seeds {
      var generator = Chance(state: seed)
      let full = generator.graph()
      let reduced = full.reduced()
      let layers = full.layers
      for from in 0..<full.count {
        for to in 0..<full.count {
          #expect(full.reaches(from, to) == reduced.reaches(from, to), "seed \(seed)")
        }
      }
      for edge in reduced.edges {
        let rest = FlowGraph(count: reduced.count, edges: reduced.edges.filter { $0 != edge })
        #expect(!rest.reaches(edge.from, edge.to), "seed \(seed)")
        #expect(layers[edge.from] < layers[edge.to], "seed \(seed)")
      }
      #expect(reduced.layers == layers, "seed \(seed)")
    }
  }

  @Test func `a circle is opened where it would close`() {
    let graph = FlowGraph(count: 3, edges: [.init(from: 0, to: 1), .init(from: 1, to: 2), .init(from: 2, to: 0)])
    #expect(graph.edges == [.init(from: 0, to: 1), .init(from: 1, to: 2)])
    #expect(graph.layers == [0, 1, 2])
  }

  @Test func `Chinese breaks after a comma, never before one, and words stay whole`() {
    #expect(FittedText.lines("车主搬家，车辆迁出迁入", size: 15, width: 136) == ["车主搬家，", "车辆迁出迁入"])
    #expect(FittedText.lines("如果不是“过期1年以上”", size: 10, width: 60) == ["如果不是“过", "期1年以上”"])
    #expect(FittedText.lines("drive to town", size: 10, width: 60) == ["drive to", "town"])
    #expect(FittedText.lines("无", size: 15, width: 5) == ["无"])
    #expect(FittedText.lines("  ", size: 15, width: 50) == [])
  }
}

@Suite struct `Flow diagrams of the real book` {
  @Test func `every merged scenario of several items has one, with every item in it and in its words`() throws {
    let book = try #require(RealBook.handbook)
    for chapter in book.scenarios {
      guard let flow = chapter.flow else {
        #expect(Set(chapter.items.map(\.item.id)).count < 2 || !chapter.blocked.isEmpty, "\(chapter.id)")
        continue
      }
      let members = try #require(RealBook.surveys.all[chapter.id]).members.map(\.value.id)
      for drawing in [flow.narrow, flow.wide] {
        #expect(Set(drawing.boxes.filter { $0.kind == .member }.map(\.id)) == Set(members), "\(chapter.id)")
      }
      let told = flow.steps.flatMap(\.entries).map(\.item.id)
      #expect(told.sorted() == chapter.items.map(\.item.id).sorted(), "\(chapter.id)")
      #expect(flow.narrow.width <= 352, "\(chapter.id)")
    }
  }

  @Test func `nothing is drawn that no answers bring about`() throws {
    for chapter in try #require(RealBook.handbook).scenarios {
      guard let drawing = chapter.flow?.narrow else { continue }
      let whens =
        drawing.boxes.map(\.when) + drawing.arrows.map(\.when) + drawing.heads.map(\.when) + drawing.slips.map(\.when)
      #expect(!whens.contains(""), "\(chapter.id)")
    }
  }

  @Test func `new-car reads as its edges say`() throws {
    let flow = try #require(RealBook.handbook?.scenarios.first { $0.id == "new-car" }?.flow)
    #expect(
      flow.steps.map { $0.entries.map(\.item.id) } == [
        ["car-purchase", "compulsory-insurance"], ["purchase-tax", "temporary-plate"], ["safety-inspection"],
        ["vehicle-registration"],
      ])
    let registration = try #require(flow.steps.last?.entries.first)
    #expect(registration.text.hasPrefix("（车管所，2个工作日内）；"))
    #expect(registration.text.contains("用“交强险与车船税”给的交强险保单"))
    #expect(flow.steps[0].label == "第1步（同时办）：")
    let waits = try #require(RealBook.handbook?.scenarios.first { $0.id == "lost-plates" }?.flow?.narrow.slips)
    #expect(waits.contains { $0.kind == .wait && $0.lines.map(\.text) == ["等3天（自然日）"] })
  }
}

// MARK: Chance

extension FlowDiagram.Arrow {
  fileprivate var pieces: [Piece] { zip(points, points.dropFirst()).map(Piece.init) }
}

private struct Piece {
  var a: FlowDiagram.Point
  var b: FlowDiagram.Point

  func touches(_ frame: FlowDiagram.Frame) -> Bool {
    max(a.x, b.x) >= frame.x && min(a.x, b.x) <= frame.right && max(a.y, b.y) >= frame.y
      && min(a.y, b.y) <= frame.bottom
  }

  /// They run along each other for some way.
  func covers(_ other: Piece) -> Bool {
    if a.x == b.x, other.a.x == other.b.x, a.x == other.a.x {
      return min(b.y, other.b.y) > max(a.y, other.a.y)
    }
    if a.y == b.y, other.a.y == other.b.y, a.y == other.a.y {
      return min(max(a.x, b.x), max(other.a.x, other.b.x)) > max(min(a.x, b.x), min(other.a.x, other.b.x))
    }
    return false
  }
}

/// SplitMix64.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func graph() -> FlowGraph {
    let count = Int.random(in: 1...12, using: &self)
    let density = Int.random(in: 5...60, using: &self)
    let order = Array(0..<count).shuffled(using: &self)
    var edges: [FlowGraph.Edge] = []
    for then in 0..<count {
      for first in 0..<then where Int.random(in: 0..<100, using: &self) < density {
        edges.append(.init(from: order[first], to: order[then]))
      }
    }
    return FlowGraph(count: count, edges: edges)
  }

  mutating func text() -> String {
    let parts = ["车管所", "，", "安全技术检验", "3个工作日", "“旧车”", " vehicle", "（", "）", "；", "WWWW", "登记", "。"]
    return (0...Int.random(in: 0...6, using: &self)).map { _ in
      parts[Int.random(in: parts.indices, using: &self)]
    }.joined() + "办"
  }
}

extension FlowSketch {
  fileprivate init(seed: UInt64) {
    var chance = Chance(state: seed)
    let graph = chance.graph().reduced()
    let nodes = (0..<graph.count).map { index in
      let isEntered = graph.edges.contains { $0.to == index }
      let slips =
        isEntered && Int.random(in: 0..<3, using: &chance) == 0 ? [Slip(kind: .paper, texts: [chance.text()])] : []
      return Node(
        id: "n\(index)",
        texts: [Text(text: chance.text(), role: .name), Text(text: chance.text(), role: .place)],
        conditional: false,
        slips: slips + (slips.isEmpty ? [] : [Slip(kind: .wait, texts: ["等3天"])]))
    }
    self.init(
      nodes: nodes, graph: graph, start: "您", end: [Text(text: chance.text(), role: .name)],
      steps: (graph.layers.max() ?? 0) >= 0 ? (0...(graph.layers.max() ?? 0)).map { ("第\($0 + 1)步", "同时办") } : [])
  }
}
