import Catalogue
import Diagnostics

extension Proofreader {
  /// A message goes over screens that others see: it names nobody, and says neither how much, nor for what, nor why not.
  func checkMessagePrivacy() {
    for text in catalogue.texts where text.role == .message {
      guard let found = MessagePrivacy.first(in: text.text) else { continue }
      error(
        "private-words", place(of: found.words, in: text.span), zh: "消息里不能有“\(found.words)”：\(found.why.zh)",
        en: "a message cannot say '\(found.words)': \(found.why.en)",
        help: [
          Message(zh: "删掉；办理的内容在原来申请的地方登录了才看", en: "remove it; what a case is about is read after signing in")
        ])
    }
  }
}

/// Words that tell of a person.
enum MessagePrivacy {
  /// Forms of address by which somebody is named: after a variable or a name, or before a variable.
  private static var address: Regex<Substring> {
    #/(?:\}|[\u{4E00}-\u{9FFF}--[的位各]])(?:先生|女士|同志|小姐)|(?:先生|女士|同志|小姐)\{/#
  }
  private static var amount: Regex<Substring> { #/\d+(?:\.\d+)?元/# }
  private static let kinds: [(words: [String], why: Message)] = [
    (
      ["超速", "酒驾", "醉驾", "毒驾", "闯红灯", "无证驾驶", "肇事", "逃逸", "套牌"],
      Message(zh: "违法的种类", en: "it is a kind of violation")
    ),
    (["病情", "疾病", "患有", "残疾", "诊断", "体检不合格", "精神病", "癫痫"], Message(zh: "健康状况", en: "it is about health")),
    (["不予许可的理由", "不批的原因", "原因是", "理由是", "因为您"], Message(zh: "不批的理由", en: "it is a reason of refusal")),
  ]

  static func first(in text: String) -> (words: String, why: Message)? {
    if let match = text.firstMatch(of: address) {
      return (String(match.output), Message(zh: "指名道姓", en: "it names a person"))
    }
    if let match = text.firstMatch(of: amount) {
      return (String(match.output), Message(zh: "金额", en: "it is an amount"))
    }
    for kind in kinds {
      if let word = kind.words.first(where: text.contains) { return (word, kind.why) }
    }
    return nil
  }
}
