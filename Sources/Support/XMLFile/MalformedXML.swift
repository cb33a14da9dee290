internal import Diagnostics

/// Puts into words why a text is not XML, and where: at the byte that is wrong, which is not always where libxml2
/// noticed, with a note where the trouble began.
struct MalformedXML {
  let source: SourceText
  /// The elements that were open, outermost first.
  let open: [OpenElement]

  init(_ source: SourceText, _ open: [OpenElement]) {
    self.source = source
    self.open = open
  }

  var bytes: [UInt8] { source.bytes }

  /// What to tell. The message is libxml2's, used only if there are no better words; the cursor is how many bytes had
  /// been read.
  func diagnostic(_ failure: Failure, saying message: String, cursor: Int) -> Diagnostic {
    let cursor = min(max(cursor, 0), bytes.count)
    switch failure {
    case .unfinishedComment: return neverClosed("<!--", by: "-->", before: cursor)
    case .unfinishedCDATA: return neverClosed("<![CDATA[", by: "]]>", before: cursor)
    case .unfinishedInstruction: return neverClosed("<?", by: "?>", before: cursor)
    case _ where isInDoctype(cursor): return doctype(before: cursor)
    case .tagMismatch: return tagMismatch(before: cursor)
    case .lessInAttribute: return lessInAttribute(at: cursor)
    case .unclosedQuote: return unclosedQuote(before: cursor)
    case .noRoot: return noRoot(at: cursor)
    case .afterRoot: return afterRoot(at: cursor)
    case .lateDeclaration: return lateDeclaration(before: cursor)
    case _ where cursor == bytes.count: return endsTooEarly(message)
    case .unfinishedTag: return unfinishedTag(before: cursor)
    case .nameRequired: return nameRequired(at: cursor)
    case .unfinishedReference: return bareAmpersand(before: cursor)
    case .unknownEntity: return unknownEntity(before: cursor)
    case .badNumber: return badNumber(before: cursor)
    case .unquotedAttribute: return unquotedAttribute(at: cursor)
    case .attributeWithoutValue: return attributeWithoutValue(before: cursor)
    case .duplicateAttribute: return duplicateAttribute(before: cursor)
    case .missingSpace: return missingSpace(at: cursor)
    case .hyphensInComment: return hyphensInComment(at: cursor)
    case .strayCDATAEnd: return strayCDATAEnd(from: cursor)
    case .other: return other(message, at: cursor)
    }
  }

  func doctype(before cursor: Int) -> Diagnostic {
    let start = last("<!DOCTYPE", before: cursor) ?? cursor
    return Diagnostic(
      "doctype-refused", at: span(start, 9),
      Message(zh: "不接受 DOCTYPE", en: "a DOCTYPE is not accepted"),
      help: [
        Message(
          zh: "去掉 DOCTYPE；实体请直接写成文字",
          en: "remove the DOCTYPE, and write text instead of entities")
      ])
  }

  /// Whether a DOCTYPE was begun that libxml2 could not read far enough to report as one.
  private func isInDoctype(_ cursor: Int) -> Bool {
    guard open.isEmpty, let start = last("<!DOCTYPE", before: cursor) else { return false }
    return !bytes[start..<cursor].contains(UInt8(ascii: ">"))
  }

  func other(_ message: String, at offset: Int) -> Diagnostic {
    // The first line: libxml2 ends its messages with a line break.
    let words = String(message.prefix { $0 != "\n" })
    return malformed(word(at: offset), Message(zh: "不是合格的 XML：\(words)", en: "not well-formed XML: \(words)"))
  }

  // MARK: What the messages are made with

  func malformed(
    _ span: Span, _ summary: Message, notes: [Diagnostic.Note] = [], help: [Message] = []
  ) -> Diagnostic {
    Diagnostic("malformed-xml", at: span, summary, notes: notes, help: help)
  }

  func span(_ offset: Int, _ length: Int) -> Span {
    Span(file: source.path, offset: offset, length: max(0, min(length, bytes.count - offset)))
  }

  /// From the offset to the next white space or tag; at least one scalar, unless it is the end of the text.
  func word(at offset: Int) -> Span {
    let rest = bytes[offset...].dropFirst()
    let end = rest.firstIndex { $0.isXMLBlank || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } ?? bytes.count
    return span(offset, end - offset)
  }

  /// The name that starts at the offset, as written.
  func name(at offset: Int) -> String {
    let rest = bytes[min(offset, bytes.count)...]
    let name = rest.prefix { !$0.isXMLBlank && !"<>/=;&\"'".utf8.contains($0) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Where the mark stands last before the offset.
  func last(_ mark: StaticString, before offset: Int) -> Int? {
    let mark = Array(mark.description.utf8)
    var index = min(offset, bytes.count) - mark.count
    while index >= 0 {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) { return index }
      index -= 1
    }
    return nil
  }

  /// Behind the last character that is not white space.
  var endOfText: Int { (bytes.lastIndex { !$0.isXMLBlank } ?? -1) + 1 }
}
