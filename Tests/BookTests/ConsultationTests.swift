import Catalogue
import Foundation
import Handbook
import Publishing
import Testing
import XMLFile

/// A change that people are asked about: its page, and the line on the pages of what would change.
@Suite struct `A consultation` {
  private static func file(
    _ id: String = "fewer", status: String = "open", from: String = "2026-05-01", until: String = "2026-06-30",
    also: String = ""
  ) -> CatalogueFile {
    CatalogueFile(
      "consultations/\(id).xml",
      """
      <consultation id="\(id)" status="\(status)" from="\(from)" until="\(until)"><title>少跑一趟（\(id)）</title>
      <summary>一处办完</summary><change item="one"><before>跑两趟</before><after>跑一趟</after></change>
      <change scenario="s"><after>可以邮寄</after></change>\(also)</consultation>
      """)
  }

  private static func book(_ consultations: [CatalogueFile], feedback: String = "") -> CaseBook {
    let book = CatalogueFile(
      "book.xml",
      """
      <book version="1" lang="zh-CN"><title>书</title><issuer>编写组</issuer><edition id="1" date="2026-06-01"/>
      <theme id="t" mark="事">事</theme><hotline number="12345" name="热线">问</hotline>\(feedback)</book>
      """)
    return CaseBook([CaseBook.item("one", "办证"), CaseBook.item("two", "换证")], files: [book] + consultations)
  }

  @Test func `its page says what would change and where to comment`() throws {
    let page = try Self.book([Self.file()]).page("consultation/fewer.html")
    for words in [
      "少跑一趟（fewer）", "正在征求意见，2026年6月30日截止", "2026年5月1日至2026年6月30日", "现在：跑两趟", "改成：跑一趟", "新加：可以邮寄", "打 12345",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let own = try Self.book([Self.file(also: "<comments>投进意见箱</comments>")]).page("consultation/fewer.html")
    #expect(own.contains("投进意见箱") && !own.contains("意见往哪里提打"))
  }

  @Test func `comments go by the book's own way, with the consultation's page`() throws {
    let book = Self.book(
      [Self.file()], feedback: "<feedback href=\"https://www.example.org/?p={page}&amp;e={edition}\"/>")
    let root = try #require(
      try ReadPages(try book.handbook).pages.first { $0.path == "consultation/fewer.html" }
    ).root
    let links = try #require(root.everything.first { $0.name == "main" }).everything.compactMap { $0["href"]?.value }
    #expect(links.contains("https://www.example.org/?p=consultation%2Ffewer&e=1"))
  }

  @Test func `the pages of what would change link to it, and no other`() throws {
    let pages = try ReadPages(try Self.book([Self.file()]).handbook).pages
    func links(_ path: String, to address: String) -> Bool {
      guard let page = pages.first(where: { $0.path == path }) else { return false }
      let lines = page.root.everything.filter { $0["class"]?.value == "consulted" }
      return lines.contains { $0.children.contains { $0["href"]?.value == address } }
    }
    #expect(links("item/one.html", to: "../consultation/fewer.html"))
    #expect(links("scenario/s.html", to: "../consultation/fewer.html"))
    #expect(!links("item/two.html", to: "../consultation/fewer.html"))
    #expect(links("print.html", to: "#consultation-fewer"))
    #expect(links("EPUB/item-one.xhtml", to: "consultations.xhtml#consultation-fewer"))
    let ids = pages.first { $0.path == "print.html" }?.root.everything.compactMap { $0["id"]?.value } ?? []
    #expect(ids.contains("consultation-fewer"))
  }

  @Test(arguments: [
    ("open", "2026-05-01", "2026-06-01", "正在征求意见，2026年6月1日截止", true),
    ("open", "2026-06-02", "2026-06-30", "2026年6月2日开始征求意见", false),
    ("open", "2026-05-01", "2026-05-31", "已过截止日期，结果还没有公布", false),
    ("closed", "2026-05-01", "2026-05-31", "已经截止，结果还没有公布", false),
  ])
  func `its state is that of the edition's day`(
    status: String, from: String, until: String, words: String, isOpen: Bool
  ) throws {
    let book = Self.book([Self.file(status: status, from: from, until: until)])
    let chapter = try #require(try book.handbook.consultations.first)
    #expect(chapter.state == words)
    #expect(chapter.isOpen == isOpen)
    #expect(try book.page("consultation/fewer.html").contains("意见往哪里提") == isOpen)
    #expect(book.found("consultation-over").isEmpty == (until >= "2026-06-01" || status != "open"))
  }

  @Test func `the outcome says when and why; open ones come first`() throws {
    let done = Self.file(
      "done", status: "rejected", until: "2026-05-20", also: "<outcome on=\"2026-05-25\" checked=\"no\">法规不允许</outcome>"
    )
    let book = Self.book([done, Self.file()])
    #expect(try book.handbook.consultations.map(\.id) == ["fewer", "done"])
    let page = try book.page("consultation/done.html")
    #expect(page.contains("没有采纳") && page.contains("2026年5月25日：法规不允许"))
    #expect(!page.contains("意见往哪里提"))
    let json = try JSONDecoder().decode(Document.self, from: Data(book.json().utf8))
    #expect(json.consultations.map(\.status) == ["open", "rejected"])
    #expect(json.consultations.last?.outcome?.on == "2026-05-25")
    #expect(json.consultations.first?.changes.map(\.item) == ["one", nil])
  }

  @Test func `without any there is no page of them and no link to one`() throws {
    let book = try Self.book([]).handbook
    #expect(try Edition(book).files.filter { $0.path.hasPrefix("consultation") }.isEmpty)
    #expect(try !ReadPages(book).pages.contains { $0.text.contains("征求意见") })
  }

  private struct Document: Decodable {
    struct Entry: Decodable {
      struct Change: Decodable { var item: String? }
      struct Outcome: Decodable { var on: String }
      var status: String
      var changes: [Change]
      var outcome: Outcome?
    }
    var consultations: [Entry]
  }
}
