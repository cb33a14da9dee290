import Catalogue
import Diagnostics
import Handbook
import Testing

@Suite struct `The list of a guideline` {
  private static func book(_ entries: String) -> CaseBook {
    CaseBook(
      [CaseBook.item("one", "办证"), CaseBook.item("two", "换证")],
      files: [
        CatalogueFile(
          "guideline.xml", "<guideline title=\"指引\" number=\"1号\" checked=\"secondary\">\(entries)</guideline>")
      ])
  }

  @Test func `what is lacking and what is covered stand on the page of the disclosure catalogue`() throws {
    let book = Self.book(
      """
      <demand id="a" name="核发证件" item="one"/><demand id="b" name="注销证件"/><demand id="c" name="补发证件" item="three"/>
      <extra item="two">本地要办</extra>
      """)
    let list = try #require(try book.handbook.disclosure.guideline)
    #expect(list.covered.map(\.name) == ["核发证件"])
    #expect(list.covered.first?.item?.text == "办证")
    #expect(list.lacking.map(\.name) == ["注销证件", "补发证件"])
    #expect(list.extras.map(\.item.id) == ["two"])
    #expect(list.extras.first?.reason == "本地要办")
    let page = try book.page("catalogue.html")
    #expect(page.contains("指引要求3项，有1项，缺2项。"))
    #expect(page.contains("《指引》（1号） 转引"))
    #expect(try book.json().contains("\"guideline\""))
  }

  @Test func `where none is declared nothing is said of one`() throws {
    let book = CaseBook([CaseBook.item("one", "办证")])
    #expect(try book.handbook.disclosure.guideline == nil)
    #expect(try !book.page("catalogue.html").contains("指引"))
    #expect(try !book.json().contains("guideline"))
  }

  @Test func `a name that is nearly right is not beyond the guideline too`() {
    let book = Self.book("<demand id=\"a\" name=\"核发证件\" item=\"one\"/><demand id=\"b\" name=\"换证\" item=\"tow\"/>")
    #expect(book.diagnostics.filter { $0.id.hasPrefix("guideline") }.map(\.id) == ["guideline-missing"])
    #expect(book.found("guideline-missing").first.map { book.text(at: $0.span) } == "tow")
  }
}
