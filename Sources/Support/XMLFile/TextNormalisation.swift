/// White space in running text, as `docs/catalogue.md` says under "Text".
enum TextNormalisation {
  /// Without white space at either end; inside, a run with a line break in it vanishes between two Chinese characters
  /// or next to Chinese punctuation, and any other run is one space.
  ///
  /// White space is that of XML. U+3000 is a character: it is dropped only at the ends.
  static func normalise(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var run: (isPending: Bool, breaksLine: Bool) = (false, false)
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t": run.isPending = true
      case "\n", "\r": run = (true, true)
      case "\u{3000}" where last == nil: run = (false, false)
      default:
        if let last, run.isPending, !(run.breaksLine && joins(last, scalar)) { result.append(" ") }
        result.append(scalar)
        last = scalar
        run = (false, false)
      }
    }
    while let end = result.last, end == "\u{3000}" || end == " " { result.removeLast() }
    return String(result)
  }

  /// Whether a line break between these two is only there because the line was full.
  private static func joins(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    switch (Kind(a), Kind(b)) {
    case (.punctuation, _), (_, .punctuation), (.character, .character): true
    case (.character, .shared), (.shared, .character): true
    default: false
    }
  }

  private enum Kind {
    case character
    case punctuation
    /// Marks that Chinese and English text both use: Chinese only beside a Chinese character.
    case shared
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0xFE10...0xFE1F, 0xFE30...0xFE6F: self = .punctuation
      case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: self = .punctuation
      case 0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026, 0x00B7: self = .shared
      // Radicals, iteration marks, kana, bopomofo, Han and its extensions, fullwidth letters and digits.
      case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x302F, 0x3031...0x312F, 0x31A0...0x4DBF: self = .character
      case 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF10...0xFF5A, 0x20000...0x3FFFD: self = .character
      default: self = .other
      }
    }
  }
}
