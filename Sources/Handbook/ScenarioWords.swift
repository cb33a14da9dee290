public import Catalogue

/// What a scenario says.
extension Phrases {
  public var openQuestions: String { say("没有回答：", "left open: ") }
  public var trips: String { say("跑几趟", "Trips") }
  public var things: String { say("带几样", "Things to bring") }
  public var days: String { say("等几天", "Days") }
  public var money: String { say("交多少", "To pay") }
  public var about: String { say("约", "about ") }
  public var tripUnit: String { say("趟", "") }
  public var thingUnit: String { say("样", "") }
  public var yuan: String { say("元", "yuan") }
  public func before(_ text: String) -> String { say("分开办 \(text)", "separately \(text)") }
  public func fromTo(_ low: String, _ high: String) -> String { say("\(low)到\(high)", "\(low) to \(high)") }
  public var howCounted: String { say("怎么算的", "How this is counted") }
  public var tripsCounted: String {
    say(
      "趟数：同一处能一次办完的算一趟；要等机关办、过后再去的另算一趟；能在现场等的、能邮寄的不另算。",
      "Trips: all that can be done at one place at once is one trip; a result you may wait for or have mailed costs none."
    )
  }
  public var thingsCounted: String {
    say(
      "样数：要您自己带去的材料，同一个人、同一辆车的同一种材料只算一样。",
      "Things: papers you bring yourself; the same paper of the same person or car counts once.")
  }
  public var daysCounted: String {
    say(
      "天数：各机关的法定时限按先后顺序相加，同时进行的取最长；没有公布的不算在内，前面写“至少”。",
      "Days: legal time limits one after the other, the longest of parallel ones; unstated times make it “at least”.")
  }
  public var moneyCounted: String {
    say(
      "金额：只算交给机关的费用；交给商家、检测站、医院的另列。",
      "Money: charges of authorities only; what companies and hospitals charge is listed apart.")
  }
  public var beforeCounted: String {
    say("“分开办”是按每个事项自己的办事指南一件一件去办，用同样的办法数出来的。", "“Separately” counts the guides one by one in the same way.")
  }
  public var questions: String { say("您是哪种情形？", "Your case") }
  public var questionsLead: String {
    say(
      "答几个问题，下面的清单就只剩您要用的。不想答也行，清单全在。", "Answer, and the lists keep only what you need. Or don't: everything is listed."
    )
  }
  public var chooseMany: String { say("可以多选", "choose any") }
  public var reset: String { say("清空回答", "Clear answers") }
  public var printCase: String { say("打印我的清单", "Print my list") }
  public var folded: String { say("已按您的回答收拢", "folded to your answers") }
  public var nothingToDo: String {
    say("按您的回答，现在没有要办的。请看下面的问答。", "For these answers there is nothing to do now. See the questions below.")
  }
  public var bring: String { say("带什么", "What to bring") }
  public func belongs(to name: String) -> String { say("\(name)的", "of \(name)") }
  public var other: String { say("这件事的", "of the matter") }
  public var choiceHeading: String { say("选一样带", "One of") }
  public var or: String { say("或者", "or") }
  public var and: String { say("＋", " + ") }
  public func ifCondition(_ text: String) -> String { say("如果\(text)", "if \(text)") }
  public var askedBy: String { say("谁要看", "Asked by") }
  public var notNeeded: String { say("不用带", "You need not bring") }
  public var handovers: String { say("路上会拿到", "You will get on the way") }
  public func handover(_ from: String, _ to: String) -> String {
    say("办“\(from)”时拿到，办“\(to)”时用", "given by “\(from)”, used for “\(to)”")
  }
  public var onceApproved: String { say("办结且准予后", "once it is done and granted") }
  public var refused: String { say("不批准怎么办", "If an office refuses") }
  public var originalsShown: String { say("原件，看完还您", "original, handed back") }
  public var originalsEndorsed: String { say("原件，签注后还您", "original, endorsed and returned") }
  public var originalsKept: String { say("原件，交给窗口", "original, kept by the office") }
  public var originalsSurrendered: String { say("原件，交回收走", "original, given back for good") }
  public var orElse: String { say("，或者", ", or ") }
  public var eachItem: String { say("，每个事项各1份", ", one for each item") }
  public func count(_ number: Int) -> String { say("\(number)份", "×\(number)") }
  public func copies(_ number: String, complete: Bool) -> String {
    say("复印件\(complete ? "" : "至少")\(number)份", "\(complete ? "" : "at least ")\(number) copies")
  }
  public func certified(_ number: String) -> String { say("盖章复印件\(number)份", "\(number) certified copies") }
  public var copiesNotStated: String {
    say(
      "没写复印件的：法规没有规定要不要、要几份，本地也未提供，请先问窗口。",
      "Where no copies are named, whether and how many are needed is not stated. Ask the counter.")
  }
  public var electronic: String {
    say("有电子证照的，先问窗口认不认。", "If you hold an electronic certificate, ask whether the counter takes it.")
  }
  public func media(_ media: [Requirement.Medium]) -> String? {
    switch media {
    case [.electronic]: say("交电子件", "as a file")
    case [.paper]: say("交纸质件", "on paper")
    case []: nil
    default: say("纸质、电子都行", "on paper or as a file")
    }
  }
  /// 四项中任选两项
  public func any(_ count: Int, of all: Int) -> String {
    func word(_ number: Int) -> String {
      let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
      return words.indices.contains(number) ? words[number] : "\(number)"
    }
    return say("\(word(all))项中任选\(word(count))项", "any \(count) of \(all)")
  }
  public func list(_ heading: String, _ names: [String]) -> String {
    heading + colon + names.joined(separator: separator)
  }
  public var optional: String { say("可带可不带", "optional") }
  public func deferrable(_ days: Int?) -> String {
    guard let days else { return say("可以后补", "may follow later") }
    return say("可以后补，\(days)天内交齐", "may follow within \(days) days")
  }
  public func maxAge(_ days: Int) -> String { say("\(days)天内开出的", "issued within \(days) days") }
  public func minRemaining(_ days: Int) -> String {
    say(days == 0 ? "在有效期内" : "有效期还剩\(days)天以上", "valid for \(days) more days")
  }
  public func waived(_ how: Requirement.Waiver.How) -> String {
    switch how {
    case .lookup: say("窗口联网核查", "checked on line by the office")
    case .eCertificate: say("认电子证照", "an electronic certificate will do")
    case .internal: say("本部门核发，窗口自己查", "issued by the same office")
    case .commitment: say("签告知承诺书", "a signed commitment will do")
    }
  }
  public var record: String { say("没有纸，窗口查电子记录", "an electronic record; there is no paper") }
  public func handedInBy(_ agency: String) -> String { say("由\(agency)交", "handed in by \(agency)") }
  public var decidedToDrop: String { say("经核定不用交", "Decided not to be needed") }
  public func coveredBy(_ name: String) -> String { say("已带\(name)，不用再带", "\(name) will do") }
  public var steps: String { say("怎么走", "What to do") }
  /// What stands before and after the number of a trip; the number itself depends on the answers.
  public var tripCounter: (String, String) { isEnglish ? ("Trip ", ": ") : ("第", "趟 ") }
  /// In place of the number where it depends on the answers whether the trip is made at all.
  public var tripMaybe: String { say("可能要去 ", "Perhaps: ") }
  public func byOffice(_ text: String) -> String { say("窗口：\(text)", "office: \(text)") }
  public var inPerson: String { say("本人到场", "in person") }
  public var agentSometimes: String { say("有的情形可以代办", "by an agent in some cases") }
  public var mind: String { say("留意", "Mind") }
  public func apart(_ first: String, _ other: String, hall: String) -> String {
    say(
      "\(first)和\(other)都在\(hall)，但开门的时间碰不上，要分两趟去。",
      "\(first) and \(other) are both in \(hall) but never open at the same time: that takes two trips.")
  }
  public func notInOrder(_ first: String, _ then: String, _ reason: String) -> String {
    let why = reason.isEmpty ? "" : inParentheses(reason)
    return say(
      "最好先办“\(first)”再办“\(then)”\(why)，但这里排不成。", "“\(first)” had better come before “\(then)”\(why); here it cannot.")
  }
  public var atHome: String { say("出门前", "Before you go") }
  public var online: String { say("网上", "On line") }
  public var officeWorks: String { say("办理中", "at work") }
  public var wait: String { say("等一等", "Wait") }
  public var mayBeOnline: String { say("也能网上办", "also on line") }
  public var byMail: String { say("可邮寄", "by mail") }
  public var waitForIt: String { say("可现场等", "you may wait for it") }
  public var stepsNotStated: String { say("具体步骤未提供", "steps not stated") }
  public func duration(_ duration: Duration) -> String {
    switch duration.unit {
    case .workingDays: "\(duration.days)\(workingDayUnit)"
    case .calendarDays: "\(duration.days)\(calendarDayUnit)"
    }
  }
  public var workingDayUnit: String { say("个工作日", " working days") }
  public var calendarDayUnit: String { say("天（自然日）", " calendar days") }
  public func within(_ text: String) -> String { say("\(text)内", "within \(text)") }
  public var instant: String { say("当场办结", "on the spot") }
  public var noLimit: String { say("法规没有规定时限", "the law sets no limit") }
  public var statutory: String { say("法定时限", "Legal limit") }
  public var promised: String { say("承诺时限", "Promised") }
  public var howLong: String { say("多久办完", "How long") }
  public func atLeast(_ text: String) -> String { say("至少\(text)", "at least \(text)") }
  public var timeNotIncluded: String { say("下面这些没有公布办理时间，不算在内：", "Not included, because no time is stated:") }
  public var timeOnTop: String { say("时限不含、另外要等的，多久没有公布：", "On top of the limits, for a time that nobody states:") }
  public var timeOnTopShort: String { say("时限不含", "Not counted") }
  public func onTop(_ text: String) -> String {
    say("另加“\(text)”，时间未公布", "and “\(text)” on top, for a time not stated")
  }
  public var countFrom: String {
    say(
      "从收件的第二天起算；工作日不含周末和法定节假日，自然日连着数。",
      "Counted from the day after; working days leave out week-ends and holidays, calendar days do not.")
  }
  public func finish(_ start: String, _ end: String) -> String {
    say("\(start)开始，\(end)前办完", "begun on \(start), done by \(end)")
  }
  public func finishAtLeast(_ start: String, _ end: String) -> String {
    say("\(start)开始，有时限的部分到\(end)；没有公布时间的另加", "begun on \(start); the parts with a limit end on \(end)")
  }
  /// How long it takes whichever working day one begins on, holidays and all.
  public func whenever(_ days: ClosedRange<Int>, complete: Bool) -> String {
    let number = days.lowerBound == days.upperBound ? "\(days.upperBound)" : "\(days.lowerBound)–\(days.upperBound)"
    let text = say("\(number)天", "\(number) days")
    return say(
      "换一天开始，算上周末和放假，前后\(complete ? text : atLeast(text))",
      "whichever day you begin, \(complete ? text : atLeast(text)) in all")
  }
  public var noCalendar: String { say("那一年的放假安排还没有公布，日期算不出来", "the holidays of that year are not known") }
  public var fees: String { say("花多少钱", "What it costs") }
  public var noFee: String { say("不收费", "free") }
  public var freeItems: String { say("不收费的：", "Free of charge:") }
  public var feeUnknown: String { say("收费情况未提供的：", "Charges not stated:") }
  public func kind(_ kind: Fee.Kind) -> String {
    switch kind {
    case .government: say("交给机关", "to the authorities")
    case .deposit: say("押金", "deposit")
    case .thirdParty: say("交给商家、机构", "to others")
    }
  }
  public func per(_ amount: String, _ unit: String?) -> String {
    unit.map { say("\(amount)／\($0)", "\(amount) per \($0)") } ?? amount
  }
  /// `one` is the amount of one, `all` of all of them.
  public func times(_ one: String, _ number: Int, _ all: String) -> String { "\(one) × \(number) = \(all)" }
  public func remark(_ name: String, _ text: String) -> String { say("\(name)：\(text)", "\(name): \(text)") }
  public var feeCaution: String { say("金额以窗口公示为准。", "The amounts posted at the counter hold.") }
  public var `where`: String { say("去哪里", "Where to go") }
  public var whereUnknown: String {
    say("地址、办公时间、电话都未提供，去之前先打 12345 问清。", "Address, hours and phone are not stated: ask 12345 before you go.")
  }
  public var address: String { say("地址", "Address") }
  public var hours: String { say("办公时间", "Hours") }
  public var phone: String { say("电话", "Phone") }
  public func accordingTo(_ items: [String]) -> String {
    say("“\(items.joined(separator: "”“"))”的指南", "guide of “\(items.joined(separator: "”, “"))”")
  }
  public var sayingsDiffer: String { say("各处说法不一，请先电话确认", "guides disagree: call first") }
  public var deadlines: String { say("别错过的期限", "Deadlines of yours") }
  public var pitfalls: String { say("容易白跑的原因", "Why people are sent home") }
  public var answers: String { say("常见问题", "Questions and answers") }
  public var example: String { say("举个例子", "An example") }
  public var exampleBring: String { say("要带", "Bring") }
  public var examplePay: String { say("要交", "Pay") }
  public var exampleTime: String { say("时间", "Time") }
  public var messages: String { say("您会收到哪些消息", "Messages you will get") }
  public func phase(_ phase: Scenario.Phase) -> String {
    switch phase {
    case .before: say("事前", "Before")
    case .during: say("事中", "During")
    case .after: say("事后", "After")
    }
  }
  public var ifMissing: String {
    say("该收到没收到，打 12123 或到窗口问。", "If one does not come, call 12123 or ask at the counter.")
  }
  public var legal: String { say("依据", "Legal basis") }
  public var remedies: String { say("咨询、投诉、救济", "Questions, complaints, remedies") }
  public var remedyText: String {
    say(
      "对办理结果不服，可以依法申请行政复议或者提起行政诉讼，期限和机关以决定书上写的为准。",
      "You may apply for reconsideration or go to court; the decision names the body and the time limit.")
  }
  public var changes: String { say("本版变化", "Changes in this edition") }
  public var results: String { say("办完拿到", "You will hold") }
  public var partOf: String { say("包括的事项", "Service items it joins") }
}
