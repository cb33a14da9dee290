import Catalogue
import Foundation
import Handbook
import Testing
import XMLFile

@testable import Publishing

/// The disclosure catalogue: what the guides show, what the book states, what nobody states.
@Suite struct `The disclosure catalogue` {
  private static func book(_ disclosure: String, base: String = "", lang: String = "zh-CN") -> CatalogueFile {
    CatalogueFile(
      "book.xml",
      """
      <book version="1" lang="\(lang)"\(base)><title>书</title><issuer>编写组</issuer><edition id="1" date="2026-06-01"/>
      <theme id="t" mark="事">户政</theme><hotline number="12345" name="热线">问</hotline>\(disclosure)</book>
      """)
  }
  private static let laws = CatalogueFile(
    "laws.xml",
    """
    <laws><law id="openness" title="公开条例" number="第711号" checked="secondary"/><law id="matter" title="办事规定" number="第1号" checked="yes"/></laws>
    """)
  private static let stated = """
    <disclosure basis="openness§20" checked="secondary"><limit basis="openness§26">20个工作日内</limit>
    <channels is="push website" sample="yes"/><audience is="everyone"/><manner is="proactive"/><level is="county"/></disclosure>
    """
  private static let matter = CaseBook.item(
    "one", "办证", asks: CaseBook.shown("id-card"), "<official>证件核发</official><basis law=\"matter\" article=\"3\"/>")

  private static func chapter(_ items: [CatalogueFile], _ disclosure: String, agencies: String? = nil) throws
    -> DisclosureChapter
  {
    let others = agencies.map { [CatalogueFile("agencies.xml", $0)] } ?? []
    return try CaseBook(items, files: [book(disclosure), laws] + others).handbook.disclosure
  }

  @Test func `a row holds what the guide shows and what the book states`() throws {
    let row = try #require(try Self.chapter([Self.matter], Self.stated).rows.first)
    #expect(row.official == "证件核发")
    #expect(row.plain == "办证")
    #expect(row.category == "户政")
    #expect(row.body.text == "甲局")
    #expect(row.limit?.text == "20个工作日内")
    #expect(row.limit?.mark == "转引")
    #expect(row.channels?.text == "政府网站、精准推送")
    #expect(row.channels?.mark == "示例")
    #expect(row.boxes.count == 13)
    #expect(row.boxes.filter(\.isTicked).map(\.id) == ["website", "push"])
    #expect(row.audience?.text == "全社会")
    #expect(row.codes.samples == ["channels"])
    #expect(row.legal.map(\.law.id) == ["openness", "matter"])
    #expect(row.legal.first?.articles == ["第20条", "第26条"])
  }

  @Test func `what the guide lacks is named as lacking, what it states besides is added`() throws {
    let bare = CatalogueFile("items/two.xml", "<item id=\"two\" agency=\"first\"><name>登记</name></item>")
    let rows = try Self.chapter([Self.matter, bare], Self.stated).rows
    let full = try #require(rows.first { $0.item.id == "one" })
    #expect(full.contents.filter(\.isStated).map(\.name) == ["法律法规和政策文件", "申请材料", "办理流程", "咨询投诉渠道", "收费", "办理时限"])
    #expect(full.contents.filter { !$0.isStated }.map(\.name) == ["受理范围及条件"])
    let empty = try #require(rows.first { $0.item.id == "two" })
    #expect(empty.contents.filter(\.isStated).map(\.name) == ["咨询投诉渠道"])
    #expect(empty.contents.count == 5)
    #expect(empty.plain == nil)
  }

  @Test func `an item's own word replaces the book's, cell by cell`() throws {
    let own = CaseBook.item(
      "one", "办证", "<disclosure><audience is=\"group\">货车司机</audience><level is=\"township county\"/></disclosure>")
    let row = try #require(try Self.chapter([own], Self.stated).rows.first)
    #expect(row.audience?.text == "特定群体（货车司机）")
    #expect(row.audience?.mark == nil)
    #expect(row.levels?.text == "县级、乡级")
    #expect(row.limit?.text == "20个工作日内")
    #expect(row.codes.audience == "group")
  }

