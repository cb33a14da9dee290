internal import Diagnostics

/// A name in a file; a prefix is there only to be refused.
struct QualifiedName: Hashable {
  var prefix: String?
  var name: String

  /// As it is written.
  var text: String { prefix.map { "\($0):\(name)" } ?? name }
}

/// Builds elements from what the parser meets, until the first thing that makes the file unreadable.
///
/// Every `cursor` is how many bytes the parser has read.
final class TreeBuilder {
  private let source: SourceText
  private var open: [OpenElement] = []
  private var finished: Element?
  private var failure: Diagnostic?
  private var namespaces = NamespaceCheck()

  init(_ source: SourceText) { self.source = source }

  /// The whole tree, if the file could be read to its end.
  var root: Element? { failure == nil ? finished : nil }

  var diagnostics: [Diagnostic] { failure.map { [$0] } ?? namespaces.diagnostics }

  /// Whether to go on.
  func start(
    _ name: QualifiedName, namespaces declared: [String?], attributes: [(name: QualifiedName, value: String)],
    cursor: Int
  ) -> Bool {
    guard failure == nil else { return false }
    let tag = StartTag(around: cursor, in: source.bytes)
    let span = span(tag.range)
    guard open.count < XMLFile.depthLimit else {
      failure = MalformedXML(source, open).tooDeep(at: span)
      return false
    }
    namespaces.check(name, declared: declared, tag, in: source)

    var places = tag.attributes[...]
    var element = Element(name: name.name, span: span)
    for (name, value) in attributes {
      // Declarations of namespaces stand between the attributes.
      while let place = places.first, place.name != name.text { places.removeFirst() }
      let place = places.popFirst()
      namespaces.check(name, at: place.map { self.span($0.nameRange) } ?? span)
      if name.prefix != nil, NamespaceCheck.isIgnored(name) { continue }
      element.attributes.append(
        Attribute(
          name: name.name, value: value, span: place.map { self.span($0.value) } ?? span,
          nameSpan: place.map { self.span($0.nameRange) } ?? span))
    }
    if let last = open.indices.last { open[last].text += "\n" }
    open.append(OpenElement(element: element, name: name.text, unread: tag.range.upperBound))
    return true
  }

  func characters(_ text: String) {
    guard failure == nil, let last = open.indices.last else { return }
    open[last].text += text
    if !open[last].hasTextSpan, text.utf8.contains(where: { !$0.isXMLBlank }),
      let range = FirstText.range(in: source.bytes, from: open[last].unread)
    {
      open[last].element.textSpan = span(range)
      open[last].hasTextSpan = true
    }
  }

  func end(cursor: Int) {
    guard failure == nil, var closed = open.popLast() else { return }
    closed.element.text = TextNormalisation.normalise(closed.text)
    if let last = open.indices.last {
      open[last].element.children.append(closed.element)
      open[last].unread = cursor
    } else {
      finished = closed.element
    }
  }

  func doctype(cursor: Int) {
    failure = failure ?? MalformedXML(source, open).doctype(before: cursor)
  }

  /// Only the first failure counts. The message is libxml2's.
  func fail(_ kind: Failure, saying message: String, cursor: Int) {
    failure = failure ?? MalformedXML(source, open).diagnostic(kind, saying: message, cursor: cursor)
  }

  /// The parser gave up and did not say why; so that a file is never unread in silence.
  func stopWithoutReason() {
    fail(.other, saying: "parser stopped", cursor: source.bytes.count)
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(file: source.path, offset: range.lowerBound, length: range.count)
  }
}

/// An element whose end tag has not come yet.
struct OpenElement {
  var element: Element
  /// The name with its prefix.
  var name: String
  /// The character data so far, as it comes; a child is a line break.
  var text = ""
  var hasTextSpan = false
  /// Where its content goes on after the last tag of its own or of a child.
  var unread: Int
}
