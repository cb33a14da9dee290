public import Catalogue
public import Consolidation

/// What each rule of merging means for the person, in a sentence. `docs/merging.md` has an example of each.
extension Phrases {
  public func rule(_ rule: Rule) -> String {
    switch rule {
    case .sameEvidence: say("同一个人（同一辆车）的同一种材料，合成一条", "The same paper of the same person or car is one line")
    case .alias: say("指南里叫法不同，核定过是同一种材料", "Guides call it by another name; people decided that it is the same paper")
    case .classOfPapers: say("指南只写一类证件，这里写明是哪一种", "The guide names a class of papers; these are the ones it means")
    case .shownOnce: say("看完就还您，一份够了", "It is handed back, so one is enough")
    case .keptAddUp: say("各处都要留下，份数相加", "Each office keeps its own, so they add up")
    case .onceInDossier: say("几处合用一套材料，只交一次", "The offices share one set of papers, so it is handed in once")
    case .shownThenKept: say("先看、后留，留下的那一份就够了", "It is looked at before it is kept, so the kept one serves both")
    case .oneMoreToShow:
      say("有的窗口可能在别处留下以后才看，多带一份", "An office may look at one after another has kept its own, so bring one more")
    case .onlyOne: say("这份证件只有一本，先给要看的窗口看，再交出去", "There is only one, so it is shown first and given away last")
    case .copiesAddUp: say("各处各收各的，份数相加", "Each office takes its own, so they add up")
    case .specificationMeet: say("取各处都认的规格", "What every office accepts")
    case .specificationApart: say("规格不同，一份不能两用，分开列", "No one paper suits both, so there are two lines")
    case .templateApart: say("表格不同，分开填", "These are different forms")
    case .mediaMeet: say("取各处都收的形式", "The form that every office takes")
    case .windowsMeet: say("开具日期能同时满足各处，一份够了", "One date of issue suits every office, so one is enough")
    case .windowsApart: say("没有一个开具日期能同时满足各处，要开几份", "No date of issue suits every office, so several are needed")
    case .latestDay: say("有效期按要求最晚的一处", "It must be valid until the latest day that any office asks for")
    case .strongerNecessity: say("有一处必须要，就必须带", "What one office must have must be brought")
    case .dueDatesKept: say("可以后补的，各处的期限都保留", "Each office's day for handing it in later stands")
    case .anyCondition: say("只要有一处要，就要带", "It is needed when any of the offices asks for it")
    case .smallestSets: say("几种选法里，带得最少又都认的", "Of the sets that satisfy everybody, the smallest")
    case .anyOfSeveral: say("几样里任选几样", "So many of these, whichever")
    case .outputFeedsInput: say("前一件办完会给您，后一件直接用", "An earlier step gives it to you")
    case .governmentHeld: say("窗口自己查得到", "The office looks it up itself")
    case .handedInByOther: say("由别的单位递交", "Another office hands it in")
    case .coveredByOther: say("已经带了别的能顶用的材料", "Another paper that will do is on the list")
    case .absorbed: say("另一种选法带得更少", "Another choice takes fewer papers")
    case .conditionFalse: say("您的情形用不着", "It is not needed in this case")
    case .decidedToDrop: say("两个人核定过，不用交", "Two people decided that it is not asked for")
    case .decidedToMerge: say("两个人核定过，是同一种材料", "Two people decided that these are the same paper")
    case .decidedToSplit: say("核定过，要分开", "It was decided to keep this apart")
    case .stated: say("规定的先后", "The order that is laid down")
    case .waitingTime: say("中间要等", "There is a wait in between")
    case .shownBeforeGiven: say("证件只有一本，看的在前，交的在后", "There is only one, so who looks comes before who takes it")
    case .longestPath: say("按前后相接最长的一条路算", "The longest chain of steps that wait for each other")
    case .fewestTrips: say("按最少的趟数排", "The fewest trips in which all can be done")
    case .paidOnce: say("同一项收费只交一次", "The same charge is paid once")
    case .paidEach: say("每件各交各的", "Each is paid")
    case .waived: say("符合减免", "It is waived")
    }
  }
}

