/// A PDF, read and changed by qpdf.
///
///     let pdf = try PDFFile(printed)
///     try pdf.describe(PDFDetails(title: "办事手册", language: "zh-CN", day: "2026-11-26"))
///     let handbook = try pdf.bytes()
///     let booklet = try pdf.booklet(sheet: (841.89, 595.28)).bytes()
///
/// Any bytes give a PDF or the reason why not. Nothing is repaired, and a PDF in which damage is found later, when a
/// damaged part is first read, throws the same problem from then on.
public final class PDFFile {
  let qpdf: QPDF
  let pages: [QPDF.Object]
  /// The area of each page.
  let boxes: [Box]
  /// From the number of a page's object to the number of the page, from 1.
  private let pageNumbers: [Int: Int]

  /// Reads a PDF.
  /// - Parameter bytes: the file.
  /// - Throws: ``PDFProblem``
  public init(_ bytes: [UInt8]) throws(PDFProblem) {
    qpdf = try QPDF(bytes)
    pages = try qpdf.pages()
    guard !pages.isEmpty else { throw .noPages }
    var boxes: [Box] = []
    for (index, page) in pages.enumerated() {
      guard let box = Box(page["/MediaBox"]) else { throw .badPage(index + 1) }
      boxes.append(box)
    }
    self.boxes = boxes
    let ids = pages.enumerated().compactMap { index, page in page.id.map { ($0, index + 1) } }
    pageNumbers = Dictionary(ids) { first, _ in first }
  }

  /// How many pages there are: 1 or more.
  public var pageCount: Int { pages.count }

  /// Page sizes in points (1/72 inch), width × height, in order. A page that is shown turned is given as it is stored.
  public var pageSizes: [(width: Double, height: Double)] { boxes.map { ($0.width, $0.height) } }

  /// The file as it is now, in PDF 1.7 or later. The same PDF, changed in the same way, gives the same bytes.
  /// - Throws: ``PDFProblem/damaged(_:)``
  public func bytes() throws(PDFProblem) -> [UInt8] { try qpdf.write() }

  /// The page that a destination is on, from 1. A destination is an array that begins with the page, or a dictionary
  /// with such an array as `/D`.
  func page(of destination: QPDF.Object) -> Int? {
    (destination[0].id ?? destination["/D"][0].id).flatMap { pageNumbers[$0] }
  }
}

/// Why a PDF cannot be read or changed.
public enum PDFProblem: Error, Hashable, Sendable {
  /// It is no PDF, or is damaged. The words are qpdf's, in English.
  case damaged(String)
  /// It is encrypted, even if it opens without a password.
  case encrypted
  /// It is a sound PDF of no pages.
  case noPages
  /// A page, from 1, has no size of 1 to 14,400 points on each side.
  case badPage(Int)
  /// A page, from 1, is stored turned (`/Rotate`), which a booklet cannot hold.
  case turnedPage(Int)
  /// The sheet of a booklet has no size of 1 to 14,400 points on each side.
  case badSheet
}

/// A rectangle, in points. The origin is at the bottom left.
struct Box {
  let x, y, width, height: Double

  /// Of an array of two opposite corners. Nil if a side is not as ``PDFProblem/badPage(_:)`` says, or far off.
  init?(_ array: QPDF.Object) {
    guard array.count == 4, let x1 = array[0].number, let y1 = array[1].number, let x2 = array[2].number,
      let y2 = array[3].number
    else { return nil }
    (x, y, width, height) = (min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
    guard isSize(width), isSize(height), max(abs(x), abs(y)) <= 14_400 else { return nil }
  }
}

/// Whether a side may be so long, in points (ISO 32000-1 Annex C).
func isSize(_ points: Double) -> Bool { (1...14_400).contains(points) }
