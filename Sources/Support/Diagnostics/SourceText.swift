/// The UTF-8 text of one file and where its lines start.
///
/// Everything in the program points with byte offsets; lines and columns exist only here, for people. A line ends
/// with LF, CRLF or a lone CR, as in XML. There is no byte order mark in `bytes`.
public struct SourceText: Sendable {
  /// The path as the user gave it; the same as in `Span.file`.
  public let path: String
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The offset at which each line starts; the first is 0, so there is always one.
  private let lineStarts: [Int]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        // Of CRLF only the second ends the line.
        if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// How many lines the text has; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// Line and column of an offset, both from 1; the column counts Unicode scalars.
  ///
  /// An offset outside the text is taken to its nearer end, one inside a scalar to that scalar.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    var start = offset
    while start > lineStarts[line], start < bytes.count, bytes[start].isContinuation { start -= 1 }
    return (line + 1, bytes[lineStarts[line]..<start].count { !$0.isContinuation } + 1)
  }

  /// The offset at a line and column: what `position(of:)` came from. Nil where the text has no such place.
  public func offset(line: Int, column: Int) -> Int? {
    guard (1...lineCount).contains(line), column >= 1 else { return nil }
    let next = line < lineCount ? lineStarts[line] : bytes.count + 1
    var offset = lineStarts[line - 1]
    for _ in 1..<column {
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
      guard offset < next else { return nil }
    }
    return offset
  }

  /// The offsets of a line, from 1, without its line break; empty if there is no such line.
  public func range(ofLine line: Int) -> Range<Int> {
    guard (1...lineCount).contains(line) else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineCount ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line, from 1, without its line break; empty if there is no such line.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[range(ofLine: number)], as: UTF8.self)
  }

  /// The text a span covers, as far as it lies inside the file.
  public func text(of span: Span) -> String {
    let start = min(max(span.offset, 0), bytes.count)
    let end = min(max(start, span.offset + span.length), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The last line that does not start after the offset, by halving.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  /// Whether this byte is the second or a later one of a UTF-8 sequence.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
