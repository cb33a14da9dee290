/// Where the attributes of a start tag stand. The tag has been parsed: it is known to be well formed, or almost.
struct StartTag {
  struct Place {
    /// The name with its prefix.
    var name: String
    var nameRange: Range<Int>
    /// Between the quotes; to the end of the text if the second is missing.
    var value: Range<Int>
  }

  /// From `<` through `>`.
  let range: Range<Int>
  /// In document order, namespace declarations too.
  let attributes: [Place]

  /// The cursor is an offset inside the tag, or just behind it. A well-formed tag holds no other `<`.
  init(around cursor: Int, in bytes: [UInt8]) {
    let start = bytes[...min(max(cursor, 0), bytes.count - 1)].lastIndex(of: UInt8(ascii: "<")) ?? 0
    var scan = Scan(bytes: bytes, index: start + 1)
    _ = scan.name()
    var attributes: [Place] = []
    while let attribute = scan.attribute() { attributes.append(attribute) }
    let end = bytes[scan.index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    range = start..<max(start, end + 1)
    self.attributes = attributes
  }
}

private struct Scan {
  let bytes: [UInt8]
  var index: Int

  mutating func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.count, condition(bytes[index]) { index += 1 }
  }

  mutating func name() -> Range<Int> {
    let start = index
    skip { !$0.isXMLBlank && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    return start..<index
  }

  /// The next `name="value"`, or nil at the end of the tag or where it stops making sense.
  mutating func attribute() -> StartTag.Place? {
    skip(while: \.isXMLBlank)
    let name = name()
    skip(while: \.isXMLBlank)
    guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip(while: \.isXMLBlank)
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    index += 1
    let start = index
    skip { $0 != quote }
    let end = index
    index = min(index + 1, bytes.count)
    return StartTag.Place(name: String(decoding: bytes[name], as: UTF8.self), nameRange: name, value: start..<end)
  }
}
