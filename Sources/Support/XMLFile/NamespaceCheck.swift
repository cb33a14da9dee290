internal import Diagnostics

/// Says once for each namespace that the catalogue has none.
///
/// `xml:` and `xsi:` attributes are for editors and are left out without a word.
struct NamespaceCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<String> = []

  static func isIgnored(_ attribute: QualifiedName) -> Bool {
    attribute.prefix == "xml" || attribute.prefix == "xsi"
  }

  /// An element: its prefix, or `xmlns="…"` on it.
  mutating func check(_ name: QualifiedName, declared: [String?], _ tag: StartTag, in source: SourceText) {
    let start = tag.range.lowerBound + 1
    if let prefix = name.prefix {
      tell(prefix, name, at: Span(file: source.path, offset: start, length: name.text.utf8.count))
    } else if name.name.contains(":") {
      tell(name.name, name, at: Span(file: source.path, offset: start, length: name.name.utf8.count))
    }
    if declared.contains(nil), let place = tag.attributes.first(where: { $0.name == "xmlns" }), !place.value.isEmpty {
      let span = Span(
        file: source.path, offset: place.nameRange.lowerBound,
        length: place.value.upperBound + 1 - place.nameRange.lowerBound)
      tell("", QualifiedName(prefix: nil, name: "xmlns"), at: span)
    }
  }

  /// An attribute: its prefix.
  mutating func check(_ attribute: QualifiedName, at span: Span) {
    guard let prefix = attribute.prefix, !Self.isIgnored(attribute) else { return }
    tell(prefix, attribute, at: span)
  }

  private mutating func tell(_ namespace: String, _ name: QualifiedName, at span: Span) {
    guard told.insert(namespace).inserted else { return }
    diagnostics.append(
      Diagnostic(
        "namespaced-element", at: span,
        Message(zh: "这里不用命名空间：\(name.text)", en: "a catalogue has no namespaces: \(name.text)"),
        help: [
          name.name == "xmlns"
            ? Message(zh: "去掉 xmlns", en: "remove xmlns") : Message(zh: "写成 \(name.name)", en: "write \(name.name)")
        ]))
  }
}
