import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// The decision cases of the merging rules, each under its name: the way.
@Suite struct `Decision cases: the way` {
  /// Two counters of one hall.
  private func hall(_ items: [CatalogueFile], first: String = "", second: String = "", questions: String = "")
    -> CaseBook
  {
    CaseBook(
      items, questions: questions,
      files: [CatalogueFile("agencies.xml", CaseBook.agencies(hall: true, first: first, second: second))])
  }

  private static let both = [
    CaseBook.item("a", "甲事", "<agent allowed=\"no\">要本人办</agent>"),
    CaseBook.item("b", "乙事", at: "second", "<agent allowed=\"yes\">可以代办</agent>"),
  ]

  @Test func `R-15 a joint trip is one on which the owner has to come, and says what an agent may do`() throws {
    let book = hall(Self.both, questions: "<question fact=\"agent\"/>")
    #expect(book.ids == [])
    for answer in ["self", "agent"] {
      let plan = try book.plan(["agent": [answer]])
      #expect(plan.trips.count == 1 && plan.steps.filter(\.isOnSite).map(\.inPerson) == [true, false])
      let sheet = try book.sheet(["agent": [answer]])
      #expect(sheet.contains("第1趟 政务大厅（本人到场）"))
      #expect(sheet.contains("· 交甲事的材料，本人到场") && sheet.contains("· 交乙事的材料，可以代办"))
    }
    let page = try book.page()
    #expect(page.contains("交甲事的材料 本人到场") && page.contains("交乙事的材料 可以代办"))
    #expect(try book.json().contains("\"本人到场\""))
    // Where everybody allows an agent there is nothing to tell apart.
    let free = hall([CaseBook.item("b", "乙事", at: "second", "<agent allowed=\"yes\">可以代办</agent>")])
    #expect(try !free.sheet().contains("可以代办") && !free.sheet().contains("本人到场"))
  }

  @Test func `R-16 counters of one hall that are never open together take two trips, and the page says why`() throws {
    let morning = "<open days=\"1-5\" from=\"08:00\" to=\"12:00\"/>"
    let afternoon = "<open days=\"1-5\" from=\"14:00\" to=\"17:00\"/>"
    let apart = hall(Self.both, first: morning, second: afternoon)
    #expect(try apart.plan().trips.count == 2)
    let note = "甲窗口和乙窗口都在政务大厅，但开门的时间碰不上，要分两趟去。"
    #expect(try apart.page().contains(note) && apart.sheet().contains(note))
    #expect(try apart.json().contains(note))
    let joint = hall(Self.both, first: morning, second: "<open days=\"1\" from=\"11:00\" to=\"13:00\"/>")
    #expect(try joint.plan().trips.count == 1)
    #expect(try !joint.page().contains("碰不上"))
    // Who goes to one of them only need not know.
    let alone = hall([Self.both[0]], first: morning, second: afternoon)
    #expect(try !alone.page().contains("碰不上"))
  }

  @Test func `an order that is only better so and cannot be is given up, and the page says so`() throws {
    let edges = """
      <before first="a" then="b">先甲</before><before first="b" then="a" better="yes">乙快一些</before>
      """
    let book = CaseBook([CaseBook.item("a", "甲事"), CaseBook.item("b", "乙事", at: "second")], edges: edges)
    #expect(try book.plan().dropped.map(\.first) == ["b"] && book.plan().problems.isEmpty)
    let note = "最好先办“乙事”再办“甲事”（乙快一些），但这里排不成。"
    #expect(try book.page().contains(note) && book.sheet().contains(note))
    let free = CaseBook(
      [CaseBook.item("a", "甲事"), CaseBook.item("b", "乙事")],
      edges: "<before first=\"b\" then=\"a\" better=\"yes\">乙快一些</before>")
    #expect(try free.plan().steps.first?.member == "b")
    #expect(try !free.page().contains("排不成"))
  }

  @Test func `R-22 what an office may refuse is handed over once it is granted, and the page has the remedy`() throws {
    let remedy = "<refusal checked=\"no\">不服的，可以申请行政复议或者提起行政诉讼</refusal>"
    func book(_ refusal: String) -> CaseBook {
      CaseBook(
        [
          CaseBook.item("a", "甲事", "<outputs><output evidence=\"approval\">批准书</output></outputs>" + refusal),
          CaseBook.item("b", "乙事", at: "second", asks: CaseBook.shown("approval")),
        ], edges: "<handover from=\"a\" to=\"b\" evidence=\"approval\"/>")
    }
    let refusable = book(remedy)
    #expect(refusable.ids == [])
    #expect(try refusable.plan().handovers.map(\.refusable) == [true] && refusable.plan().bring.isEmpty)
    let page = try refusable.page()
    #expect(page.contains("办“甲事”时拿到，办“乙事”时用 · 办结且准予后 · 不批准怎么办"))
    #expect(page.contains("不服的，可以申请行政复议或者提起行政诉讼 待核 甲事"))
    #expect(try refusable.page("print.html").contains("可以申请行政复议或者提起行政诉讼"))
    #expect(try refusable.page("item/a.html").contains("可以申请行政复议或者提起行政诉讼"))
    #expect(try refusable.sheet().contains("批准书：甲事 → 乙事（办结且准予后）"))
    #expect(try refusable.json().contains("\"afterApproval\" : true"))
    #expect(try refusable.records.contains { $0.rules == ["output-feeds-input"] })
    let certain = book("")
    #expect(try certain.plan().handovers.map(\.refusable) == [false])
    #expect(try !certain.page().contains("准予") && !certain.sheet().contains("准予"))
  }
}
