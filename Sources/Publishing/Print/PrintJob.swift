public import Catalogue
import Handbook
import Markup

/// Something to print of an edition: pages for a browser, and the PDF that it makes of them.
public struct PrintJob: Sendable {
  /// Files beside which `page` stands, from the edition's root; the style sheets of the edition are there too.
  public struct Page: Sendable {
    public var files: [OutputFile]
    /// The one to print.
    public var path: String
    /// The anchors in reading order; empty where no page numbers are needed.
    public var anchors: [String]
  }

  public let kind: Printing.Kind
  /// Of which hall or scenario; `nil` = of the whole book.
  public let subject: String?
  /// From the edition's root: `handbook.pdf`, `posters/new-car.pdf`.
  public let pdf: String
  public let title: String
  public let language: String
  public let author: String
  /// What is printed has page numbers of its own to find out: it is printed once more with them.
  public let isNumbered: Bool
  /// Two pages side by side, for a stitched booklet.
  public let isBooklet: Bool
  /// How many sheets it must have, where that is known: each notice has one.
  public let sheets: Int?
  private let make: @Sendable (PageMap?) -> Page

  init(
    _ book: Handbook, _ kind: Printing.Kind, subject: String? = nil, pdf: String, title: String,
    isNumbered: Bool = false, isBooklet: Bool = false, sheets: Int? = nil, make: @escaping @Sendable (PageMap?) -> Page
  ) {
    self.kind = kind
    self.subject = subject
    self.pdf = pdf
    self.title = title
    language = book.phrases.lang
    author = book.issuer
    self.isNumbered = isNumbered
    self.isBooklet = isBooklet
    self.sheets = sheets
    self.make = make
  }

  /// The pages as they are with these page numbers; `nil`: before they are known.
  public func page(_ pages: PageMap?) -> Page { make(pages) }
}

extension Edition {
  /// Everything of these kinds that there is to print, in the order of the kinds.
  public func jobs(_ kinds: [Printing.Kind]) -> [PrintJob] { kinds.flatMap(jobs) }

  private func jobs(_ kind: Printing.Kind) -> [PrintJob] {
    switch kind {
    case .book: [book(.book, kind, "handbook.pdf")]
    case .large: [book(.large, kind, "handbook-large.pdf")]
    case .staff: [book(.staff, kind, "handbook-staff.pdf")]
    case .hall: handbook.printing.halls.map { book(.hall($0), kind, "halls/\($0.id).pdf", subject: $0.id) }
    case .booklet:
      handbook.scenarios.map { book(.booklet($0), kind, "booklets/\($0.id).pdf", subject: $0.id) }
    case .poster: handbook.scenarios.filter(\.blocked.isEmpty).map(poster)
    case .notice: handbook.notices.filter { !$0.notices.isEmpty }.map(notices)
    case .errata: [errata].compactMap(\.self)
    }
  }

  private func book(
    _ choice: PrintBook.Choice, _ kind: Printing.Kind, _ pdf: String, subject: String? = nil
  ) -> PrintJob {
    let handbook = handbook
    let addresses = addresses
    let isBooklet = kind == .booklet
    return PrintJob(
      handbook, kind, subject: subject, pdf: pdf,
      title: PrintBook(book: handbook, choice: choice, addresses: addresses, pages: nil).title,
      isNumbered: true, isBooklet: isBooklet
    ) { pages in
      Edition.page(PrintBook(book: handbook, choice: choice, addresses: addresses, pages: pages).sheet, pdf)
    }
  }

  /// The page and its rules, under names that no other job has.
  private static func page(_ sheet: PrintSheet, _ pdf: String) -> PrintJob.Page {
    let name = pdf.dropLast(4).replacing("/", with: "-")
    let rules = "pages-\(name).css"
    return PrintJob.Page(
      files: [
        OutputFile(path: "print-\(name).html", bytes: sheet.markup(rules: rules, measured: true).htmlBytes),
        OutputFile(path: "assets/\(rules)", bytes: sheet.rules),
      ], path: "print-\(name).html", anchors: sheet.anchors)
  }

  private func poster(_ chapter: ScenarioChapter) -> PrintJob {
    let poster = Poster(book: handbook, chapter: chapter, addresses: addresses)
    let path = "poster-\(chapter.id).html"
    return PrintJob(
      handbook, .poster, subject: chapter.id, pdf: "posters/\(chapter.id).pdf", title: chapter.title, sheets: 1
    ) { _ in
      PrintJob.Page(
        files: [
          OutputFile(path: path, bytes: poster.markup().htmlBytes),
          OutputFile(path: "assets/poster.css", bytes: PackageResources.poster_css),
        ], path: path, anchors: [])
    }
  }

  private func notices(_ set: NoticeSet) -> PrintJob {
    let handbook = handbook
    let title = handbook.phrases.notice(of: set.scenario.text)
    let sheet = NoticeSheet(book: handbook, set: set, addresses: addresses)
    let path = "notices-\(set.scenario.id).html"
    return PrintJob(
      handbook, .notice, subject: set.scenario.id, pdf: "notices/\(set.scenario.id).pdf", title: title,
      sheets: set.notices.count
    ) { _ in
      PrintJob.Page(
        files: [
          OutputFile(
            path: path, bytes: NoticePages.page(handbook, title, set.notices.map(sheet.markup), root: "").htmlBytes)
        ], path: path, anchors: [])
    }
  }

  private var errata: PrintJob? {
    guard let sheet = ErrataSlip(book: handbook, addresses: addresses).sheet else { return nil }
    return PrintJob(handbook, .errata, pdf: "errata.pdf", title: sheet.title) { _ in Edition.page(sheet, "errata.pdf") }
  }
}
