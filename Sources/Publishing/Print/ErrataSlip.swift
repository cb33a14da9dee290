import Handbook
import Markup

/// Slips for the errors of printed editions, one A5 page an edition, to be cut out and pasted in.
struct ErrataSlip {
  let book: Handbook
  let addresses: Addresses

  private var phrases: Phrases { book.phrases }
  private var surface: Surface { Surface(kind: .print, path: "print.html", chapter: "", addresses: addresses) }

  /// `nil` where nothing is to be corrected.
  var sheet: PrintSheet? {
    var editions: [String] = []
    for erratum in book.printing.errata where !editions.contains(erratum.edition) { editions.append(erratum.edition) }
    guard !editions.isEmpty else { return nil }
    return PrintSheet(
      book: book, kind: "errata", title: book.title + phrases.inParentheses(phrases.corrections), paper: .a5,
      sections: editions.map(section))
  }

  private func section(_ edition: String) -> PrintSection {
    let entries = book.printing.errata.filter { $0.edition == edition }
    let id = "errata-" + String(edition.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    return PrintSection(
      id: id, title: phrases.corrections(edition),
      body: """
        <section class="chapter slip" id="\(id)">
        <h2>\(phrases.corrections(edition))</h2>
        <p class="summary">\(book.title)\(phrases.colon)\(phrases.errataLead)</p>
        <ol class="errata">
        \(entries.map { entry -> Markup in
          let place = [entry.page.map(phrases.page), entry.chapter?.text].compactMap { $0 }.joined(separator: phrases.comma)
          let code: Markup? = entry.chapter.map { surface.code(Surface.path($0.kind, $0.id), phrases) }
          return """
            <li>
            \(code)<p><b>\(place)</b> <span class="note">\(phrases.date(entry.date))</span></p>
            <dl class="facts">
            <dt>\(phrases.was)</dt><dd>\(entry.was)</dd>
            <dt>\(phrases.now)</dt><dd><b>\(entry.now)</b></dd>
            </dl>
            </li>

            """
        })</ol>
        <p class="note">\(book.issuer)</p>
        </section>

        """)
  }
}
