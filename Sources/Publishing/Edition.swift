import Archive
public import Handbook
import Markup

/// One edition as files: the web book, the print page, the EPUB, the data. The same handbook gives the same bytes.
public struct Edition: Sendable {
  public let files: [OutputFile]

  /// - Throws: `EditionError` when the EPUB cannot be packed.
  public init(_ book: Handbook) throws(EditionError) {
    var files = Web(book: book).files()
    do {
      files.append(OutputFile(path: "handbook.epub", bytes: try EPUBBook(book).bytes()))
    } catch {
      throw .notPacked("\(error)")
    }
    files.append(OutputFile(path: "book.json", bytes: BookData(book).json))
    files.append(OutputFile(path: "catalogue.csv", bytes: DisclosureTable(book).csv))
    files.append(OutputFile(path: "feed.json", bytes: Feed(book).json))
    self.files = files.sorted { $0.path < $1.path }
  }
}

public enum EditionError: Error, Sendable {
  case notPacked(String)
}
