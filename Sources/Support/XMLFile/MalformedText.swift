internal import Diagnostics

/// Characters and references that must be written another way.
extension MalformedXML {
  /// A name should follow and does not: after `&`, after `<`, or in a start tag.
  func nameRequired(at cursor: Int) -> Diagnostic {
    switch bytes[..<cursor].last {
    case UInt8(ascii: "&"): return bareAmpersand(before: cursor)
    case UInt8(ascii: "<") where bytes[cursor] == UInt8(ascii: "/"): return afterRoot(at: cursor - 1)
    case UInt8(ascii: "<"):
      return malformed(
        span(cursor - 1, 1), Message(zh: "< 后面不是标签名", en: "< does not start a tag"),
        help: [Message(zh: "文字里的 < 写成 &lt;", en: "write &lt; for < in text")])
    case _ where bytes[cursor] == UInt8(ascii: "<"): return unfinishedTag(before: cursor)
    default:
      return malformed(word(at: cursor), Message(zh: "这里应当是属性名", en: "an attribute name is expected"))
    }
  }

  func bareAmpersand(before cursor: Int) -> Diagnostic {
    malformed(
      span(last("&", before: cursor) ?? cursor, 1),
      Message(zh: "单独的 & 不能直接写", en: "& does not start a reference"),
      help: [Message(zh: "写成 &amp;", en: "write &amp;")])
  }

  func unknownEntity(before cursor: Int) -> Diagnostic {
    let start = last("&", before: cursor) ?? cursor
    let name = name(at: start + 1)
    return malformed(
      span(start, cursor - start), Message(zh: "没有 &\(name); 这个实体", en: "unknown entity &\(name);"),
      help: [
        Message(
          zh: "直接写这个字；只有 &amp; &lt; &gt; &quot; &apos; 可用",
          en: "write the character itself; there are only &amp; &lt; &gt; &quot; &apos;")
      ])
  }

  func badNumber(before cursor: Int) -> Diagnostic {
    let start = last("&", before: cursor) ?? cursor
    let reference = bytes[start...].prefix(while: { !$0.isXMLBlank && $0 != UInt8(ascii: "<") })
    let end = reference.firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? cursor
    let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    return malformed(
      span(start, end - start), Message(zh: "\(text) 不是 XML 允许的字符", en: "\(text) is not a character of XML"),
      help: [Message(zh: "直接写这个字", en: "write the character itself")])
  }

  func hyphensInComment(at cursor: Int) -> Diagnostic {
    // In a comment with Chinese in it libxml2 notices only behind the hyphens.
    malformed(
      span(last("--", before: cursor + 2) ?? cursor, 2), Message(zh: "注释里不能有 --", en: "-- is not allowed in a comment"),
      help: [Message(zh: "用一个 - 或者 —", en: "write a single - or a dash")])
  }

  func strayCDATAEnd(from cursor: Int) -> Diagnostic {
    let mark = Array("]]>".utf8)
    let start = bytes.indices[cursor...].first { bytes[$0...].starts(with: mark) } ?? cursor
    return malformed(
      span(start, 3), Message(zh: "文字里不能有 ]]>", en: "]]> is not allowed in text"),
      help: [Message(zh: "写成 ]]&gt;", en: "write ]]&gt;")])
  }

  func lateDeclaration(before cursor: Int) -> Diagnostic {
    let start = last("<?", before: cursor) ?? cursor
    if start == 0 { return malformed(word(at: 0), Message(zh: "XML 声明写得不对", en: "the XML declaration is malformed")) }
    return malformed(
      span(start, cursor - start),
      Message(zh: "XML 声明只能在文件最开头", en: "an XML declaration stands only at the very start of a file"),
      help: [Message(zh: "删掉它前面的空行或文字", en: "remove what stands before it")])
  }
}
