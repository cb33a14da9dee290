internal import Diagnostics
internal import XMLFile

/// The attributes and children of one element, read with the checks that every element shares: nothing unknown,
/// nothing missing, every value of its type, each problem at its place.
struct Fields {
  let element: Element
  let sink: Sink

  /// With the names of the attributes that the element may carry and of the elements that it may hold; none = text only.
  init(_ element: Element, _ sink: Sink, attributes: Set<String> = [], children: Set<String> = []) {
    self.element = element
    self.sink = sink
    for attribute in element.attributes where !attributes.contains(attribute.name) {
      sink.error(
        "unknown-attribute", attribute.nameSpan,
        zh: "<\(element.name)> 没有属性 '\(attribute.name)'", en: "<\(element.name)> has no attribute '\(attribute.name)'",
        help: suggestion(for: attribute.name, among: attributes))
    }
    for child in element.children where !children.contains(child.name) {
      sink.error(
        "unknown-element", child.span,
        zh: "<\(element.name)> 里不能有 <\(child.name)>", en: "<\(element.name)> cannot hold <\(child.name)>",
        help: children.isEmpty
          ? [Message(zh: "这里只写文字，不用标记", en: "only plain text stands here, no markup")]
          : suggestion(for: child.name, among: children))
    }
    let isEmpty = Fields.empty.contains(element.name)
    if isEmpty || !children.isEmpty && !Fields.mixed.contains(element.name), !element.text.isEmpty {
      sink.error(
        "stray-text", element.textSpan,
        zh: "<\(element.name)> 里多出了文字", en: "text does not belong directly inside <\(element.name)>",
        help: [
          isEmpty
            ? Message(zh: "删掉文字，或者写成注释", en: "remove the text, or make it a comment")
            : Message(zh: "把文字放进下一级元素里", en: "put the text into one of its elements")
        ])
    }
  }

  /// Elements that hold text beside elements.
  private static let mixed: Set<String> = ["requirement", "fee", "time", "law", "message"]
  /// Elements that hold nothing: all they say is in their attributes.
  private static let empty: Set<String> = [
    "answer", "as", "clear", "demand", "edition", "evidence-ref", "fee-ref", "feed", "feedback", "given", "hall",
    "lists",
    "open",
    "planned", "quantity", "raise",
    "says",
    "source", "spec", "work",
  ]

