extension PDFFile {
  /// The pages two by two on sheets that are folded into a saddle-stitched booklet. The last page stands beside the
  /// first, and empty pages fill up to a multiple of four.
  ///
  /// A page as large as half of the sheet, such as A5 on A4, keeps its size; any other is scaled to fit. Each stands in
  /// the middle of its half. The sheets are for printing on both sides, turned on the short edge. Text stays text and
  /// the details stay, but bookmarks, links and tags, which speak of the pages in reading order, are left out.
  /// - Parameter sheet: its width and height in points; the width is the longer side, since it is folded in the middle.
  /// - Returns: a new PDF of two pages a sheet, front and back.
  /// - Throws: ``PDFProblem/turnedPage(_:)``, ``PDFProblem/badSheet``, ``PDFProblem/damaged(_:)``
  public func booklet(sheet: (width: Double, height: Double)) throws(PDFProblem) -> PDFFile {
    guard isSize(sheet.width), isSize(sheet.height) else { throw .badSheet }
    let copy = try PDFFile(bytes())
    try copy.impose(on: sheet)
    return try PDFFile(copy.bytes())
  }

  private func impose(on sheet: (width: Double, height: Double)) throws(PDFProblem) {
    if let turned = pages.firstIndex(where: { $0["/Rotate"].number ?? 0 != 0 }) { throw .turnedPage(turned + 1) }
    let forms = pages.map(form)
    let mediaBox = qpdf.parse("[0 0 \(decimal(sheet.width)) \(decimal(sheet.height))]")
    for side in saddleStitched(pages.count) {
      let drawn = qpdf.parse("<< >>")
      var content = ""
      for (name, number, middle) in [("/L", side.left, 0.25), ("/R", side.right, 0.75)] {
        guard let number else { continue }
        drawn[name] = forms[number - 1]
        content += "q \(placement(of: boxes[number - 1], on: sheet, middle: middle)) cm \(name) Do Q\n"
      }
      let page = qpdf.parse("<< /Type /Page /Resources << >> >>")
      page["/MediaBox"] = mediaBox
      page["/Resources"]["/XObject"] = drawn
      page["/Contents"] = qpdf.stream(Array(content.utf8))
      qpdf.append(page)
    }
    for page in pages { qpdf.remove(page) }

    let kept: Set = ["/Type", "/Pages", "/Lang", "/Metadata"]
    for (key, _) in qpdf.catalogue.entries where !kept.contains(key) { qpdf.catalogue.remove(key) }
    qpdf.catalogue["/ViewerPreferences"] = qpdf.parse(
      "<< /DisplayDocTitle true /Duplex /DuplexFlipShortEdge /PrintScaling /None >>")
    try qpdf.check()
  }

  /// A page as something to be drawn on another.
  private func form(_ page: QPDF.Object) -> QPDF.Object {
    let form = qpdf.stream(page.pageContent)
    form["/Type"] = qpdf.parse("/XObject")
    form["/Subtype"] = qpdf.parse("/Form")
    form["/BBox"] = page["/MediaBox"]
    form["/Resources"] = page["/Resources"]
    form["/Group"] = page["/Group"]  // null, if the page has none, and so not there
    return form
  }
}

/// The matrix that puts a page into the middle of its half of a sheet. The middle of the half is given as a part of the
/// sheet's width.
private func placement(of box: Box, on sheet: (width: Double, height: Double), middle: Double) -> String {
  let fit = min(sheet.width / 2 / box.width, sheet.height / box.height)
  // A printing program rounds A5 to whole pixels; that is no reason to scale it.
  let scale = abs(fit - 1) < 0.005 ? 1 : fit
  let x = sheet.width * middle - scale * (box.x + box.width / 2)
  let y = sheet.height / 2 - scale * (box.y + box.height / 2)
  return "\(decimal(scale)) 0 0 \(decimal(scale)) \(decimal(x)) \(decimal(y))"
}

/// A number as PDF writes it, to four places: without an exponent.
private func decimal(_ number: Double) -> String { "\((number * 10_000).rounded() / 10_000)" }
