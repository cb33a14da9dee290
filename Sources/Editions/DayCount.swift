/// Numbers of days in a sentence.
enum DayCount {
  /// The number, where the sentence holds exactly one length of time; months and years count as 30 and 365. Years and
  /// days of the calendar (2026年, 3月1日) are no lengths.
  static func only(in text: String) -> Int? {
    var found: [Int] = []
    for match in text.matches(of: /(\d+) ?(个工作日|个自然日|工作日|自然日|日|天|个月|年|(?:working |calendar )?days?|months?|years?)/) {
      let before = text[..<match.range.lowerBound].last
      guard before != "月", let number = Int(match.1), number < 1000 else { continue }
      found.append(number * length(of: match.2))
    }
    return found.count == 1 ? found.first : nil
  }

  private static func length(of unit: Substring) -> Int {
    if unit == "个月" || unit.hasPrefix("month") { return 30 }
    return unit == "年" || unit.hasPrefix("year") ? 365 : 1
  }
}
