/// Whether two texts say the same in other words: the numbers, dates, papers, titles, duties and negations in them are the
/// same. Anything else would hide a change behind good style.
struct Rewording {
  /// Names of papers, longest first.
  let names: [String]

  func isOnly(_ a: String, _ b: String) -> Bool { substance(of: a) == substance(of: b) }

  /// What may not differ, sorted.
  func substance(of text: String) -> [String] {
    var rest = text
    var found: [String] = []
    for name in names where rest.contains(name) {
      found += Array(repeating: name, count: rest.components(of: name))
      rest = rest.replacing(name, with: " ")
    }
    found += rest.matches(of: /《[^》]*》/).map { String($0.output) }
    found += numbers(in: rest)
    found += Rewording.bindingWords(in: rest)
    return found.sorted { $0.precedes($1) }
  }

  /// Arabic and Chinese numerals by their value, with the word that follows: 三十日 and 30日 are one number.
  private func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9０-９]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千万半]+/).compactMap { match in
      let word = String(match.output)
      return Numeral.value(word).map { "#\($0)" } ?? "#" + word
    }
  }

  /// Words that bind, allow, forbid, exempt or limit.
  private static let binding = [
    "应当", "必须", "需要", "可以", "不得", "禁止", "不能", "不可", "不必", "不需", "不用", "无需", "免", "除", "只", "仅", "至少", "最多",
    "不超过", "以上", "以下", "以内", "以前", "之前", "以后", "之后", "内", "不", "未", "没", "无", "非", "勿", "别", "或", "和", "及",
  ]
  private static let englishBinding: Set<String> = [
    "not", "no", "never", "none", "must", "shall", "should", "may", "can", "cannot", "need", "unless", "except",
    "without",
    "only", "least", "most", "before", "after", "within", "or", "and", "either", "neither", "nor", "free",
  ]

  private static func bindingWords(in text: String) -> [String] {
    var found: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if let word = binding.first(where: rest.hasPrefix) {
        found.append(word)
        rest = rest.dropFirst(word.count)
      } else if first.isASCII, first.isLetter {
        let word = rest.prefix { $0.isASCII && $0.isLetter || $0 == "'" }
        let lower = word.lowercased()
        if englishBinding.contains(lower) || lower.hasSuffix("n't") { found.append(lower) }
        rest = rest.dropFirst(word.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return found
  }
}

/// A number in Arabic or Chinese numerals.
enum Numeral {
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

  /// `nil` where the characters are not one whole number.
  static func value(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    var total = 0
    var digit: Int?
    for character in word {
      if let power = powers[character] {
        total += (digit ?? 1) * power
        digit = nil
      } else if let value = digits[character], digit == nil || digit == 0 {
        digit = value
      } else {
        return nil
      }
    }
    return total + (digit ?? 0)
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
