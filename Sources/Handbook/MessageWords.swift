import Catalogue

extension Phrases {
  public var messagePlan: String {
    say("您会收到哪些消息；没收到怎么办", "Messages you will get, and what to do if one does not come")
  }
  public var messagePlanLead: String {
    say(
      "同意一次，从准备到办完的消息都发。本地是否已开通，未提供：没收到的，照“没收到”办。",
      "One consent covers them all, from preparing to the end. Whether they are sent here is not stated: if one does not come, do as it says."
    )
  }
  public var messagePrivacy: String {
    say("消息里不写姓名、号码和办理内容。", "Messages hold no names, no numbers and nothing of your case.")
  }
  func stage(_ code: MessagePlan.Stage.Code) -> String {
    switch code {
    case .b1: say("准备", "Preparing")
    case .b2: say("变更", "Change")
    case .b3: say("提醒", "Reminder")
    case .d1: say("收件", "Papers received")
    case .d2: say("补正", "Papers missing")
    case .d3: say("受理", "Accepted")
    case .d4: say("延期", "Extension")
    case .d5: say("下一步", "Next step")
    case .a1: say("办结", "Done")
    case .a2: say("不予", "Refused")
    case .a3: say("送达", "Handed over")
    case .a4: say("后续", "Afterwards")
    case .a5: say("评价", "Your opinion")
    }
  }
  func signature(_ issuer: String) -> String { say("【\(issuer)】", "[\(issuer)] ") }
  func sender(_ sender: MessagePlan.Stage.Sender) -> String {
    switch sender {
    case .onebook: say("本书的订阅", "this book's feed")
    case .caseSystem: say("办理机构", "the agency")
    }
  }
  func ofTheStep(_ variable: MessageVariable) -> String {
    switch variable {
    case .guide: say("办的事项", "the item")
    case .office, .counter: say("办这一步的窗口", "the counter of this step")
    case .phone: say("办理机构的电话", "the agency's telephone")
    default: say("以公布的为准", "as published")
    }
  }
  var someDay: String { say("×年×月×日", "(date)") }
  var someNumber: String { say("×", "(number)") }
  public var messageWhen: String { say("什么时候", "When") }
  public var messageSays: String { say("消息怎么说", "What it says") }
  public var messageSender: String { say("谁发", "Sent by") }
  public var messageNext: String { say("接着", "Then") }
  public var messageMissing: String { say("没收到", "If it does not come") }
  public var addHolidays: String { say("放假和补班的日子，加到手机日历", "Add holidays and make-up days to your calendar") }

  // MARK: Calendar
  func dayOff(_ name: String?) -> String {
    name.map { say("\($0)放假", "\($0): public holiday") } ?? say("放假", "Public holiday")
  }
  var makeUpDay: String { say("补班，算工作日", "Make-up working day") }
  func dayOffNote(_ source: String?) -> String {
    let by = source.map { say("按《\($0)》，", "By \($0): ") } ?? ""
    return say(
      "\(by)这几天不算工作日。窗口有没有人值班，未提供，去之前先问。", "\(by)no working days. Whether counters are open is not stated: ask first.")
  }
  func makeUpDayNote(_ source: String?) -> String {
    let by = source.map { say("按《\($0)》，", "By \($0): ") } ?? ""
    return say("\(by)这一天上班，算工作日。", "\(by)this is a working day.")
  }
  func consultationEnds(_ title: String) -> String { say("征求意见截止：\(title)", "Comments close: \(title)") }
  func lawBegins(_ title: String) -> String { say("开始施行：\(titled(title))", "In force: \(title)") }
  func lawEnds(_ title: String) -> String { say("最后一天有效：\(titled(title))", "Last day in force: \(title)") }

  // MARK: The command
  var messageExpires: String { say("过了就不再发", "Not after") }
  var messageExcluded: String { say("期限里不算的", "Not counted in the limit") }
  var messageLacks: String { say("还缺，先不要发：", "Not ready to be sent: ") }
  func lacks(_ variable: MessageVariable) -> String {
    switch variable {
    case .date: say("date（日期）：写 --set date=YYYY-MM-DD", "date: give --set date=YYYY-MM-DD")
    case .count: say("count（几样）：写 --set count=数字", "count: give --set count=NUMBER")
    case .guide, .office, .counter:
      say(
        "\(variable.rawValue)：不止一个，写 --set \(variable.rawValue)=编号",
        "\(variable.rawValue): there are several, give --set \(variable.rawValue)=ID")
    case .phone, .hours, .url, .scenario: notKnown(variable)
    }
  }
  func notKnown(_ variable: MessageVariable) -> String {
    say("\(variable.rawValue)：目录里未提供", "\(variable.rawValue): the catalogue does not state it")
  }
  var lacksCalendar: String {
    say("date（日期）：那一年的放假安排目录里没有，算不出来", "date: the calendar of that year is not in the catalogue")
  }
  var lacksLimit: String {
    say(
      "date（日期）：办理时限未提供，或者这种情形不止一个事项，写 --set guide=事项编号",
      "date: no time limit is stated, or there are several items: give --set guide=ITEM")
  }
}
