extension FlowDiagram {
  /// Lays a sketch out in a number of columns within a width: layers from top to bottom, what is parallel side by side,
  /// in further rows of the same layer where the columns do not suffice. Arrows run down between the boxes.
  init(_ sketch: FlowSketch, columns: Int, width: Int) {
    let layout = FlowLayout(sketch, columns: max(1, columns), width: width)
    self.width = width
    height = layout.height
    bands = layout.bands
    boxes = layout.boxes
    slips = layout.slips
    (arrows, heads) = FlowRoutes(layout).drawn()
  }
}

/// Gives every box its place. Across: seats and tracks say how much the gaps need, the columns share the rest. Down: one
/// row after the other, each as high as its highest box, with room above it for its arrows and slips.
struct FlowLayout {
  static let margin = 2
  static let trackWidth = 10
  static let trackHeight = 8
  static let headLength = 9
  private static let padding = 8
  private static let labelHeight = 26
  private static let spacing = 10

  let sketch: FlowSketch
  let seats: FlowSeats
  let tracks: FlowTracks
  let width: Int
  let boxWidth: Int
  private(set) var height = 0
  private(set) var bands: [FlowDiagram.Band] = []
  private(set) var boxes: [FlowDiagram.Box] = []
  private(set) var slips: [FlowDiagram.Slip] = []
  /// For each node, and the end: where its slips begin, or itself.
  private(set) var entries: [Int] = []
  /// For each row, and the end: the topmost track above it.
  private(set) var channels: [Int] = []
  /// For each target reached from aside, the number of its track above its row.
  let channelTracks: [Int: Int]
  private let columnStarts: [Int]
  private let slipsOf: [[FlowDiagram.Slip]]

  init(_ sketch: FlowSketch, columns: Int, width: Int) {
    self.sketch = sketch
    self.width = width
    seats = FlowSeats(sketch.graph, columns: columns)
    tracks = FlowTracks(seats)
    let counts = tracks.counts
    let lastGap = columns == 1 ? 1 : columns - 1
    func gap(_ number: Int) -> Int {
      number < 1 || number > lastGap ? 0 : max(20, FlowLayout.trackWidth * ((counts[number] ?? 0) + 1))
    }
    let gaps = (1...lastGap).reduce(0) { $0 + gap($1) }
    let boxWidth = (width - 2 * FlowLayout.margin - gaps) / columns
    self.boxWidth = boxWidth
    var starts: [Int] = []
    var x = FlowLayout.margin
    for column in 0..<columns {
      x += gap(column)
      starts.append(x)
      x += boxWidth
    }
    columnStarts = starts
    let size = FlowLayout.inner(boxWidth)
    slipsOf = sketch.nodes.map { node in
      node.slips.map { slip in
        let lines = FlowLayout.set(slip.texts.map { FlowSketch.Text(text: $0, role: slip.kind.role) }, width: size)
        let frame = FlowDiagram.Frame(x: 0, y: 0, width: boxWidth, height: FlowLayout.height(of: lines) + 6)
        return FlowDiagram.Slip(kind: slip.kind, frame: frame, lines: lines, when: slip.when)
      }
    }
    channelTracks = FlowLayout.channels(seats, tracks, starts, boxWidth, width)
    place()
  }

  // MARK: Across

  static func inner(_ boxWidth: Int) -> Int { max(20, boxWidth - 2 * padding) }

  /// The middle of a node's box, or of the end's.
  func middle(_ node: Int) -> Int { FlowLayout.middle(seats.seats[node], columnStarts, boxWidth, width) }

  private static func middle(_ seat: FlowSeats.Seat, _ starts: [Int], _ boxWidth: Int, _ width: Int) -> Int {
    seat.column.map { starts[$0] + boxWidth / 2 } ?? width / 2
  }

  /// Where the vertical line of a gap to a target runs.
  func track(_ key: FlowTracks.Key) -> Int {
    FlowLayout.track(key, seats, tracks, columnStarts, boxWidth, width)
  }

