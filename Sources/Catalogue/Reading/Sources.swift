internal import Diagnostics
internal import XMLFile

extension Fields {
  /// Attributes that any element stating a fact may carry.
  static let sourcing: Set<String> = ["basis", "checked"]

  /// How sure this element is, or what holds around it.
  func checked(_ outer: Checked) -> Checked { choice("checked", as: Checked.self) ?? outer }

  /// `basis="registration§12 road-safety§9"`.
  func basis() -> [Citation] {
    words("basis").compactMap { token, span in
      let parts = token.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard isIdentifier(parts[0]), parts.count == 1 || !parts[1].isEmpty else {
        sink.error(
          "bad-citation", span,
          zh: "'\(token)' 不是“法规§条号”", en: "'\(token)' is not of the form law§article",
          help: [
            Message(zh: "例如 registration§12；多条用空格隔开", en: "such as registration§12; several are separated by spaces")
          ])
        return nil
      }
      sink.references.append(
        Reference(
          kind: .law, id: parts[0], span: Span(file: span.file, offset: span.offset, length: parts[0].utf8.count)))
      return Citation(law: parts[0], article: parts.count == 2 ? parts[1] : nil)
    }
  }

  /// `when="…"`, `.always` when absent.
  func when(_ attribute: String = "when") -> Condition {
    guard let found = element[attribute] else { return .always }
    guard text(attribute) != nil else { return .never }
    var parser = ConditionParser(found.value, at: found.span, sink)
    return parser.parse()
  }

  /// This element as a statement: its text with source, condition and place.
  func statement(_ outer: Checked) -> Statement {
    Statement(
      text: content(), basis: basis(), checked: checked(outer), when: when(), span: element.span)
  }

  /// Children that are plain statements.
  func statements(_ name: String, _ outer: Checked) -> [Statement] {
    children(name).map { Fields($0, sink, attributes: Fields.sourcing.union(["when"])).statement(outer) }
  }
}
