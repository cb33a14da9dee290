public import Diagnostics

/// An element as it stands in a file: plain values, no C.
public struct Element: Hashable, Sendable {
  /// The name without a namespace prefix.
  public var name: String
  /// In document order.
  public var attributes: [Attribute]
  /// In document order.
  public var children: [Element]
  /// All direct character data, joined and normalised as `docs/catalogue.md` says under "Text"; a child element
  /// between two pieces counts as a line break.
  public var text: String
  /// The start tag: from `<` through `>`.
  public var span: Span
  /// The first character data that is not blank, without blanks at either end; if there is none, the start tag.
  public var textSpan: Span

  public init(
    name: String, attributes: [Attribute] = [], children: [Element] = [], text: String = "", span: Span,
    textSpan: Span? = nil
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
    self.span = span
    self.textSpan = textSpan ?? span
  }

  /// The attribute of that name; XML allows only one.
  public subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }
}

/// An attribute as it stands in a start tag.
public struct Attribute: Hashable, Sendable {
  /// The name without a namespace prefix.
  public var name: String
  /// The value with references replaced and every white space character a space, as XML requires; not trimmed.
  public var value: String
  /// The value between the quotes; empty for an empty value.
  public var span: Span
  /// The name, with its prefix if it has one.
  public var nameSpan: Span

  public init(name: String, value: String, span: Span, nameSpan: Span) {
    self.name = name
    self.value = value
    self.span = span
    self.nameSpan = nameSpan
  }
}