  private static func track(
    _ key: FlowTracks.Key, _ seats: FlowSeats, _ tracks: FlowTracks, _ starts: [Int], _ boxWidth: Int, _ width: Int
  ) -> Int {
    let left = starts[key.gap - 1] + boxWidth
    let right = key.gap < starts.count ? starts[key.gap] : width - margin
    let count = tracks.counts[key.gap] ?? 1
    return (left + right) / 2 + (2 * (tracks.tracks[key] ?? 0) - (count - 1)) * trackWidth / 2
  }

  /// Where arrows enter a target: in its middle, or, where it sits in the middle itself, below its track there.
  func port(_ node: Int) -> Int { FlowLayout.port(node, seats, tracks, columnStarts, boxWidth, width) }

  private static func port(
    _ node: Int, _ seats: FlowSeats, _ tracks: FlowTracks, _ starts: [Int], _ boxWidth: Int, _ width: Int
  ) -> Int {
    let key = FlowTracks.Key(gap: seats.columns / 2, to: node)
    if seats.seats[node].column == nil, tracks.tracks[key] != nil {
      return track(key, seats, tracks, starts, boxWidth, width)
    }
    return middle(seats.seats[node], starts, boxWidth, width)
  }

  /// Targets whose lines overlap above a row run at different heights.
  private static func channels(
    _ seats: FlowSeats, _ tracks: FlowTracks, _ starts: [Int], _ boxWidth: Int, _ width: Int
  ) -> [Int: Int] {
    var spans: [(to: Int, row: Int, range: ClosedRange<Int>)] = []
    for to in seats.seats.indices {
      let port = port(to, seats, tracks, starts, boxWidth, width)
      let ends = tracks.tracks.keys.filter { $0.to == to }.map { track($0, seats, tracks, starts, boxWidth, width) }
      guard let low = ends.min(), let high = ends.max(), low != port || high != port else { continue }
      spans.append((to, seats.seats[to].row, (min(low, port) - 4)...(max(high, port) + 4)))
    }
    spans.sort { ($0.row, $0.range.lowerBound, $0.to) < ($1.row, $1.range.lowerBound, $1.to) }
    let numbers = FlowTracks.coloured(spans.map { ($0.row, $0.range) })
    return Dictionary(zip(spans.map(\.to), numbers), uniquingKeysWith: { first, _ in first })
  }

  // MARK: Down

  private mutating func place() {
    entries = Array(repeating: 0, count: sketch.nodes.count + 1)
    let start = end(FlowSketch.Text(text: sketch.start, role: .start), kind: .start, at: FlowLayout.margin)
    boxes.append(start)
    var members: [(node: Int, box: FlowDiagram.Box)] = []
    var y = start.frame.bottom + 24
    for (layer, rows) in seats.rows.enumerated() {
      let top = y
      for row in rows {
        let nodes = sketch.nodes.indices.filter { seats.seats[$0].row == row }
        let slipHeight = nodes.map { node in slipsOf[node].reduce(0) { $0 + $1.frame.height + 4 } }.max() ?? 0
        var boxTop = y + FlowLayout.spacing + 2
        channels.append(boxTop)
        if layer > 0 { boxTop = room(above: row, from: boxTop) + slipHeight + FlowLayout.headLength + 4 }
        if row == rows.lowerBound { boxTop = max(boxTop, top + FlowLayout.labelHeight) }
        let texts = nodes.map { FlowLayout.set(sketch.nodes[$0].texts, width: FlowLayout.inner(boxWidth)) }
        let height = (texts.map(FlowLayout.height).max() ?? 0) + 2 * FlowLayout.padding
        for (node, lines) in zip(nodes, texts) {
          let frame = FlowDiagram.Frame(x: middle(node) - boxWidth / 2, y: boxTop, width: boxWidth, height: height)
          let box = FlowDiagram.Box(
            id: sketch.nodes[node].id, kind: .member, frame: frame, lines: FlowLayout.centred(lines, in: frame),
            conditional: sketch.nodes[node].conditional, when: sketch.nodes[node].when)
          members.append((node, box))
          lay(slipsOf[node], above: node, frame)
        }
        y = boxTop + height
      }
      y += FlowLayout.spacing
      bands.append(band(layer, FlowDiagram.Frame(x: 0, y: top, width: width, height: y - top)))
      y += FlowLayout.spacing
    }
    boxes += members.sorted { $0.node < $1.node }.map(\.box)
    channels.append(y)
    let top = room(above: seats.rowCount, from: y) + FlowLayout.headLength + 4
    let last = end(sketch.end, at: top)
    boxes.append(last)
    entries[sketch.nodes.count] = top
    height = last.frame.bottom + FlowLayout.margin
  }

