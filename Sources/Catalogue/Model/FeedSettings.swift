/// `<feed>` in `book.xml`: who publishes, and who is told when something changes.
public struct FeedSettings: Hashable, Sendable {
  /// The publisher's name for programs, a domain turned round: `cn.example.county.traffic`; `nil` = not stated.
  public var publisher: String?
  /// The WebSub hub that passes changes on; `nil` = none.
  public var hub: String?

  public init(publisher: String? = nil, hub: String? = nil) {
    self.publisher = publisher
    self.hub = hub
  }

  /// Words of letters, digits and hyphens, joined by dots; at least two.
  public static func isPublisher(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.count > 1 && words.allSatisfy(WebAddress.isLabel)
  }

  /// An `https` address, or one of this machine, for trying it out.
  public static func isHub(_ text: String) -> Bool {
    guard let address = WebAddress(text) else { return false }
    return address.scheme == "https" || address.isLoopback
  }
}
