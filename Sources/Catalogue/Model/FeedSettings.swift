/// `<feed>` in `book.xml`: who publishes, and who is told when something changes.
public struct FeedSettings: Hashable, Sendable {
  /// The publisher's name for programs, a domain turned round: `cn.example.county.traffic`; `nil` = not stated.
  public var publisher: String?
  /// The WebSub hub that passes changes on; `nil` = none.
  public var hub: String?

  /// Public keys (Ed25519, base 64) that sign what is published: the one in use first, then the one that comes or went.
  public var keys: [String] = []

  public init(publisher: String? = nil, hub: String? = nil, keys: [String] = []) {
    self.publisher = publisher
    self.hub = hub
    self.keys = keys
  }

  /// 32 bytes in base 64.
  public static func isKey(_ text: String) -> Bool {
    text.utf8.count == 44 && text.hasSuffix("=") && !text.hasSuffix("==")
      && text.utf8.dropLast().allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "/"): true
        default: false
        }
      }
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
