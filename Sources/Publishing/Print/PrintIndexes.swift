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

  /// Every everyday name of a scenario, in the order of its characters' sounds as far as the system's tables are the same
  /// everywhere: they are not, so in that of the code points.
  var lifeIndex: PrintSection {
    var entries: [(name: String, to: Reference)] = []
    for chapter in book.scenarios {
      for name in [chapter.title] + chapter.aliases where !entries.contains(where: { $0 == (name, chapter.reference) })
      {
        entries.append((name, chapter.reference))
      }
    }
    let groups = book.themes.map { theme in
      (theme, entries.filter { entry in theme.scenarios.contains { $0.id == entry.to.id } })
    }
    return PrintSection(
      id: "life", title: phrases.lifeIndex, tab: indexTab,
      body: """
        <section class="chapter" id="life">
        <h2>\(phrases.lifeIndex)</h2>
        <p class="summary">\(phrases.lifeIndexLead)</p>
        \(groups.filter { !$0.1.isEmpty }.map { theme, entries in
          """
          <div class="theme">
          <h3><span class="mark" aria-hidden="true">\(theme.mark)</span>\(theme.name)</h3>
          <ul class="leaders columns">
          \(entries.map { leader(Surface.key($0.to.kind, $0.to.id), $0.name) })</ul>
          </div>

          """
        })</section>

        """)
  }

  var evidence: PrintSection {
    PrintSection(
      id: "evidence", title: phrases.evidenceIndex, tab: indexTab,
      body: """
        <section class="chapter" id="evidence">
        <h2>\(phrases.evidenceIndex)</h2>
        <p class="summary">\(phrases.evidenceIndexLead)</p>
        \(surface.evidenceIndex(book, detailed: true))</section>

        """)
  }

  private var counterIndex: PrintSection {
    PrintSection(
      id: "counters", title: phrases.counterIndex, tab: indexTab,
      body: """
        <section class="chapter" id="counters">
        <h2>\(phrases.counterIndex)</h2>
        <p class="summary">\(phrases.counterIndexLead)</p>
        \(book.printing.counters.map(counter))</section>

        """)
  }

  var agencies: PrintSection {
    PrintSection(
      id: "agencies", title: phrases.agencyIndex, tab: indexTab,
      body: """
        <section class="chapter" id="agencies">
        <h2>\(phrases.agencyIndex)</h2>
        \(book.agencies.map { agency -> Markup in
          """
          <section class="part" id="\(Surface.key(.agency, agency.id))">
          <h3>\(agency.name)</h3>
          \(surface.agency(agency, phrases, heading: false))\(surface.list(agency.notes, phrases))</section>

          """
        })</section>

        """)
  }

  var glossary: PrintSection {
    PrintSection(
      id: "glossary", title: phrases.glossary, tab: indexTab,
      body: """
        <section class="chapter" id="glossary">
        <h2>\(phrases.glossary)</h2>
        \(surface.glossary(book).headingsLowered)</section>

        """)
  }

  var laws: PrintSection {
    PrintSection(
      id: "laws", title: phrases.laws, tab: tab,
      body: """
        <section class="chapter" id="laws">
        <h2>\(phrases.laws)</h2>
        \(surface.laws(book).headingsLowered)</section>

        """)
  }

  private var consultations: PrintSection? {
    guard !book.consultations.isEmpty else { return nil }
    return PrintSection(
      id: "consultations", title: phrases.consultations, tab: tab,
      body: """
        <section class="chapter" id="consultations">
        <h2>\(phrases.consultations)</h2>
        <p class="summary">\(phrases.consultationsLead)</p>
        \(surface.consultations(book).headingsLowered)</section>

        """)
  }

  private var former: PrintSection {
    let entries = book.printing.former
    let list: Markup =
      entries.isEmpty
      ? "<p>\(phrases.noFormer)</p>\n"
      : "<dl class=\"facts\">\n\(entries.map { entry -> Markup in let until: Markup? = entry.until.map { "\(phrases.inParentheses(phrases.formerUntil($0)))" }; return "<dt>\(entry.name)\(until)</dt><dd>\(surface.sentence(entry.sentence, phrases))</dd>\n" })</dl>\n"
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
