import Testing

@testable import PDFFile

/// PDFs written by hand, read by the library, and read back after it has changed them.
struct PDFFileTests {
  static let details = PDFDetails(
    title: "办事手册 <A & B>", language: "zh-CN", author: "Office", subject: "车", keywords: ["a&b", "新"],
    day: "2026-11-26")

  @Test func `pages have the sizes that they have or inherit`() throws {
    let pdf = try PDFFile(SamplePDF(pages: ["/MediaBox [10 20 430 614.5]", "", "/MediaBox [50 0 0 60]"]).bytes)
    #expect(pdf.pageCount == 3)
    #expect(pdf.pageSizes.map { [$0.width, $0.height] } == [[420, 594.5], [300, 400], [50, 60]])
  }

  @Test func `destinations are found wherever and however they are written`() throws {
    let found = try PDFFile(SamplePDF.book().bytes).destinations()
    #expect(
      found == [
        "s2": 2, "scenario-新": 3, "100%": 1, "100%zz": 2, "%FF": 1, "both": 4, "dictionary": 5, "新": 3, "新车": 2,
        "café": 2,
      ])
    #expect(try PDFFile(SamplePDF(pages: [""]).bytes).destinations().isEmpty)
  }

  @Test func `bookmarks stand in order, with their levels`() throws {
    let found = try PDFFile(SamplePDF.book().bytes).outline()
    #expect(
      found == [
        PDFBookmark(title: "第一章", level: 0, page: 1), PDFBookmark(title: "named", level: 1, page: 5),
        PDFBookmark(title: "inside", level: 1, page: 4), PDFBookmark(title: "old name", level: 0, page: 2),
      ])
  }

  @Test(.timeLimit(.minutes(1))) func `what leads back to itself ends`() throws {
    var sample = SamplePDF(pages: [""], catalogue: "/Names << /Dests 20 0 R >> /Outlines << /First 30 0 R >>")
    sample.objects += [
      (20, "<< /Kids 21 0 R /Names [(a) [11 0 R /Fit]] >>"),
      (21, "[20 0 R << /Kids 21 0 R >> << /Names [(b) [11 0 R /Fit]] >>]"),
      (30, "<< /Title (a) /Dest [11 0 R] /First 30 0 R /Next 31 0 R >>"),
      (31, "<< /Title (b) /Dest [11 0 R] /Next 30 0 R >>"),
    ]
    let pdf = try PDFFile(sample.bytes)
    #expect(try pdf.destinations() == ["a": 1, "b": 1])
    #expect(try pdf.outline().map(\.title) == ["a", "b"])
  }

  @Test func `a described PDF says what it is`() throws {
    let pdf = try PDFFile(SamplePDF.book().bytes)
    try pdf.describe(Self.details)
    let bytes = try pdf.bytes()
    let read = try PDFFile(bytes).qpdf
    let information = read.trailer["/Info"].entries.map { [$0.key, $0.value.text] }
    #expect(
      information == [
        ["/Author", "Office"], ["/CreationDate", "D:20261126000000Z"], ["/Creator", "onebook"],
        ["/Keywords", "a&b, 新"], ["/ModDate", "D:20261126000000Z"], ["/Producer", "onebook"], ["/Subject", "车"],
        ["/Title", "办事手册 <A & B>"],
      ])
    #expect(read.catalogue["/Lang"].text == "zh-CN")
    #expect(read.catalogue["/PageMode"].name == "/UseOutlines")
    #expect(read.catalogue["/ViewerPreferences"].entries.map(\.key) == ["/DisplayDocTitle"])
    #expect(read.catalogue["/Metadata"]["/Type"].name == "/Metadata")
    #expect(read.catalogue["/Metadata"]["/Subtype"].name == "/XML")

    // Metadata are not compressed, so that a program finds them that knows no PDF.
    let text = String(decoding: bytes, as: UTF8.self)
    for line in [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">办事手册 &lt;A &amp; B&gt;</rdf:li></rdf:Alt></dc:title>",
      "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>",
      "<dc:creator><rdf:Seq><rdf:li>Office</rdf:li></rdf:Seq></dc:creator>",
      "<dc:subject><rdf:Bag><rdf:li>a&amp;b</rdf:li><rdf:li>新</rdf:li></rdf:Bag></dc:subject>",
      "<pdf:Keywords>a&amp;b, 新</pdf:Keywords>", "<xmp:CreateDate>2026-11-26T00:00:00Z</xmp:CreateDate>",
    ] { #expect(text.contains(line)) }
  }

  @Test func `what is empty is not said`() throws {
    let pdf = try PDFFile(SamplePDF(pages: [""]).bytes)
    try pdf.describe(PDFDetails(title: "t", language: "en", day: "2026-11-26"))
    let bytes = try pdf.bytes()
    let read = try PDFFile(bytes).qpdf
    #expect(
      read.trailer["/Info"].entries.map(\.key) == ["/CreationDate", "/Creator", "/ModDate", "/Producer", "/Title"])
    #expect(read.catalogue["/PageMode"].name == nil)
    let text = String(decoding: bytes, as: UTF8.self)
    for absent in ["dc:creator", "dc:subject", "dc:description", "pdf:Keywords"] { #expect(!text.contains(absent)) }
  }

  @Test func `two prints of one edition are the same bytes`() async throws {
    let first = SamplePDF.book()
    var second = SamplePDF.book(printedAt: "20270101000000")
    second.objects.reverse()
    func files(_ sample: SamplePDF) throws -> [[UInt8]] {
      let pdf = try PDFFile(sample.bytes)
      try pdf.describe(Self.details)
      return try [pdf.bytes(), pdf.bytes(), pdf.booklet(sheet: (841.89, 595.28)).bytes()]
    }
    let early = try files(first)
    try await Task.sleep(for: .seconds(1.1))  // clocks count seconds
    #expect(try files(second) == early)
    #expect(early[0] == early[1])
    let other = try PDFFile(first.bytes)
    try other.describe(PDFDetails(title: "other", language: "zh-CN", day: "2026-11-26"))
    #expect(try other.bytes() != early[0])
  }
}
