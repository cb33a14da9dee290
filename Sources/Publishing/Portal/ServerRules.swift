import Catalogue

/// What a web server has to know of a published edition, whichever server it is: where it stands, what its files are, how
/// long they keep, and what browsers may do with its pages.
public struct ServerRules: Sendable {
  /// Why nothing can be written: the value that a configuration cannot carry.
  public enum Problem: Error, Hashable, Sendable {
    case folder(String)
    case base(String)
  }

  /// The folder on the disk, without a `/` at its end.
  let folder: String
  /// The path at the host, beginning and ending with `/`.
  let path: String
  /// The full address; `nil` = not stated.
  let base: String?
  let hub: String?

  /// The folder's path is absolute. Quotes, `$`, `%`, `\` and line breaks mean something to servers.
  ///
  /// - Throws: `Problem` when a value has them.
  public init(_ manifest: Manifest, folder: String) throws(Problem) {
    let isPlain = folder.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && !"\"'$%\\`".unicodeScalars.contains($0)
    }
    guard isPlain, folder.hasPrefix("/") else { throw .folder(folder) }
    var trimmed = folder
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.folder = trimmed
    base = manifest.base
    hub = manifest.hub
    guard let base else {
      path = "/"
      return
    }
    guard let address = WebAddress(base), address.scheme == "https", address.isFolder else { throw .base(base) }
    path = address.path
  }

  /// The path as a regular expression.
  var pattern: String { path.replacing(".", with: "\\.") }

  /// Extension -> type: what an edition holds now or may.
  static let types: [(type: String, extensions: String)] = [
    ("text/html", "html"), ("text/css", "css"), ("text/javascript", "js"), ("application/json", "json"),
    ("text/csv", "csv"), ("text/calendar", "ics"), ("text/plain", "txt"), ("application/xml", "xml"),
    ("application/epub+zip", "epub"), ("application/pdf", "pdf"), ("application/manifest+json", "webmanifest"),
    ("image/svg+xml", "svg"), ("image/png", "png"), ("image/jpeg", "jpg jpeg"), ("font/woff2", "woff2"),
  ]
  /// The types that are text and say in which letters.
  static let texts = ["text/html", "text/css", "text/javascript", "text/csv", "text/calendar", "text/plain"]

  static let feed = "application/feed+json"
  static let atom = "application/atom+xml"

  /// For pages: asked for again each time, answered with 304 while nothing has changed.
  static let pages = "public, no-cache"
  /// For feeds: five minutes, so that many readers cost little.
  static let feeds = "public, max-age=300, must-revalidate"
  /// For what never changes.
  static let archive = "public, max-age=31536000, immutable"

  /// What browsers may do with the pages. They have scripts and style sheets of their own, nothing inline but data, nothing
  /// from elsewhere; a worker is allowed so that the book can be installed and can receive messages.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
  /// Besides, for every answer.
  static let security: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
  ]
  /// For former editions: search engines lead to the current one.
  static let former = (name: "X-Robots-Tag", value: "noindex")
  /// For feeds: programs in browsers elsewhere may read them, too.
  static let open = (name: "Access-Control-Allow-Origin", value: "*")

  /// The links that a subscriber needs; a topic has a hub, the archive none. The document is named by its path, or by what
  /// the server puts in its place.
  func links(_ document: String, isTopic: Bool) -> [String] {
    guard let base else { return [] }
    let own = "<\(base)\(document)>; rel=\"self\""
    return [own] + (isTopic ? hub.map { ["<\($0)>; rel=\"hub\""] } ?? [] : [])
  }
}
