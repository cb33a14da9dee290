extension Markup {
  /// The page as HTML: the same markup, rewritten in the few places where an HTML reader differs from an XML reader.
  ///
  /// A void element loses its slash (`<br/>` becomes `<br>`), because the HTML validator reports it. Any other empty
  /// element gets its end tag (`<td/>` becomes `<td></td>`), because an HTML reader overlooks the slash and leaves the
  /// element open. Text, attribute values, comments, CDATA sections, scripts, styles and everything in `<svg>` and
  /// `<math>` stay as they are. What is not well-formed is not mended.
  public var htmlBytes: [UInt8] {
    var writer = HTMLWriter(source: bytes)
    writer.run()
    return writer.output
  }
}

/// One pass over XML bytes, from tag to tag.
private struct HTMLWriter {
  let source: [UInt8]
  var output: [UInt8] = []
  /// How many `<svg>` and `<math>` are open.
  private var foreignDepth = 0
  /// Everything before it is in `output`.
  private var position = 0

  init(source: [UInt8]) {
    self.source = source
    output.reserveCapacity(source.count)
  }

  mutating func run() {
    while position < source.count {
      if source[position] != UInt8(ascii: "<") {
        copy(to: source[position...].firstIndex(of: UInt8(ascii: "<")) ?? source.count)
      } else if stands(commentStart) {
        copy(to: end(of: commentEnd))
      } else if stands(cdataStart) {
        copy(to: end(of: cdataEnd))
      } else {
        writeTag()
      }
    }
  }

  /// A start, end or empty-element tag; a declaration or processing instruction passes as a start tag.
  private mutating func writeTag() {
    let end = endOfTag()
    let isEnd = stands(endTagStart)
    let isEmpty = source[position..<end].suffix(2).elementsEqual(emptyTagEnd)
    let name = source[(position + (isEnd ? 2 : 1))..<end].prefix { !endsName($0) }

    if isEmpty, foreignDepth == 0, !foreignElements.contains(name) {
      let kept = source[..<(end - 2)].lastIndex { !isWhiteSpace($0) } ?? position
      copy(to: kept + 1)
      output.append(UInt8(ascii: ">"))
      if !voidElements.contains(name) { output += endTagStart + name + [UInt8(ascii: ">")] }
      position = end
    } else {
      copy(to: end)
      if isEmpty { return }
      if foreignElements.contains(name) {
        foreignDepth += isEnd ? -1 : 1
      } else if !isEnd, foreignDepth == 0, rawTextElements.contains(name) {
        copy(to: start(of: endTagStart + name))
      }
    }
  }

  private mutating func copy(to end: Int) {
    output.append(contentsOf: source[position..<end])
    position = end
  }

  private func stands(_ text: [UInt8]) -> Bool { source[position...].starts(with: text) }

  /// Just after the `>` of the tag at `position`; a `>` in an attribute value does not end it.
  private func endOfTag() -> Int {
    var quote: UInt8?
    for index in (position + 1)..<source.count {
      let byte = source[index]
      if quote != nil {
        if byte == quote { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return source.count
  }

  /// Where the next `text` starts; the end of the page when there is none.
  private func start(of text: [UInt8]) -> Int {
    var index = position
    while index < source.count, !source[index...].starts(with: text) { index += 1 }
    return index
  }

  private func end(of text: [UInt8]) -> Int { min(start(of: text) + text.count, source.count) }
}

/// HTML Living Standard §13.1.2, “void elements”.
private let voidElements = names(
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
private let foreignElements = names("svg", "math")
private let rawTextElements = names("script", "style")

private func names(_ names: String...) -> Set<ArraySlice<UInt8>> { Set(names.map { ArraySlice($0.utf8) }) }

private let commentStart = Array("<!--".utf8)
private let commentEnd = Array("-->".utf8)
private let cdataStart = Array("<![CDATA[".utf8)
private let cdataEnd = Array("]]>".utf8)
private let endTagStart = Array("</".utf8)
private let emptyTagEnd = Array("/>".utf8)

private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func endsName(_ byte: UInt8) -> Bool {
  isWhiteSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
}
