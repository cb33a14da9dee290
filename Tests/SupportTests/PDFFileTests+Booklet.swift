import Testing

@testable import PDFFile

struct PDFBookletTests {
  static let a4 = (width: 841.89, height: 595.28)

  @Test func `eight pages are two sheets`() {
    #expect(
      saddleStitched(8) == [
        SheetSide(left: 8, right: 1), SheetSide(left: 2, right: 7),
        SheetSide(left: 6, right: 3), SheetSide(left: 4, right: 5),
      ])
    #expect(saddleStitched(1) == [SheetSide(left: nil, right: 1), SheetSide(left: nil, right: nil)])
    #expect(saddleStitched(0).isEmpty)
  }

  @Test(arguments: 1...40)
  func `folded sheets read in order`(count: Int) {
    // Leaf by leaf: the sheets are opened at the fold, the outermost first; what lies right of it is read forwards.
    let sides = saddleStitched(count)
    #expect(sides.count == (count + 3) / 4 * 2)
    let fronts = stride(from: 0, to: sides.count, by: 2).map { sides[$0] }
    let backs = stride(from: 1, to: sides.count, by: 2).map { sides[$0] }
    let firstHalf = zip(fronts, backs).flatMap { [$0.right, $1.left] }
    let secondHalf = zip(fronts, backs).reversed().flatMap { [$1.right, $0.left] }
    let filled: [Int?] = (1...count).map { $0 } + Array(repeating: nil, count: sides.count * 2 - count)
    #expect(firstHalf + secondHalf == filled)
  }

  @Test func `each side draws its two pages`() throws {
    let pdf = try PDFFile(SamplePDF.book().bytes)
    try pdf.describe(PDFFileTests.details)
    let before = try pdf.bytes()
    let booklet = try pdf.booklet(sheet: Self.a4)
    #expect(booklet.pageSizes.map { [$0.width, $0.height] } == Array(repeating: [841.89, 595.28], count: 4))
    let drawn = booklet.pages.map { page in
      page["/Resources"]["/XObject"].entries.map { [$0.key, content(of: $0.value, in: booklet)] }
    }
    func text(_ page: Int) -> String { "BT /F 12 Tf 20 20 Td (page \(page)) Tj ET" }
    #expect(
      drawn == [[["/R", text(1)]], [["/L", text(2)]], [["/R", text(3)]], [["/L", text(4)], ["/R", text(5)]]])
    let form = booklet.pages[0]["/Resources"]["/XObject"]["/R"]
    #expect(form["/Resources"]["/Font"]["/F"]["/BaseFont"].name == "/Helvetica")
    #expect(form["/Group"]["/S"].name == "/Transparency")
    #expect(try pdf.bytes() == before, "the PDF itself stays as it is")
  }

  @Test func `pages of half a sheet keep their size, others fit`() throws {
    let sizes = [
      "/MediaBox [0 0 420 594.96]", "/MediaBox [605.28 20 10 861.89]", "/MediaBox [0 0 1000 100]",
      "/MediaBox [0 0 421.5 596]",
    ]
    let booklet = try PDFFile(SamplePDF(pages: sizes).bytes).booklet(sheet: Self.a4)
    #expect(
      booklet.pages.map { String(decoding: $0.pageContent, as: UTF8.self) } == [
        "q 1.0 0 0 1.0 -0.2775 -0.36 cm /L Do Q\nq 1.0 0 0 1.0 421.4175 0.16 cm /R Do Q\n",
        "q 0.7071 0 0 0.7071 -7.0523 -14.1415 cm /L Do Q\nq 0.4209 0 0 0.4209 420.945 276.5927 cm /R Do Q\n",
      ])
    let box = booklet.pages[1]["/Resources"]["/XObject"]["/L"]["/BBox"]
    #expect((0..<4).map { box[$0].number } == [605.28, 20, 10, 861.89])
  }

  @Test func `a booklet says nothing of reading order`() throws {
    let pdf = try PDFFile(SamplePDF.book().bytes)
    try pdf.describe(PDFFileTests.details)
    let booklet = try pdf.booklet(sheet: Self.a4)
    let catalogue = booklet.qpdf.catalogue
    #expect(catalogue.entries.map(\.key) == ["/Lang", "/Metadata", "/Pages", "/Type", "/ViewerPreferences"])
    #expect(catalogue["/ViewerPreferences"]["/Duplex"].name == "/DuplexFlipShortEdge")
    #expect(booklet.pages.allSatisfy { Set($0.entries.map(\.key)).isDisjoint(with: ["/StructParents", "/Annots"]) })
    #expect(booklet.qpdf.trailer["/Info"]["/Title"].text == PDFFileTests.details.title)
  }

  @Test func `a turned page is refused`() throws {
    let pdf = try PDFFile(SamplePDF(pages: ["/Rotate 0", "/Rotate 90"]).bytes)
    #expect(throws: PDFProblem.turnedPage(2)) { try pdf.booklet(sheet: Self.a4) }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300])
  func `a sheet that is none is refused`(width: Double) throws {
    let pdf = try PDFFile(SamplePDF(pages: [""]).bytes)
    #expect(throws: PDFProblem.badSheet) { try pdf.booklet(sheet: (width, 500)) }
  }

  /// What a form draws: read as if it were the content of a page.
  private func content(of form: QPDF.Object, in pdf: PDFFile) -> String {
    let page = pdf.qpdf.parse("<< /Type /Page >>")
    page["/Contents"] = form
    return String(decoding: page.pageContent, as: UTF8.self).trimmingNewlines
  }
}

extension String {
  fileprivate var trimmingNewlines: String { split(separator: "\n").joined(separator: "\n") }
}
