internal import Diagnostics

/// From the bytes on the disk to UTF-8 text without a byte order mark.
enum Decoding {
  /// The text, and what is wrong with it if anything: then the text holds U+FFFD for what does not decode, so that it
  /// can still be shown.
  static func decode(_ bytes: [UInt8], path: String) -> (text: [UInt8], problem: Diagnostic?) {
    switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first) {
    case (0xEF, 0xBB, 0xBF): return utf8(bytes.dropFirst(3), declared: nil, path: path)
    case (0xFF, 0xFE, _): return utf16(bytes.dropFirst(2), as: "UTF-16LE", path: path)
    case (0xFE, 0xFF, _): return utf16(bytes.dropFirst(2), as: "UTF-16BE", path: path)
    default: break
    }
    guard let declaration = XMLDeclaration(bytes) else { return utf8(bytes[...], declared: nil, path: path) }
    if declaration.converter == "UTF-8" { return utf8(bytes[...], declared: declaration, path: path) }
    return other(bytes, declaration, path: path)
  }

  private static func utf8(
    _ bytes: ArraySlice<UInt8>, declared: XMLDeclaration?, path: String
  ) -> (text: [UInt8], problem: Diagnostic?) {
    let (text, firstBad) = UTF8Repair.repair(bytes)
    guard let firstBad else { return (text, nil) }
    let help = [
      Message(
        zh: "另存为 UTF-8；如果是 GB18030（GBK），就在第一行写 <?xml version=\"1.0\" encoding=\"GB18030\"?>",
        en: "save it as UTF-8; if it is GB18030 (GBK), start it with <?xml version=\"1.0\" encoding=\"GB18030\"?>")
    ]
    return (text, notInEncoding("UTF-8", at: firstBad, declared: declared, help: help, path: path))
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, as name: String, path: String
  ) -> (text: [UInt8], problem: Diagnostic?) {
    guard let (text, firstBad) = Iconv.convert(bytes, from: name) else {
      return (UTF8Repair.repair(bytes).text, unknown(name, at: Span(file: path, offset: 0, length: 0)))
    }
    return (text, firstBad.map { notInEncoding("UTF-16", at: $0, declared: nil, help: [saveOrDeclare], path: path) })
  }

  private static func other(
    _ bytes: [UInt8], _ declaration: XMLDeclaration, path: String
  ) -> (text: [UInt8], problem: Diagnostic?) {
    let place = Span(file: path, offset: declaration.offset, length: declaration.encoding.utf8.count)
    guard let name = declaration.converter, let (text, firstBad) = Iconv.convert(bytes[...], from: name) else {
      return (UTF8Repair.repair(bytes[...]).text, unknown(declaration.encoding, at: place))
    }
    // A declaration that can be read as ASCII cannot be in UTF-16 or EBCDIC, whatever it says.
    guard text.starts(with: bytes.prefix(declaration.offset)) else {
      let problem = notInEncoding(
        declaration.encoding, at: place.offset, length: place.length, declared: nil, help: [saveOrDeclare], path: path)
      return (UTF8Repair.repair(bytes[...]).text, problem)
    }
    let problem = firstBad.map {
      notInEncoding(declaration.encoding, at: $0, declared: declaration, help: [saveOrDeclare], path: path)
    }
    return (text, problem)
  }

  private static let saveOrDeclare = Message(
    zh: "另存为 UTF-8，或者在第一行写明真正的编码", en: "save it as UTF-8, or declare in its first line what it is")

  private static func unknown(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "unknown-encoding", at: span,
      Message(zh: "不认识编码“\(name)”", en: "unknown encoding '\(name)'"),
      help: [Message(zh: "另存为 UTF-8，声明 encoding=\"UTF-8\"", en: "save it as UTF-8 and declare encoding=\"UTF-8\"")])
  }

  /// The offset is into the repaired text, where U+FFFD stands for what did not decode.
  private static func notInEncoding(
    _ name: String, at offset: Int, length: Int = 3, declared: XMLDeclaration?, help: [Message], path: String
  ) -> Diagnostic {
    let notes = declared.map {
      let span = Span(file: path, offset: $0.offset, length: $0.encoding.utf8.count)
      return [Diagnostic.Note(Message(zh: "这里声明了编码", en: "the encoding is declared here"), at: span)]
    }
    return Diagnostic(
      "not-in-encoding", at: Span(file: path, offset: offset, length: length),
      Message(zh: "从这里起不是 \(name) 编码", en: "this is not \(name) text"), notes: notes ?? [], help: help)
  }
}
