import Diagnostics

/// Text broken into lines for a drawing, where nothing breaks lines for us.
///
/// Widths are estimated from above, in the drawing's units: the fonts of a reader's device are not known. Chinese is
/// as wide as it is high in every font; of Latin letters the wide ones of usual sans-serif fonts are taken.
enum FittedText {
  /// How wide a text of a size may be, rounded up.
  static func width(_ text: some StringProtocol, size: Int) -> Int {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width($1) }
    return (hundredths * size + 99) / 100
  }

  /// In hundredths of the size.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.isASCII else { return scalar.displayWidth == 0 ? 0 : 100 }
    return switch scalar {
    case "m", "w", "M", "W", "@", "%": 95
    case "A"..."Z", "&", "#", "+", "=", "<", ">", "~": 75
    case " ", "i", "j", "l", ".", ",", ":", ";", "'", "|", "!": 36
    default: 62
    }
  }

  /// Lines none of which is wider than `width`: as few as can be, then as even as can be, broken after a comma rather than
  /// within a phrase. Words and numbers stay whole while they fit; what closes (，。》) does not begin a line, what opens
  /// (《“) does not end one.
  static func lines(_ text: String, size: Int, width: Int) -> [String] {
    let pieces = pieces(text).flatMap { piece in
      // Too long for any line: by characters.
      Self.width(piece, size: size) <= width ? [piece] : piece.map { String($0) }
    }
    guard !trimmed(pieces.joined()).isEmpty else { return [] }
    // For each piece the best way to set everything before it.
    var best: [(lines: Int, cost: Int, from: Int)?] = [(0, 0, 0)]
    for end in 1...pieces.count {
      var found: (lines: Int, cost: Int, from: Int)?
      for start in (0..<end).reversed() {
        let line = trimmed(pieces[start..<end].joined())
        let room = width - Self.width(line, size: size)
        // A single character may be wider than the line; then it has one of its own.
        if room < 0, end - start > 1 { break }
        guard let before = best[start] else { continue }
        let ends = line.last.map(closing.contains) ?? true
        let begins = end == pieces.count || pieces[end].first.map(opening.contains) ?? true
        let isInPhrase = !ends && !begins && pieces[end - 1] != " "
        let cost = before.cost + room * room + (isInPhrase ? 36 * size * size : 0)
        let lines = before.lines + 1
        if found.map({ (lines, cost) < ($0.lines, $0.cost) }) ?? true { found = (lines, cost, start) }
      }
      best.append(found)
    }
    var lines: [String] = []
    var end = pieces.count
    while end > 0, let entry = best[end] {
      lines.append(trimmed(pieces[entry.from..<end].joined()))
      end = entry.from
    }
    return lines.reversed().filter { !$0.isEmpty }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.first == " " { line.removeFirst() }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// What may not be broken while it fits on a line.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var joins = false
    for character in text {
      let space = character.isWhitespace
      let character = space ? " " : character
      let word = character.isASCII && !space
      let follows = pieces.last?.last.map { $0.isASCII && $0 != " " && word } ?? false
      // A counted unit stays with its number: 5个.
      let counted = pieces.last?.last.map { $0.isASCII && $0.isNumber } ?? false
      if !pieces.isEmpty, joins || follows || counted && !space || closing.contains(character) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      joins = opening.contains(character)
    }
    return pieces
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "】", "％", "…", "·", "／",
  ]
  private static let opening: Set<Character> = ["（", "《", "“", "‘", "【"]
}
