/// What may stand in a ``Markup`` literal, and how each kind is written.
///
/// There is no form for `Double` (how many digits is for the page to say), for `Bool`, or for an optional `String`
/// (what stands there when it is absent is for the page to say): those do not compile. An optional piece is written
/// `\(name.map { "<b>\($0)</b>" })`, a list `\(names.map { "<li>\($0)</li>" })`.
extension Markup: ExpressibleByStringInterpolation {
  /// Markup of a literal, as it stands. `StaticString` is what keeps run-time strings out.
  public init(stringLiteral literal: StaticString) {
    var page = StringInterpolation(literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
    page.appendLiteral(literal)
    bytes = page.bytes
  }

  public init(stringInterpolation page: consuming StringInterpolation) {
    bytes = page.bytes
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      // The bytes of a literal live as long as the program; the standard library offers no safe view of them.
      literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Text, escaped for element content and for attribute values in either kind of quotes.
    public mutating func appendInterpolation(_ text: String) {
      bytes.append(escaping: text[...])
    }

    /// Text, escaped for element content and for attribute values in either kind of quotes.
    public mutating func appendInterpolation(_ text: Substring) {
      bytes.append(escaping: text)
    }

    public mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    /// Markup, as it stands.
    public mutating func appendInterpolation(_ markup: Markup) {
      bytes.append(contentsOf: markup.bytes)
    }

    /// Markup, or nothing.
    public mutating func appendInterpolation(_ markup: Markup?) {
      if let markup { bytes.append(contentsOf: markup.bytes) }
    }

    /// The pieces one after the other.
    public mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }

    /// An address, for `href` and `src`.
    public mutating func appendInterpolation(_ link: Link) {
      bytes.append(escaping: link.text[...])
    }
  }
}