  @Test func `what nobody states is not stated, on the page, in the table and in the data`() throws {
    let book = CaseBook([Self.matter], files: [Self.book(""), Self.laws])
    let row = try #require(try book.handbook.disclosure.rows.first)
    #expect(row.limit == nil && row.channels == nil && row.boxes.isEmpty)
    #expect(try book.page("catalogue.html").contains("未提供"))
    let cells = try Self.table(book.handbook)[1]
    #expect(cells[6] == "未提供" && cells[8...11].allSatisfy { $0 == "未提供" })
    let json = try JSONDecoder().decode(Document.self, from: Data(book.json().utf8))
    #expect(json.disclosure.rows.first?.limit == nil)
    #expect(json.disclosure.rows.first?.channelIds == [])
  }

  @Test func `a company's item has a row only if it says how it is made public`() throws {
    let shop = """
      <agencies><agency id="first" kind="police" name="甲局"/><agency id="second" kind="company" name="商行"/></agencies>
      """
    let bought = CaseBook.item("two", "买车", at: "second")
    let chapter = try Self.chapter([Self.matter, bought], Self.stated, agencies: shop)
    #expect(chapter.rows.map(\.item.id) == ["one"])
    #expect(chapter.apart.map(\.id) == ["two"])
    let own = CaseBook.item("two", "买车", at: "second", "<disclosure><manner is=\"on-request\"/></disclosure>")
    #expect(try Self.chapter([Self.matter, own], "", agencies: shop).rows.map(\.item.id) == ["one", "two"])
  }

  @Test func `the page, the table and the data have the same rows`() throws {
    let book = try #require(RealBook.smaller)
    let table = try Self.table(book)
    #expect(table.dropFirst().map { $0[2] } == book.disclosure.rows.map(\.official))
    #expect(table.allSatisfy { $0.count == 13 })
    let page = try #require(try ReadPages(book).pages.first { $0.path == "catalogue.html" })
    let links = page.root.everything.filter { $0.name == "th" && $0["scope"]?.value == "row" }
      .compactMap { $0.children.first { $0.name == "a" }?["href"]?.value }
    #expect(links == book.disclosure.rows.map { "item/\($0.item.id).html" })
    #expect(book.disclosure.rows.count + book.disclosure.apart.count == book.items.count)
    #expect(book.disclosure.rows.map(\.number) == Array(1...book.disclosure.rows.count))
  }

  @Test func `the laws page names the articles that publishing rests on`() throws {
    let laws = try CaseBook([Self.matter], files: [Self.book(Self.stated), Self.laws]).handbook.laws
    #expect(laws.first { $0.id == "openness" }?.articles == ["第20条", "第26条"])
  }

  @Test func `addresses are whole when the book knows its own`() throws {
    let here = CaseBook([Self.matter], files: [Self.book(""), Self.laws])
    #expect(try Self.table(here.handbook)[1].last == "item/one.html")
    let there = CaseBook(
      [Self.matter], files: [Self.book("", base: " base=\"https://www.example.org/book/\""), Self.laws])
    #expect(try Self.table(there.handbook)[1].last == "https://www.example.org/book/item/one.html")
  }

  private struct Document: Decodable {
    struct Disclosure: Decodable { var rows: [Row] }
    struct Row: Decodable {
      struct Cell: Decodable { var text: String }
      var limit: Cell?
      var channelIds: [String]
    }
    var disclosure: Disclosure
  }

  private static func table(_ book: Handbook) throws -> [[String]] {
    let file = try #require(try Edition(book).files.first { $0.path == "catalogue.csv" })
    #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    return CSVTests.cells(String(decoding: file.bytes.dropFirst(3), as: UTF8.self))
  }
}
