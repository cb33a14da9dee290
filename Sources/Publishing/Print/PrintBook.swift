import Catalogue
import Editions
import Foundation
import Handbook
import Markup

/// The printed editions that are books: the whole one, large print, for staff, for a hall, and booklets of one scenario.
struct PrintBook {
  enum Choice {
    case book, large, staff
    case hall(PrintPart.HallPart)
    case booklet(ScenarioChapter)

    var name: String {
      switch self {
      case .book: "whole"
      case .large: "large"
      case .staff: "staff"
      case .hall: "hall"
      case .booklet: "booklet"
      }
    }

    /// It begins with how to use it.
    var isForReaders: Bool {
      switch self {
      case .book, .large: true
      case .staff, .hall, .booklet: false
      }
    }
  }

  let book: Handbook
  let choice: Choice
  let addresses: Addresses
  /// Where everything is, once that is known; else a number stands for it that is as wide.
  let pages: PageMap?

  private var phrases: Phrases { book.phrases }
  var surface: Surface {
    var surface = Surface(kind: .print, path: "print.html", chapter: "", pages: pages, addresses: addresses)
    switch choice {
    case .staff: surface.isForStaff = true
    // No drawing has letters of 16 pt; on A5 those of a taller one would be smaller than 6 pt.
    case .large: surface.tallest = 0
    case .booklet: surface.tallest = 900
    case .book, .hall: break
    }
    return surface
  }

  var sheet: PrintSheet {
    let inside = chapters
    let paper: PrintSheet.Paper = if case .booklet = choice { .a5 } else { .a4 }
    return PrintSheet(
      book: book, kind: choice.name, title: title, paper: paper,
      sections: [front, imprint] + (inside.count > 1 ? [contents(inside)] : []) + inside)
  }

  /// 交管业务办事一本通（大字版）
  var title: String {
    switch choice {
    case .book: book.title
    case .large: book.title + phrases.inParentheses(phrases.kind(.large))
    case .staff: book.title + phrases.inParentheses(phrases.kind(.staff))
    case .hall(let hall): book.title + phrases.inParentheses(hall.name)
    case .booklet(let chapter): chapter.title
    }
  }

  private var chapters: [PrintSection] {
    switch choice {
    case .book:
      news + scenarios + [items(phrases.itemIndexLead, place: book.themes.count)] + indexes + directory + appendix
    case .large: news + scenarios + [lifeIndex, agencies, glossary]
    case .staff: news + [items(phrases.staffLead, place: 0, listed: true), evidence, laws] + [why].compactMap(\.self)
    case .hall(let hall): [counters(hall.counters, (phrases.counterName, 0))] + hallItems(hall) + [papers(hall)]
    case .booklet(let chapter): [scenario(chapter), glossary]
    }
  }

  private var news: [PrintSection] { [changes].compactMap(\.self) }

  // MARK: Front matter

  private var front: PrintSection {
    let subtitle: Markup? =
      switch choice {
      case .book: nil
      case .large: "<p class=\"kind\">\(phrases.kind(.large))</p>\n"
      case .staff: "<p class=\"kind\">\(phrases.kind(.staff))</p>\n"
      case .hall(let hall): "<p class=\"kind\">\(hall.name)</p>\n"
      case .booklet: "<p class=\"kind\">\(book.title)</p>\n"
      }
    let heading = if case .booklet(let chapter) = choice { chapter.title } else { book.title }
    return PrintSection(
      id: "front", title: title,
      body: """
        <section class="front">
        <p class="issuer">\(book.issuer)</p>
        <h1 id="front">\(heading)</h1>
        \(subtitle)<p class="edition">\(phrases.edition(book.edition, book.date))</p>
        <p class="note">\(phrases.stale)</p>
        </section>

        """, isListed: false)
  }

  /// Fingerprints of the keys that sign what is published, to compare with those of a program.
  private var keys: String {
    let known = book.feed.keys.compactMap { Data(base64Encoded: $0).flatMap { VerifyingKey($0) }?.fingerprint }
    return known.isEmpty ? phrases.notSigned : known.joined(separator: phrases.semicolon)
  }

