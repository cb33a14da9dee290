/// An entry of the table of contents that a reader's program shows beside the pages.
public struct PDFBookmark: Hashable, Sendable {
  public var title: String
  /// 0 for the outermost.
  public var level: Int
  /// The page it leads to, from 1.
  public var page: Int

  public init(title: String, level: Int, page: Int) {
    self.title = title
    self.level = level
    self.page = page
  }
}

extension PDFFile {
  /// The document's bookmarks, in order, each before those inside of it. One that leads to none of the pages is left
  /// out, those inside of it are not.
  /// - Throws: ``PDFProblem/damaged(_:)``
  public func outline() throws(PDFProblem) -> [PDFBookmark] {
    let named = try destinations()
    var bookmarks: [PDFBookmark] = []
    var unseen = Unseen()
    var pending = [(entry: qpdf.catalogue["/Outlines"]["/First"], level: 0)]
    while let (entry, level) = pending.popLast() {
      guard entry.id != nil, unseen.enter(entry) else { continue }
      pending.append((entry["/Next"], level))
      pending.append((entry["/First"], level + 1))
      guard let title = entry["/Title"].text,
        let page = page(of: entry["/Dest"], named) ?? page(of: entry["/A"]["/D"], named)
      else { continue }
      bookmarks.append(PDFBookmark(title: title, level: level, page: page))
    }
    try qpdf.check()
    return bookmarks
  }

  /// The page that a destination or the name of one leads to.
  private func page(of target: QPDF.Object, _ named: [String: Int]) -> Int? {
    let name = target.text ?? target.name.map { String($0.dropFirst()) }
    return page(of: target) ?? name.flatMap { named[percentDecoded($0)] }
  }
}
