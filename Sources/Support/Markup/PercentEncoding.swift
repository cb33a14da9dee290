/// RFC 3986, as far as ``Link`` needs it.

private let unreserved = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
/// What may stand after the host: unreserved, reserved but for the square brackets, and the percent sign.
private let afterHost = unreserved.union(byteSet("/?#:@!$&'()*+,;=%"))
/// A name, an IPv4 or IPv6 address, a port. No `@`.
private let inHost = unreserved.union(byteSet(":[]"))

private func byteSet(_ characters: String) -> Set<UInt8> { Set(characters.utf8) }

/// Everything but unreserved characters as `%XX` of its UTF-8.
func percentEncoded(_ text: some StringProtocol) -> String {
  percentEncoded(text, keeping: unreserved)
}

/// The segments of a path from the site's root, encoded, with `.` and `..` resolved as far as they can be. Never
/// empty; the last is empty when the path names a folder.
func siteSegments(of path: String) -> [String] {
  var segments: [String] = []
  // By scalars: a combining mark after a `/` would make another character of it.
  let parts = path.unicodeScalars.split(separator: "/").map { Substring($0) }
  for part in parts where part != "." {
    if part == "..", let last = segments.last, last != ".." {
      segments.removeLast()
    } else {
      segments.append(percentEncoded(part))
    }
  }
  let namesFolder = path.isEmpty || path.hasSuffix("/") || parts.last == "." || parts.last == ".."
  return namesFolder || segments.isEmpty ? segments + [""] : segments
}

/// The address with everything beyond ASCII encoded; nil when it is not `http` or `https`, has no plain host, or holds
/// what no address may hold.
func encodedWebAddress(_ address: String) -> String? {
  let scheme = address.prefix { $0 != ":" }.lowercased()
  guard scheme == "http" || scheme == "https" else { return nil }
  let afterScheme = address.dropFirst(scheme.count)
  guard afterScheme.hasPrefix("://") else { return nil }
  let rest = afterScheme.dropFirst(3)
  let host = rest.prefix { !"/?#".contains($0) }
  guard host.utf8.contains(where: { unreserved.contains($0) }), host.utf8.allSatisfy({ inHost.contains($0) }),
    !host.hasPrefix(":")
  else { return nil }
  let path = rest.dropFirst(host.count)
  guard path.utf8.allSatisfy({ $0 >= 0x80 || afterHost.contains($0) }), hasWholeEscapes(path) else { return nil }
  return "\(scheme)://\(host)\(percentEncoded(path, keeping: afterHost))"
}

private func percentEncoded(_ text: some StringProtocol, keeping kept: Set<UInt8>) -> String {
  var encoded: [UInt8] = []
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in text.utf8 {
    if kept.contains(byte) {
      encoded.append(byte)
    } else {
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Whether every `%` is followed by two hexadecimal digits.
private func hasWholeEscapes(_ text: Substring) -> Bool {
  text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
    part.prefix(2).count == 2 && part.prefix(2).allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
