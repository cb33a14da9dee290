internal import Diagnostics

/// Reads `agent=agent and not (origin=imported or aged=yes)`. `not` binds tighter than `and`, `and` than `or`.
struct ConditionParser {
  private let words: [(text: String, offset: Int)]
  private var next = 0
  private let span: Span
  private let sink: Sink
  private var failed = false
  private var depth = 0

  /// Longer and deeper than any person writes; what goes beyond would only cost time and stack.
  private static let longest = 500
  private static let deepest = 32

  init(_ source: String, at span: Span, _ sink: Sink) {
    self.span = span
    self.sink = sink
    var words: [(String, Int)] = []
    var word = ""
    var start = 0
    var offset = 0
    for scalar in source.unicodeScalars {
      if " ()=|".unicodeScalars.contains(scalar) {
        if !word.isEmpty { words.append((word, start)) }
        word = ""
        if scalar != " " { words.append((String(Character(scalar)), offset)) }
      } else {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    if !word.isEmpty { words.append((word, start)) }
    self.words = words
  }

  /// A condition that cannot be read is reported and counts as `.never`: nothing is promised on a guess.
  mutating func parse() -> Condition {
    if words.count > Self.longest {
      next = Self.longest
      fail(zh: "太长了", en: "too long")
    }
    let result = disjunction()
    if !failed, next < words.count { fail(zh: "多出了 '\(words[next].text)'", en: "unexpected '\(words[next].text)'") }
    return failed ? .never : result
  }

  private mutating func disjunction() -> Condition {
    var result = conjunction()
    while take("or") { result = result || conjunction() }
    return result
  }

  private mutating func conjunction() -> Condition {
    var result = negation()
    while take("and") { result = result && negation() }
    return result
  }

  private mutating func negation() -> Condition {
    guard depth < Self.deepest else {
      fail(zh: "括号或 not 套得太深", en: "nested too deep")
      return .never
    }
    depth += 1
    defer { depth -= 1 }
    if take("not") { return !negation() }
    if take("(") {
      let inner = disjunction()
      if !take(")") { fail(zh: "缺少 ')'", en: "expected ')'") }
      return inner
    }
    return atom()
  }

  private mutating func atom() -> Condition {
    let place = here
    guard let fact = identifier(zh: "这里要写一个情形的编号", en: "expected the id of a fact") else { return .never }
    guard take("=") else {
      fail(zh: "'\(fact)' 后面要写 '=选项'", en: "expected '=option' after '\(fact)'")
      return .never
    }
    sink.references.append(Reference(kind: .fact, id: fact, span: place))
    var options: [String] = []
    repeat {
      let place = here
      guard let option = identifier(zh: "'=' 后面要写选项的编号", en: "expected the id of an option") else { return .never }
      sink.references.append(Reference(kind: .option, id: option, owner: fact, span: place))
      options.append(option)
    } while take("|")
    return .chosen(fact: fact, options: Set(options).sorted())
  }

  private mutating func identifier(zh: String, en: String) -> String? {
    guard next < words.count, isIdentifier(words[next].text), !["and", "or", "not"].contains(words[next].text) else {
      fail(zh: zh, en: en)
      return nil
    }
    defer { next += 1 }
    return words[next].text
  }

  /// The place of the next word, or the end.
  private var here: Span {
    guard next < words.count else { return Span(file: span.file, offset: span.offset + span.length, length: 0) }
    return Span(file: span.file, offset: span.offset + words[next].offset, length: words[next].text.utf8.count)
  }

  private mutating func take(_ word: String) -> Bool {
    guard !failed, next < words.count, words[next].text == word else { return false }
    next += 1
    return true
  }

  private mutating func fail(zh: String, en: String) {
    guard !failed else { return }
    failed = true
    sink.error(
      "condition-syntax", here, zh: "条件写得不对：\(zh)", en: "the condition does not read: \(en)",
      help: [Message(zh: "例如 agent=agent and not origin=imported", en: "such as agent=agent and not origin=imported")])
  }
}
