import Catalogue
import Diagnostics

extension Proofreader {
  /// Plain form: short lines, days of a named kind, yuan, “you”, no exception from an exception.
  func checkForm() {
    let days = WordSearch(["日", "天", "day"])
    let money = WordSearch(["￥", "¥", "RMB", "人民币", "块", "毛"])
    let persons = WordSearch(Self.persons)
    let conditions = WordSearch(["如果"])
    let exceptions = WordSearch(["除", "except"])
    for text in catalogue.texts where text.role != .staff && text.role != .story {
      if ![.prose, .message].contains(text.role) { checkLength(text) }
      if text.role != .situation, days.isIn(text.text) { checkDayUnits(text) }
      if money.isIn(text.text) { checkMoney(text) }
      if persons.isIn(text.text) { checkPerson(text) }
      if conditions.isIn(text.text) { checkConditionsLast(text) }
      if exceptions.isIn(text.text) { checkExceptions(text) }
    }
  }

  /// One requirement a line, and a line that is read at a glance.
  private func checkLength(_ text: PageText) {
    for sentence in text.text.split(whereSeparator: { "。；！？\n".contains($0) }) {
      let length = isChinese ? sentence.lengthInCharacters : sentence.split(separator: " ").count
      let limit = isChinese ? 28 : 25
      guard length > limit else { continue }
      warning(
        "long-line", place(of: sentence, in: text.span), zh: "这一条有 \(length) 个字，一条不超过 \(limit) 个字",
        en: "this line has \(length) \(isChinese ? "characters" : "words"); \(limit) are read at a glance",
        help: [
          Message(
            zh: "拆成几条，一条说一件事；拆不开的，用“。”“；”断成几句",
            en: "make it several lines, one thing each, or at least several sentences")
        ])
      return
    }
  }

  /// The same number of days is another length in another law: which days are meant is said each time. A question is
  /// asked in plain days: nobody counts working days to answer it. A date, 12月1日以前, is no number of days.
  private func checkDayUnits(_ text: PageText) {
    guard text.text.contains(where: \.isNumber), !text.text.contains("自然日"), !text.text.contains("工作日"),
      !text.text.contains("working day"), !text.text.contains("calendar day"),
      let match = text.text.matches(
        of: #/(?:\d月)?(?:满|超过|提前)?\d+(?:[到至–-]\d+)?(?:日|天)(?:以?[内上后前]|之[内前后])|\b\d+ days?\b/#
      ).first(where: { !$0.output.contains("月") })
    else { return }
    warning(
      "day-unit", place(of: match.output, in: text.span), zh: "“\(match.output)”没有写是工作日还是自然日",
      en: "'\(match.output)': working days or calendar days?",
      help: [
        Message(
          zh: "查这部规章的附则，写成“工作日”或者加上“（自然日）”", en: "look it up in the law and write working days or calendar days")
      ])
  }

  private func checkMoney(_ text: PageText) {
    guard text.text.contains(where: \.isNumber),
      let match = text.text.firstMatch(of: #/[￥¥]\s*\d+|RMB\s*\d+|人民币\d+|\d+(?:\.\d+)?(?:块钱?|毛钱?)/#)
    else { return }
    warning(
      "money-form", place(of: match.output, in: text.span), zh: "“\(match.output)”：金额写“元”",
      en: "'\(match.output)': amounts are written in yuan",
      help: [Message(zh: "写成“100元／副”这样，带上单位", en: "write it as “100 yuan”, and for what")])
  }

  private static let persons = ["申请人", "当事人", "办事人", "办事群众", "行政相对人", "办理人", "the applicant"]

  /// The book speaks to its reader.
  private func checkPerson(_ text: PageText) {
    guard let word = Self.persons.first(where: text.text.contains) else { return }
    warning(
      "third-person", place(of: word, in: text.span), zh: "“\(word)”：书是对读者说话的",
      en: "'\(word)': the book speaks to its reader",
      help: [Message(zh: "写“您”；分得清谁的，写“车主”“新车主”“代办人”", en: "write “you”, or whose: the owner, the agent")])
  }

  /// Who reads on after the case that is not theirs has read in vain: the case comes first.
  private func checkConditionsLast(_ text: PageText) {
    for sentence in text.text.split(whereSeparator: { "。；！？".contains($0) }) {
      guard let match = sentence.firstMatch(of: #/[^，、：]，(?<late>如果[^，]*)$/#) else { continue }
      warning(
        "condition-last", place(of: match.output.late, in: text.span), zh: "“\(match.output.late)”写在了后面",
        en: "'\(match.output.late)' comes after what hangs on it",
        help: [Message(zh: "条件写在前面：如果……，就……", en: "put the case first: if …, then …")])
      return
    }
  }

  private func checkExceptions(_ text: PageText) {
    for sentence in text.text.split(whereSeparator: { "。；！？".contains($0) }) {
      let count =
        sentence.ranges(of: "除外").count + sentence.ranges(of: #/除(?!外)[^，。；]*?外/#).count
        + sentence.ranges(of: "except").count
      guard count > 1 else { continue }
      warning(
        "double-exception", place(of: sentence, in: text.span), zh: "“除外”套着“除外”，读不明白",
        en: "an exception from an exception",
        help: [Message(zh: "分开写：如果……，就……；如果……，就……", en: "write each case: if …, then …")])
      return
    }
  }
}

extension StringProtocol {
  /// Chinese characters one each, a number or a word of letters one, punctuation none.
  var lengthInCharacters: Int {
    var count = 0
    var inWord = false
    for character in self {
      let isWord = character.isASCII && (character.isLetter || character.isNumber)
      if isWord ? !inWord : character.isLetter || character.isNumber { count += 1 }
      inWord = isWord || inWord && character == "."
    }
    return count
  }
}
