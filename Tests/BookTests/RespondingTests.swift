import Catalogue
import Handbook
import Testing
import XMLFile

@testable import Publishing

/// What every page says of itself and of where to respond.
@Suite struct `Responding to a page` {
  private static func book(_ feedback: String, edition: String = "2026.1", hotlines: Bool = true) -> CaseBook {
    let lines =
      hotlines
      ? "<hotline number=\"12345\" name=\"热线\">问</hotline><hotline number=\"122\" name=\"报警\">撞车</hotline>" : ""
    return CaseBook(
      [CaseBook.item("one", "办证")],
      files: [
        CatalogueFile(
          "book.xml",
          """
          <book version="1" lang="zh-CN"><title>书</title><issuer>编写组</issuer><edition id="\(edition)" date="2026-06-01"/>
          <theme id="t" mark="事">事</theme>\(lines)\(feedback)</book>
          """)
      ])
  }

  private static func links(_ book: CaseBook, on page: String = "item/one.html") throws -> [String] {
    let root = try #require(try ReadPages(try book.handbook).pages.first { $0.path == page }).root
    let footer = try #require(root.everything.first { $0.name == "footer" })
    return footer.everything.compactMap { $0["href"]?.value }
  }

  @Test func `every page of the web book names itself, the edition, and where to ask`() throws {
    let book = try #require(RealBook.smaller)
    // A sheet is no page of the web book: it has its own foot.
    for page in try ReadPages(book).pages
    where page.path.hasSuffix(".html") && !["print.html", "board.html"].contains(page.path)
      && !page.text.contains("class=\"sheet\"")
    {
      let footer = try #require(page.root.everything.first { $0.name == "footer" }, "\(page.path)")
      let words = footer.everything.map(\.text).joined(separator: " ")
      #expect(words.contains("页号 \(page.path.dropLast(5)) · \(book.edition) 版"), "\(page.path)")
      let links = footer.everything.compactMap { $0["href"]?.value }
      for line in book.hotlines { #expect(links.contains("tel:\(line.number)"), "\(page.path)") }
      #expect(links.contains { $0.hasSuffix("#hotlines") }, "\(page.path)")
    }
  }

  @Test func `a form gets the page and the edition, encoded`() throws {
    let book = Self.book(
      "<feedback href=\"https://www.example.org/say?page={page}&amp;edition={edition}#new\"/>", edition: "1&amp;2 版")
    #expect(
      try Self.links(book).contains(
        "https://www.example.org/say?page=item%2Fone&edition=1%262%20%E7%89%88#new"))
  }

  @Test func `a mail has the page and the edition in its subject, encoded`() throws {
    let links = try Self.links(Self.book("<feedback mail=\"book+errors@example.org\"/>", edition: "1&amp;2"))
    let mail = try #require(links.first { $0.hasPrefix("mailto:") })
    #expect(mail.hasPrefix("mailto:book%2Berrors@example.org?subject=%E4%B9%A6%20"))
    #expect(mail.contains("item%2Fone") && mail.contains("1%262"))
    #expect(!mail.contains(" "))
  }

  @Test func `where nothing is stated the first hotline is to be called, else the counter asked`() throws {
    let page = try Self.book("").page("item/one.html")
    #expect(page.contains("这一页有错、看不懂，打 12345，报上页号。"))
    #expect(try Self.book("", hotlines: false).page("item/one.html").contains("到窗口说，报上页号"))
    let stated = try Self.book("<feedback mail=\"book@example.org\"/>").page("item/one.html")
    #expect(!stated.contains("报上页号") && stated.contains("告诉我们"))
  }

  @Test func `the print book says it once, for paper`() throws {
    #expect(try Self.book("").page("print.html").contains("打 12345，说明是 2026.1 版、哪一章。"))
    let mail = try Self.book("<feedback mail=\"book@example.org\"/>").page("print.html")
    #expect(mail.contains("写信到 book@example.org"))
  }
}
