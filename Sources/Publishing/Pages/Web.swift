import Handbook
import Markup

/// A file of the edition.
public struct OutputFile: Sendable {
  /// From the edition's root, with `/`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The book on the web: one page a chapter, indexes, search.
struct Web {
  let book: Handbook

  /// The files, and what each page says: a mark by its path.
  func made() -> (files: [OutputFile], marks: [String: String]) {
    let pages = pages()
    return (
      pages.map(\.file) + assets,
      Dictionary(pages.compactMap { page in page.mark.map { (page.file.path, $0) } }) { first, _ in first }
    )
  }

  private var assets: [OutputFile] {
    [
      OutputFile(path: "assets/book.css", bytes: PackageResources.book_css),
      OutputFile(path: "assets/catalogue.css", bytes: PackageResources.catalogue_css),
      OutputFile(path: "assets/print.css", bytes: PackageResources.print_css),
      OutputFile(path: "assets/book.js", bytes: PackageResources.book_js),
      OutputFile(path: "assets/search.js", bytes: SearchIndex(book).script),
    ]
  }

  private func pages() -> [(file: OutputFile, mark: String?)] {
    let phrases = book.phrases
    var pages: [(file: OutputFile, mark: String?)] = [
      page("index.html", book.title, book.preface.first ?? book.title, isCover: true) { $0.cover(book) },
      page("search.html", phrases.search, phrases.searchHint, searches: true) { $0.everything(book) },
      page("evidence/index.html", phrases.evidenceIndex, phrases.evidenceIndexLead) {
        lead(phrases.evidenceIndex, phrases.evidenceIndexLead) + $0.evidenceIndex(book, detailed: false)
      },
      page("agency/index.html", phrases.agencyIndex, phrases.agencyIndexLead) { surface in
        lead(phrases.agencyIndex, phrases.agencyIndexLead)
          + book.agencies.map { agency in
            """
            <section class="part">
            <h2>\(surface.anchor(to: agency.reference))</h2>
            \(surface.news(of: agency, book))\(surface.agency(agency, phrases, heading: false))</section>

            """
          }.joined()
      },
      page("item/index.html", phrases.itemIndex, phrases.itemIndexLead) { surface in
        lead(phrases.itemIndex, phrases.itemIndexLead)
          + book.agencies.filter { !$0.items.isEmpty }.map { agency in
            surface.section(agency.id, agency.name, surface.links(agency.items, phrases))
          }.joined()
      },
      page("glossary.html", phrases.glossary, phrases.glossary) { lead(phrases.glossary, nil) + $0.glossary(book) },
      page("why/index.html", phrases.whyTitle, phrases.whyIndexLead) {
        lead(phrases.whyTitle, phrases.whyIndexLead) + $0.whyIndex(book)
      },
      page("catalogue.html", phrases.disclosure, phrases.disclosureLead, sheet: .disclosure) {
        lead(phrases.disclosure, phrases.disclosureLead) + $0.body(book.disclosure, book)
      },
      page("changes.html", phrases.changes, phrases.changesLead) {
        lead(phrases.changes, phrases.changesLead) + $0.changes(book)
      },
      page("laws.html", phrases.laws, phrases.lawsLead) { lead(phrases.laws, phrases.lawsLead) + $0.laws(book) },
    ]
    for chapter in book.scenarios {
      pages.append(
        page(Surface.path(.scenario, chapter.id), chapter.title, chapter.summary) { $0.body(chapter, book) })
    }
    for chapter in book.why {
      pages.append(
        page(Surface.path(.why, chapter.scenario.id), phrases.whyTitle(chapter.scenario.text), phrases.whyLead) {
          $0.body(chapter, book)
        })
    }
    for chapter in book.items {
      pages.append(
        page(Surface.path(.item, chapter.id), chapter.name, chapter.who?.text ?? chapter.official) {
          $0.body(chapter, book)
        })
    }
    for chapter in book.agencies {
      pages.append(page(Surface.path(.agency, chapter.id), chapter.name, chapter.name) { $0.body(chapter, book) })
    }
    if !book.consultations.isEmpty {
      pages.append(
        page("consultation/index.html", phrases.consultations, phrases.consultationsLead) {
          lead(phrases.consultations, phrases.consultationsLead)
            + $0.links(book.consultations.map(\.reference), phrases, detailed: true)
        })
    }
    for chapter in book.consultations {
      pages.append(
        page(Surface.path(.consultation, chapter.id), chapter.title, chapter.summary ?? chapter.title) {
          $0.body(chapter, book)
        })
    }
    if !book.formerItems.isEmpty {
      pages.append(
        page("former.html", phrases.former, phrases.formerLead) {
          lead(phrases.former, phrases.formerLead) + $0.former(book)
        })
    }
    for former in book.former {
      guard let reference = former.page else { continue }
      pages.append(
        page(Surface.path(reference.kind, reference.id), former.name, former.sentence.text) { $0.body(former, book) })
    }
    for chapter in book.evidence {
      pages.append(page(Surface.path(.evidence, chapter.id), chapter.name, chapter.name) { $0.body(chapter, book) })
    }
    if let check = book.check {
      let frame = WebPage(
        book: book, path: "check.html", title: phrases.checkTitle, description: phrases.checkLead, isPublic: false)
      pages.append(
        (
          OutputFile(path: "check.html", bytes: frame.markup(Surface.web("check.html").body(check, book)).htmlBytes),
          nil
        ))
    }
    return pages
  }

  private func lead(_ title: String, _ text: String?) -> Markup {
    let summary: Markup? = text.map { "<p class=\"summary\">\($0)</p>\n" }
    return """
      <header class="lead">
      <h1 id="top">\(title)</h1>
      \(summary)</header>

      """
  }

  private func page(
    _ path: String, _ title: String, _ description: String, searches: Bool = false, isCover: Bool = false,
    sheet: WebPage.Sheet? = nil, _ body: (Surface) -> Markup
  ) -> (file: OutputFile, mark: String?) {
    let body = body(.web(path))
    let mark = Addresses.mark(of: body)
    let frame = WebPage(
      book: book, path: path, title: title, description: description, searches: searches, isCover: isCover,
      sheet: sheet, mark: mark)
    return (OutputFile(path: path, bytes: frame.markup(body).htmlBytes), mark)
  }
}
