import Catalogue

/// What a dated itinerary says.
extension Phrases {
  public var itinerary: String { say("哪天做什么", "Day by day") }
  /// Before a day that is certain only if what nobody states takes no time.
  public var ifAtOnce: String { say("顺利的话 ", "if all goes well ") }
  public var receives: String { say("拿到：", "You receive: ") }
  var daysAreLatest: String {
    say(
      "日期是最迟的：每个机关都把时限用足；办得快，后面的都提前。周末和放假不跑窗口。",
      "Days are the latest: every office takes all its time; quicker offices bring all that follows forward. No trips on days off."
    )
  }
  var ifAtOnceMeans: String {
    say(
      "“顺利的话”：前面没有公布时间的都当天办成，才是这一天。",
      "“If all goes well”: only if what nobody states a time for is done on the day.")
  }
  var dayBeyond: String { say("日期算不出来", "no date can be given") }
  var stop: String { say("。", ".") }
  /// The year is said where it is another one.
  func day(_ day: Day, in first: Day) -> String {
    let (parts, year) = (day.components, first.components.year)
    let week = ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
    let short = "\(parts.month)月\(parts.day)日（周\(week)）"
    return say(parts.year == year ? short : "\(parts.year)年" + short, day.description)
  }
  func until(_ day: String) -> String { say("最迟\(day)", "by \(day) at the latest") }
  var untilBeyond: String { say("到哪天算不出来", "until a day that cannot be given") }
  func gap(_ name: String) -> String {
    say("“\(name)”没有公布办理时间：接着它办的，日期算不出来", "“\(name)” states no time: what follows has no certain date")
  }
  func gapOnTop(_ text: String) -> String {
    say("另加“\(text)”，时间没有公布：接着办的，日期算不出来", "and “\(text)” on top: what follows has no certain date")
  }
  func fewTripsTakeLonger(_ day: String) -> String {
    say(
      "为了少跑几趟，有的事等在一起办；各办各的，最迟\(day)能办完。",
      "To save trips some things wait for others; each by itself, all could be done by \(day).")
  }
}
