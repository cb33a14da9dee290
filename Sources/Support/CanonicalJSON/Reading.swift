/// Why some bytes are no record of ours.
public struct JSONProblem: Error, Hashable, Sendable {
  public enum Kind: String, Sendable {
    case syntax, fraction, number, encoding
    case duplicateKey = "duplicate-key"
    case depth
  }
  public var kind: Kind
  /// Of the byte at which it shows.
  public var offset: Int

  public init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONValue {
  /// Reads JSON (RFC 8259) strictly: a key that stands twice, a fraction, an exponent, a number beyond 2^53 or bytes that
  /// are not UTF-8 are errors, because two readers could take them for different things. Total: any bytes give a value or
  /// the reason why not.
  public init(reading bytes: some Sequence<UInt8>) throws(JSONProblem) {
    var reader = Reader(bytes: Array(bytes))
    self = try reader.document()
  }
}

private struct Reader {
  let bytes: [UInt8]
  var next = 0

  /// Deeper than any record; what goes beyond would only cost stack.
  private static let deepest = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONProblem) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard next == bytes.count else { throw problem(.syntax) }
    return value
  }

  private func problem(_ kind: JSONProblem.Kind) -> JSONProblem { JSONProblem(kind: kind, offset: next) }
  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { next += 1 }
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth < Self.deepest else { throw problem(.depth) }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    guard bytes[next...].starts(with: word.utf8) else { throw problem(.syntax) }
    next += word.utf8.count
    return value
  }

  private mutating func take(_ character: UInt8) -> Bool {
    skipBlanks()
    guard byte == character else { return false }
    next += 1
    return true
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) -> [JSONValue] {
    next += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw problem(.syntax) }
    return elements
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) -> [String: JSONValue] {
    next += 1
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipBlanks()
      let place = next
      guard byte == UInt8(ascii: "\"") else { throw problem(.syntax) }
      let key = try string()
      guard members[key] == nil else { throw JSONProblem(kind: .duplicateKey, offset: place) }
      guard take(UInt8(ascii: ":")) else { throw problem(.syntax) }
      members[key] = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw problem(.syntax) }
    return members
  }

  private mutating func integer() throws(JSONProblem) -> Int {
    let start = next
    if byte == UInt8(ascii: "-") { next += 1 }
    let digits = next
    while let byte, (48...57).contains(byte) { next += 1 }
    guard next > digits, bytes[digits] != 48 || next == digits + 1 else {
      throw JSONProblem(kind: .syntax, offset: start)
    }
    if let byte, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) { throw problem(.fraction) }
    guard let number = Int(String(decoding: bytes[start..<next], as: UTF8.self)), number.magnitude < 1 << 53 else {
      throw JSONProblem(kind: .number, offset: start)
    }
    return number
  }

  private mutating func string() throws(JSONProblem) -> String {
    next += 1
    let start = next
    var text: [UInt8] = []
    while let byte, byte != 0x22 {
      guard byte >= 0x20 else { throw problem(.syntax) }
      if byte == 0x5C {
        text += try escape()
      } else {
        text.append(byte)
        next += 1
      }
    }
    guard byte == 0x22 else { throw problem(.syntax) }
    next += 1
    guard let result = String(validating: text, as: UTF8.self) else {
      throw JSONProblem(kind: .encoding, offset: start)
    }
    return result
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]

  private mutating func escape() throws(JSONProblem) -> [UInt8] {
    next += 1
    guard let byte else { throw problem(.syntax) }
    if let plain = Self.escapes[byte] {
      next += 1
      return [plain]
    }
    guard byte == UInt8(ascii: "u") else { throw problem(.syntax) }
    next += 1
    let unit = try codeUnit()
    // Outside the first plane a character is two code units (UTF-16); half of one is no character.
    guard (0xD800..<0xE000).contains(unit) else { return utf8(unit) }
    guard unit < 0xDC00, bytes[next...].starts(with: "\\u".utf8) else { throw problem(.encoding) }
    next += 2
    let low = try codeUnit()
    guard (0xDC00..<0xE000).contains(low) else { throw problem(.encoding) }
    return utf8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private func utf8(_ scalar: UInt32) -> [UInt8] { Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? [] }

  private mutating func codeUnit() throws(JSONProblem) -> UInt32 {
    guard next + 4 <= bytes.count, bytes[next..<next + 4].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[next..<next + 4], as: UTF8.self), radix: 16)
    else { throw problem(.syntax) }
    next += 4
    return value
  }
}
