/// The candidate that was probably meant: the nearest by Damerau–Levenshtein distance, letter case aside.
///
/// A word may differ by a third of its letters, and by one if it is short; it must share something with the candidate.
/// Of equally near candidates the first wins. Nil if none is near.
public func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    let length = max(letters.count, other.count)
    let bound = max(1, length / 3)
    guard abs(letters.count - other.count) <= bound else { continue }
    let distance = editDistance(letters, other)
    guard distance <= bound, distance < length, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other (optimal string alignment).
func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
  var older: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
      row.append(cost)
    }
    (older, previous) = (previous, row)
  }
  return previous[b.count]
}
