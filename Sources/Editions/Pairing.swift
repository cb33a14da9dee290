import CanonicalJSON

/// Which entry of a list became which: by id; entries without one are the same if they say the same, else those that say
/// nearly the same are one entry in other words, the likest first.
struct Pairing {
  struct Pair {
    /// The old entry's key, or that of a new one.
    var key: String
    var old: JSONValue?
    var new: JSONValue?
    var isKnownById: Bool
  }

  /// By key.
  let all: [Pair]

  /// From this likeness on two texts are one in other words.
  private static let likeness = 0.4

  init(_ old: [JSONValue], _ new: [JSONValue]) {
    let newByKey = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let oldKeys = Set(old.map(\.key))
    var pairs = old.compactMap { entry in
      newByKey[entry.key].map { Pair(key: entry.key, old: entry, new: $0, isKnownById: entry["id"] != nil) }
    }
    var left = old.filter { newByKey[$0.key] == nil }
    var right = new.filter { !oldKeys.contains($0.key) }
    pairs += Pairing.reworded(&left, &right)
    pairs += left.map { Pair(key: $0.key, old: $0, new: nil, isKnownById: false) }
    pairs += right.map { Pair(key: $0.key, old: nil, new: $0, isKnownById: false) }
    all = pairs.sorted { $0.key.precedes($1.key) }
  }

  private static func reworded(_ left: inout [JSONValue], _ right: inout [JSONValue]) -> [Pair] {
    var candidates: [(score: Double, old: JSONValue, new: JSONValue)] = []
    for a in left where a["id"] == nil {
      for b in right where b["id"] == nil {
        let score = similarity(a, b)
        if score >= likeness { candidates.append((score, a, b)) }
      }
    }
    candidates.sort { ($1.score, $0.old.key, $0.new.key) < ($0.score, $1.old.key, $1.new.key) }
    var pairs: [Pair] = []
    var taken: Set<JSONValue> = []
    for candidate in candidates where !taken.contains(candidate.old) && !taken.contains(candidate.new) {
      taken.formUnion([candidate.old, candidate.new])
      pairs.append(Pair(key: candidate.old.key, old: candidate.old, new: candidate.new, isKnownById: false))
    }
    left.removeAll(where: taken.contains)
    right.removeAll(where: taken.contains)
    return pairs
  }

  /// How many pairs of neighbouring characters two entries share (Jaccard), by what they say: 0 to 1.
  private static func similarity(_ a: JSONValue, _ b: JSONValue) -> Double { similarity(of: words(a), words(b)) }

  static func similarity(of a: String, _ b: String) -> Double {
    let (x, y) = (pairs(of: a), pairs(of: b))
    let union = x.union(y).count
    return union == 0 ? 0 : Double(x.intersection(y).count) / Double(union)
  }

  private static func words(_ value: JSONValue) -> String {
    if let text = value["text"]?.text { return text }
    return String(decoding: (try? value.canonical()) ?? [], as: UTF8.self)
  }

  private static func pairs(of text: String) -> Set<String> {
    let letters = Array(text)
    guard letters.count > 1 else { return [text] }
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }
}
