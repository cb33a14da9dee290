import Catalogue
import Editions

/// What subscribers are told.
extension Phrases {
  func from(_ day: Day) -> String { say("\(plainDate(day))起：", "From \(plainDate(day)): ") }
  func period(_ from: Day, until: Day?) -> String {
    guard let until else { return say("\(plainDate(from))起", "from \(plainDate(from))") }
    return period(from, until)
  }
  public var changeLog: String { say("变化记录：什么时候改了什么", "what changed, and when") }
  public var majorOnly: String { say("重要的和紧急的变化", "major and critical changes") }
  public var criticalOnly: String { say("紧急的变化", "critical changes") }
  func bulletin(_ kind: ChangeNotes.Bulletin.Kind) -> String {
    switch kind {
    case .notice: say("通知", "Notice")
    case .suspended: say("暂停办理", "Suspended")
    case .resumed: say("恢复办理", "Resumed")
    }
  }
  /// With a mark at its end.
  func ended(_ text: String) -> String {
    let bare = text.hasSuffix("”") ? text.dropLast() : text[...]
    return bare.last.map { "。！？.!?".contains($0) } == true ? text : text + say("。", ".")
  }
  var someCases: String { say("有的情形", "some cases") }
  var onlyReworded: String { say("只改了说法，要求没有变", "Only other words; nothing to do differently") }
  func advice(_ text: String) -> String { say("照原来的书办过的：\(text)", "If you followed the older book: \(text)") }
  /// `replacements`: `nil` = not stated; `isNone`: it is known that there are none.
  func withdrawn(_ replacements: [String]?, isNone: Bool) -> String {
    if let replacements {
      return say(
        "不再办理，请改办\(listed(replacements.map(quoted)))", "no longer handled; instead: \(listed(replacements))")
    }
    return isNone
      ? say("不再办理，没有替代的事项", "no longer handled; nothing takes its place")
      : say("不再办理；改办什么，未提供", "no longer handled; what takes its place is not stated")
  }
  var drill: String { say("【演练】", "[Exercise] ") }
  var noLongerInBook: String { say("书里不再有了", "no longer in the book") }
  func merged(_ names: [String]) -> String {
    say("\(listed(names.map(quoted)))并到这里", "\(listed(names)) are part of this now")
  }
  func split(_ names: [String]) -> String { say("分成\(listed(names.map(quoted)))", "divided into \(listed(names))") }
  func narrowed(_ who: String, _ what: String) -> String {
    say("如果\(who)，\(what)了", "if \(who), \(what) any more")
  }
  /// By their fingerprints; the one in use stands first.
  func keyRotated(_ now: [String], gone: [String]) -> String {
    let valid =
      now.isEmpty
      ? say("以后不签名", "from now on nothing is signed")
      : now.count == 1
        ? say("以后用指纹是 \(listed(now)) 的钥匙签名", "the key that signs from now on: \(listed(now))")
        : say("签名认的钥匙，指纹是 \(listed(now))，第一把在用", "keys that sign, the first one is in use: \(listed(now))")
    return gone.isEmpty
      ? valid : valid + semicolon + say("不再认的，指纹是 \(listed(gone))", "no longer valid: \(listed(gone))")
  }
  func erratum(_ page: Int?, _ name: String, _ change: String) -> String {
    let place = page.map { self.page($0) + gap } ?? ""
    return "\(place)\(quoted(name))\(colon)\(change)"
  }
  func firstPublished(_ book: String, _ edition: String) -> String {
    say("《\(book)》\(edition) 版是第一版", "\(book), edition \(edition), is the first")
  }
  func editionPublished(_ edition: String, _ before: String) -> String {
    say("\(edition) 版代替 \(before) 版：", "Edition \(edition) replaces \(before): ")
  }
  func editionTitle(_ book: String, _ edition: String) -> String {
    say("《\(book)》出了 \(edition) 版", "\(book): edition \(edition) is out")
  }
  func changedTitle(_ name: String, _ areas: [String]) -> String {
    areas.isEmpty
      ? say("\(name)：有变化", "\(name): changes") : say("\(name)：\(listed(areas))有变化", "\(name): \(listed(areas)) changed")
  }

  func title(_ kind: Event.Kind, _ name: String) -> String {
    switch kind {
    case .guideAdded, .scenarioAdded: say("新增：\(name)", "New: \(name)")
    case .guideCorrected: say("更正：\(name)", "Corrected: \(name)")
    case .editionCorrected: say("勘误：\(name) 版", "Errata: edition \(name)")
    case .guideSuspended: say("暂停办理：\(name)", "Suspended: \(name)")
    case .guideResumed: say("恢复办理：\(name)", "Resumed: \(name)")
    case .guideWithdrawn, .scenarioWithdrawn: say("已停用：\(name)", "Withdrawn: \(name)")
    case .guideMerged: say("合并办理：\(name)", "Merged: \(name)")
    case .guideSplit: say("分开办理：\(name)", "Divided: \(name)")
    case .audienceNarrowed: say("有的情形不再需要：\(name)", "No longer for everybody: \(name)")
    case .agencyNotice: say("通知：\(name)", "Notice: \(name)")
    case .consultationOpened: say("征求意见：\(name)", "Consultation: \(name)")
    case .consultationClosed: say("征求意见已截止：\(name)", "Consultation closed: \(name)")
    case .consultationAnswered: say("征求意见有结果了：\(name)", "Consultation answered: \(name)")
    case .answerAdded: say("新增问答：\(name)", "New answers: \(name)")
    case .caseAdded: say("新增例子：\(name)", "New examples: \(name)")
    case .eventRetracted: say("收回一条消息", "A message taken back")
    case .eventRedacted: say("一条消息的内容已删去", "A message's text removed")
    case .keyRotated: say("签名的钥匙有变化", "The signing keys change")
    case .editionPublished, .guideChanged, .scenarioChanged, .agencyChanged: changedTitle(name, [])
    }
  }

  /// How many of a kind an edition told.
  func tally(_ kind: Event.Kind, _ count: Int) -> String {
    switch kind {
    case .guideAdded: say("新增事项\(count)个", "\(count) new items")
    case .scenarioAdded: say("新增\(count)件事", "\(count) new scenarios")
    case .guideWithdrawn: say("停用事项\(count)个", "\(count) items withdrawn")
    case .scenarioWithdrawn: say("停用\(count)件事", "\(count) scenarios withdrawn")
    case .guideChanged: say("有变化的事项\(count)个", "\(count) items changed")
    case .guideCorrected: say("更正的事项\(count)个", "\(count) items corrected")
    case .scenarioChanged: say("有变化的一件事\(count)件", "\(count) scenarios changed")
    case .agencyChanged: say("有变化的机构\(count)个", "\(count) agencies changed")
    case .audienceNarrowed: say("有的情形不再需要的\(count)处", "\(count) requirements no longer for everybody")
    case .keyRotated: say("签名的钥匙有变化", "other keys sign")
    default:
      say(
        "\(title(kind, "").split(separator: "：").first.map(String.init) ?? "")\(count)条", "\(kind.rawValue) ×\(count)")
    }
  }
}
