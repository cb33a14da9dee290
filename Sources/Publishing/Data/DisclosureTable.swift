import Handbook
import Markup

/// The disclosure catalogue for spreadsheets: the form's columns, and where the guide is.
struct DisclosureTable {
  let csv: [UInt8]

  init(_ book: Handbook) {
    let phrases = book.phrases
    var table = CSV(header: [
      phrases.columnNumber, phrases.columnFirstLevel, phrases.columnSecondLevel, phrases.columnPlainName,
      phrases.columnContents, phrases.columnBasis, phrases.columnLimit, phrases.columnBody, phrases.columnChannels,
      phrases.columnAudience, phrases.columnManner, phrases.columnLevel, phrases.columnGuide,
    ])
    for row in book.disclosure.rows {
      func words(_ cell: Sentence?) -> String { cell?.inWords(phrases) ?? phrases.notStated }
      let legal = row.legal.map { $0.inWords(phrases) }.joined(separator: phrases.semicolon)
      table.append([
        "\(row.number)", row.category ?? phrases.notStated, row.official, row.plain ?? row.official,
        row.contents.map { $0.inWords(phrases) }.joined(separator: phrases.separator),
        legal.isEmpty ? phrases.notStated : legal, words(row.limit), row.body.text, words(row.channels),
        words(row.audience), words(row.manner), words(row.levels), DisclosureTable.address(of: row.item, book),
      ])
    }
    csv = table.bytes
  }

  /// Whole if the book knows where it will be, else from the book's root.
  private static func address(of item: Reference, _ book: Handbook) -> String {
    (book.base ?? "") + Link(path: Surface.path(item.kind, item.id)).text
  }
}
