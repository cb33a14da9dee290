/// Puts plain words for official ones (`words.xml`) into what stands on pages, and Arabic numerals for Chinese ones.
///
/// Names and what stands in quotation marks stay as they are: a law, an office, an item, a paper has one name. The same
/// text again comes out as it went in, and no number and no “not” is lost (`bad-word`, and a law of the tests).
public struct PlainWords: Sendable {
  /// Words that were replaced in a text.
  public struct Replacement: Hashable, Sendable {
    public var official: String
    public var plain: String
  }

  /// A text after replacement.
  public struct Result: Hashable, Sendable {
    public var text: String
    /// In the order in which they stand.
    public var replaced: [Replacement]
    /// Official words that are left for a person, in the order in which they stand.
    public var left: [Word]
  }

  /// By first character, the longest first: the longest match holds.
  private let words: [Character: [(official: [Character], word: Word)]]
  /// What is copied as it stands: names, and longer words that only look like an official one.
  private let names: [Character: [[Character]]]
  private let isChinese: Bool

  public init(_ catalogue: Catalogue) {
    self.init(catalogue.words, names: catalogue.officialNames, isChinese: catalogue.book?.lang.hasPrefix("zh") ?? true)
  }

  init(_ words: Words, names: Set<String>, isChinese: Bool = true) {
    var table: [Character: [([Character], Word)]] = [:]
    for word in words.plain {
      guard let first = word.official.first else { continue }
      table[first, default: []].append((Array(word.official), word))
    }
    self.words = table.mapValues { $0.sorted { ($1.0.count, $0.1.official) < ($0.0.count, $1.1.official) } }
    var kept: [Character: [[Character]]] = [:]
    for name in names.union(words.plain.flatMap(\.notIn)) {
      guard let first = name.first else { continue }
      kept[first, default: []].append(Array(name))
    }
    self.names = kept.mapValues { $0.sorted { $1.count < $0.count } }
    self.isChinese = isChinese
  }

  /// A word that is left out may bring two others together: it goes on until nothing is left to replace.
  public func callAsFunction(_ text: String) -> Result {
    var result = pass(text)
    var next = result
    while !next.replaced.isEmpty {
      next = pass(result.text)
      result = Result(text: next.text, replaced: result.replaced + next.replaced, left: next.left)
    }
    return result
  }

  private func pass(_ text: String) -> Result {
    let source = Array(text)
    var result = Result(text: "", replaced: [], left: [])
    var index = 0
    while index < source.count {
      let kept = quoted(source, index) ?? name(source, index)
      // Of a name and an official word the longer holds: 机动车安全技术检验 is an item, …检验合格证明 a paper.
      if let (found, gap) = match(source, index),
        case let end = index + found.official.count - (gap.isEmpty ? 0 : 1) + gap.count, end > kept ?? 0
      {
        let word = found.word
        if word.use == .automatic || word.use == .clause && isClause(source, index..<end) {
          let plain = word.plain.replacing("…", with: String(gap))
          result.replaced.append(Replacement(official: String(source[index..<end]), plain: plain))
          result.text += plain
        } else {
          result.left.append(word)
          result.text += String(source[index..<end])
        }
        index = end
      } else if let end = kept {
        result.text += String(source[index..<end])
        index = end
      } else if isChinese, let number = ChineseNumber(source, at: index) {
        result.replaced.append(Replacement(official: String(source[index..<number.end]), plain: number.arabic))
        result.text += number.arabic
        index = number.end
      } else {
        result.text.append(source[index])
        index += 1
      }
    }
    return result
  }

  private static let marks: [Character: Character] = ["“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "\"": "\""]

  /// The end of what stands in quotation marks from here; an opening mark without its closing one protects the rest.
  private func quoted(_ text: [Character], _ index: Int) -> Int? {
    guard let closing = Self.marks[text[index]] else { return nil }
    return text[(index + 1)...].firstIndex(of: closing).map { $0 + 1 } ?? text.count
  }

  private func name(_ text: [Character], _ index: Int) -> Int? {
    names[text[index]]?.first { text[index...].starts(with: $0) && isWord(text, index..<(index + $0.count)) }
      .map { index + $0.count }
  }

  /// The longest official words here, and what stands in their gap.
  private func match(_ text: [Character], _ index: Int) -> ((official: [Character], word: Word), [Character])? {
    for candidate in words[text[index]] ?? [] {
      guard let gap = candidate.official.firstIndex(of: "…") else {
        if text[index...].starts(with: candidate.official),
          isWord(text, index..<(index + candidate.official.count))
        {
          return (candidate, [])
        }
        continue
      }
      let head = candidate.official[..<gap]
      let tail = candidate.official[(gap + 1)...]
      guard text[index...].starts(with: head) else { continue }
      let start = index + head.count
      for length in 1...6 where start + length + tail.count <= text.count {
        let filling = text[start..<(start + length)]
        guard filling.allSatisfy(\.isHan) else { break }
        if text[(start + length)...].starts(with: tail) { return (candidate, Array(filling)) }
      }
    }
    return nil
  }

  /// Words of letters begin and end where no letter goes on.
  private func isWord(_ text: [Character], _ range: Range<Int>) -> Bool {
    func joins(_ a: Int, _ b: Int) -> Bool {
      text.indices.contains(a) && text.indices.contains(b) && text[a].isLatin && text[b].isLatin
    }
    return !joins(range.lowerBound - 1, range.lowerBound) && !joins(range.upperBound - 1, range.upperBound)
  }

  private func isClause(_ text: [Character], _ range: Range<Int>) -> Bool {
    let ends = { (index: Int) in !text.indices.contains(index) || text[index].isPunctuation || text[index].isNewline }
    return ends(range.lowerBound - 1) && ends(range.upperBound)
  }
}

extension Character {
  /// A letter of a script that separates words with blanks.
  fileprivate var isLatin: Bool { isLetter && !isHan }

  /// A Chinese character.
  var isHan: Bool { unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false }
}

extension Catalogue {
  /// Names that are never put into other words.
  public var officialNames: Set<String> {
    var names = Set(laws.values.map(\.title))
    names.formUnion(agencies.values.flatMap { [$0.name, $0.short] + $0.counters.map(\.name) })
    names.formUnion(halls.values.map(\.name))
    names.formUnion(items.values.flatMap { [$0.name, $0.official] })
    names.formUnion(scenarios.values.map(\.title))
    names.formUnion(evidence.values.map(\.name))
    names.formUnion(fees.values.map(\.name))
    return names.filter { $0.count > 1 }
  }
}
