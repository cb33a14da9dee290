/// A PDF written by hand: objects, in the order in which they stand in the file, and a table of where they are.
struct SamplePDF {
  var objects: [(number: Int, text: String)] = []
  var trailer = ""

  /// As many pages as sizes, each with its number as text, in a tree whose root is object 2. Pages are 11, 12, …; their
  /// texts 1011, 1012, …
  init(pages: [String], page: String = "", catalogue: String = "", trailer: String = "") {
    let numbers = pages.indices.map { 11 + $0 }
    self.trailer = trailer
    objects = [
      (1, "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>"),
      (
        2,
        "<< /Type /Pages /Count \(pages.count) /Kids [\(numbers.map { "\($0) 0 R" }.joined(separator: " "))]"
          + " /Resources << /Font << /F 3 0 R >> >> /MediaBox [0 0 300 400] >>"
      ),
      (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    ]
    for (number, box) in zip(numbers, pages) {
      objects.append((number, "<< /Type /Page /Parent 2 0 R \(box) \(page) /Contents \(1000 + number) 0 R >>"))
      objects.append((1000 + number, stream("BT /F 12 Tf 20 20 Td (page \(number - 10)) Tj ET")))
    }
  }

  func stream(_ text: String) -> String { "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream" }

  var bytes: [UInt8] {
    var file = "%PDF-1.4\n"
    var places: [Int: Int] = [:]
    for (number, text) in objects {
      places[number] = file.utf8.count
      file += "\(number) 0 obj\n\(text)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 1\n0000000000 65535 f \n"
    for (number, place) in places.sorted(by: { $0.key < $1.key }) {
      let digits = String(place)
      file += "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
    }
    let size = (places.keys.max() ?? 0) + 1
    file += "trailer\n<< /Root 1 0 R /Size \(size) \(trailer) >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}

extension SamplePDF {
  /// Five pages with everything that is read: both kinds of named destinations, bookmarks, details of a print.
  static func book(printedAt clock: String = "20261126045742") -> SamplePDF {
    var book = SamplePDF(
      pages: Array(repeating: "/MediaBox [0 0 420 594.96]", count: 5),
      page: "/StructParents 0 /Group << /S /Transparency /Type /Group >>",
      catalogue: """
        /Dests << /s2 [12 0 R /XYZ 0 0 0] /scenario-#25E6#2596#25B0 [13 0 R /XYZ 0 0 0] /both [11 0 R /Fit] \
        /gone [99 0 R /Fit] /odd [] /100#2525 [11 0 R /Fit] /100#25zz [12 0 R /Fit] /#25FF [11 0 R /Fit] >> \
        /Names << /Dests 20 0 R >> /Outlines 30 0 R /MarkInfo << /Marked true >> /StructTreeRoot 40 0 R \
        /PageMode /UseNone /OpenAction [11 0 R /Fit]
        """,
      trailer: "/Info 50 0 R /ID [<\(clock)> <\(clock)>]")
    book.objects += [
      (20, "<< /Kids [21 0 R] >>"),
      (21, "<< /Kids [22 0 R 23 0 R] >>"),
      (22, "<< /Names [(both) [14 0 R /Fit] (dictionary) << /D [15 0 R /Fit] >>] >>"),
      (23, "<< /Names [(新) 24 0 R <FEFF 65B0 8F66> [12 0 R /Fit] (caf\\351) [12 0 R /Fit] (last)] >>"),
      (24, "[13 0 R /Fit]"),
      (30, "<< /Type /Outlines /First 31 0 R /Last 33 0 R /Count 3 >>"),
      (31, "<< /Title <FEFF 7B2C 4E00 7AE0> /Dest [11 0 R /Fit] /First 32 0 R /Last 32 0 R /Next 33 0 R >>"),
      (32, "<< /Title (named) /Dest (dictionary) /Parent 31 0 R >>"),
      (33, "<< /Title (nowhere) /Dest [99 0 R] /First 34 0 R /Next 35 0 R >>"),
      (34, "<< /Title (inside) /A << /S /GoTo /D [14 0 R /Fit] >> >>"),
      (35, "<< /Title (old name) /Dest /s2 >>"),
      (40, "<< /Type /StructTreeRoot >>"),
      (50, "<< /Title (print) /Trapped /False /CreationDate (D:\(clock)+00'00') >>"),
    ]
    return book
  }
}
