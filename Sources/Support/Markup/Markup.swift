/// A piece of a page, in UTF-8: a Swift literal is markup, every interpolated value is text and is escaped.
///
///     let item: Markup = "<li><a href=\"\(link)\">\(guide.title)</a></li>"
///
/// Markup is made from literals only. A `String` known at run time can stand *inside* a literal, never be one:
/// `Markup(text)`, `let m: Markup = text` and `"<p>" + text` do not compile. Where inference takes a literal for a
/// `String` by mistake, the literal is escaped and shows on the page: it fails on the safe side.
///
/// Pages are written as well-formed XML, which EPUB requires; ``htmlBytes`` gives the same page as HTML. The compiler
/// does not check that tags balance: a test reads every generated page with an XML parser.
public struct Markup: Sendable, Equatable {
  /// The markup as it stands, well-formed XML as far as its literals are.
  public internal(set) var bytes: [UInt8]

  /// Markup of nothing.
  public init() {
    bytes = []
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The same as ``bytes``, as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public static func + (first: consuming Markup, second: Markup) -> Markup {
    first.bytes.append(contentsOf: second.bytes)
    return first
  }

  public static func += (first: inout Markup, second: Markup) {
    first.bytes.append(contentsOf: second.bytes)
  }
}

extension Markup: CustomStringConvertible {
  public var description: String { string }
}

extension Sequence<Markup> {
  /// The pieces one after the other.
  /// - Parameter separator: stands between two pieces, not before the first or after the last.
  /// - Returns: nothing for no pieces.
  public func joined(separator: Markup = Markup()) -> Markup {
    var all = Markup()
    var isFirst = true
    for piece in self {
      if !isFirst { all += separator }
      all += piece
      isFirst = false
    }
    return all
  }
}
