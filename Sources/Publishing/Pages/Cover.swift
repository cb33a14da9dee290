import Handbook
import Markup

extension Surface {
  /// The first page: title, search, scenarios by theme, other ways in.
  func cover(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let ways: [(String, String, String)] = [
      (phrases.evidenceIndex, phrases.evidenceIndexLead, "evidence/index.html"),
      (phrases.agencyIndex, phrases.agencyIndexLead, "agency/index.html"),
      (phrases.itemIndex, phrases.itemIndexLead, "item/index.html"),
      (phrases.laws, phrases.lawsLead, "laws.html"),
      (phrases.whyTitle, book.totals?.inOneLine(phrases) ?? phrases.whyIndexLead, "why/index.html"),
      (phrases.disclosure, phrases.disclosureLead, "catalogue.html"),
      (phrases.changes, phrases.changesLead, "changes.html"),
    ]
    let sheets = book.notices.isEmpty ? [] : [(phrases.notices, phrases.noticesLead, "notices/index.html")]
    let asked =
      book.consultations.isEmpty
      ? [] : [(phrases.consultations, phrases.consultationsLead, "consultation/index.html")]
    return """
      <header class="lead cover">
      <p class="issuer">\(book.issuer)</p>
      <h1 id="top">\(book.title)</h1>
      <p class="edition">\(phrases.edition(book.edition, book.date))</p>
      <form class="find large" role="search" action="search.html" method="get"><label><span class="hidden">\(phrases.searchHint)</span><input type="search" name="q" placeholder="\(phrases.searchHint)" autocomplete="off"/></label><button type="submit">\(phrases.search)</button></form>
      </header>
      \(bulletins({ _ in true }, isNamed: true, book))\(themes(book))<section class="part ways">
      <h2>\(phrases.contents)</h2>
      <ul class="links">
      \((ways + sheets + asked).map { "<li><a href=\"\(link(page: $0.2))\">\($0.0)</a><span class=\"detail\">\($0.1)</span></li>\n" })<li><a href="\(link(page: "print.html"))">\(phrases.printBook)</a></li>
      </ul>
      </section>
      <section class="part" id="how">
      <h2>\(phrases.howToUse)</h2>
      <ol class="plain">
      \(book.preface.map { "<li>\($0)</li>\n" })</ol>
      </section>
      <section class="part" id="hotlines">
      <h2>\(phrases.hotlines)</h2>
      \(remedies(book))</section>

      """
  }

  /// Everything there is, for the search page: complete without a script, filtered with it.
  func everything(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    return """
      <header class="lead">
      <h1 id="top">\(phrases.search)</h1>
      <form class="find large" role="search" action="search.html" method="get"><label><span class="hidden">\(phrases.searchHint)</span><input type="search" name="q" id="q" placeholder="\(phrases.searchHint)" autocomplete="off"/></label><button type="submit">\(phrases.search)</button></form>
      <p class="state" role="status" data-none="\(phrases.searchNone)"></p>
      </header>
      <ul class="links" id="found"></ul>
      <div id="all" class="parts">
      \(section("scenarios", phrases.scenarios, links(book.scenarios.map(\.reference), phrases, detailed: true)))\
      \(section("items", phrases.items, links(book.items.map(\.reference), phrases, detailed: true)))\
      \(section("evidence", phrases.evidence, links(book.evidence.map(\.reference), phrases)))\
      \(section("agencies", phrases.agencies, links(book.agencies.map(\.reference), phrases)))\
      \(book.consultations.isEmpty ? "" : section("consultations", phrases.consultations, links(book.consultations.map(\.reference), phrases, detailed: true)))</div>

      """
  }
}
