extension Markup {
  /// The same piece with every heading one level lower (`h1` becomes `h2` … `h5` becomes `h6`): a page that becomes a
  /// chapter of another page.
  public var headingsLowered: Markup {
    var lowered = bytes
    var index = 0
    while index + 3 < lowered.count {
      defer { index += 1 }
      guard lowered[index] == UInt8(ascii: "<") else { continue }
      let name = lowered[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
      guard name + 2 < lowered.count, lowered[name] == UInt8(ascii: "h"),
        (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(lowered[name + 1]),
        lowered[name + 2] == UInt8(ascii: ">") || lowered[name + 2] == UInt8(ascii: " ")
      else { continue }
      lowered[name + 1] += 1
    }
    return Markup(bytes: lowered)
  }
}
