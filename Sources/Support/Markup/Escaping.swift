extension [UInt8] {
  /// Appends text so that an XML or HTML reader gets the same text back, in element content and in attribute values
  /// in either kind of quotes.
  ///
  /// `&`, `<`, `>`, `"` and `'` become references. What XML 1.0 (§2.2) does not count as a character is dropped, since
  /// no reference can bring it back: U+0000–U+001F but for tab, line feed and carriage return, and U+FFFE, U+FFFF.
  mutating func append(escaping text: Substring) {
    let source = text.utf8
    let span = source.span
    // Almost all text is plain, and is copied in one piece; so is what lies between two special characters.
    var plain = source.startIndex
    var copied = 0
    var offset = 0
    while offset < span.count {
      guard mayBeSpecial(span[offset]), let (replacement, length) = replacement(at: offset, in: span) else {
        offset += 1
        continue
      }
      let special = source.index(plain, offsetBy: offset - copied)
      append(contentsOf: source[plain..<special])
      append(contentsOf: replacement.utf8)
      plain = source.index(special, offsetBy: length)
      offset += length
      copied = offset
    }
    append(contentsOf: source[plain...])
  }
}

/// Whether a byte needs a closer look: false for nearly all.
private func mayBeSpecial(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: ">") && byte != 0x20 || byte == 0xEF }

/// What is written instead of the character at `offset`, and its length in bytes; nil when it stays as it is.
private func replacement(at offset: Int, in source: borrowing Span<UInt8>) -> (text: String, length: Int)? {
  switch source[offset] {
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case UInt8(ascii: "'"): ("&#39;", 1)
  case 0x09, 0x0A, 0x0D: nil
  case 0x00..<0x20: ("", 1)
  // U+FFFE and U+FFFF are EF BF BE and EF BF BF. A first byte is never without the rest of its character.
  case 0xEF where source[offset + 1] == 0xBF && source[offset + 2] >= 0xBE: ("", 3)
  default: nil
  }
}
