extension PDFFile {
  /// Every named destination and the page it is on, from 1.
  ///
  /// Names are as the ids of the HTML page: Chromium writes them as in an address, `scenario-%E6%96%B0`, and only those
  /// that a link leads to. Both the old dictionary (`/Dests`) and the tree of names are read; the tree wins.
  /// A destination that leads to none of the pages is left out.
  /// - Throws: ``PDFProblem/damaged(_:)``
  public func destinations() throws(PDFProblem) -> [String: Int] {
    var pages: [String: Int] = [:]
    for (key, value) in qpdf.catalogue["/Dests"].entries {
      pages[percentDecoded(String(key.dropFirst()))] = page(of: value)
    }
    var unseen = Unseen()
    var pending = [qpdf.catalogue["/Names"]["/Dests"]]
    while let node = pending.popLast() {
      pending += unseen.items(of: node["/Kids"])
      let leaves = node["/Names"]
      guard unseen.enter(leaves) else { continue }
      for index in stride(from: 0, to: leaves.count - 1, by: 2) {
        guard let name = leaves[index].text, let page = page(of: leaves[index + 1]) else { continue }
        pages[percentDecoded(name)] = page
      }
    }
    try qpdf.check()
    return pages
  }
}

/// `%E6%96%B0` is 新. What would not be UTF-8 stays as it is.
func percentDecoded(_ name: String) -> String {
  var decoded: [UInt8] = []
  var rest = Array(name.utf8)[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    if byte == UInt8(ascii: "%"), digits.count == 2 {
      decoded.append(UInt8(16 * digits[0] + digits[1]))
      rest = rest.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return String(validating: decoded, as: UTF8.self) ?? name
}
