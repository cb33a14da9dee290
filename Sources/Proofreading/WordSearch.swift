/// Whether any of a few words stands in a text, by bytes: a pattern is tried only where it can apply. `String` compares by
/// what a reader sees, which costs a hundred times as much.
struct WordSearch {
  /// By first byte.
  private let words: [UInt8: [[UInt8]]]

  init(_ words: some Sequence<String>) {
    self.words = Dictionary(grouping: words.map { Array($0.utf8) }.filter { !$0.isEmpty }) { $0[0] }
  }

  func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { index in
      guard let candidates = words[bytes[index]] else { return false }
      return candidates.contains { bytes[index...].starts(with: $0) }
    }
  }
}
