extension Markup {
  /// The ids on the page, in reading order; those of the words inside a drawing (`<title>`, `<desc>`) are none.
  public var anchors: [String] { anchorPlaces().map(\.id) }

  /// The same page with something put into the elements that have these ids, right after their start tags.
  public func inserting(_ piece: (String) -> Markup) -> Markup {
    var result: [UInt8] = []
    var copied = 0
    for (id, end) in anchorPlaces() {
      let insertion = piece(id)
      guard !insertion.isEmpty else { continue }
      result.append(contentsOf: bytes[copied..<end])
      result.append(contentsOf: insertion.bytes)
      copied = end
    }
    result.append(contentsOf: bytes[copied...])
    return Markup(bytes: result)
  }

  /// Each id with the offset just after its start tag. In markup `<`, `>` and quotes stand for themselves in tags only.
  private func anchorPlaces() -> [(id: String, end: Int)] {
    let marker = Array(" id=\"".utf8)
    let quote = UInt8(ascii: "\"")
    var found: [(String, Int)] = []
    var tag: Int?
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): tag = index
      case UInt8(ascii: ">"): tag = nil
      case UInt8(ascii: " "):
        guard let tag, bytes[index...].starts(with: marker) else { break }
        let start = index + marker.count
        guard let end = bytes[start...].firstIndex(of: quote) else { return found }
        let name = bytes[(tag + 1)..<index].prefix { $0 != UInt8(ascii: " ") }
        let close = bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? end
        if !name.elementsEqual("title".utf8), !name.elementsEqual("desc".utf8) {
          found.append((String(decoding: bytes[start..<end], as: UTF8.self), close + 1))
        }
        index = end
      default: break
      }
      index += 1
    }
    return found
  }
}