  /// What this edition is, where its latest state is, and what was corrected.
  private var imprint: PrintSection {
    let lead: String? =
      switch choice {
      case .large: phrases.largeLead
      case .staff: phrases.staffLead
      case .hall(let hall): phrases.hallLead(hall.name)
      case .book, .booklet: nil
      }
    let errata = book.printing.errata.filter { $0.edition == book.edition }
    let corrected: Markup =
      errata.isEmpty
      ? "\(phrases.noErrata)"
      : "<ul class=\"plain\">\(errata.map { "<li>\($0.chapter.map { "\($0.text)\(phrases.colon)" } ?? "")\($0.was) → \($0.now)</li>\n" })</ul>"
    let path = if case .booklet(let chapter) = choice { Surface.path(.scenario, chapter.id) } else { "index.html" }
    let how: Markup? =
      choice.isForReaders
      ? "<h2>\(phrases.howToUse)</h2>\n<ol class=\"plain\">\n\(book.preface.map { "<li>\($0)</li>\n" })</ol>\n" : nil
    let summary: Markup? = lead.map { "<p class=\"summary\">\($0)</p>\n" }
    return PrintSection(
      id: "imprint", title: choice.isForReaders ? phrases.howToUse : phrases.imprint,
      body: """
        <section class="chapter imprint" id="imprint">
        \(how)<h2>\(phrases.imprint)</h2>
        \(summary)<dl class="facts">
        <dt>\(phrases.imprintIssuer)</dt><dd>\(book.issuer)</dd>
        <dt>\(phrases.imprintEdition)</dt><dd>\(phrases.edition(book.edition, book.date))</dd>
        <dt>\(phrases.imprintScope)</dt><dd>\(phrases.scope(book.scenarios.count, book.items.count))</dd>
        <dt>\(phrases.imprintMarks)</dt><dd>\(phrases.checkedLegend)</dd>
        <dt>\(phrases.corrections)</dt><dd>\(corrected)</dd>
        <dt>\(phrases.imprintContent)</dt><dd>\(book.changes.log.snapshot.shortFingerprint)</dd>
        <dt>\(phrases.imprintKey)</dt><dd>\(keys)</dd>
        <dt>\(phrases.imprintAddress)</dt><dd>\(surface.code(path, phrases))</dd>
        </dl>
        <h3>\(phrases.remedies)</h3>
        \(surface.remedies(book))\(surface.respondingInShort(book))</section>

        """)
  }

  private func contents(_ sections: [PrintSection]) -> PrintSection {
    var blocks: [(group: (mark: String, name: String)?, entries: [(id: String, title: String, sub: [Reference])])] = []
    for section in sections where section.isListed {
      let entry = (section.id, section.title, section.entries)
      if let last = blocks.last, last.group?.name == section.group?.name {
        blocks[blocks.count - 1].entries.append(entry)
      } else {
        blocks.append((section.group, [entry]))
      }
    }
    return PrintSection(
      id: "contents", title: phrases.contents,
      body: """
        <nav class="chapter contents" id="contents" aria-label="\(phrases.contents)">
        <h2>\(phrases.contents)</h2>
        \(blocks.map { block -> Markup in
          let heading: Markup? = block.group.map {
            "<h3><span class=\"mark\" aria-hidden=\"true\">\($0.mark)</span>\($0.name)</h3>\n"
          }
          return """
            <div class="theme">
            \(heading)<ul class="leaders">
            \(block.entries.map { entry -> Markup in
              let sub: Markup? = entry.sub.isEmpty ? nil : "\n<ul class=\"leaders\">\n\(entry.sub.map { leader(Surface.key($0.kind, $0.id), $0.text) })</ul>\n"
              return leader(entry.id, entry.title, sub)
            })</ul>
            </div>

            """
        })</nav>

        """, isListed: false)
  }

