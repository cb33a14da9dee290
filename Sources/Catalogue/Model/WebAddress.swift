/// An address on the web, of plain characters only: it can stand in a server's configuration and in an HTTP header as it
/// is, without ending a string, a header or a directive there.
public struct WebAddress: Hashable, Sendable {
  /// `https` or `http`.
  public let scheme: String
  /// The host's name, without the port.
  public let host: String
  public let port: Int?
  /// From the first `/`; a query belongs to it, a fragment is none.
  public let path: String

  public init?(_ text: String) {
    guard let scheme = ["https", "http"].first(where: { text.hasPrefix("\($0)://") }) else { return nil }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let host = parts.first,
      host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(WebAddress.isLabel)
    else { return nil }
    var port: Int?
    if parts.count == 2 {
      guard parts[1].utf8.count <= 5, parts[1].utf8.allSatisfy(WebAddress.isDigit), let number = Int(parts[1]),
        (1...65535).contains(number)
      else { return nil }
      port = number
    }
    let path = rest.dropFirst(authority.count)
    guard WebAddress.isPath(path) else { return nil }
    self.scheme = scheme
    self.host = String(host)
    self.port = port
    self.path = String(path)
  }

  /// This machine, and no other.
  public var isLoopback: Bool { host == "localhost" || host == "127.0.0.1" }

  /// Whether nothing but a folder's plain name follows the host: words of letters, digits, `-`, `_`, `~` and `.`, each
  /// with a `/` after it.
  public var isFolder: Bool {
    let marks = Set("/-._~".utf8)
    return path.hasPrefix("/") && path.hasSuffix("/") && !path.contains("//") && !path.contains("/.")
      && path.utf8.allSatisfy { WebAddress.isLetter($0) || WebAddress.isDigit($0) || marks.contains($0) }
  }

  /// A word of a host's name.
  static func isLabel(_ word: some Collection<UInt8>) -> Bool {
    let word = Array(word)
    return !word.isEmpty && word.first != hyphen && word.last != hyphen
      && word.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen }
  }

  /// Quotes, `$`, `\`, braces, `#`, spaces and whatever else means something to somebody are not among them.
  private static func isPath(_ text: Substring) -> Bool {
    let marks = Set("/?&=:@!*+,;~-._%".utf8)
    guard text.utf8.allSatisfy({ isLetter($0) || isDigit($0) || marks.contains($0) }) else { return false }
    return text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst().allSatisfy {
      $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy { isDigit($0) || (65...70).contains($0 & 0xDF) }
    }
  }

  private static let hyphen = UInt8(ascii: "-")
  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
