import Catalogue

/// The words of the disclosure catalogue. The Chinese ones are those of the form (国办发〔2019〕54号), as published county
/// catalogues have them.
extension Phrases {
  public var disclosure: String { say("政务公开事项标准目录", "Disclosure catalogue") }
  public var disclosureLead: String {
    say(
      "每个事项公开什么、依据什么、什么时候公开、由谁从哪里公开。体例按国办发〔2019〕54号。",
      "What is made public of each matter, on what basis, when, by whom and where. The form is the national one of 2019."
    )
  }
  public var disclosureTable: String { say("下载表格（CSV）", "The table as CSV") }
  public var sampleLegend: String {
    say("“示例”：只示意填法，不是本机关公布的。", "“sample”: shows how the form is filled in; the office has not stated it.")
  }
  public var disclosureApart: String {
    say("不是行政机关办的，不列入本目录：", "Not the acts of a public body, and so not listed:")
  }

  // MARK: Columns
  public var columnNumber: String { say("序号", "No.") }
  public var columnMatter: String { say("公开事项", "Matter") }
  public var columnFirstLevel: String { say("一级事项", "First level") }
  public var columnSecondLevel: String { say("二级事项", "Second level") }
  public var columnPlainName: String { say("通俗名称", "Plain name") }
  public var columnContents: String { say("公开内容（要素）", "Content") }
  public var columnBasis: String { say("公开依据", "Basis") }
  public var columnLimit: String { say("公开时限", "Time limit") }
  public var columnBody: String { say("公开主体", "Body") }
  public var columnChannels: String { say("公开渠道和载体", "Channels") }
  public var columnAudience: String { say("公开对象", "Audience") }
  public var columnManner: String { say("公开方式", "Manner") }
  public var columnLevel: String { say("公开层级", "Level") }
  public var columnGuide: String { say("办事指南网址", "Address of the guide") }

  // MARK: Content elements
  public var contentLaws: String { say("法律法规和政策文件", "laws, regulations and policies") }
  public var contentPapers: String { say("申请材料", "papers to hand in") }
  public var contentScope: String { say("受理范围及条件", "scope and conditions") }
  public var contentSteps: String { say("办理流程", "procedure") }
  public var contentContact: String { say("咨询投诉渠道", "where to ask and complain") }
  public var contentFees: String { say("收费", "charges") }
  public var contentTime: String { say("办理时限", "time limit of the matter") }

  // MARK: Boxes
  func channel(_ channel: Disclosure.Channel) -> String {
    switch channel {
    case .website: say("政府网站", "government website")
    case .gazette: say("政府公报", "government gazette")
    case .newMedia: say("两微一端", "official accounts and app")
    case .press: say("发布会、听证会", "press conference, hearing")
    case .broadcast: say("广播电视", "radio and television")
    case .paper: say("纸质载体", "paper")
    case .readingPoint: say("公开查阅点", "public reading point")
    case .serviceCentre: say("政务服务中心", "government service centre")
    case .serviceStation: say("便民服务站", "local service station")
    case .onSite: say("入户/现场", "at home, on site")
    case .noticeBoard: say("社区/企事业单位公示栏（电子屏）", "notice board or screen of a community or unit")
    case .push: say("精准推送", "direct message")
    case .other: say("其他", "other")
    }
  }
  func audience(_ audience: Disclosure.Audience) -> String {
    switch audience {
    case .everyone: say("全社会", "everyone")
    case .group: say("特定群体", "a group")
    }
  }
  func manner(_ manner: Disclosure.Manner) -> String {
    switch manner {
    case .proactive: say("主动", "proactive")
    case .onRequest: say("依申请", "on request")
    }
  }
  func level(_ level: Disclosure.Level) -> String {
    switch level {
    case .county: say("县级", "county")
    case .township: say("乡级", "township")
    }
  }
}
