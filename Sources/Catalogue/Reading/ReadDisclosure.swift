internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// `<disclosure>` of the book or of an item. `outer`: how sure what holds around it is.
  func disclosure(_ element: Element, _ outer: Checked) -> Disclosure {
    let fields = Fields(
      element, sink, attributes: Fields.sourcing, children: ["limit", "channels", "audience", "manner", "level"])
    let checked = fields.checked(outer)
    let limit = fields.child("limit").flatMap { child in
      let cell = Fields(child, sink, attributes: Fields.sourcing.union(["sample"]))
      return child.text.isEmpty ? emptyCell(cell) : fact(cell.content(), cell, checked)
    }
    return Disclosure(
      limit: limit,
      channels: cell("channels", fields) { cell in
        chosen(cell, as: Disclosure.Channel.self).map { fact($0, cell, checked) }
      },
      audience: cell("audience", fields) { cell in
        cell.choice("is", as: Disclosure.Audience.self).flatMap { audience in
          // Nobody knows which group is meant unless it is named.
          audience == .group && cell.element.text.isEmpty ? emptyCell(cell) : fact(audience, cell, checked)
        }
      },
      manner: cell("manner", fields) { cell in
        cell.choice("is", as: Disclosure.Manner.self).map { fact($0, cell, checked) }
      },
      levels: cell("level", fields) { cell in
        chosen(cell, as: Disclosure.Level.self).map { fact($0, cell, checked) }
      },
      basis: fields.basis(), checked: checked, span: element.span)
  }

  private func cell<Value>(
    _ name: String, _ fields: Fields, _ read: (Fields) -> Disclosure.Fact<Value>?
  ) -> Disclosure.Fact<Value>? {
    guard let child = fields.child(name) else { return nil }
    let cell = Fields(child, sink, attributes: Fields.sourcing.union(["is", "sample"]))
    guard cell.required("is") != nil else { return nil }
    return read(cell)
  }

  private func fact<Value>(_ value: Value, _ cell: Fields, _ outer: Checked) -> Disclosure.Fact<Value> {
    Disclosure.Fact(
      value: value, remark: cell.element.text, basis: cell.basis(), checked: cell.checked(outer),
      sample: cell.flag("sample"), span: cell.element.span)
  }

  /// Says that the words are missing.
  private func emptyCell<Value>(_ cell: Fields) -> Disclosure.Fact<Value>? {
    _ = cell.content()
    return nil
  }

  /// The boxes that are ticked, each word checked at its place; `nil` when one of them does not exist.
  private func chosen<Value: RawRepresentable & CaseIterable & Hashable>(
    _ cell: Fields, as: Value.Type
  ) -> Set<Value>? where Value.RawValue == String {
    var values: Set<Value> = []
    var isSound = true
    for (word, span) in cell.words("is") {
      if let value = Value(rawValue: word) {
        values.insert(value)
      } else {
        isSound = false
        sink.error(
          "bad-value", span, zh: "is 不能是 '\(word)'", en: "is cannot be '\(word)'",
          help: suggestion(for: word, among: Value.allCases.map(\.rawValue)))
      }
    }
    return isSound ? values : nil
  }
}
