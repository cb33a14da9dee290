internal import Diagnostics

/// Characters that XML forbids even as references: control characters, U+FFFE and U+FFFF (XML 1.0 §2.2).
///
/// They are looked for before libxml2 sees the text, because a NUL would end it there or change its idea of the encoding.
enum ForbiddenCharacter {
  /// `malformed-xml` at the first of them, or nil.
  static func find(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20, !byte.isXMLBlank { return diagnostic(byte, length: 1, at: index, in: source) }
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        return diagnostic(0xFF00 | UInt16(bytes[index + 2] + 0x40), length: 3, at: index, in: source)
      }
    }
    return nil
  }

  private static func diagnostic(
    _ value: some FixedWidthInteger, length: Int, at offset: Int, in source: SourceText
  ) -> Diagnostic {
    let hex = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    let isNul = value == 0
    return Diagnostic(
      "malformed-xml", at: Span(file: source.path, offset: offset, length: length),
      Message(zh: "XML 中不能有字符 \(code)", en: "character \(code) is not allowed in XML"),
      help: [
        isNul
          ? Message(zh: "文件可能是 UTF-16；请另存为 UTF-8", en: "the file may be UTF-16; save it as UTF-8")
          : Message(zh: "删掉这个看不见的字符", en: "delete this invisible character")
      ])
  }
}
