import Foundation
import Hexadecimal

/// Where the log stood at a publication: its name, how many events, the newest one's hash, and in a further line the hash
/// of the edition's manifest, so that one signature covers everything that was published.
public struct Checkpoint: Hashable, Sendable {
  /// The log's name: its address without the scheme, `example.gov.cn/onebook/feed`.
  public var origin: String
  public var lastSequence: Int
  /// SHA-256, in hexadecimal.
  public var head: String
  /// SHA-256 of `edition.json`, in hexadecimal; `nil` = it does not say.
  public var manifest: String?

  public init(origin: String, lastSequence: Int, head: String, manifest: String? = nil) {
    self.origin = origin
    self.lastSequence = lastSequence
    self.head = head
    self.manifest = manifest
  }

  public var text: String {
    let hash = Data(Checkpoint.bytes(head) ?? []).base64EncodedString()
    return ([origin, String(lastSequence), hash] + (manifest.map { ["manifest sha256:\($0)"] } ?? [])).joined(
      separator: "\n") + "\n"
  }

  /// `nil` when the text is no checkpoint.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, lines.last == "", let sequence = Int(lines[1]), sequence >= 0,
      let hash = Data(base64Encoded: lines[2]), hash.count == 32, !lines[0].isEmpty
    else { return nil }
    origin = lines[0]
    lastSequence = sequence
    head = hash.hexadecimal
    let prefix = "manifest sha256:"
    manifest = lines.dropFirst(3).first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    let digits = Array(hex.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).reduce(into: [UInt8]?([])) { bytes, index in
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
        bytes = nil
        return
      }
      bytes?.append(byte)
    }
  }
}
