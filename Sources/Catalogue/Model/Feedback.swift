/// Where a reader says that a page is wrong or hard to follow: the page and the edition go with it.
public enum Feedback: Hashable, Sendable {
  /// An address for mail.
  case mail(String)
  /// An `https` address in which `{page}` and `{edition}` are filled in.
  case form(String)
}

extension Feedback {
  /// What stands in for the page's id and the edition's.
  public static let placeholders = ["{page}", "{edition}"]

  /// `nil` unless it is a plain `name@host.domain`.
  init?(mail address: String) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last,
      Feedback.isDotted(name, also: "_-+"), Feedback.isDotted(host, also: "-"), host.contains(".")
    else { return nil }
    self = .mail(address)
  }

  /// `nil` unless it is an `https` address that says both which page and which edition, and nothing else in braces.
  init?(form address: String) {
    guard address.hasPrefix("https://"), Feedback.placeholders.allSatisfy(address.contains) else { return nil }
    let filled = Feedback.placeholders.reduce(address) { $0.replacing($1, with: "x") }
    let rest = filled.dropFirst("https://".count)
    let host = rest.prefix { !"/?#".contains($0) }
    let after = rest.dropFirst(host.count)
    // The host is not for a page to choose.
    let own = address.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    guard own == host, Feedback.isHost(host), Feedback.isReference(after) else { return nil }
    self = .form(address)
  }

  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), isDotted(parts[0], also: "-") else { return false }
    return parts.count == 1 || (1...5).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy(isDigit)
  }

  /// Path, query and fragment as RFC 3986 has them; characters beyond ASCII are encoded when the link is written.
  private static func isReference(_ text: Substring) -> Bool {
    let allowed = Set("/?#:@!$&'()*+,;=%-._~".utf8)
    guard text.utf8.allSatisfy({ $0 >= 0x80 || isLetter($0) || isDigit($0) || allowed.contains($0) }) else {
      return false
    }
    return text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst().allSatisfy {
      $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy { isDigit($0) || (65...70).contains($0 & 0xDF) }
    }
  }

  /// Words of letters and digits, joined by dots.
  private static func isDotted(_ text: Substring, also others: String) -> Bool {
    let others = Set(others.utf8)
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy { isLetter($0) || isDigit($0) || others.contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
