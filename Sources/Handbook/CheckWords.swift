/// What the proofreader's page says.
extension Phrases {
  public var checkTitle: String { say("校对报告", "Proofreader's report") }
  public var checkLead: String {
    say(
      "给编目录的人看：有什么要改，哪些要素还没有提供，书里替换了哪些说法。",
      "For those who keep the catalogue: what to mend, what is not stated yet, which words were put in.")
  }
  public var checkErrors: String { say("错误", "Errors") }
  public var checkWarnings: String { say("提醒", "Warnings") }
  public var checkAccepted: String { say("已说明理由", "Accepted") }
  public var checkComplete: String { say("要素齐全", "Complete") }
  public var findings: String { say("要改的", "To mend") }
  public var noFindings: String { say("没有要改的。", "Nothing to mend.") }
  public var acceptedFindings: String { say("看过、暂时不改的", "Seen, and left for now") }
  public var acceptedBecause: String { say("理由", "Reason") }
  public var byAgency: String { say("按机构看要素", "Elements by agency") }
  public var byElement: String { say("按要素看", "Element by element") }
  public var byItem: String { say("按事项看缺什么", "What each item lacks") }
  public var completenessLead: String {
    say(
      "要素照国家政务服务平台实施清单的字段。“确认没有”也算齐；示例不算。",
      "The elements are those of the national platform's item lists. “None” is complete too; a sample is not.")
  }
  public func missingElements(_ count: Int) -> String {
    say("办事指南的要素，还有\(count)项未提供", "\(count) elements of a service guide are not stated yet")
  }
  public var element: String { say("要素", "Element") }
  public var known: String { say("已提供", "Stated") }
  public var knownNone: String { say("确认没有", "None") }
  public var percent: String { say("齐全", "Complete") }
  public var lacking: String { say("未提供", "Not stated") }
  public var total: String { say("合计", "Total") }
  public var rewritten: String { say("自动换成大白话的", "Put into plain words") }
  public var rewrittenLead: String {
    say(
      "原来的说法在目录里没有动；鼠标停在句子上、名词解释页里都能看到。",
      "The catalogue keeps the official words; they show on the sentence and in the glossary.")
  }
  public func explainWith(_ id: String) -> String { "onebook explain \(id)" }
}
