/// Checks that bytes are UTF-8.
enum UTF8Repair {
  /// The bytes, with U+FFFD for every maximal sequence that is not UTF-8, and the offset of the first of those.
  static func repair(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], firstBad: Int?) {
    // The usual case costs one pass of the standard library's validator.
    if String(validating: bytes, as: UTF8.self) != nil { return (Array(bytes), nil) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var firstBad: Int?
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded): text.append(contentsOf: encoded)
      case .error:
        firstBad = firstBad ?? text.count
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case .emptyInput: return (text, firstBad)
      }
    }
  }
}
