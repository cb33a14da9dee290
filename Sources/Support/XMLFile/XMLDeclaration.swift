/// What the XML declaration of a file says about its encoding, read from the bytes before they are decoded.
struct XMLDeclaration {
  /// The value of `encoding`, as written.
  var encoding: String
  /// Where that value stands: the same in the file and in its UTF-8 text, since all before it is ASCII.
  var offset: Int

  /// Nil if there is no declaration, or it names no encoding, or it is too garbled to tell.
  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(400)
    guard head.starts(with: "<?xml".utf8), let close = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let word = Array("encoding".utf8)
    var index = 5
    while index < close, !head[index..<close].starts(with: word) { index += 1 }
    guard index < close, bytes[index - 1].isXMLBlank else { return nil }
    index += word.count
    while index < close, bytes[index].isXMLBlank { index += 1 }
    guard index < close, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < close, bytes[index].isXMLBlank { index += 1 }
    guard index < close, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else { return nil }
    guard let end = head[(index + 1)..<close].firstIndex(of: bytes[index]) else { return nil }
    encoding = String(decoding: head[(index + 1)..<end], as: UTF8.self)
    offset = index + 1
  }

  /// The name as the converter is asked for it; nil if it cannot be the name of an encoding.
  ///
  /// GB2312 and GBK are subsets of GB18030, and files that declare them often hold characters of the larger set.
  var converter: String? {
    let name = encoding.uppercased()
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): true
      default: false
      }
    }
    guard isName, !name.isEmpty else { return nil }
    switch name {
    case "UTF-8", "UTF8": return "UTF-8"
    case "GB2312", "GB_2312-80", "GBK", "CP936", "MS936": return "GB18030"
    default: return name
    }
  }
}