  /// A line that leads to a page number.
  func leader(_ anchor: String, _ title: String, _ more: Markup? = nil) -> Markup {
    "<li><a class=\"leader\" href=\"\(Link(fragment: anchor))\"><span>\(title)</span>\(surface.number(of: anchor))</a>\(more)</li>\n"
  }

  // MARK: Scenarios and items

  private var scenarios: [PrintSection] { book.scenarios.map(scenario) }

  private func scenario(_ chapter: ScenarioChapter) -> PrintSection {
    let place = book.themes.firstIndex { theme in theme.scenarios.contains { $0.id == chapter.id } }
    let theme = place.map { book.themes[$0] }
    let key = Surface.key(.scenario, chapter.id)
    return PrintSection(
      id: key, title: chapter.title, tab: theme.flatMap { theme in place.map { (theme.name, $0) } },
      body: """
        <article class="chapter scenario" data-pages="\(key)">
        \(surface.chapter(chapter.reference).body(chapter, book).headingsLowered)</article>

        """, group: theme.map { ($0.mark, $0.name) })
  }

  private func item(_ chapter: ItemChapter) -> Markup {
    """
    <article class="chapter item">
    \(surface.chapter(chapter.reference).body(chapter, book).headingsLowered)</article>

    """
  }

  /// `listed`: each in the contents.
  private func items(_ lead: String, place: Int, listed: Bool = false) -> PrintSection {
    PrintSection(
      id: "items", title: phrases.itemIndex, tab: (phrases.items, place),
      body: """
        <div data-pages="items">
        \(opening("items", phrases.itemIndex, lead))\(book.items.map(item))</div>

        """, entries: listed ? book.items.map(\.reference) : [])
  }

  // MARK: A hall

  private func hallItems(_ hall: PrintPart.HallPart) -> [PrintSection] {
    hall.counters.enumerated().map { number, counter in
      let id = "counter-\(number + 1)"
      let chapters = counter.items.compactMap { item in book.items.first { $0.id == item.id } }
      let name = phrases.counter(counter.agency.short, counter.name)
      return PrintSection(
        id: id, title: name, tab: (counter.name ?? counter.agency.short, number + 1),
        body: """
          <div data-pages="\(id)">
          \(opening(id, name, nil, surface.agency(counter.agency, phrases, heading: false)))\(chapters.map(item))</div>

          """, entries: counter.items)
    }
  }

  /// The papers that the hall's matters ask for.
  private func papers(_ hall: PrintPart.HallPart) -> PrintSection {
    let asking = Set(hall.counters.flatMap(\.items).map(\.id))
    return section(
      "evidence", phrases.evidenceIndex, phrases.evidenceIndexLead, (phrases.evidence, 6),
      surface.evidenceIndex(book, detailed: true, of: asking))
  }

  // MARK: What sections are made of

  /// A section that is one chapter.
  func section(
    _ id: String, _ title: String, _ lead: String?, _ tab: (text: String, place: Int), _ body: Markup
  ) -> PrintSection {
    PrintSection(id: id, title: title, tab: tab, body: opening(id, title, lead, body))
  }

  private func opening(_ id: String, _ title: String, _ lead: String?, _ body: Markup = "") -> Markup {
    let summary: Markup? = lead.map { "<p class=\"summary\">\($0)</p>\n" }
    return """
      <section class="chapter" id="\(id)">
      <h2>\(title)</h2>
      \(summary)\(body)</section>

      """
  }

  func counters(_ parts: [PrintPart.CounterPart], _ tab: (text: String, place: Int)) -> PrintSection {
    section("counters", phrases.counterIndex, phrases.counterIndexLead, tab, parts.map(counter).joined())
  }

  private func counter(_ part: PrintPart.CounterPart) -> Markup {
    let notStated: Markup? = part.name == nil ? "<p class=\"note\">\(phrases.counterNotStated)</p>\n" : nil
    return """
      <div class="counter">
      <h3>\(phrases.counter(part.agency.short, part.name))</h3>
      \(notStated)<ul class="leaders">
      \(part.items.map { leader(Surface.key($0.kind, $0.id), $0.text) })</ul>
      </div>

      """
  }
}
