internal import Diagnostics

/// Tags that do not pair, and files that end too early.
extension MalformedXML {
  func tooDeep(at span: Span) -> Diagnostic {
    malformed(
      span,
      Message(
        zh: "元素嵌套超过 \(XMLFile.depthLimit) 层", en: "elements are nested more than \(XMLFile.depthLimit) deep"),
      help: [Message(zh: "多半是前面漏了结束标签", en: "most likely end tags are missing before this")])
  }

  func tagMismatch(before cursor: Int) -> Diagnostic {
    guard let start = last("</", before: cursor), let inner = open.last else { return other("", at: cursor) }
    let found = name(at: start + 2)
    let isOuter = open.dropLast().contains { $0.name == found }
    let help =
      isOuter
      ? Message(zh: "在它前面写上 </\(inner.name)>", en: "write </\(inner.name)> before it")
      : Message(zh: "改成 </\(inner.name)>", en: "write </\(inner.name)>")
    return malformed(
      span(start, cursor - start),
      Message(zh: "</\(found)> 与开始标签 <\(inner.name)> 不配对", en: "</\(found)> does not close <\(inner.name)>"),
      notes: [openedHere(inner)], help: [help])
  }

  /// The text has been read to its end and something is still open.
  func endsTooEarly(_ message: String) -> Diagnostic {
    let tag = bytes.lastIndex(of: UInt8(ascii: "<"))
    if let tag, !bytes[tag...].contains(UInt8(ascii: ">")) {
      let around = open.last { $0.element.span.offset != tag }
      return malformed(
        span(tag, endOfText - tag),
        Message(zh: "文件在标签中间就结束了", en: "the file ends inside a tag"), notes: around.map { [openedHere($0)] } ?? [])
    }
    guard let inner = open.last else { return other(message, at: endOfText) }
    return malformed(
      span(endOfText, 0),
      Message(zh: "文件结束了，<\(inner.name)> 还没有结束标签", en: "the file ends, and <\(inner.name)> is not closed"),
      notes: [openedHere(inner)], help: [Message(zh: "写上 </\(inner.name)>", en: "write </\(inner.name)>")])
  }

  func neverClosed(_ opening: StaticString, by closing: StaticString, before cursor: Int) -> Diagnostic {
    malformed(
      span(last(opening, before: cursor) ?? cursor, opening.utf8CodeUnitCount),
      Message(zh: "从 \(opening) 开始，到文件末尾都没有 \(closing)", en: "\(opening) has no \(closing) before the file ends"))
  }

  func unfinishedTag(before cursor: Int) -> Diagnostic {
    let start = last("<", before: cursor) ?? cursor
    let end = (bytes[start..<cursor].lastIndex { !$0.isXMLBlank } ?? start) + 1
    return malformed(
      span(start, end - start),
      Message(zh: "标签缺少结尾的 >", en: "tag has no closing >"),
      help: [Message(zh: "检查从这里到第一个 > 的写法", en: "check what stands from here to the next >")])
  }

  func noRoot(at cursor: Int) -> Diagnostic {
    guard cursor < bytes.count else {
      return malformed(span(endOfText, 0), Message(zh: "文件里没有元素", en: "the file has no element"))
    }
    return malformed(
      word(at: cursor), Message(zh: "根元素前面不能有文字", en: "text is not allowed before the root element"))
  }

  func afterRoot(at cursor: Int) -> Diagnostic {
    let rest = bytes[cursor...]
    if rest.starts(with: "</".utf8) {
      let name = name(at: cursor + 2)
      return malformed(
        word(at: cursor), Message(zh: "</\(name)> 没有对应的开始标签", en: "</\(name)> closes nothing"))
    }
    guard rest.first == UInt8(ascii: "<") else {
      return malformed(
        word(at: cursor), Message(zh: "根元素后面不能有文字", en: "text is not allowed after the root element"))
    }
    return malformed(
      word(at: cursor), Message(zh: "一个文件只能有一个根元素", en: "a file has only one root element"),
      help: [Message(zh: "分成两个文件，或者检查前面的结束标签", en: "make it two files, or check the end tags before it")])
  }

  func openedHere(_ element: OpenElement) -> Diagnostic.Note {
    Diagnostic.Note(
      Message(zh: "<\(element.name)> 从这里开始", en: "<\(element.name)> is opened here"), at: element.element.span)
  }
}
