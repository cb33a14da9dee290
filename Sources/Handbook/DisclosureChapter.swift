/// The official disclosure catalogue (政务公开事项标准目录，体例按国办发〔2019〕54号): one row an item of a public body.
public struct DisclosureChapter: Sendable {
  /// One thing that has to be made public of a matter.
  public struct Content: Sendable {
    public var name: String
    /// The guide has it; else it is printed as not stated.
    public var isStated: Bool
  }
  /// One of the thirteen boxes.
  public struct Box: Sendable {
    public var id: String
    public var name: String
    public var isTicked: Bool
  }
  public struct Row: Sendable {
    /// Counted from 1.
    public var number: Int
    public var item: Reference
    /// 一级事项; `nil` = not stated.
    public var category: String?
    /// 二级事项, as the law calls it.
    public var official: String
    /// What people call it; `nil` where that is the same.
    public var plain: String?
    public var contents: [Content]
    /// What the duty to publish rests on, then the law of the matter.
    public var legal: [ScenarioChapter.LegalEntry]
    /// By when; `nil` here and below = not stated.
    public var limit: Sentence?
    public var body: Reference
    public var channels: Sentence?
    /// Empty where the channels are not stated.
    public var boxes: [Box]
    public var audience: Sentence?
    public var manner: Sentence?
    public var levels: Sentence?
    /// The same for programs: `everyone`, `group`; `proactive`, `on-request`; `county`, `township`.
    public var codes: Codes
  }
  public struct Codes: Sendable {
    public var audience: String?
    public var manner: String?
    public var levels: [String]
    /// The cells that are samples: `limit`, `channels`, `audience`, `manner`, `levels`.
    public var samples: [String]
  }

  public var rows: [Row]
  /// Items of companies, hospitals and schools: they are no acts of a public body and have no row.
  public var apart: [Reference]
  /// What a guideline demands; `nil` = none is declared.
  public var guideline: GuidelineList?
}

extension Sentence {
  /// The words with what is to be said of their certainty, for a cell that holds text only.
  public func inWords(_ phrases: Phrases) -> String { mark.map { text + phrases.inParentheses($0) } ?? text }
}

extension DisclosureChapter.Content {
  public func inWords(_ phrases: Phrases) -> String {
    isStated ? name : name + phrases.inParentheses(phrases.notStated)
  }
}

extension ScenarioChapter.LegalEntry {
  /// 《…条例》（国务院令第711号）第20条、第26条（转引）.
  public func inWords(_ phrases: Phrases) -> String {
    let marked = mark.map(phrases.inParentheses) ?? ""
    return law.text + phrases.inParentheses(number) + articles.joined(separator: phrases.separator) + marked
  }
}
