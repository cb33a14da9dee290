#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

extension Markup.StringInterpolation {
  /// Data for a script: the whole content of `<script type="application/json">`.
  ///
  /// Keys are sorted, so the same value gives the same bytes. `<`, `>`, `&`, U+2028, U+2029, U+FFFE and U+FFFF are
  /// written as JSON escapes: the content can neither end the element nor mean anything to an XML or HTML reader.
  /// - Precondition: `value` can be encoded: it holds no infinite number, and its own `encode(to:)` does not throw.
  public mutating func appendInterpolation(json value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      append(json: [UInt8](try encoder.encode(value)))
    } catch {
      preconditionFailure("data for a page cannot be encoded: \(error)")
    }
  }

  /// In JSON these characters stand only inside strings, where an escape means the same.
  private mutating func append(json: [UInt8]) {
    var index = json.startIndex
    while index < json.endIndex {
      let (escape, length) = jsonEscape(json[index...])
      if let escape {
        bytes.append(contentsOf: escape.utf8)
      } else {
        bytes.append(json[index])
      }
      index += length
    }
  }
}

private func jsonEscape(_ rest: ArraySlice<UInt8>) -> (text: String?, length: Int) {
  switch rest.first {
  case UInt8(ascii: "<"): (#"\u003C"#, 1)
  case UInt8(ascii: ">"): (#"\u003E"#, 1)
  case UInt8(ascii: "&"): (#"\u0026"#, 1)
  case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA8]): (#"\u2028"#, 3)
  case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA9]): (#"\u2029"#, 3)
  case 0xEF where rest.starts(with: [0xEF, 0xBF, 0xBE]): (#"\uFFFE"#, 3)
  case 0xEF where rest.starts(with: [0xEF, 0xBF, 0xBF]): (#"\uFFFF"#, 3)
  default: (nil, 1)
  }
}