/// What the records of merging are made of, in words.
extension Phrases {
  public var why: String { say("为什么", "Why") }
  public var whyTitle: String { say("怎么合并的，怎么数的", "How it was merged and counted") }
  public func whyTitle(_ scenario: String) -> String { say("为什么这样列：\(scenario)", "Why it is so: \(scenario)") }
  public var whyLead: String {
    say(
      "每一条写着：各处原来怎么要，按哪条规则合成现在这样。觉得不对，照着这里说给窗口或者编书的人听。",
      "For each line: what every office asks for, and the rule by which it became what it is.")
  }
  public var whyIndexLead: String {
    say(
      "每件事怎么合并、每个数字怎么数，都在这里。省下多少，按每件事里的例子数。", "How each scenario was merged, and what that spares in its worked case.")
  }
  public var fullRecord: String { say("全部记录", "the whole record") }
  public var whyLines: String { say("要带的，为什么是这样", "What to bring, and why") }
  public var whySpared: String { say("不用带的，为什么", "What need not be brought, and why") }
  public var whyOrder: String { say("先后，为什么", "The order, and why") }
  public var whyFees: String { say("收费，怎么算", "Charges, and how they add up") }
  public var whyCounted: String { say("省了多少，怎么数的", "What is spared, and how it is counted") }
  public var result: String { say("合成", "result") }
  public var inGuide: String { say("指南里叫", "called") }
  public var then: String { say(" → ", " → ") }
  public func step(_ text: String, of item: String) -> String { "\(text)\(inParentheses(item))" }
  public func paper(_ name: String, of item: String) -> String { say("\(name)（\(item)）", "\(name) (\(item))") }

  /// What happens to a paper at one office, in a word or two.
  public func does(_ treatment: Requirement.Treatment, endorsed: Bool) -> String {
    switch treatment {
    case .show: endorsed ? say("签注", "endorsed") : say("看", "shown")
    case .keep: say("留下", "kept")
    case .surrender: say("收回", "given back")
    case .record: say("查记录", "looked up")
    }
  }
  public var takesCertified: String { say("收盖章复印件", "takes a certified copy") }
  public var takesCopies: String { say("收复印件", "takes a copy") }
  public func originals(_ number: String) -> String {
    say("原件\(number)份", "\(number) original\(number == "1" ? "" : "s")")
  }
  public func form(_ id: String, _ version: String) -> String {
    say("表格 \(id)，\(version)版", "form \(id), version \(version)")
  }

  public func field(_ field: Derivation.Field) -> String {
    switch field {
    case .evidence: say("材料", "paper")
    case .originals: say("原件", "originals")
    case .copies: say("复印件", "copies")
    case .certified: say("盖章复印件", "certified copies")
    case .specification: say("规格", "specification")
    case .media: say("形式", "form")
    case .documents: say("几份", "documents")
    case .window: say("哪些天开的", "days of issue")
    case .validUntil: say("有效到", "valid until")
    case .necessity: say("要不要", "necessity")
    case .due: say("后补期限", "due")
    case .condition: say("什么时候要", "when")
    case .alternatives: say("选法", "choice")
    }
  }

  /// A value of a field: numbers stay, words of the format are said.
  public func value(_ text: String) -> String {
    switch text {
    case "?": notStated
    case "": say("没有要求", "not asked")
    case "always": say("总要", "always")
    case "open": say("看情形", "in some cases")
    case "any": say("有一处要就要", "when any asks")
    case "required": say("必须", "required")
    case "deferrable": say("可以后补", "may follow")
    case "optional": say("可带可不带", "optional")
    default: text.replacing("+?", with: say("以上", " or more"))
    }
  }

  public func saved(_ lines: Int, _ originals: Int, _ copies: Int) -> String? {
    let parts = [
      lines > 0 ? say("少列\(lines)条", "\(lines) fewer line\(lines == 1 ? "" : "s")") : nil,
      originals > 0 ? say("少带原件\(originals)份", "\(originals) fewer original\(originals == 1 ? "" : "s")") : nil,
      copies > 0 ? say("少印\(copies)份", "\(copies) fewer cop\(copies == 1 ? "y" : "ies")") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: comma)
  }

  public func decided(_ people: String, _ date: String, until: String?) -> String {
    say("\(people)，\(date)", "\(people), \(date)") + (until.map { say("，到\($0)为止", ", until \($0)") } ?? "")
  }

