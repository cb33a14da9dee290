public import Catalogue

/// The pages that say what changed.
extension Phrases {
  public func paperLatest(_ edition: String, _ day: Day) -> String {
    say(
      "您手里的纸和这里一样，还算数（\(self.edition(edition, day))）。",
      "Your paper says what this page says (\(self.edition(edition, day))): it holds.")
  }
  public func paperUnknown(_ edition: String, _ day: Day) -> String {
    say(
      "这里不认识您手里的 {edition} 版：这里是 \(self.edition(edition, day))，也许比您的旧。请以窗口为准。",
      "Your paper is of edition {edition}, which is not known here: this is \(self.edition(edition, day)) and may be older. Ask at the counter."
    )
  }
  public var changesLead: String {
    say("和上一版比，哪里不一样，对您有什么不同。", "What is different from the edition before, and what it means for you.")
  }
  public func since(_ edition: String) -> String { say("和 \(edition) 比：", "Compared with \(edition):") }
  public func sameAs(_ edition: String) -> String {
    say("和 \(edition) 比，这里没有变化。", "Nothing here differs from \(edition).")
  }
  public var importantChanges: String { say("要留意的变化", "Changes that matter") }
  public var otherChanges: String { say("其他变化", "Other changes") }
  public var alsoReworded: String { say("只改了说法，要求没有变", "only other words") }
  public func holdsFrom(_ day: String, isToCome: Bool) -> String {
    isToCome
      ? say("\(day)起；在那以前还按原来的", "from \(day); until then the former state holds") : say("\(day)起", "from \(day)")
  }
  func changeBegins(_ name: String) -> String { say("新办法开始：\(name)", "New rules begin: \(name)") }
  public var stillToCome: String { say("以前公布、还没开始的", "Announced before, and still to come") }
  public var toCome: String { say("将有变化", "To change") }
  public func toComeMore(_ count: Int) -> String {
    say("一共\(count)处，都在“本版变化”里", "\(count) changes in all: see “Changes in this edition”")
  }
  public var transitionWord: String { say("以前已经受理的", "Begun before") }
  public var adviceWord: String { say("照原来的书办过的", "If you followed the older book") }
  public var toldBefore: String { say("其他消息和通知", "Other messages and notices") }
  public var allChanges: String { say("全部变化记录", "All changes") }
  public var getTold: String { say("想第一时间知道变化", "To be told of changes") }
  public var getToldHow: String {
    say(
      "把下面的地址加进阅读器，有变化会自动收到；不用登记，不留任何个人信息。",
      "Add this address to a feed reader: no registration, nothing about you is kept.")
  }
  public var changeFeed: String { say("变化记录（JSON Feed）", "Changes (JSON Feed)") }
  public var changeAtom: String { say("变化记录（Atom）", "Changes (Atom)") }
  public var board: String { say("公告栏：本版变化", "For the notice board: changes") }
  public func boardMore(_ count: Int) -> String { say("等\(count)处，扫码看全文", "\(count) changes in all: scan the code") }
  public var boardNone: String { say("这一版没有要留意的变化。", "There are no changes that matter in this edition.") }
}
