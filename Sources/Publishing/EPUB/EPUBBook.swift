import Archive
import Handbook
import Markup

/// The book as EPUB 3.3: one file a chapter, nested navigation, landmarks, accessibility metadata, the same bytes every
/// time. Structure after EPUB 3.3 and EPUB Accessibility 1.1; the container is `Archive`.
struct EPUBBook {
  struct Chapter {
    var file: String
    var title: String
    var body: Markup
    var children: [Chapter] = []
    /// There is a drawing on the page.
    var draws = false
  }

  let book: Handbook
  let parts: [Chapter]
  /// Where the pages of the printed book begin: by chapter's file and anchor; empty where it is not printed.
  let breaks: [String: [Int]]

  init(_ book: Handbook, pages: PageMap? = nil) {
    self.book = book
    breaks = pages?.beginnings() ?? [:]
    let phrases = book.phrases
    func surface(_ file: String) -> Surface { Surface(kind: .epub, path: file, chapter: "") }
    func page(_ file: String, _ title: String, _ body: Markup, _ children: [Chapter] = []) -> Chapter {
      Chapter(file: file, title: title, body: "<h1>\(title)</h1>\n\(body)", children: children)
    }
    let asked: [Chapter] =
      book.consultations.isEmpty
      ? []
      : [page("consultations.xhtml", phrases.consultations, surface("consultations.xhtml").consultations(book))]
    let news: [Chapter] =
      book.changes.previous == nil
      ? [] : [page("changes.xhtml", phrases.changes, surface("changes.xhtml").changes(book))]
    let former: [Chapter] =
      book.formerItems.isEmpty ? [] : [page("former.xhtml", phrases.former, surface("former.xhtml").former(book))]
    parts =
      [
        page(
          "how.xhtml", phrases.howToUse,
          "<ol class=\"plain\">\n\(book.preface.map { "<li>\($0)</li>\n" })</ol>\n\(surface("how.xhtml").remedies(book))\(surface("how.xhtml").respondingInShort(book))"
        )
      ] + news
      + book.themes.filter { !$0.scenarios.isEmpty }.map { theme in
        let file = "theme-\(theme.id).xhtml"
        let chapters = book.scenarios.filter { chapter in theme.scenarios.contains { $0.id == chapter.id } }
        return page(
          file, theme.name, surface(file).links(theme.scenarios, phrases, detailed: true),
          chapters.map { chapter in
            let file = Surface.key(.scenario, chapter.id) + ".xhtml"
            return Chapter(
              file: file, title: chapter.title, body: surface(file).chapter(chapter.reference).body(chapter, book),
              draws: chapter.flow != nil)
          })
      }
      + [
        page(
          "items.xhtml", phrases.itemIndex,
          surface("items.xhtml").links(book.items.map(\.reference), phrases, detailed: true),
          book.items.map { chapter in
            let file = Surface.key(.item, chapter.id) + ".xhtml"
            return Chapter(
              file: file, title: chapter.name, body: surface(file).chapter(chapter.reference).body(chapter, book))
          }),
        page("evidence.xhtml", phrases.evidenceIndex, surface("evidence.xhtml").evidenceIndex(book, detailed: true)),
        page(
          "agencies.xhtml", phrases.agencyIndex,
          book.agencies.map { agency in
            let here = surface("agencies.xhtml")
            return """
              <section class="part" id="\(Surface.key(.agency, agency.id))">
              <h2>\(agency.name)</h2>
              \(here.news(of: agency, book))\(here.agency(agency, phrases, heading: false))\(here.list(agency.notes, phrases))\(here.links(agency.items, phrases))</section>

              """
          }.joined()),
        page("glossary.xhtml", phrases.glossary, surface("glossary.xhtml").glossary(book)),
        page("laws.xhtml", phrases.laws, surface("laws.xhtml").laws(book)),
      ] + former + asked + [
        page(
          "why.xhtml", phrases.whyTitle, surface("why.xhtml").whyIndex(book),
          book.why.map { chapter in
            let file = Surface.key(.why, chapter.scenario.id) + ".xhtml"
            return Chapter(
              file: file, title: phrases.whyTitle(chapter.scenario.text),
              body: surface(file).chapter(Reference(why: chapter)).body(chapter, book))
          })
      ]
  }

  /// Every chapter in reading order.
  var chapters: [Chapter] { parts.flatMap { [$0] + $0.children } }

  func bytes() throws(ArchiveError) -> [UInt8] {
    var archive = Archive()
    try archive.add("mimetype", Array("application/epub+zip".utf8), stored: true)
    try archive.add("META-INF/container.xml", container.bytes)
    try archive.add("EPUB/package.opf", package.bytes)
    try archive.add("EPUB/nav.xhtml", navigation.bytes)
    try archive.add("EPUB/cover.xhtml", cover.bytes)
    for chapter in chapters { try archive.add("EPUB/" + chapter.file, page(chapter.title, broken(chapter.body)).bytes) }
    try archive.add("EPUB/book.css", PackageResources.epub_css)
    return archive.finish()
  }

  private var container: Markup {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """
  }

  func page(_ title: String, _ body: Markup, type: Markup = "") -> Markup {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(book.phrases.lang)" xml:lang="\(book.phrases.lang)">
    <head>
    <title>\(title)</title>
    <link rel="stylesheet" type="text/css" href="book.css"/>
    </head>
    <body\(type)>
    \(body)</body>
    </html>

    """
  }

  private var cover: Markup {
    page(
      book.title,
      """
      <section class="front">
      <p class="issuer">\(book.issuer)</p>
      <h1>\(book.title)</h1>
      <p class="edition">\(book.phrases.edition(book.edition, book.date))</p>
      <p class="note">\(book.phrases.stale)</p>
      </section>

      """, type: " epub:type=\"cover\"")
  }
}
