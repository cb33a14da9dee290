import Handbook
import Markup

/// The whole book on one page, made for paper.
struct PrintBook {
  let book: Handbook

  private var surface: Surface { Surface(kind: .print, path: "print.html", chapter: "") }

  func markup() -> Markup {
    let phrases = book.phrases
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.lang)">
      <head>
      <meta charset="utf-8"/>
      <title>\(book.title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <link rel="stylesheet" href="assets/book.css"/>
      <link rel="stylesheet" href="assets/print.css"/>
      </head>
      <body class="book">
      <main>
      <section class="front">
      <p class="issuer">\(book.issuer)</p>
      <h1>\(book.title)</h1>
      <p class="edition">\(phrases.edition(book.edition, book.date))</p>
      <p class="note">\(phrases.stale)</p>
      </section>
      <section class="chapter how">
      <h2>\(phrases.howToUse)</h2>
      <ol class="plain">
      \(book.preface.map { "<li>\($0)</li>\n" })</ol>
      <p class="note">\(phrases.checkedLegend)</p>
      <h3>\(phrases.remedies)</h3>
      \(surface.remedies(book))\(surface.respondingInShort(book))<h3>\(phrases.changes)</h3>
      <p>\(phrases.firstEdition)</p>
      </section>
      \(contents)\(scenarios)\(items)\(directory)\(consultations)\(why)</main>
      </body>
      </html>

      """
  }

  private var contents: Markup {
    let phrases = book.phrases
    let rest: [(String, String)] = [
      ("items", phrases.itemIndex), ("evidence", phrases.evidenceIndex), ("agencies", phrases.agencyIndex),
      ("glossary", phrases.glossary), ("laws", phrases.laws), ("why", phrases.whyTitle),
    ]
    let asked = book.consultations.isEmpty ? [] : [("consultations", phrases.consultations)]
    return """
      <nav class="chapter contents" aria-label="\(phrases.contents)">
      <h2>\(phrases.contents)</h2>
      \(book.themes.filter { !$0.scenarios.isEmpty }.map { theme -> Markup in
        """
        <div class="theme">
        <h3><span class="mark" aria-hidden="true">\(theme.mark)</span>\(theme.name)</h3>
        \(surface.links(theme.scenarios))</div>

        """
      })<ul class="links">
      \((rest + asked).map { "<li><a href=\"\(Link(fragment: $0.0))\">\($0.1)</a></li>\n" })</ul>
      </nav>

      """
  }

  private var scenarios: Markup {
    book.scenarios.map { chapter in
      """
      <article class="chapter scenario">
      \(surface.chapter(chapter.reference).body(chapter, book).headingsLowered)</article>

      """
    }.joined()
  }

  private var items: Markup {
    """
    <section class="chapter" id="items">
    <h2>\(book.phrases.itemIndex)</h2>
    <p class="summary">\(book.phrases.itemIndexLead)</p>
    </section>
    \(book.items.map { chapter in
      """
      <article class="chapter item">
      \(surface.chapter(chapter.reference).body(chapter, book).headingsLowered)</article>

      """
    })
    """
  }

  /// The appendix: what was merged from several guides, and the savings of the worked cases.
  private var why: Markup {
    let phrases = book.phrases
    return """
      <section class="chapter" id="why">
      <h2>\(phrases.whyTitle)</h2>
      <p class="summary">\(phrases.whyIndexLead)</p>
      \(surface.whyIndex(book))</section>
      \(book.why.map { chapter in
        """
        <article class="chapter why">
        \(surface.chapter(Reference(why: chapter)).body(chapter, book).headingsLowered)</article>

        """
      })
      """
  }

  private var consultations: Markup {
    guard !book.consultations.isEmpty else { return "" }
    let phrases = book.phrases
    return """
      <section class="chapter" id="consultations">
      <h2>\(phrases.consultations)</h2>
      <p class="summary">\(phrases.consultationsLead)</p>
      \(surface.consultations(book).headingsLowered)</section>

      """
  }

  private var directory: Markup {
    let phrases = book.phrases
    return """
      <section class="chapter" id="evidence">
      <h2>\(phrases.evidenceIndex)</h2>
      <p class="summary">\(phrases.evidenceIndexLead)</p>
      \(surface.evidenceIndex(book, detailed: true))</section>
      <section class="chapter" id="agencies">
      <h2>\(phrases.agencyIndex)</h2>
      \(book.agencies.map { agency -> Markup in
        """
        <section class="part" id="\(Surface.key(.agency, agency.id))">
        <h3>\(agency.name)</h3>
        \(surface.agency(agency, phrases, heading: false))\(surface.list(agency.notes, phrases))</section>

        """
      })</section>
      <section class="chapter" id="glossary">
      <h2>\(phrases.glossary)</h2>
      \(surface.glossary(book).headingsLowered)</section>
      <section class="chapter" id="laws">
      <h2>\(phrases.laws)</h2>
      \(surface.laws(book).headingsLowered)</section>

      """
  }
}
