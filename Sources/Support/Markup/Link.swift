/// An address for `href` or `src`, percent-encoded (RFC 3986). It cannot hold a scheme that runs code: what is not
/// one of the forms below cannot be made.
///
/// Addresses inside the site are kept from the site's root; ``relative(from:)`` turns them for the page they stand on,
/// so that the site works in any folder, from a disk, and inside an EPUB.
public struct Link: Sendable, Hashable {
  private enum Target: Hashable {
    /// Encoded segments from the site's root; the last is empty for a folder.
    case site(segments: [String], fragment: String?)
    /// A whole address, or a fragment of the page itself.
    case fixed(String)
  }

  private let target: Target

  /// A file of the site.
  /// - Parameters:
  ///   - path: from the site's root, not encoded, such as `guides/新车.html`. A leading `/` is ignored, `.` and `..`
  ///     are resolved, and everything but letters, digits and `-._~` is encoded: `?`, `#`, `:` and `\` are parts of a
  ///     name here.
  ///   - fragment: the id of a place in the file.
  public init(path: String, fragment: String? = nil) {
    target = .site(segments: siteSegments(of: path), fragment: fragment.map(percentEncoded))
  }

  /// A place in the page itself: `#id`.
  public init(fragment: String) {
    target = .fixed("#" + percentEncoded(fragment))
  }

  /// An address elsewhere; nil when it is not a well-formed `http` or `https` address with a host.
  /// - Parameter address: already encoded; only characters beyond ASCII after the host are encoded here. A user name
  ///   in front of the host is refused, for it serves only to disguise the host.
  public init?(absolute address: String) {
    guard let encoded = encodedWebAddress(address) else { return nil }
    target = .fixed(encoded)
  }

  /// A telephone number, `tel:`; nil unless it holds digits, and besides them only spaces, `-` and one leading `+`.
  public init?(phone number: String) {
    let digits = number.filter { $0 != " " && $0 != "-" }
    let local = digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
    guard !local.isEmpty, local.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    target = .fixed("tel:" + digits)
  }

  /// A web address with `{name}` in it where a value goes, percent-encoded; nil when a name has no value, or what comes
  /// out is not an address.
  public init?(template address: String, filling values: [String: String]) {
    var filled = ""
    var rest = address[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      else { return nil }
      filled += rest[..<open] + percentEncoded(value)
      rest = rest[rest.index(after: close)...]
    }
    self.init(absolute: filled + rest)
  }

  /// An address for mail with a subject, `mailto:` (RFC 6068); nil unless it is a plain `name@host`.
  public init?(mail address: String, subject: String) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && percentEncoded($0.replacing("+", with: "")) == $0.replacing("+", with: "") })
    else { return nil }
    target = .fixed("mailto:\(parts[0].replacing("+", with: "%2B"))@\(parts[1])?subject=\(percentEncoded(subject))")
  }

  /// The address as it is written, percent-encoded and not yet escaped for markup.
  public var text: String {
    switch target {
    case .fixed(let text): text
    case .site(let segments, let fragment): reference(segments, fragment)
    }
  }

  /// The same address as the page at `page` has to write it: `../style.css`. Only addresses inside the site change.
  /// - Parameter page: the path of the page from the site's root, not encoded, as in ``init(path:fragment:)``.
  /// - Returns: an address that is right on that page only, and does not change when it is asked again.
  public func relative(from page: String) -> Link {
    guard case .site(let segments, let fragment) = target else { return self }
    let pageSegments = siteSegments(of: page)
    if segments == pageSegments, let fragment { return Link(target: .fixed("#" + fragment)) }
    let folders = pageSegments.dropLast()
    let shared = zip(folders, segments.dropLast()).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: folders.count - shared)
    return Link(target: .fixed(reference(up + segments[shared...], fragment)))
  }

  private init(target: Target) {
    self.target = target
  }
}

/// Segments and fragment as one relative reference. A folder reached by nothing is `./`: an empty reference would
/// mean the page itself.
private func reference(_ segments: [String], _ fragment: String?) -> String {
  let path = segments == [""] ? "./" : segments.joined(separator: "/")
  return fragment.map { "\(path)#\($0)" } ?? path
}
