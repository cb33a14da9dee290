/// What the one-time notices say.
extension Phrases {
  public var notice: String { say("一次告知单", "One-time notice") }
  public var notices: String { say("一次告知单", "One-time notices") }
  public var noticesLead: String {
    say("一种情形一张A4纸：带什么、先去哪里、多久办完、交多少，一次说完。", "One sheet for each case: what to bring, where to go, how long, how much.")
  }
  public var noticeToTake: String { say("一次告知单：印一张带走", "One-time notice: a sheet to take along") }
  public func notice(of scenario: String) -> String { say("\(scenario) 一次告知单", "\(scenario): one-time notice") }
  public var yourCase: String { say("您的情形", "Your case") }
  public var everyCase: String { say("人人一样", "The same for everybody") }
  public var noticeNothing: String { say("这种情形没有要办的", "Nothing to do in this case") }
  public var findNotice: String { say("照着回答往下找，找到那一张就打印。", "Follow the answers down to the sheet, and print it.") }
  public func sheets(_ number: Int) -> String { say("\(number)张", "\(number) sheets") }
  public var bringTicked: String { say("要带的，备好一样勾一样", "Bring these, and tick them off") }
  public var unlessSaid: String { say("没另写的，都带原件，看完还您。", "Unless it says otherwise: the original, handed back.") }
  public var sparedInNotice: String { say("不用带的", "Not needed") }
  public var whereInOrder: String { say("先去哪里，后去哪里", "Where to go, in this order") }
  public var youReceive: String { say("办完拿到", "You will hold") }
  public var lastDay: String { say("最迟哪天办完", "The last day") }
  /// `days` as the figures tell it; on the spot there is no day to fill in.
  func lastDayFormula(_ days: String?) -> String {
    guard let days, days != instant else { return days ?? notStated }
    return say(
      "窗口收下材料的第二天起算，\(days)。收件：＿＿月＿＿日　最迟：＿＿月＿＿日",
      "Counted from the day after the papers are taken: \(days). Taken on ________, done by ________.")
  }
  public var rejections: String { say("容易白跑的原因", "Why people are sent home") }
  public var turnOver: String { say("请看背面", "Please turn over") }
  public var askHere: String { say("在哪里问", "Ask here") }
  public var officeFills: String { say("窗口填写", "For the office") }
  public var missingPapers: String { say("还缺的材料、要改的地方", "What is missing or must be mended") }
  public var howToMend: String { say("怎么补", "How") }
  public var mendBy: String {
    say("请在＿＿＿＿年＿＿月＿＿日前补齐，到＿＿＿＿＿＿＿＿窗口交。", "Please hand it in by ________ at counter ________.")
  }
  public var toldAtOnce: String {
    say(
      "材料不齐或不合要求的，当场或者5日内一次告知要补的全部内容；逾期不告知的，收到材料那天就算受理（《行政许可法》第32条第（四）项）。",
      "What is missing is told at once or within five days, all of it; else the application counts as accepted on the day it was received (Administrative Licensing Law, art. 32 (4))."
    )
  }
  public var clerk: String { say("经办人签字", "Signature of clerk") }
  public var applicant: String { say("申请人签字", "of applicant") }
  public var signedPhone: String { say("电话", "Phone") }
  public var signedOn: String { say("日期", "Date") }
  public func scanned(_ address: String) -> String { say("二维码：\(address)", "QR code: \(address)") }
  public var addressNotStated: String { say("网址未提供", "address not stated") }
  /// What the page says to those who come from paper.
  public func paperUnchanged(_ edition: String) -> String {
    say(
      "您手上的是 {edition} 版，这一页到 \(edition) 版没有变。",
      "Your paper is edition {edition}; this page has not changed up to edition \(edition).")
  }
  public func paperChanged(_ edition: String) -> String {
    say(
      "您手上的是 {edition} 版，这一页后来改过，现在是 \(edition) 版，请以本页为准。",
      "Your paper is edition {edition}; this page has changed since. This is edition \(edition): follow it.")
  }
}