  /// Below the tracks above a row.
  private func room(above row: Int, from top: Int) -> Int {
    let used = channelTracks.filter { seats.seats[$0.key].row == row }.map(\.value).max() ?? 0
    return top + used * FlowLayout.trackHeight + FlowLayout.trackHeight
  }

  private mutating func lay(_ slips: [FlowDiagram.Slip], above node: Int, _ box: FlowDiagram.Frame) {
    var bottom = box.y - FlowLayout.headLength - 4
    var laid: [FlowDiagram.Slip] = []
    for var slip in slips.reversed() {
      slip.frame.x = box.x
      slip.frame.y = bottom - slip.frame.height
      slip.lines = FlowLayout.centred(slip.lines, in: slip.frame)
      laid.insert(slip, at: 0)
      bottom = slip.frame.y - 4
    }
    self.slips += laid
    entries[node] = laid.first?.frame.y ?? box.y
  }

  private func band(_ layer: Int, _ frame: FlowDiagram.Frame) -> FlowDiagram.Band {
    let words = sketch.steps.indices.contains(layer) ? sketch.steps[layer] : ("", nil)
    var lines = [FlowDiagram.Line(text: words.0, role: .step, x: 8, y: frame.y + 17)]
    if let together = words.1 {
      lines.append(FlowDiagram.Line(text: together, role: .together, x: width - 8, y: frame.y + 17))
    }
    return FlowDiagram.Band(frame: frame, lines: lines)
  }

  private func end(_ text: FlowSketch.Text, kind: FlowDiagram.Box.Kind, at top: Int) -> FlowDiagram.Box {
    end([text], kind: kind, at: top)
  }

  /// The start or the end: as wide as its words.
  private func end(_ texts: [FlowSketch.Text], kind: FlowDiagram.Box.Kind = .end, at top: Int) -> FlowDiagram.Box {
    let lines = FlowLayout.set(texts, width: min(width - 60, 320))
    let wide = lines.map { FittedText.width($0.text, size: $0.role.size) }.max() ?? 0
    let half = max(32, wide / 2 + 16)
    let frame = FlowDiagram.Frame(
      x: width / 2 - half, y: top, width: 2 * half, height: FlowLayout.height(of: lines) + 14)
    return FlowDiagram.Box(
      id: kind.rawValue, kind: kind, frame: frame, lines: FlowLayout.centred(lines, in: frame), conditional: false,
      when: nil)
  }

  // MARK: Text

  /// Texts in lines, their baselines from a top of 0.
  private static func set(_ texts: [FlowSketch.Text], width: Int) -> [FlowDiagram.Line] {
    var y = 0
    var lines: [FlowDiagram.Line] = []
    for text in texts {
      for line in FittedText.lines(text.text, size: text.role.size, width: width) {
        lines.append(FlowDiagram.Line(text: line, role: text.role, x: 0, y: y + text.role.size))
        y += text.role.lineHeight
      }
    }
    return lines
  }

  private static func height(of lines: [FlowDiagram.Line]) -> Int { lines.reduce(0) { $0 + $1.role.lineHeight } }

  private static func centred(_ lines: [FlowDiagram.Line], in frame: FlowDiagram.Frame) -> [FlowDiagram.Line] {
    let top = frame.y + (frame.height - height(of: lines)) / 2
    return lines.map { FlowDiagram.Line(text: $0.text, role: $0.role, x: frame.middle, y: top + $0.y) }
  }
}

extension FlowDiagram.Slip.Kind {
  var role: FlowDiagram.Role {
    switch self {
    case .paper: .paper
    case .wait: .wait
    }
  }
}
