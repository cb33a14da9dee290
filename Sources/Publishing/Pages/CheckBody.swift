import Handbook
import Markup

extension Surface {
  /// The proofreader's report.
  func body(_ chapter: CheckChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    let figures: [(String, String)] = [
      (phrases.checkErrors, "\(chapter.errors)"), (phrases.checkWarnings, "\(chapter.warnings)"),
      (phrases.checkAccepted, "\(chapter.accepted.count)"), (phrases.checkComplete, "\(chapter.total.percent)%"),
    ]
    let found: Markup =
      chapter.findings.isEmpty
      ? "<p>\(phrases.noFindings)</p>\n" : chapter.findings.map { finding($0, chapter.source, phrases) }.joined()
    let accepted: Markup? =
      chapter.accepted.isEmpty
      ? nil
      : section(
        "accepted", phrases.acceptedFindings, chapter.accepted.map { finding($0, chapter.source, phrases) }.joined())
    let rewritten: Markup? =
      chapter.rewrites.isEmpty
      ? nil
      : section(
        "rewritten", phrases.rewritten,
        "<p class=\"note\">\(phrases.rewrittenLead)</p>\n<dl class=\"facts\">\n\(chapter.rewrites.map { rewrite($0, phrases) })</dl>\n"
      )
    return """
      <header class="lead">
      <h1 id="top">\(phrases.checkTitle)</h1>
      <p class="summary">\(phrases.checkLead)</p>
      </header>
      <dl class="tallies">
      \(figures.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" })</dl>
      <div class="parts">
      \(section("findings", phrases.findings, found))\(accepted)\
      \(section("agencies", phrases.byAgency, "<p class=\"note\">\(phrases.completenessLead)</p>\n\(table(phrases.responsible, chapter.agencies + [chapter.total], phrases))"))\
      \(section("elements", phrases.byElement, table(phrases.element, chapter.elements, phrases)))\
      \(section("items", phrases.byItem, lacking(chapter.items, phrases)))\
      \(rewritten)</div>

      """
  }

  private func finding(_ finding: CheckChapter.Finding, _ source: String?, _ phrases: Phrases) -> Markup {
    let link: Markup? = self.link(finding, source).map { "<a href=\"\($0)\"><code>\(finding.place)</code></a>" }
    let line: Markup? =
      finding.text.before.isEmpty && finding.text.marked.isEmpty
      ? nil
      : "<pre tabindex=\"0\"><code>\(finding.text.before)<mark>\(finding.text.marked)</mark>\(finding.text.after)</code></pre>\n"
    let notes = finding.notes.map { note -> Markup in
      let place: Markup? = note.place.map { " <code>\($0)</code>" }
      return "<li>\(note.text)\(place)</li>\n"
    }
    let reason: Markup? = finding.accepted.map {
      "<li><b>\(phrases.acceptedBecause)</b>\(phrases.colon)\($0)</li>\n"
    }
    return """
      <article class="finding \(finding.severity)">
      <p class="place">\(link ?? "<code>\(finding.place)</code>") <span class="id">\(finding.severity) · \(finding.id)</span></p>
      <h3>\(finding.summary)</h3>
      \(line)<ul class="plain">
      \(notes)\(finding.help.map { "<li class=\"help\">\($0)</li>\n" })\(reason)<li class="note"><code>\(phrases.explainWith(finding.id))</code></li>
      </ul>
      </article>

      """
  }

  /// The line where the catalogue's files can be looked at.
  private func link(_ finding: CheckChapter.Finding, _ source: String?) -> Link? {
    guard let source, let line = finding.line else { return nil }
    let path = Link(path: finding.path).text
    return Link(absolute: source.replacing("{path}", with: path).replacing("{line}", with: "\(line)"))
  }

  private func table(_ head: String, _ rows: [CheckChapter.Row], _ phrases: Phrases) -> Markup {
    """
    <div class="wide" tabindex="0" role="region" aria-label="\(head)">
    <table class="counts">
    <thead><tr><th scope="col">\(head)</th><th scope="col">\(phrases.known)</th><th scope="col">\(phrases.knownNone)</th><th scope="col">\(phrases.lacking)</th><th scope="col">\(phrases.percent)</th></tr></thead>
    <tbody>
    \(rows.map { row -> Markup in
      let name: Markup = row.page.map { anchor(to: $0) } ?? "\(row.name)"
      return "<tr><th scope=\"row\">\(name)</th><td>\(row.known)</td><td>\(row.none)</td><td>\(row.notStated)</td><td>\(row.percent)%</td></tr>\n"
    })</tbody>
    </table>
    </div>

    """
  }

  private func lacking(_ rows: [CheckChapter.Row], _ phrases: Phrases) -> Markup {
    """
    <dl class="facts">
    \(rows.map { row -> Markup in
      let name: Markup = row.page.map { anchor(to: $0) } ?? "\(row.name)"
      let missing = row.missing.isEmpty ? phrases.none : row.missing.joined(separator: phrases.separator)
      return "<dt>\(name) \(row.percent)%</dt><dd>\(phrases.lacking)\(phrases.colon)\(missing)</dd>\n"
    })</dl>

    """
  }

  private func rewrite(_ rewrite: CheckChapter.Rewrite, _ phrases: Phrases) -> Markup {
    let name: Markup = rewrite.page.map { anchor(to: $0) } ?? "\(rewrite.name)"
    let words = rewrite.words.map { "\($0.official) → \($0.plain)" }.joined(separator: phrases.semicolon)
    return "<dt>\(name)</dt><dd>\(words)</dd>\n"
  }
}
