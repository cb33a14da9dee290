import CanonicalJSON
import Crypto
import Hexadecimal

/// Hashes of records.
enum Fingerprint {
  /// SHA-256 over the canonical form, in lower-case hexadecimal. A value without one has no place in a record, and hashes
  /// like nothing else.
  static func hex(_ value: JSONValue) -> String { digest(value).hexadecimal }

  /// Ten characters of base 32: enough to tell the entries of one list apart.
  static func short(_ value: JSONValue) -> String { String(base32(digest(value)).prefix(10)) }

  static func digest(_ value: JSONValue) -> [UInt8] {
    Array(SHA256.hash(data: (try? value.canonical()) ?? Array("not canonical".utf8)))
  }

  /// RFC 4648 base 32 in lower case, without padding.
  static func base32(_ bytes: some Sequence<UInt8>) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[Int(buffer >> UInt32(bits) & 31)])
      }
      buffer &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { text.append(letters[Int(buffer << UInt32(5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
