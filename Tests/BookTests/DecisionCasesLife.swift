import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// The decision cases of the merging rules, each under its name: decisions and guides that change or end.
@Suite struct `Decision cases: changes` {
  private static let asked = CaseBook.kept("licence", "called=\"行驶证\"")

  /// Two people decided that the paper is not asked for; on the text as it was, which may have changed since.
  private func dropped(until: String = "2026-12-31", changed: Bool = false) throws -> CaseBook {
    let items = [CaseBook.item("a", "甲事", asks: Self.asked)]
    let digest = CaseBook(items).read.catalogue.digest(of: .requirement(item: "a", id: "paper"))
    let decision = """
      <decisions><decision id="no-licence" do="drop" by="编写组" second="复核组" on="2026-01-15" until="\(until)">
      <source item="a" requirement="paper" hash="\(try #require(digest))"/><reason>窗口已经不要</reason></decision></decisions>
      """
    let now =
      changed
      ? [CaseBook.item("a", "甲事", asks: Self.asked.replacing("originals=\"1\"", with: "originals=\"2\""))] : items
    return CaseBook(now, files: [CatalogueFile("decisions.xml", decision)])
  }

  private func isSuspended(_ book: CaseBook, as id: String, at words: String) throws {
    #expect(book.ids == [id] && book.diagnostics.map(\.severity) == [.error])
    #expect(book.diagnostics.map { book.text(at: $0.span) }.allSatisfy { $0.contains(words) })
    // The rules hold again, the book appears, and somebody is waited for.
    #expect(book.read.isBearable)
    #expect(try book.plan().bring.map { $0.document?.evidence } == ["licence"])
    #expect(try !book.page().contains("经核定不用交"))
    let queue = ReviewQueue(book.read, book.surveys).entries
    #expect(
      queue.map(\.finding) == [id] && queue.map(\.replaces) == ["no-licence"] && queue.map(\.verdicts) == [[.drop]])
  }

  @Test func `R-09 a decision on a text that has changed since is suspended, and said so`() throws {
    let live = try dropped()
    #expect(try live.ids == [] && live.plan().bring.isEmpty)
    #expect(try live.page().contains("经核定不用交") && live.page().contains("窗口已经不要"))
    #expect(try live.records.first?.rules == ["decided-to-drop"])
    try isSuspended(dropped(changed: true), as: "decision-stale", at: "sha256:")
  }

  @Test func `R-10 a decision past its day is suspended, and said so`() throws {
    #expect(try dropped(until: "2026-06-01").ids == [], "it holds on its last day")
    try isSuspended(dropped(until: "2026-05-31"), as: "decision-expired", at: "no-licence")
  }

  @Test func `R-11 when an item is withdrawn only what it alone asked for leaves the list`() throws {
    let a = CaseBook.item(
      "a", "甲事", asks: "<requirement id=\"card\" evidence=\"id-card\" treat=\"show\" originals=\"1\" copies=\"1\"/>")
    let b = CaseBook.item(
      "b", "乙事",
      asks: "<requirement id=\"card\" evidence=\"id-card\" treat=\"show\" originals=\"1\" copies=\"2\"/>"
        + CaseBook.shown("birth"))
    let before = CaseBook([a, b])
    let after = CaseBook([a])
    #expect(try before.plan().bring.map { $0.document?.evidence } == ["id-card", "birth"])
    #expect(try before.plan().bring.first?.copies == Count(known: 3, complete: true))
    let left = try after.plan().bring
    #expect(left.map { $0.document?.evidence } == ["id-card"] && left.first?.copies == Count(known: 1, complete: true))
    #expect(left.first?.uses.map(\.source.member) == ["a"])
    #expect(try before.page().contains("复印件3份") && before.page().contains("出生证"))
    #expect(try after.page().contains("复印件1份") && !after.page().contains("出生证"))
    // The record keeps its name, so that what changed can be told.
    #expect(try after.records.contains { $0.id == "mr.s.id-card.applicant" })
    #expect(try before.records.contains { $0.id == "mr.s.id-card.applicant" })
    // A scenario that still names it is no book.
    #expect(!CaseBook([a], members: "<member item=\"a\"/><member item=\"b\"/>").read.isBearable)
  }

  @Test func `R-21 what the cited article lists and no guide asks for is reported and not added`() throws {
    let laws = """
      <laws><law id="act" title="某规定" number="某号"><lists article="3" evidence="id-card licence"/></law></laws>
      """
    let basis = "<basis law=\"act\" article=\"3\">材料</basis>"
    let book = CaseBook(
      [
        CaseBook.item("a", "甲事", asks: CaseBook.shown("id-card"), basis),
        CaseBook.item("b", "乙事", asks: CaseBook.shown("id-card"), basis),
      ], files: [CatalogueFile("laws.xml", laws)])
    #expect(
      book.ids == ["basis-mismatch", "basis-mismatch"] && book.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(book.diagnostics.map(\.span.file) == ["items/a.xml", "items/b.xml"])
    #expect(book.diagnostics.allSatisfy { $0.summary.zh.contains("行驶证") && book.text(at: $0.span).hasPrefix("<basis") })
    #expect(try book.plan().bring.map { $0.document?.evidence } == ["id-card"])
    #expect(try !book.page().contains("行驶证"))
  }
}
