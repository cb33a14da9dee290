import Catalogue

/// Where a reader says that a page is wrong: the catalogue's address, or else a telephone number.
public enum Responding: Sendable {
  case mail(String)
  /// With `{page}` and `{edition}` to fill in.
  case form(String)
  /// The hotline for complaints, else the first.
  case call(String)
  /// Nothing is stated, not even a hotline: the counter.
  case ask
}

extension Handbook {
  /// Why a page of this book is named by its id and edition: “页号 scenario/used-car · 2026.1 版”.
  public func pageName(_ page: String) -> String { phrases.pageName(page, edition) }
}

extension BookBuilder {
  var responding: Responding {
    switch catalogue.book?.feedback {
    case .mail(let address): .mail(address)
    case .form(let address): .form(address)
    case nil:
      (catalogue.book?.hotlines).flatMap { $0.first(where: \.complaints) ?? $0.first }.map { .call($0.number) } ?? .ask
    }
  }
}

extension Phrases {
  public var askAndComplain: String { say("咨询、投诉", "Questions and complaints") }
  public var appeal: String { say("对结果不服怎么办", "If you disagree with a decision") }
  func pageName(_ page: String, _ edition: String) -> String {
    say("页号 \(page) · \(edition) 版", "Page \(page) · edition \(edition)")
  }
  public var reportPage: String { say("这一页有错、看不懂，告诉我们", "Tell us what is wrong or unclear on this page") }
  public func reportByPhone(_ number: String) -> String {
    say("这一页有错、看不懂，打 \(number)，报上页号。", "If this page is wrong or unclear, call \(number) and quote the page.")
  }
  public var reportAtCounter: String {
    say("这一页有错、看不懂，到窗口说，报上页号。", "If this page is wrong or unclear, tell the counter and quote the page.")
  }
  public var reportBook: String { say("书里有错、看不懂", "What is wrong or unclear in this book") }
  public func reportBookTo(_ address: String, _ edition: String) -> String {
    say("写信到 \(address)，写明是 \(edition) 版、哪一章。", "Write to \(address), and say which chapter of edition \(edition).")
  }
  public func reportBookOnline(_ edition: String) -> String {
    say(
      "在网上的书里打开那一页，页脚有地方写；这本是 \(edition) 版。",
      "Open the page on the web and use the link at its foot; this is edition \(edition).")
  }
  public func reportBookByPhone(_ number: String, _ edition: String) -> String {
    say("打 \(number)，说明是 \(edition) 版、哪一章。", "Call \(number), and say which chapter of edition \(edition).")
  }
  public func reportBookAtCounter(_ edition: String) -> String {
    say("到窗口说，说明是 \(edition) 版、哪一章。", "Tell the counter which chapter of edition \(edition).")
  }
}