  func text(_ attribute: String) -> String? {
    guard let found = element[attribute] else { return nil }
    if found.value.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      sink.error(
        "empty-value", found.nameSpan, zh: "属性 '\(attribute)' 是空的", en: "attribute '\(attribute)' is empty",
        help: [
          Message(
            zh: "写上内容；可以不写的属性，不知道就删掉：没写就是“未提供”",
            en: "write its value; one that may be absent is left out if it is not known: absent means not stated")
        ])
      return nil
    }
    return found.value
  }

  /// The words of an attribute that lists several, each with its place.
  func words(_ attribute: String) -> [(text: String, span: Span)] {
    guard let found = element[attribute], let value = text(attribute) else { return [] }
    return value.split(separator: " ").map { word in
      let offset = value.utf8.distance(from: value.startIndex, to: word.startIndex)
      return (String(word), Span(file: found.span.file, offset: found.span.offset + offset, length: word.utf8.count))
    }
  }

  func required(_ attribute: String) -> String? {
    guard element[attribute] != nil else {
      missingAttribute(attribute)
      return nil
    }
    return text(attribute)
  }

  private func missingAttribute(_ attribute: String) {
    sink.error(
      "missing-attribute", element.span,
      zh: "<\(element.name)> 缺少属性 '\(attribute)'", en: "<\(element.name)> lacks the attribute '\(attribute)'",
      help: [Message(zh: "加上 \(attribute)=\"…\"", en: "add \(attribute)=\"…\"")])
  }

  /// An id: lower-case ASCII words joined by hyphens.
  func id(_ attribute: String = "id") -> String? {
    guard let value = required(attribute) else { return nil }
    if !isIdentifier(value) {
      sink.excused.formUnion([value, value.lowercased().replacing("_", with: "-")])
      sink.error(
        "bad-id", element[attribute]?.span ?? element.span,
        zh: "'\(value)' 不能作编号", en: "'\(value)' is not an id",
        help: [Message(zh: "用小写英文单词，中间用连字符，例如 id-card", en: "use lower-case words joined by hyphens, such as id-card")])
      return nil
    }
    return value
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ attribute: String, as: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let found = element[attribute], text(attribute) != nil else { return nil }
    if let value = Value(rawValue: found.value) { return value }
    sink.error(
      "bad-value", found.span,
      zh: "\(attribute) 不能是 '\(found.value)'", en: "\(attribute) cannot be '\(found.value)'",
      help: suggestion(for: found.value, among: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Whether it is known that there is none; that and content contradict each other.
  func isNone(hasContent: Bool) -> Bool {
    guard flag("none") else { return false }
    if hasContent {
      sink.error(
        "none-with-content", element.span, zh: "写了 none=\"yes\"，里面却有内容", en: "none=\"yes\" but it has content",
        help: [Message(zh: "删掉 none，或者删掉里面的内容", en: "remove none, or what stands inside")])
    }
    return true
  }

  func flag(_ attribute: String) -> Bool { choice(attribute, as: YesNo.self) == .yes }

  /// A whole number from 0 to 9999.
  func count(_ attribute: String, or words: [String] = []) -> Int? {
    guard let found = element[attribute], text(attribute) != nil else { return nil }
    if (1...4).contains(found.value.utf8.count), found.value.utf8.allSatisfy({ (48...57).contains($0) }),
      let value = Int(found.value)
    {
      return value
    }
    sink.error(
      "bad-number", found.span,
      zh: "\(attribute) 要写一个非负整数，不能是 '\(found.value)'", en: "\(attribute) must be a whole number, not '\(found.value)'",
      help: [
        words.isEmpty
          ? Message(zh: "写 0 到 9999；不知道就删掉这个属性", en: "write 0 to 9999; leave it out if it is not known")
          : Message(
            zh: "写 0 到 9999，或 \(words.joined(separator: "、"))；不知道就删掉这个属性",
            en: "write 0 to 9999, or \(words.joined(separator: ", or ")); leave it out if it is not known")
      ])
    return nil
  }

  /// A count that may be absent (not stated).
  func statedCount(_ attribute: String) -> Stated<Int> { count(attribute).map { .known($0) } ?? .notStated }

  func day(_ attribute: String) -> Day? {
    guard let found = element[attribute], text(attribute) != nil else { return nil }
    if let value = Day(found.value) { return value }
    sink.error(
      "bad-date", found.span,
      zh: "'\(found.value)' 不是日期", en: "'\(found.value)' is not a day",
      help: [Message(zh: "写成 2026-01-31 这样", en: "write it as 2026-01-31")])
    return nil
  }

  func requiredDay(_ attribute: String) -> Day? {
    guard element[attribute] != nil else {
      missingAttribute(attribute)
      return nil
    }
    return day(attribute)
  }

  /// The element's own text; an error when there is none.
  func content() -> String {
    if element.text.isEmpty {
      sink.error(
        "empty-element", element.span, zh: "<\(element.name)> 里没有文字", en: "<\(element.name)> is empty",
        help: [Message(zh: "不知道就删掉这个元素：没写就是“未提供”", en: "leave it out if it is not known: absent means not stated")])
    }
    return element.text
  }

  func children(_ name: String) -> [Element] { element.children.filter { $0.name == name } }

  /// The one child of that name; a second one is an error.
  func child(_ name: String) -> Element? {
    let all = children(name)
    for extra in all.dropFirst() {
      sink.error(
        "repeated-element", extra.span, zh: "<\(name)> 在 <\(element.name)> 里只能写一次",
        en: "<\(name)> stands only once in <\(element.name)>",
        notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "the first one is here"), at: all[0].span)],
        help: [Message(zh: "只留一个", en: "keep one")])
    }
    return all.first
  }

  func requiredChild(_ name: String) -> Element? {
    if let found = child(name) { return found }
    sink.error(
      "missing-element", element.span,
      zh: "<\(element.name)> 缺少 <\(name)>", en: "<\(element.name)> lacks <\(name)>",
      help: [Message(zh: "加上 <\(name)>…</\(name)>", en: "add <\(name)>…</\(name)>")])
    return nil
  }

  /// The text of a child that must be there.
  func requiredText(_ name: String) -> String {
    guard let found = requiredChild(name) else { return "" }
    return Fields(found, sink).content()
  }

  /// The texts of all children of that name.
  func texts(_ name: String) -> [String] { children(name).map { Fields($0, sink).content() } }
}

enum YesNo: String, CaseIterable { case yes, no }

func isIdentifier(_ value: String) -> Bool {
  guard let first = value.utf8.first, (97...122).contains(first), value.utf8.count <= 64 else { return false }
  var previous: UInt8 = 0
  for byte in value.utf8 {
    switch byte {
    case 97...122, 48...57: break
    case 45: if previous == 45 { return false }
    default: return false
    }
    previous = byte
  }
  return previous != 45
}
