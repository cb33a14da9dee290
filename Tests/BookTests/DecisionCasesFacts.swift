import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// The decision cases of the merging rules, each under its name: facts that several guides state.
@Suite struct `Decision cases: facts` {
  /// Two guides, each with what it says of 乙局; and what 乙局 has recorded of itself.
  private func book(_ first: String, _ second: String, record: String = "") -> CaseBook {
    CaseBook(
      [
        CaseBook.item("a", "甲事", "<says agency=\"second\" \(first)/>"),
        CaseBook.item("b", "乙事", at: "second", "<says agency=\"second\" \(second)/>"),
      ], files: [CatalogueFile("agencies.xml", CaseBook.agencies(second: record))])
  }

  /// Nothing is made of a catalogue with this error in it.
  private func blocks(_ book: CaseBook, _ id: String, at words: String) {
    #expect(book.found(id).map(\.severity) == [.error] && !book.read.isBearable)
    #expect(book.found(id).map { book.text(at: $0.span) }.allSatisfy { $0.contains(words) }, "\(id)")
  }

  @Test func `R-06 the agency's own telephone goes before what a guide says, and both are kept`() throws {
    let book = book("phone=\"电话甲\"", "phone=\"电话乙\"", record: "<phone>电话乙</phone>")
    #expect(book.ids == ["fact-overruled"])
    let finding = try #require(book.diagnostics.first)
    #expect(finding.severity == .warning && finding.span.file == "items/a.xml" && book.text(at: finding.span) == "电话甲")
    for path in ["scenario/s.html", "agency/second.html"] {
      let page = try book.page(path)
      #expect(page.contains("电话乙") && !page.contains("电话甲") && !page.contains("请先电话确认"), "\(path)")
    }
    let sayings = try #require(try book.handbook.agencies.first { $0.id == "second" }).sayings
    #expect(sayings.map(\.text) == ["电话甲", "电话乙"] && sayings.allSatisfy(\.overruled))
    #expect(try book.json().contains("\"text\" : \"电话甲\""))
  }

  @Test func `R-07 hours that guides disagree on are all printed with their guides, and one is told to call`() throws {
    let book = book("hours=\"上午\" phone=\"电话甲\"", "hours=\"下午\" phone=\"电话甲\"")
    #expect(book.ids == ["fact-conflict"])
    let finding = try #require(book.diagnostics.first)
    #expect(finding.severity == .warning && book.text(at: finding.span) == "下午" && book.read.isBearable)
    for path in ["scenario/s.html", "agency/second.html"] {
      let page = try book.page(path)
      #expect(page.contains("上午 “甲事”的指南") && page.contains("下午 “乙事”的指南"), "\(path)")
      #expect(page.contains("各处说法不一，请先电话确认"), "\(path)")
      // What all say alike is printed once, with everybody who says it.
      #expect(page.contains("电话甲 “甲事”“乙事”的指南"), "\(path)")
    }
    // A sample is nobody's record.
    let sample = self.book("hours=\"上午\"", "hours=\"下午\"", record: "<hours sample=\"yes\">全天</hours>")
    #expect(try !sample.page("agency/second.html").contains("全天"))
  }

  @Test func `R-08 an address, a fee or a limit that contradicts itself stops the edition`() throws {
    blocks(book("address=\"东街\"", "address=\"西街\""), "fact-conflict", at: "西街")
    #expect(book("address=\"东街\"", "address=\"西街\"", record: "<address>东街</address>").read.isBearable)
    let fees = """
      <fees><fee id="one" code="card" name="工本费" amount="10" payee="first">工本费</fee>
      <fee id="two" code="card" name="工本费" amount="15" payee="first">工本费</fee></fees>
      """
    blocks(
      CaseBook(
        [
          CaseBook.item("a", "甲事", "<fees><fee-ref id=\"one\"/></fees>"),
          CaseBook.item("b", "乙事", "<fees><fee-ref id=\"two\"/></fees>"),
        ],
        files: [CatalogueFile("fees.xml", fees)]), "fee-conflict", at: "id=\"two\"")
  }

  @Test func `R-12 a promise that is longer than the law allows stops the edition`() {
    let book = CaseBook([CaseBook.item("a", "甲事", "<time statutory=\"3\" promised=\"5\" unit=\"workingDays\"/>")])
    blocks(book, "time-order", at: "promised=\"5\"")
    #expect(
      CaseBook([CaseBook.item("a", "甲事", "<time statutory=\"5\" promised=\"3\" unit=\"workingDays\"/>")]).ids == [])
  }

  @Test func `R-13 time that a limit does not count makes it “at least”, and is named`() throws {
    let time = "<time statutory=\"20\" unit=\"workingDays\"><excluding>听证</excluding><excluding>专家评审</excluding></time>"
    let book = CaseBook([CaseBook.item("a", "甲事", time), CaseBook.item("b", "乙事")])
    #expect(book.ids == ["time-unknown", "time-unknown"] && book.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(book.diagnostics.map { book.text(at: $0.span) } == ["<excluding>", "<excluding>"])
    let plan = try book.plan()
    #expect(!plan.time.isComplete && plan.time.unknown == [] && plan.time.excluded.map(\.text) == ["听证", "专家评审"])
    let page = try book.page()
    #expect(page.contains("至少20个工作日"))
    #expect(page.contains("另加“听证”，时间未公布") && page.contains("另加“专家评审”，时间未公布"))
    #expect(try book.page("item/a.html").contains("另加“听证”，时间未公布"))
    let sheet = try book.sheet()
    #expect(sheet.contains("至少20个工作日") && sheet.contains("听证（甲事）、专家评审（甲事）"))
    #expect(try book.json().contains("\"timeComplete\" : false"))
    // Nothing but what is not counted: unknown, and not zero.
    let nothing = CaseBook([CaseBook.item("a", "甲事", "<time statutory=\"instant\"><excluding>听证</excluding></time>")])
    #expect(try nothing.sheet().contains("等几天 未提供"))
  }

  @Test func `R-14 of two times for one common step the longer is printed`() throws {
    func steps(_ days: Int) -> String {
      """
      <steps><step id="submit" stage="submit" by="applicant">交材料</step>
      <step id="check" stage="decide" by="agency" days="\(days)" unit="workingDays" common="check">查背景</step></steps>
      """
    }
    let book = CaseBook([CaseBook.item("a", "甲事", steps(1)), CaseBook.item("b", "乙事", at: "second", steps(3))])
    #expect(book.ids == ["fact-conflict"] && book.diagnostics.first?.severity == .warning)
    #expect(
      book.diagnostics.first?.span.file == "items/a.xml"
        && book.diagnostics.first?.notes.map(\.span?.file) == ["items/b.xml"])
    let plan = try book.plan()
    #expect(plan.time.longest == [TimeTotal.Span(working: 3, calendar: 0)])
    #expect(plan.steps.compactMap(\.duration?.days) == [3, 3])
    let page = try book.page()
    #expect(page.contains("查背景 3个工作日内") && !page.contains("查背景 1个工作日内"))
  }
}