  public var baseAndAlso: String {
    say("没写“如果”的，都要带；写着“如果”的，符合的另加。", "What has no “if” is always needed; what has one comes on top when it applies.")
  }

  // MARK: Savings
  public var oneByOne: String { say("一件一件分开办", "One by one") }
  public var allTogether: String { say("合成一件事办", "All together") }
  public var spared: String { say("省下", "Spared") }
  public var guide: String { say("办事指南", "Guide") }
  public var countLines: String { say("材料（样）", "Papers") }
  public var countOriginals: String { say("原件（份）", "Originals") }
  public var countCopies: String { say("复印件（份）", "Copies") }
  public var countForms: String { say("填表（张）", "Forms") }
  public var countTrips: String { say("跑（趟）", "Trips") }
  public var countPlaces: String { say("去（处）", "Places") }
  public var countWorkingDays: String { say("等（工作日）", "Working days") }
  public var countCalendarDays: String { say("等（自然日）", "Calendar days") }
  public var countFees: String { say("交给机关（元）", "To authorities (yuan)") }
  public var visitsByPlace: String { say("每处去几趟：", "Trips to each place: ") }
  public func visits(_ place: String, _ before: Int, _ after: Int) -> String {
    before == after
      ? say("\(place)\(after)趟", "\(place) \(after)")
      : say("\(place)从\(before)趟到\(after)趟", "\(place) \(before) to \(after)")
  }
  public func casesAddedUp(_ number: Int) -> String {
    say("\(number)件事各取一个例子，加在一起：", "One worked case of each of \(number) scenarios, added up:")
  }
  public func sparedInAll(lines: (String, String), trips: (String, String)) -> String {
    say(
      "要带的材料从\(lines.0)样减到\(lines.1)样，要跑的从\(trips.0)趟减到\(trips.1)趟。",
      "papers from \(lines.0) down to \(lines.1), trips from \(trips.0) down to \(trips.1).")
  }
  public var sameYardstick: String {
    say(
      "上面每一行用同一个办法数：先数每份指南，再数合在一起的清单。法定时限按上限数，和承诺的天数不是一回事。",
      "Every row is counted in one way: first each guide, then the merged list. Days are legal limits, not promises.")
  }
  public func sparedByHall(_ trips: Int) -> String {
    say(
      "少跑的趟数里，有\(trips)趟是因为窗口在同一个大厅，不是因为合并。",
      "\(trips) of the trips spared are due to counters in one hall, not to merging.")
  }
  public func inParallel(_ longest: String, _ sum: String) -> String {
    say(
      "分开办的天数是一件接一件加起来的（\(sum)）；各处本来就能同时办的，最长的一件是\(longest)。",
      "The days one by one are added up (\(sum)); where offices work side by side, the longest alone is \(longest).")
  }
  public var savingsRange: String { say("各种情形合起来看", "Over all cases") }
  public var before: String { say("分开办", "Separately") }
  public var after: String { say("合起来", "Together") }
  public var countedHere: String { say("逐项数给您看", "counted line by line") }

  // MARK: Not merged
  public func circle(_ steps: String) -> String {
    say("这几样互相等着，谁也没法先办：\(steps)。", "These wait for each other, and none can come first: \(steps).")
  }
  public func keptTwice(_ paper: String) -> String {
    say("“\(paper)”只有一份，几处却都要收走。", "There is only one “\(paper)”, and several offices want to keep it.")
  }
  public func goneBefore(_ paper: String) -> String {
    say(
      "“\(paper)”只有一份，先交出去了，后面还有窗口要看。",
      "There is only one “\(paper)”: it is gone before another office wants to see it.")
  }
  public var twoVersions: String { say("同一张表格，几处要的版本不一样。", "One form is asked for in different versions.") }
  public func unclear(_ text: String) -> String {
    say("指南里写着“\(text)”，没有说清是什么。", "The guide says “\(text)”, and not what that is.")
  }
  public var notMerged: String { say("这件事还没有合并", "This is not merged yet") }
  public var notMergedLead: String {
    say(
      "下面的要求互相矛盾，还没有查清。查清以前，请照后面每个事项自己的办法准备，去以前先打电话问。",
      "The offices' demands below contradict each other. Until that is settled, go by each item's own guide, and ask first."
    )
  }
}
