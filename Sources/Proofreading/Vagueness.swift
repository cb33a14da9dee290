import Catalogue
import Diagnostics

/// Finds words that leave open what is meant. Sources: the provincial rules against catch-alls in guides (such as the
/// Beijing and Shanghai regulations on the business environment), and `words.xml`.
struct Vagueness {
  struct Found {
    var words: String
    var kind: VagueWord.Kind
    var remedy: Message?
  }

  private let listed: [VagueWord]
  private let clear: [String]
  /// A pattern costs more than the look whether it can apply at all.
  private let hints: WordSearch

  init(_ words: Words) {
    listed = words.vague
    clear = words.clear
    hints = WordSearch(Self.hints + words.vague.map(\.words))
  }

  /// The first such words; where several begin at one place, the longest.
  func first(in text: String) -> Found? {
    guard hints.isIn(text) else { return nil }
    let text = masked(text)
    var found: [(range: Range<String.Index>, found: Found)] = []
    for (pattern, kind, remedy) in patterns {
      if let match = text.firstMatch(of: pattern) {
        found.append((match.range, Found(words: String(text[match.range]), kind: kind, remedy: remedy)))
      }
    }
    for word in listed {
      if let range = text.firstRange(of: word.words) {
        found.append(
          (range, Found(words: word.words, kind: word.kind, remedy: Message(zh: word.remedy, en: word.remedy))))
      }
    }
    // Errors go before: a mere vagueness earlier in the text must not hide them.
    return found.min { a, b in
      (a.found.kind == .catchAll ? 0 : 1, a.range.lowerBound, b.range.upperBound)
        < (b.found.kind == .catchAll ? 0 : 1, b.range.lowerBound, a.range.upperBound)
    }?.found
  }

  /// Names that are clear, and titles of laws, leave nothing to find; the length stays.
  private func masked(_ text: String) -> String {
    var text = text
    for name in clear {
      text = text.replacing(name, with: String(repeating: "□", count: name.count))
    }
    return text.replacing(#/《[^》]*》/#) { String(repeating: "□", count: $0.output.count) }
  }

  private static let hints = [
    "其他", "其它", "有关", "相关", "等", "规定", "主管", "为准", "详情", "要求", "免冠", "认为", "情况", "根据", "必要", "原则上", "尽快", "及时", "适时",
    "other", "Other", "relevant", "Relevant", "etc", "necessary",
  ]

  private let patterns: [(Regex<Substring>, VagueWord.Kind, Message?)] = [
    (#/其[他它](?:相关|有关|需要|必要|应当|可以)?(?:提交|提供|出具)?的?(?:材料|资料|文件|证明|凭证|证件|手续|情形)/#, .catchAll, nil),
    (#/有关(?:材料|资料|文件|证明|凭证|证件|手续)/#, .catchAll, Self.which),
    (#/(?:法律|法规|规章|国家|上级|主管部门)[^，。；]{0,14}(?:规定|要求)(?:应当|需要)?(?:提交|提供)?的其他/#, .catchAll, nil),
    (#/(?:窗口|工作人员|审批机关|登记机关|受理机关)[^，。；]{0,6}(?:要求|认为|需要)[^，。；]{0,8}(?:材料|提供|提交)/#, .catchAll, Self.inWords),
    (#/(?i)\bother (?:relevant |necessary |required )?(?:papers|documents|materials|proof)\b/#, .catchAll, nil),
    (#/(?i)\brelevant (?:papers|documents|materials|departments)\b/#, .vague, Self.which),
    (#/(?i)\b(?:if|when|where) necessary\b|\betc\.?(?=$|[ ,;.)])/#, .vague, Self.inWords),
    (
      #/视(?:具体)?情况|根据(?:实际|具体|需要)(?:情况|需要)?/#, .catchAll,
      Message(zh: "写成一个问题：是哪种情况，各要什么", en: "make it a question: which case, and what each needs")
    ),
    (#/必要时|特殊情况|原则上|一般情况/#, .vague, Message(zh: "写明是哪种情况；没有例外就删", en: "say in which case, or remove it")),
    (#/尽快|及时|适时/#, .vague, Message(zh: "写明几天", en: "say how many days")),
    (#/相关(?:材料|资料|文件|证明|凭证|证件|手续)/#, .vague, Self.which),
    (#/等(?:材料|资料|文件|证件)(?=$|[，。；）])/#, .vague, nil),
    (#/(?:符合|具备)(?:相关|有关|规定|法定)(?:条件|要求|资格)/#, .vague, nil),
    (#/(?:具体|详情)[^，。；]{0,4}(?:以|请|可)[^，。；]{0,12}(?:为准|咨询)/#, .vague, Self.here),
    (#/按照?(?:规定|要求|程序)(?:办理|提供|缴纳)/#, .vague, Self.here),
    (#/(?:相关|有关|主管)部门/#, .vague, Message(zh: "写明是哪个部门，带电话", en: "name the office, with its number")),
    (#/免冠(?:照片|近照)(?!.*\d)/#, .vague, Message(zh: "写明尺寸、底色、张数", en: "say size, background and how many")),
    // A list that ends in 等; 等 elsewhere is waiting.
    (
      #/、[^、，。；]*?等(?=$|[，。；）])/#, .vague, Message(zh: "列全，或者删去“等”", en: "complete the list, or remove the “and so on”")
    ),
  ]
  private static let which = Message(zh: "写明是哪一份、谁出的", en: "say which, and who issues it")
  private static let inWords = Message(zh: "写成“如果……，就要……”", en: "write “if …, then …”")
  private static let here = Message(zh: "知道什么就写在这里，再给电话或者网址", en: "write here what is known, then where to ask")
}
