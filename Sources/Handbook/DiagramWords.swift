/// What the flow diagram says.
extension Phrases {
  public var flow: String { say("一张图看先后", "The whole at a glance") }
  public var flowInWords: String { say("先办什么，后办什么", "What comes first, and what follows") }
  public var flowText: String { say("文字版", "The same in words") }
  public var flowReading: String {
    say("从上往下办；同一格里的不分先后。", "Read downwards; what stands in one band has no order.")
  }
  public var flowDashed: String { say("虚线框：不是人人要办。", "Dashed: not for everybody.") }
  public var flowPaper: String { say("箭头上的纸：前面拿到、这一步要用。", "Slips on arrows: papers that you got before.") }
  var flowStart: String { say("您", "You") }
  var flowGet: String { say("拿到", "You hold") }
  var flowDone: String { say("办完", "Done") }
  var flowTogether: String { say("同时办", "side by side") }
  var flowOneOf: String { say("只办一样", "one of these") }
  var flowTimeUnknown: String { say("时间未提供", "time not stated") }
  var flowPapers: String { say("前面拿到的材料", "papers got before") }
  func flowTitle(_ scenario: String) -> String { say("\(scenario)：先后次序图", "\(scenario): what comes first") }
  func flowStep(_ number: Int) -> String { say("第\(number)步", "Step \(number)") }
  /// A layer's heading among the others.
  func flowLabel(_ number: Int, _ together: String?) -> String {
    let step = flowStep(number) + (together.map(inParentheses) ?? "") + colon
    return number == 1 ? step : say("然后，\(step)", "Then, \(step)")
  }
  func flowSummary(_ number: Int, _ together: String?, _ names: [String]) -> String {
    let listed = names.joined(separator: separator)
    return flowStep(number) + (together.map(inParentheses) ?? "") + colon + listed + say("。", ". ")
  }
  func flowEnd(_ results: [String]) -> String {
    guard !results.isEmpty else { return say("办完。", "Done.") }
    return say("最后拿到：", "In the end you hold: ") + results.joined(separator: semicolon) + say("。", ".")
  }
  func flowMoreResults(_ number: Int) -> String { say("还有\(number)样，见下文", "and \(number) more, see below") }
  func flowAfter(_ names: [String]) -> String { say("先办完\(quoted(names))", "after \(quoted(names))") }
  func flowBeforeResult(_ names: [String]) -> String {
    say("\(quoted(names))办完，这一件才办得结", "it can end only after \(quoted(names))")
  }
  func flowUses(_ paper: String, from name: String) -> String {
    say("用\(quoted([name]))给的\(paper)", "with \(paper) from \(quoted([name]))")
  }
  func flowWait(_ days: String) -> String { say("等\(days)", "wait \(days)") }
  func flowWait(_ days: String, after name: String) -> String {
    say("\(quoted([name]))办完后等\(days)", "wait \(days) after \(quoted([name]))")
  }
  func flowWaits(_ days: String, after name: String) -> String { flowWait(days, after: name) }
  func noNeedToGo(_ agency: String) -> String { say("\(agency)（不用您去）", "\(agency) (you need not go)") }
  func andOthers(_ names: String) -> String { say("\(names)等", "\(names) and others") }
  func atMost(_ text: String) -> String { say("最多\(text)", "at most \(text)") }
  private func quoted(_ names: [String]) -> String {
    say("“\(names.joined(separator: "”“"))”", "“\(names.joined(separator: "”, “"))”")
  }
}
