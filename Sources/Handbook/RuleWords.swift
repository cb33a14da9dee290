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
    case .oneMoreToShow: say("有的窗口可能在别处留下以后才看，多带一份", "An office may look at one after another has kept its own, so bring one more")
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
