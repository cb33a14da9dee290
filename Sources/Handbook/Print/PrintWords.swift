public import Catalogue

/// What only the printed editions say.
extension Phrases {
  public func page(_ number: Int) -> String { say("第\(number)页", "p. \(number)") }
  public func seePage(_ number: Int) -> String { say("见第\(number)页", "see p. \(number)") }
  public var imprint: String { say("版本说明", "About this edition") }
  public var imprintEdition: String { say("版次", "Edition") }
  public var imprintScope: String { say("内容", "Contents") }
  public func scope(_ scenarios: Int, _ items: Int) -> String {
    say("\(scenarios)件事，\(items)个事项", "\(scenarios) scenarios, \(items) service items")
  }
  public var imprintIssuer: String { say("编印", "Issued by") }
  public var imprintContent: String { say("内容校验码", "Content") }
  public var imprintKey: String { say("签名钥匙的指纹", "Signing key") }
  public var notSigned: String { say("这一版没有签名", "this edition is not signed") }
  public var imprintAddress: String { say("网上的书", "On the web") }
  public var imprintMarks: String { say("标记", "Marks") }
  public var corrections: String { say("勘误", "Errata") }
  public func corrections(_ edition: String) -> String { say("\(edition) 版勘误", "Errata of edition \(edition)") }
  public var errataLead: String {
    say("下面几处印错了，请照改。剪下这张，贴在书前。", "These places are wrong in print. Cut this slip out and paste it into the book.")
  }
  public var was: String { say("原来印的", "Reads") }
  public var now: String { say("应当是", "Should read") }
  public var noErrata: String { say("没有", "none") }
  public var former: String { say("不再办的事项", "Former items") }
  public var formerLead: String { say("以前办、现在不办的，和现在怎么办。", "What is no longer handled, and what to do instead.") }
  public var noFormer: String { say("本版没有登记不再办的事项。", "No former items are recorded in this edition.") }
  public func formerUntil(_ day: Day) -> String { say("办到\(plainDate(day))", "until \(plainDate(day))") }
  public var lifeIndex: String { say("按生活里的说法查", "Index by everyday words") }
  public var lifeIndexLead: String { say("平常怎么说，就怎么查。", "Look it up as you would say it.") }
  public var counterIndex: String { say("按窗口查", "Index by counter") }
  public var counterIndexLead: String { say("到了哪个窗口，能办什么。", "What each counter does.") }
  public func counter(_ agency: String, _ counter: String?) -> String {
    counter.map { say("\(agency)·\($0)", "\(agency), \($0)") } ?? agency
  }
  public var counterName: String { say("窗口", "Counter") }
  public var counterNotStated: String { say("在哪个窗口办：未提供", "which counter: not stated") }
  public var indexTab: String { say("索引", "Index") }
  public var appendix: String { say("附录", "Appendix") }
  public var posterTitle: String { say("一张图看懂", "At a glance") }
  public var posterBring: String { say("人人要带", "Everybody brings") }
  public func posterMore(_ number: Int) -> String {
    say("还有\(number)样看情形，扫码答几个问题就知道", "\(number) more in some cases: scan the code and answer a few questions")
  }
  public func kind(_ kind: Printing.Kind) -> String {
    switch kind {
    case .book: say("全本", "The book")
    case .large: say("大字版", "Large print")
    case .booklet: say("小册子", "Booklet")
    case .poster: say("海报", "Poster")
    case .notice: notice
    case .hall: say("大厅版", "Hall edition")
    case .staff: say("窗口人员版", "Staff edition")
    case .errata: corrections
    }
  }
  public var largeLead: String {
    say(
      "大字版收全部一件事、名词解释和机构；单个事项、依据和合并说明见全本。",
      "Large print has all scenarios, the glossary and the agencies; single items, sources and records are in the book."
    )
  }
  public var staffLead: String {
    say(
      "供窗口人员用：每个事项的条件、材料、依据、常见错误和说明。不发给群众。",
      "For the counter: conditions, papers, grounds, common errors and remarks of each item. Not for handing out.")
  }
  public var staffNotes: String { say("给窗口人员", "For the counter") }
  public func hallLead(_ hall: String) -> String {
    say("这一本只收\(hall)的窗口办的事项，按窗口排。", "Only what the counters of \(hall) do, counter by counter.")
  }
  public var pageList: String { say("印本页码", "Pages of the printed book") }
}
