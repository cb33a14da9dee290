internal import Crypto
internal import Hexadecimal
internal import XMLFile

/// Whether a text has the form of a digest.
func isDigest(_ text: String) -> Bool {
  text.hasPrefix("sha256:") && text.utf8.count == 71
    && text.utf8.dropFirst(7).allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

extension Element {
  /// What the element says, as `sha256:` and 64 hexadecimal digits: names, attributes, text and children count, layout,
  /// comments and the order of attributes do not.
  var digest: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return "sha256:" + SHA256.hash(data: bytes).hexadecimal
  }

  /// Every piece with its length before it, so that no two elements are written alike.
  private func write(to bytes: inout [UInt8]) {
    func add(_ text: String) {
      bytes += "\(text.utf8.count):".utf8
      bytes += text.utf8
    }
    add(name)
    for attribute in attributes.sorted(by: { $0.name < $1.name }) {
      add("@" + attribute.name)
      add(attribute.value)
    }
    add("=")
    add(text)
    for child in children {
      add("<")
      child.write(to: &bytes)
    }
    add(">")
  }
}
