import Handbook
import Markup

/// The frame around every page of the web book.
struct WebPage {
  let book: Handbook
  let path: String
  let title: String
  let description: String
  /// Loads the search index too.
  var searches = false
  var isCover = false
  /// Whether search engines may list it.
  var isPublic = true
  /// A style sheet of the page's own, beside the book's.
  var sheet: Sheet?
  /// What the page says, in short: paper that has it tells its reader whether it still holds.
  var mark: String?

  enum Sheet { case disclosure }

  private var surface: Surface { .web(path) }

  func markup(_ body: Markup) -> Markup {
    let phrases = book.phrases
    let full = title == book.title ? title : "\(title) · \(book.title)"
    let bodyClass: Markup? = isCover ? " class=\"cover\"" : sheet == .disclosure ? " class=\"disclosure\"" : nil
    let own: Markup? =
      sheet == nil ? nil : "<link rel=\"stylesheet\" href=\"\(surface.link(page: "assets/catalogue.css"))\"/>\n"
    let robots: Markup? = isPublic ? nil : "<meta name=\"robots\" content=\"noindex\"/>\n"
    let index: Markup? =
      searches ? "<script src=\"\(surface.link(page: "assets/search.js"))\" defer=\"defer\"></script>\n" : nil
    return """
      <!DOCTYPE html>
      <html lang="\(phrases.lang)">
      <head>
      <meta charset="utf-8"/>
      <title>\(full)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="description" content="\(description)"/>
      <meta name="color-scheme" content="light dark"/>
      \(robots)<link rel="stylesheet" href="\(surface.link(page: "assets/book.css"))"/>
      \(own)<link rel="alternate" type="application/feed+json" title="\(book.title)" href="\(surface.link(page: "feed.json"))"/>
      \(index)<script src="\(surface.link(page: "assets/book.js"))" defer="defer"></script>
      </head>
      <body\(bodyClass)\(former)\(paper)>
      <a class="skip" href="#main">\(phrases.skip)</a>
      \(header)<main id="main">
      \(body)</main>
      \(footer)</body>
      </html>

      """
  }

  /// For readers of a page that is kept although there is a newer edition.
  private var former: Markup {
    " data-edition=\"\(book.edition)\" data-former=\"\(book.phrases.formerEdition(book.edition))\" data-current=\"\(book.phrases.currentEdition)\""
  }

  /// For readers who scanned a code on paper.
  private var paper: Markup? {
    mark.map { mark in
      " data-mark=\"\(mark)\" data-known=\"\(book.changes.editions.joined(separator: " "))\" data-latest=\"\(book.phrases.paperLatest(book.edition, book.date))\" data-unknown=\"\(book.phrases.paperUnknown(book.edition, book.date))\" data-unchanged=\"\(book.phrases.paperUnchanged(book.edition))\" data-changed=\"\(book.phrases.paperChanged(book.edition))\""
    }
  }

  private var header: Markup {
    let phrases = book.phrases
    return """
      <header class="top">
      <a class="brand" href="\(surface.link(page: "index.html"))">\(book.title)</a>
      <form class="find" role="search" action="\(surface.link(page: "search.html"))" method="get"><label><span class="hidden">\(phrases.search)</span><input type="search" name="q" placeholder="\(phrases.search)" autocomplete="off"/></label></form>
      </header>

      """
  }

  private var footer: Markup {
    let phrases = book.phrases
    let places: [(String, String)] = [
      (phrases.home, "index.html"), (phrases.evidenceIndex, "evidence/index.html"),
      (phrases.agencyIndex, "agency/index.html"), (phrases.itemIndex, "item/index.html"),
      (phrases.glossary, "glossary.html"), (phrases.laws, "laws.html"), (phrases.whyTitle, "why/index.html"),
      (phrases.disclosure, "catalogue.html"), (phrases.changes, "changes.html"),
    ]
    let asked = book.consultations.isEmpty ? [] : [(phrases.consultations, "consultation/index.html")]
    let former = book.formerItems.isEmpty ? [] : [(phrases.former, "former.html")]
    return """
      <footer class="bottom">
      <nav aria-label="\(phrases.allPages)"><ul>
      \((places + former + asked).map { "<li><a href=\"\(surface.link(page: $0.1))\">\($0.0)</a></li>\n" })</ul></nav>
      \(surface.responding(book))<p>\(book.issuer) · \(phrases.edition(book.edition, book.date))</p>
      <p>\(phrases.stale)</p>
      </footer>

      """
  }
}
