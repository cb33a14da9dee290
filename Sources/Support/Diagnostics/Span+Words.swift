extension Span {
  /// Where words stand in this stretch of a file; the stretch itself where a reference or a line break stands in them.
  /// `bytes`: the whole file.
  public func place(of words: some StringProtocol, in bytes: [UInt8]) -> Span {
    let wanted = Array(words.utf8)
    let end = min(offset + length, bytes.count)
    guard let first = wanted.first, offset + wanted.count <= end else { return self }
    for start in offset...(end - wanted.count)
    where bytes[start] == first && bytes[start...].starts(with: wanted) {
      return Span(file: file, offset: start, length: wanted.count)
    }
    return self
  }
}
