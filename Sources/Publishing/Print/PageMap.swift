/// On which page of a printed edition each anchor is: found by printing it once.
public struct PageMap: Sendable, Equatable {
  /// Pages from 1, by the anchor's name.
  public let pages: [String: Int]
  /// The anchors in reading order.
  public let order: [String]
  public let count: Int

  public init(_ pages: [String: Int], order: [String], count: Int) {
    self.pages = pages
    self.order = order
    self.count = count
  }

  /// The pages that begin at an anchor: at the first one that stands on the page. A page on which none stands begins at the
  /// next anchor after it.
  func beginnings() -> [String: [Int]] {
    var beginnings: [String: [Int]] = [:]
    var next = 1
    for anchor in order {
      guard let page = pages[anchor], page >= next else { continue }
      beginnings[anchor] = Array(next...page)
      next = page + 1
    }
    return beginnings
  }
}
