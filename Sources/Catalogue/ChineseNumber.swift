/// A Chinese number with its unit that reads better in Arabic numerals: 三十日 → 30日, 两份 → 2份.
///
/// 一 stays, but in 一个工作日: 一次 and 一件事 are words, not counts. So does a number that is part of a name (第三十条, 周六, 十一).
struct ChineseNumber {
  /// With the unit.
  let arabic: String
  let end: Int

  /// Longest first.
  private static let units: [[Character]] = [
    "个工作日", "个自然日", "工作日", "自然日", "周岁", "个月", "公里", "日", "天", "份", "元", "副", "张",
  ].map(Array.init)
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

  init?(_ text: [Character], at start: Int) {
    guard Self.isNumeral(text[start]) else { return nil }
    // Only a whole number is one: what stands before must not belong to it.
    if start > 0, Self.isNumeral(text[start - 1]) || "第周每某几数".contains(text[start - 1]) { return nil }
    var end = start
    while end < text.count, Self.isNumeral(text[end]) { end += 1 }
    guard let value = Self.value(text[start..<end]),
      let unit = Self.units.first(where: { text[end...].starts(with: $0) }), value > 1 || unit.count > 2
    else { return nil }
    self.end = end + unit.count
    arabic = "\(value)" + String(unit)
  }

  private static func isNumeral(_ character: Character) -> Bool {
    digits[character] != nil || powers[character] != nil
  }

  /// `nil` where the characters are not one number: 三五日 is “a few days”.
  private static func value(_ numeral: ArraySlice<Character>) -> Int? {
    var total = 0
    var digit: Int?
    var last = Int.max
    for character in numeral {
      if let power = powers[character] {
        guard power < last else { return nil }
        total += (digit ?? 1) * power
        digit = nil
        last = power
      } else {
        guard digit == nil || digit == 0 else { return nil }
        digit = digits[character]
      }
    }
    return total + (digit ?? 0)
  }
}
