import Editions
import Handbook
import Markup

extension Surface {
  func body(_ chapter: AgencyChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    return """
      <header class="lead">
      <h1 id="top">\(chapter.name)</h1>
      </header>
      \(news(of: chapter, book))\(agency(chapter, phrases, heading: false))\(list(chapter.notes, phrases))<div class="parts">
      \(chapter.scenarios.isEmpty ? "" : section("scenarios", phrases.usedIn, links(chapter.scenarios, phrases, detailed: true)))\
      \(chapter.items.isEmpty ? "" : section("items", phrases.handles, links(chapter.items, phrases)))</div>

      """
  }

  func body(_ chapter: EvidenceChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    return """
      <header class="lead">
      <h1 id="top">\(chapter.name)</h1>
      </header>
      \(facts(chapter, phrases))<div class="parts">
      \(chapter.scenarios.isEmpty ? "" : section("scenarios", phrases.usedIn, links(chapter.scenarios, phrases, detailed: true)))\
      \(chapter.items.isEmpty ? "" : section("items", phrases.usedByItems, links(chapter.items, phrases, detailed: true)))</div>

      """
  }

  func facts(_ chapter: EvidenceChapter, _ phrases: Phrases) -> Markup {
    var rows: [(String, Markup)] = []
    if !chapter.aliases.isEmpty {
      rows.append((phrases.alsoCalled, "\(chapter.aliases.joined(separator: phrases.separator))"))
    }
    let issuer: Markup = chapter.issuerPage.map(anchor) ?? "\(chapter.issuer ?? phrases.notStated)"
    rows.append((phrases.issuer, issuer))
    if let validity = chapter.validity { rows.append((phrases.validity, "\(validity)")) }
    if !chapter.accepts.isEmpty {
      rows.append(
        (
          phrases.accepts,
          "<ul class=\"plain\">\(chapter.accepts.map { accepted -> Markup in let when: Markup? = accepted.when.map { "\(phrases.ifCondition($0))\(phrases.colon)" }; return "<li>\(when)\(accepted.evidence.map { anchor(to: $0) }.joined(separator: "\(phrases.and)"))</li>\n" })</ul>"
        ))
    }
    if !chapter.get.isEmpty || !chapter.producers.isEmpty {
      rows.append(
        (phrases.howToGet, "\(list(chapter.get, phrases))\(links(chapter.producers, phrases, detailed: true))"))
    }
    if !chapter.lookup.isEmpty { rows.append((phrases.canBeChecked, list(chapter.lookup, phrases))) }
    if !chapter.notes.isEmpty { rows.append((phrases.remarks, list(chapter.notes, phrases))) }
    return "<dl class=\"facts\">\n\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>\n"
  }

  /// One line a paper: which matters ask for it; of certain items only those.
  func evidenceIndex(_ book: Handbook, detailed: Bool, of items: Set<String>? = nil) -> Markup {
    let asked = book.evidence.filter { chapter in
      items.map { items in chapter.items.contains { items.contains($0.id) } } ?? true
    }
    return """
        <ul class="index">
        \(asked.map { chapter -> Markup in
        let id: Markup? = detailed ? " id=\"\(Surface.key(.evidence, chapter.id))\"" : nil
        let name: Markup = detailed ? "\(chapter.name)" : anchor(to: chapter.reference)
        let aliases: Markup? = chapter.aliases.isEmpty ? nil : "<p class=\"note\">\(chapter.aliases.joined(separator: book.phrases.separator))</p>\n"
        let own = items.map { items in chapter.items.filter { items.contains($0.id) } }
        let users = own ?? (chapter.scenarios.isEmpty ? chapter.items : chapter.scenarios)
        let issuer: Markup? = detailed ? chapter.issuer.map { "<p class=\"note\">\(book.phrases.issuer)\(book.phrases.colon)\($0)</p>\n" } : nil
        return """
          <li\(id)>
          <p class="name">\(name)</p>
          \(aliases)\(issuer)<p>\(users.map { user -> Markup in "\(anchor(to: user))\(seePage(user, book.phrases))" }.joined(separator: "\(book.phrases.separator)"))</p>
          </li>

          """
      })</ul>

      """
  }

  func glossary(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let words: Markup? =
      book.words.isEmpty
      ? nil
      : """
      <section class="part" id="\(anchor("official"))">
      <h2>\(phrases.officialWords)</h2>
      <p class="note">\(phrases.officialWordsLead)</p>
      <dl class="facts words">
      \(book.words.map { "<dt>\($0.official)</dt><dd>\($0.plain)</dd>\n" })</dl>
      </section>

      """
    return
      "<dl class=\"facts glossary\">\n\(book.glossary.map { "<dt>\($0.name)</dt><dd>\($0.text)</dd>\n" })</dl>\n\(words)"
  }

  func laws(_ book: Handbook) -> Markup {
    book.laws.map { law -> Markup in
      let effective: Markup? = law.effective.map { " · \(book.phrases.effective) \($0)" }
      let remark: Markup? = law.remark.isEmpty ? nil : "<p>\(law.remark)</p>\n"
      let articles: Markup? =
        law.articles.isEmpty ? nil : "<p class=\"note\">\(law.articles.joined(separator: book.phrases.separator))</p>\n"
      return """
        <section class="part law" id="\(kind == .web ? law.id : Surface.key(.law, law.id))">
        <h2>\(book.phrases.titled(law.title))</h2>
        <p class="note">\(law.number)\(effective)\(source([], law.mark, book.phrases))</p>
        \(remark)\(articles)</section>

        """
    }.joined()
  }

  /// Scenarios by theme.
  func themes(_ book: Handbook) -> Markup {
    """
    <div class="themes">
    \(book.themes.filter { !$0.scenarios.isEmpty }.map { theme in
      """
      <section class="theme">
      <h2><span class="mark" aria-hidden="true">\(theme.mark)</span>\(theme.name)</h2>
      \(links(theme.scenarios, book.phrases, detailed: true))</section>

      """
    })</div>

    """
  }
}
