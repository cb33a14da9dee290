internal import Diagnostics

/// Attributes that are not written as XML wants them.
extension MalformedXML {
  func duplicateAttribute(before cursor: Int) -> Diagnostic {
    var seen: [String: StartTag.Place] = [:]
    for place in StartTag(around: cursor, in: bytes).attributes {
      if let first = seen[place.name] {
        let note = Diagnostic.Note(
          Message(zh: "第一次在这里", en: "it is first given here"),
          at: span(first.nameRange.lowerBound, first.nameRange.count))
        return malformed(
          span(place.nameRange.lowerBound, place.nameRange.count),
          Message(zh: "属性 \(place.name) 写了两次", en: "attribute '\(place.name)' is given twice"), notes: [note])
      }
      seen[place.name] = place
    }
    return malformed(word(at: cursor), Message(zh: "同一属性写了两次", en: "an attribute is given twice"))
  }

  /// Mostly the quote before it is missing, so the note says where the value began.
  func lessInAttribute(at cursor: Int) -> Diagnostic {
    malformed(
      span(cursor, 1), Message(zh: "属性值里不能有 <", en: "< is not allowed in an attribute value"),
      notes: valueOpened(around: cursor).map { [$0.note] } ?? [],
      help: [Message(zh: "补上漏掉的引号，或者写成 &lt;", en: "add the missing quote, or write &lt;")])
  }

  func unclosedQuote(before cursor: Int) -> Diagnostic {
    let place = valueOpened(around: cursor)?.place.nameRange ?? cursor..<cursor
    let name = String(decoding: bytes[place], as: UTF8.self)
    return malformed(
      span(place.lowerBound, place.count),
      Message(zh: "属性 \(name) 的值到文件末尾都没有结束的引号", en: "the value of attribute '\(name)' is never closed"),
      help: [Message(zh: "补上引号", en: "add the quote")])
  }

  func unquotedAttribute(at cursor: Int) -> Diagnostic {
    let quotes: [Unicode.Scalar] = ["“", "”", "‘", "’", "＂", "＇", "「"]
    let first = source.text(of: span(cursor, 4)).unicodeScalars.first
    let isChinese = first.map(quotes.contains) ?? false
    return malformed(
      word(at: cursor), Message(zh: "属性值要写在英文引号里", en: "an attribute value stands in quotes"),
      help: isChinese ? [Message(zh: "把中文引号改成 \"", en: "write \" for the typographic quote")] : [])
  }

  func attributeWithoutValue(before cursor: Int) -> Diagnostic {
    let end = (bytes[..<cursor].lastIndex { !$0.isXMLBlank } ?? -1) + 1
    let start = (bytes[..<end].lastIndex { $0.isXMLBlank || "<\"'".utf8.contains($0) } ?? -1) + 1
    let name = name(at: start)
    return malformed(
      span(start, end - start), Message(zh: "属性 \(name) 没有值", en: "attribute '\(name)' has no value"),
      help: [Message(zh: "写成 \(name)=\"…\"", en: "write \(name)=\"…\"")])
  }

  func missingSpace(at cursor: Int) -> Diagnostic {
    malformed(word(at: cursor), Message(zh: "这里缺一个空格", en: "a space is missing here"))
  }

  private func valueOpened(around cursor: Int) -> (place: StartTag.Place, note: Diagnostic.Note)? {
    let places = StartTag(around: cursor - 1, in: bytes).attributes
    guard let place = places.first(where: { $0.value.lowerBound <= cursor && cursor <= $0.value.upperBound }) else {
      return nil
    }
    let note = Diagnostic.Note(
      Message(zh: "这个值从这里开始", en: "the value begins here"),
      at: span(place.nameRange.lowerBound, place.value.lowerBound - place.nameRange.lowerBound))
    return (place, note)
  }
}
