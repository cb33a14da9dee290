import Editions
import Handbook
import Markup

/// What is different in this edition, what matters most first, on A4 sheets for a notice board: letters to be read standing, a code that leads to all of
/// it. From the same records as the feed.
struct BoardPage {
  let book: Handbook
  let addresses: Addresses

  /// A change longer than this is not read on a board.
  private static let length = 120

  var files: [OutputFile] {
    [
      OutputFile(path: "board.html", bytes: markup.htmlBytes),
      OutputFile(path: "assets/board.css", bytes: PackageResources.board_css),
    ]
  }

  private var markup: Markup {
    let phrases = book.phrases
    let surface = Surface(kind: .print, path: "board.html", chapter: "", addresses: addresses)
    let entries = book.changes.entries.filter { $0.isMajor || $0.lines.contains { !$0.isRewording } }
      .sorted { $0.isMajor && !$1.isMajor }
    let since: Markup? = book.changes.previous.map { "<p class=\"since\">\(phrases.since($0))</p>\n" }
    let none = book.changes.previous == nil ? phrases.firstEdition : phrases.boardNone
    let body: Markup =
      entries.isEmpty
      ? "<p class=\"since\">\(none)</p>\n" : "\(since)<ul>\n\(ChangesPart.together(entries).map(item))</ul>\n"
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.lang)">
      <head>
      <meta charset="utf-8"/>
      <title>\(phrases.board) · \(book.title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <link rel="stylesheet" href="assets/board.css"/>
      </head>
      <body>
      <main>
      <header>
      \(surface.code("changes.html", phrases))<p class="issuer">\(book.issuer)</p>
      <h1>\(book.title)\(phrases.colon)\(phrases.changes)</h1>
      <p class="edition">\(phrases.edition(book.edition, book.date))</p>
      </header>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func item(_ group: [ChangesPart.Entry]) -> Markup {
    guard let entry = group.first else { return "" }
    let phrases = book.phrases
    let titles = group.map(\.title).joined(separator: phrases.separator)
    let title = "\(titles)\(phrases.inParentheses(entry.kind))"
    let important = entry.lines.filter { !$0.isRewording }
    var text = phrases.holdsFrom(entry.effective, isToCome: entry.isToCome)
    var shown = 0
    for line in important {
      let next = text + (shown == 0 ? phrases.colon : phrases.semicolon) + line.text
      guard next.count <= BoardPage.length else { break }
      text = next
      shown += 1
    }
    if shown < important.count { text += phrases.semicolon + phrases.boardMore(important.count) }
    return "<li><b>\(title)</b>\n<span>\(text)\(phrases.lang.hasPrefix("zh") ? "。" : ".")</span></li>\n"
  }
}
