public import Catalogue
import Diagnostics

/// Every phrase of the book's own voice, in both languages. What the catalogue says is not here.
public struct Phrases: Sendable {
  /// BCP 47 language of the book.
  public let lang: String
  public var isEnglish: Bool { lang.hasPrefix("en") }
  /// The program's own language that is nearest the book's.
  var language: Language { isEnglish ? .english : .chinese }

  public init(lang: String) { self.lang = lang }

  func say(_ zh: String, _ en: String) -> String { isEnglish ? en : zh }

  // MARK: The book
  public var contents: String { say("目录", "Contents") }
  public var howToUse: String { say("怎么用这本书", "How to use this book") }
  public var search: String { say("搜索", "Search") }
  public var searchHint: String { say("想办什么事？比如：过户、换证、年检", "What do you want done?") }
  public var searchNone: String { say("没有找到。换个说法试试，或者从目录里找。", "Nothing found. Try other words, or use the contents.") }
  public var allPages: String { say("全部页面", "All pages") }
  public var skip: String { say("跳到正文", "Skip to content") }
  public var home: String { say("首页", "Home") }
  public var scenarios: String { say("一件事", "Scenarios") }
  public var items: String { say("事项", "Service items") }
  public var agencies: String { say("办事机构", "Agencies") }
  public var evidence: String { say("材料", "Papers") }
  public var evidenceIndex: String { say("按材料查", "Index by paper") }
  public var evidenceIndexLead: String { say("手里有一份材料，想知道办哪些事要用它，从这里查。", "Which matters ask for this paper?") }
  public var agencyIndex: String { say("机构名录", "Agency directory") }
  public var agencyIndexLead: String { say("谁管什么，去哪里办。", "Who does what, and where.") }
  public var itemIndex: String { say("全部事项", "All service items") }
  public var itemIndexLead: String { say("每个事项单独怎么办，按机构排列。", "Each service item by itself, by agency.") }
  public func officially(_ text: String) -> String { say("原文：\(text)", "Official wording: \(text)") }
  public var officialWords: String { say("官方说法和本书的说法", "Official words and ours") }
  public var officialWordsLead: String {
    say(
      "左边是文件、公告里的说法，右边是本书的说法。法规条文和正式名称不改。",
      "What documents say, and what this book says. Laws are quoted and names kept as they are.")
  }
  public var glossary: String { say("名词解释", "Glossary") }
  public var laws: String { say("依据一览", "Legal sources") }
  public var lawsLead: String { say("书里每个期限、材料、条件出自哪里。", "Where the facts of this book stand.") }
  public var hotlines: String { say("打电话问", "Call") }
  public var printBook: String { say("打印整本", "Print the book") }
  public func edition(_ id: String, _ day: Day) -> String {
    let parts = day.components
    return say("\(id) 版 · \(parts.year)年\(parts.month)月\(parts.day)日", "Edition \(id) · \(day)")
  }
  public func date(_ day: Day) -> String {
    let parts = day.components
    let week = ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
    return say("\(parts.year)年\(parts.month)月\(parts.day)日（周\(week)）", day.description)
  }
  public var firstEdition: String {
    say("这是第一版，还没有变化可以说。", "This is the first edition: there are no changes to report.")
  }
  public var accessibility: String {
    say(
      "全书是文字，有逐级目录和标题；每件事有一张先后次序图，图下有同样内容的文字版；没有声音和闪烁内容，字号、颜色可由阅读器调整。",
      "The book is text with headings and a nested table of contents; diagrams are told in words too; there is no sound or flashing."
    )
  }
  public var landmarks: String { say("要处", "Landmarks") }
  public func formerEdition(_ edition: String) -> String {
    say("这是以前的一版（\(edition) 版），内容可能已经变了。", "This is a former edition (\(edition)); things may have changed since.")
  }
  public var currentEdition: String { say("看最新的一版", "See the current one") }
  public var stale: String { say("办事前请先看看这本书是不是最新一版。", "Check that this is the latest edition before you go.") }

  // MARK: Certainty
  public var notStated: String { say("未提供", "not stated") }
  public var none: String { say("无", "none") }
  public var sample: String { say("示例", "sample") }
  public func checked(_ checked: Checked) -> String? {
    switch checked {
    case .yes: nil
    case .secondary: say("转引", "retold")
    case .no: say("待核", "unchecked")
    }
  }
  public var checkedLegend: String {
    say(
      "“转引”：资料转引，待核对原文。“待核”：一般做法，没有查到条文。",
      "“retold”: from a secondary source, to be checked. “unchecked”: general practice, no article found.")
  }

  // MARK: An item, agency, evidence type
  public var officialName: String { say("正式名称", "Official name") }
  public var alsoCalled: String { say("也叫", "Also called") }
  public var type: String { say("事项类型", "Type") }
  public var who: String { say("谁来办", "Who applies") }
  public var conditions: String { say("要符合", "Conditions") }
  public var responsible: String { say("办理机构", "Agency") }
  public var time: String { say("办理时限", "Time limit") }
  public var validity: String { say("有效期", "Validity") }
  public var agent: String { say("能不能代办", "By an agent") }
  public func allowed(_ rule: ServiceItem.AgentRule.Allowed?) -> String {
    switch rule {
    case .yes: say("可以代办", "yes")
    case .no: say("不能代办", "no")
    case .limited: say("看情形", "in some cases")
    case nil: notStated
    }
  }
  public var usedIn: String { say("用在这些事里", "Part of these scenarios") }
  public var usedByItems: String { say("这些事项要用", "Asked for by these items") }
  public var issuer: String { say("谁发的", "Issued by") }
  public var howToGet: String { say("怎么取得", "How to get it") }
  public var canBeChecked: String { say("能不能免交", "Can it be checked without paper") }
  public var accepts: String { say("认哪些证件", "Accepted documents") }
  public var handles: String { say("办这些事项", "Handles") }
  public var remarks: String { say("说明", "Remarks") }
  public var effective: String { say("施行日期", "In force since") }
  public func whole(_ number: Int) -> String { say("共\(number)项", "\(number)") }
  public var separator: String { say("、", ", ") }
  public var sentenceOr: String { say("；或者", "; or ") }
  public var sentenceAnd: String { say("，并且", ", and ") }
  public var optionOr: String { say("或", " or ") }
  public func except(_ text: String) -> String { say("不是“\(text)”", "not “\(text)”") }
  public func titled(_ title: String) -> String { say("《\(title)》", title) }
  public func article(_ number: String) -> String { say("第\(number)条", "art. \(number)") }
  public func inParentheses(_ text: String) -> String { say("（\(text)）", " (\(text))") }
  public var semicolon: String { say("；", "; ") }
  /// Between two pieces that make one line: English has a space there.
  public var gap: String { say("", " ") }
  public var comma: String { say("，", ", ") }
  public func article(_ number: String, to last: String) -> String {
    say("第\(number)条至第\(last)条", "arts. \(number)–\(last)")
  }
  public func article(_ number: String, item: String) -> String {
    say("第\(number)条第（\(item)）项", "art. \(number) (\(item))")
  }
  public var colon: String { say("：", ": ") }
}
