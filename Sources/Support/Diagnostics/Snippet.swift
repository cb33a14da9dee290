/// One line of a source and the marks under it, ready for a terminal of fixed-width cells.
struct Snippet {
  /// A longer line is cut around the mark.
  static let widest = 160
  /// How much of a cut line stays to the left of the mark.
  private static let context = 60

  /// The line as it is shown: tabs are four cells, control characters harmless.
  let text: String
  /// How many cells stand before the first mark.
  let indent: Int
  /// `^`, then `~` for every further cell of the span on this line.
  let marks: String

  /// Nil if the line is blank: there is nothing to look at.
  init?(of span: Span, in source: SourceText) {
    let number = source.position(of: span.offset).line
    let cells = Self.cells(of: source.line(number), from: source.range(ofLine: number).lowerBound)
    guard cells.contains(where: { $0.text.contains { $0 != " " } }) else { return nil }

    let total = cells.reduce(0) { $0 + $1.width }
    let before = cells.lazy.filter { $0.end <= span.offset }.reduce(0) { $0 + $1.width }
    let marked = cells.lazy.filter { $0.end > span.offset && $0.offset < span.offset + span.length }
      .reduce(0) { $0 + $1.width }

    guard total > Self.widest else {
      text = cells.map(\.text).joined()
      indent = before
      marks = Self.marks(marked)
      return
    }
    let room = Self.widest - 2
    let wanted = min(max(0, before - Self.context), total - room)
    var skipped = 0
    var rest = cells[...]
    while skipped < wanted, let first = rest.first {
      skipped += first.width
      rest.removeFirst()
    }
    var shown = ""
    var width = 0
    while let first = rest.first, width + first.width <= room {
      width += first.width
      shown += first.text
      rest.removeFirst()
    }
    let head = skipped > 0 ? "…" : ""
    text = head + shown + (rest.isEmpty ? "" : "…")
    indent = head.count + before - skipped
    marks = Self.marks(min(marked, width - (before - skipped)))
  }

  private static func marks(_ width: Int) -> String { "^" + String(repeating: "~", count: max(0, width - 1)) }

  private struct Cell {
    var text: String
    var width: Int
    /// Where its bytes start and end in the file.
    var offset: Int
    var end: Int
  }

  private static func cells(of line: String, from start: Int) -> [Cell] {
    var offset = start
    return line.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      let (text, width) =
        scalar == "\t" ? ("    ", 4) : (String(scalar.harmless), scalar.harmless.displayWidth)
      return Cell(text: text, width: width, offset: offset, end: offset + UTF8.width(scalar))
    }
  }
}
