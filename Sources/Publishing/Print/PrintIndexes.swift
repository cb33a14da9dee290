import Handbook
import Markup

/// Indexes, directory and appendix of the printed book.
extension PrintBook {
  private var phrases: Phrases { book.phrases }
  private var tab: (text: String, place: Int) { (phrases.appendix, book.themes.count + 2) }
  private var indexTab: (text: String, place: Int) { (phrases.indexTab, book.themes.count + 1) }

  var indexes: [PrintSection] { [lifeIndex, evidence, counterIndex] }
  var directory: [PrintSection] { [agencies, glossary] }
  var appendix: [PrintSection] { [laws, former] + [consultations].compactMap(\.self) + [why].compactMap(\.self) }

  /// Every everyday name of a scenario, by theme, in the order of the book.
  var lifeIndex: PrintSection {
    let themes = book.themes.map { theme -> Markup in
      let chapters = book.scenarios.filter { chapter in theme.scenarios.contains { $0.id == chapter.id } }
      guard !chapters.isEmpty else { return "" }
      let entries = chapters.flatMap { chapter in
        ([chapter.title] + chapter.aliases.filter { $0 != chapter.title }).map {
          leader(Surface.key(.scenario, chapter.id), $0)
        }
      }
      return """
        <div class="theme">
        <h3><span class="mark" aria-hidden="true">\(theme.mark)</span>\(theme.name)</h3>
        <ul class="leaders columns">
        \(entries)</ul>
        </div>

        """
    }
    return section("life", phrases.lifeIndex, phrases.lifeIndexLead, indexTab, themes.joined())
  }

  var evidence: PrintSection {
    section(
      "evidence", phrases.evidenceIndex, phrases.evidenceIndexLead, indexTab,
      surface.evidenceIndex(book, detailed: true))
  }

  private var counterIndex: PrintSection { counters(book.printing.counters, indexTab) }

  var agencies: PrintSection {
    let parts = book.agencies.map { agency -> Markup in
      """
      <section class="part" id="\(Surface.key(.agency, agency.id))">
      <h3>\(agency.name)</h3>
      \(surface.news(of: agency, book))\(surface.agency(agency, phrases, heading: false))\(surface.list(agency.notes, phrases))</section>

      """
    }
    return section("agencies", phrases.agencyIndex, nil, indexTab, parts.joined())
  }

  var glossary: PrintSection {
    section("glossary", phrases.glossary, nil, indexTab, surface.glossary(book).headingsLowered)
  }

  /// What is different from the edition before; a first edition has no such chapter.
  var changes: PrintSection? {
    guard book.changes.previous != nil else { return nil }
    return PrintSection(
      id: "changes", title: phrases.changes,
      body: """
        <section class="chapter" id="changes">
        \(surface.code("changes.html", phrases))<h2>\(phrases.changes)</h2>
        <p class="summary">\(phrases.changesLead)</p>
        \(surface.changes(book).headingsLowered)</section>

        """)
  }

  var laws: PrintSection { section("laws", phrases.laws, nil, tab, surface.laws(book).headingsLowered) }

  private var consultations: PrintSection? {
    guard !book.consultations.isEmpty else { return nil }
    return section(
      "consultations", phrases.consultations, phrases.consultationsLead, tab,
      surface.consultations(book).headingsLowered)
  }

  private var former: PrintSection {
    let list: Markup = book.formerItems.isEmpty ? "<p>\(phrases.noFormer)</p>\n" : surface.former(book)
    return PrintSection(
      id: "former", title: phrases.former, tab: tab,
      body: """
        <section class="chapter follows" id="former" data-pages="laws">
        <h2>\(phrases.former)</h2>
        <p class="summary">\(phrases.formerLead)</p>
        \(list)</section>

        """, follows: true)
  }

  /// What was merged from several guides, and the savings of the worked cases.
  var why: PrintSection? {
    guard !book.why.isEmpty else { return nil }
    return PrintSection(
      id: "why", title: phrases.whyTitle, tab: tab,
      body: """
        <div data-pages="why">
        <section class="chapter" id="why">
        <h2>\(phrases.whyTitle)</h2>
        <p class="summary">\(phrases.whyIndexLead)</p>
        \(surface.whyIndex(book))</section>
        \(book.why.map { chapter in
          """
          <article class="chapter why">
          \(surface.chapter(Reference(why: chapter)).body(chapter, book).headingsLowered)</article>

          """
        })</div>

        """)
  }
}
