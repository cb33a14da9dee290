/// A value that has no canonical form.
public enum NotCanonical: Error, Hashable, Sendable {
  /// Beyond 2^53, where programs that hold numbers as doubles disagree.
  case number(Int)
  /// A key outside ASCII, where the orders by UTF-8 and UTF-16 may differ.
  case key(String)
}

extension JSONValue {
  /// The one spelling of a value: RFC 8785, restricted to integers within ±(2^53 − 1) and to ASCII keys, so that no two
  /// programs can disagree about it.
  public func canonical() throws(NotCanonical) -> [UInt8] {
    var writer = Writer(layout: nil)
    try writer.write(self)
    return writer.bytes
  }

  /// The same values in the same order for people and for `git diff`: what fits a line is on one line, else a member a
  /// line; a line break at the end.
  public func readable() throws(NotCanonical) -> [UInt8] {
    var writer = Writer(layout: 0)
    try writer.write(self)
    return writer.bytes + [10]
  }
}

private struct Writer {
  var bytes: [UInt8] = []
  /// How deep the line stands; `nil` = everything on one line.
  var layout: Int?
  /// With blanks after commas and colons.
  var isSpaced = false

  /// As many characters as are read at a glance.
  private static let width = 120

  init(layout: Int?) {
    self.layout = layout
    isSpaced = layout != nil
  }

  mutating func write(_ value: JSONValue) throws(NotCanonical) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let number):
      guard number.magnitude < 1 << 53 else { throw .number(number) }
      bytes += String(number).utf8
    case .string(let text): write(text)
    case .array(let elements):
      try list("[", "]", elements, onOneLine: try fits(value)) { writer, element throws(NotCanonical) in
        try writer.write(element)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      try list("{", "}", sorted, onOneLine: try fits(value)) { writer, member throws(NotCanonical) in
        guard member.key.utf8.allSatisfy({ $0 < 0x80 }) else { throw .key(member.key) }
        writer.write(member.key)
        writer.bytes += (writer.isSpaced ? ": " : ":").utf8
        try writer.write(member.value)
      }
    }
  }

  /// Whether a value has room on the line; nothing is broken where there are no lines.
  private func fits(_ value: JSONValue) throws(NotCanonical) -> Bool {
    guard let layout else { return true }
    var line = Writer(layout: nil)
    line.isSpaced = true
    try line.write(value)
    // A character begins with any byte but 10xxxxxx.
    return line.bytes.count { $0 & 0xC0 != 0x80 } <= Writer.width - layout
  }

  private mutating func list<Entry>(
    _ open: String, _ close: String, _ entries: [Entry], onOneLine: Bool,
    _ write: (inout Writer, Entry) throws(NotCanonical) -> Void
  ) throws(NotCanonical) {
    bytes += open.utf8
    let outer = layout
    layout = onOneLine ? nil : outer.map { $0 + 1 }
    for (index, entry) in entries.enumerated() {
      if index > 0 { bytes += (isSpaced && onOneLine ? ", " : ",").utf8 }
      if !onOneLine { newLine() }
      try write(&self, entry)
    }
    layout = outer
    if !onOneLine { newLine() }
    bytes += close.utf8
  }

  private mutating func newLine() {
    guard let layout else { return }
    bytes.append(10)
    bytes += repeatElement(32, count: layout)
  }

  private mutating func write(_ text: String) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
