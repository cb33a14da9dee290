/// Which line runs where: in the gaps between columns every target has a track of its own, so that lines that share a
/// piece lead to the same box; above the boxes of a row every target that is reached from aside has one too.
struct FlowTracks: Sendable {
  struct Key: Hashable {
    var gap: Int
    var to: Int
  }

  /// The number of tracks of each gap.
  private(set) var counts: [Int: Int] = [:]
  private(set) var tracks: [Key: Int] = [:]

  /// Vertical lines. Heights are counted in half rows: a row's boxes at even ones, what lies above them at odd ones.
  init(_ seats: FlowSeats) {
    var reach: [Key: ClosedRange<Int>] = [:]
    for edge in seats.edges where !seats.isStraight(edge) {
      let key = Key(gap: seats.gap(from: edge.from), to: edge.to)
      let from = seats.seats[edge.from]
      let top = 2 * from.row + (from.column == nil ? 1 : 0)
      let bottom = 2 * seats.seats[edge.to].row - 1
      reach[key] = min(top, reach[key]?.lowerBound ?? top)...bottom
    }
    let sorted = reach.sorted { a, b in
      (a.key.gap, a.value.lowerBound, a.value.upperBound, a.key.to)
        < (b.key.gap, b.value.lowerBound, b.value.upperBound, b.key.to)
    }
    let numbers = FlowTracks.coloured(sorted.map { ($0.key.gap, $0.value) })
    for (entry, number) in zip(sorted, numbers) {
      tracks[entry.key] = number
      counts[entry.key.gap] = max(counts[entry.key.gap] ?? 0, number + 1)
    }
  }

  /// The smallest number for each range that no overlapping one of its group has.
  static func coloured(_ ranges: [(group: Int, range: ClosedRange<Int>)]) -> [Int] {
    var numbers: [Int] = []
    for (index, entry) in ranges.enumerated() {
      let taken = Set(
        (0..<index).filter { ranges[$0].group == entry.group && ranges[$0].range.overlaps(entry.range) }
          .map { numbers[$0] })
      numbers.append((0...taken.count).first { !taken.contains($0) } ?? taken.count)
    }
    return numbers
  }
}
