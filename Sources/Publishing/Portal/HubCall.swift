/// Telling a WebSub hub that a topic has changed. WebSub leaves it to hub and publisher how that is done; hubs take the form
/// that PubSubHubbub 0.4 had, with the topic as `hub.url`, and some read it in `hub.topic`: both are sent. One request a
/// topic, since not every hub takes several.
public enum HubCall {
  /// What came of one request.
  public enum Answer: Hashable, Sendable {
    case status(Int)
    /// Nobody was there, or nothing came back in time.
    case none
  }
  public enum Verdict: Hashable, Sendable {
    case told
    /// To be tried once more after so many seconds.
    case again(after: Int)
    /// The hub will not hear of this topic; it may of others.
    case refused
    /// There is no use in asking this hub for anything now.
    case away
  }

  /// How many seconds pass before the second and the third try; there is no fourth.
  public static let pauses = [1, 4]
  /// How many seconds all topics together may take before the rest is left for the next time. The last request may end later.
  public static let patience = 60

  /// What to make of an answer. `tries`: how often it has been tried, this time included.
  public static func verdict(on answer: Answer, tries: Int) -> Verdict {
    switch answer {
    case .status(200...299): return .told
    case .status(300...399): return .away
    case .status(408), .status(425), .status(429), .status(500...), .none:
      return tries <= pauses.count && tries > 0 ? .again(after: pauses[tries - 1]) : .away
    case .status: return .refused
    }
  }

  /// The request's body, `application/x-www-form-urlencoded`.
  public static func form(topic: String) -> String {
    [("hub.mode", "publish"), ("hub.url", topic), ("hub.topic", topic)]
      .map { "\($0)=\(encoded($1))" }.joined(separator: "&")
  }

  /// Everything but letters, digits, `*`, `-`, `.` and `_` as `%XX`, a space as `+`. Source: URL Standard, 5.2.
  static func encoded(_ text: String) -> String {
    let plain = Set("*-._".utf8)
    return text.utf8.map { byte in
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte & 0xDF) && byte < 0x80 || plain.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      if byte == UInt8(ascii: " ") { return "+" }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
