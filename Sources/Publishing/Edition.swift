import Archive
public import Handbook
import Markup

/// One edition as files: the web book, the notices, the print page, the EPUB, the data. The same handbook gives the same
/// bytes.
public struct Edition: Sendable {
  public let handbook: Handbook
  /// Sorted by path.
  public let files: [OutputFile]
  let addresses: Addresses

  /// - Throws: `EditionError` when the EPUB cannot be packed.
  public init(_ book: Handbook) throws(EditionError) {
    let web = Web(book: book).made()
    handbook = book
    addresses = Addresses(book, marks: web.marks)
    var files = web.files + NoticePages(book: book, addresses: addresses).files()
    files += BoardPage(book: book, addresses: addresses).files
    files += try Edition.paged(book, addresses, nil)
    files.append(OutputFile(path: "book.json", bytes: BookData(book).json))
    files.append(OutputFile(path: "catalogue.csv", bytes: DisclosureTable(book).csv))
    files += ChangeFeed(book: book).files + EditionRecords(book: book).files
    files += [GuideFeed(book: book).file, AtomFeed(book: book).file]
    files += MessagesData(book).files
    files += CalendarFile(book).files
    self.files = files.sorted { $0.path < $1.path }
  }

  /// What changes when it is known on which page of the printed book everything is: the EPUB gets its page list,
  /// `print.html` its page numbers.
  public func paged(_ pages: PageMap) throws(EditionError) -> [OutputFile] {
    try Edition.paged(handbook, addresses, pages)
  }

  /// What lists these files: those of the edition, and what was printed of it.
  public func manifest(_ files: [OutputFile]) -> OutputFile {
    OutputFile(path: Manifest.path, bytes: Manifest(handbook, files).json)
  }

  /// What hangs on the pages of the printed book.
  private static func paged(
    _ book: Handbook, _ addresses: Addresses, _ pages: PageMap?
  ) throws(EditionError) -> [OutputFile] {
    let unknown = PageMap([:], order: [], count: 0)
    let sheet = PrintBook(book: book, choice: .book, addresses: addresses, pages: pages ?? unknown).sheet
    let epub: [UInt8]
    do { epub = try EPUBBook(book, pages: pages).bytes() } catch { throw .notPacked("\(error)") }
    return [
      OutputFile(path: "print.html", bytes: sheet.markup(rules: "pages.css", measured: false).htmlBytes),
      OutputFile(path: "assets/pages.css", bytes: sheet.rules), OutputFile(path: "handbook.epub", bytes: epub),
    ]
  }
}

public enum EditionError: Error, Sendable {
  case notPacked(String)
}
