/// Finds character data in the content of an element that has been parsed.
enum FirstText {
  /// The first piece after a tag that is not blank, without blanks at either end. Nil if another tag comes first.
  static func range(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      let rest = bytes[index...]
      if bytes[index].isXMLBlank {
        index += 1
      } else if rest.starts(with: "<!--".utf8) {
        index = end(of: "-->", in: bytes, from: index + 4)
      } else if rest.starts(with: "<?".utf8) {
        index = end(of: "?>", in: bytes, from: index + 2)
      } else if rest.starts(with: "<![CDATA[".utf8) {
        let close = end(of: "]]>", in: bytes, from: index + 9)
        if let found = trimmed((index + 9)..<max(index + 9, close - 3), in: bytes) { return found }
        index = close
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return trimmed(index..<end, in: bytes)
      }
    }
    return nil
  }

  /// The offset behind the mark, or the end of the text.
  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.description.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index...].starts(with: mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes[range].firstIndex(where: { !$0.isXMLBlank }),
      let last = bytes[range].lastIndex(where: { !$0.isXMLBlank })
    else { return nil }
    return first..<(last + 1)
  }
}
