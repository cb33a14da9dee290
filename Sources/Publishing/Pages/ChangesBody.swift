import Editions
import Handbook
import Markup

extension Surface {
  /// Everything that is different in this edition, and what was told before.
  func changes(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let part = book.changes
    guard let previous = part.previous else {
      return "<p>\(phrases.firstEdition)</p>\n\(subscribing(book))\(toldBefore(part.told, book))"
    }
    let major = part.entries.filter(\.isMajor)
    let other = part.entries.filter { !$0.isMajor }
    let earlier = part.announced.filter { $0.edition != book.edition }
    let said = Set(part.entries.map(\.subject.topic))
    let none: Markup? = part.entries.isEmpty ? "<p>\(phrases.sameAs(previous))</p>\n" : nil
    let since: Markup? = part.entries.isEmpty ? nil : "<p>\(phrases.since(previous))</p>\n"
    return """
      \(none)\(since)<div class="parts">
      \(major.isEmpty ? "" : section("major", phrases.importantChanges, together(major, book)))\
      \(other.isEmpty ? "" : section("minor", phrases.otherChanges, together(other, book)))\
      \(earlier.isEmpty ? "" : section("announced", phrases.stillToCome, toCome(earlier, isNamed: true, atMost: .max, phrases)))\
      \(subscribing(book))\(toldBefore(part.told.filter { told in told.edition != book.edition || !said.contains(told.subject) }, book))</div>

      """
  }

  /// On a page: what changed of it since the edition before, and what was told of it earlier.
  func changed(_ kind: EditionChanges.Subject.Kind, _ id: String, items: [String] = [], _ book: Handbook) -> Markup {
    let phrases = book.phrases
    let part = book.changes
    guard let previous = part.previous else { return "<p>\(phrases.firstEdition)</p>\n" }
    let own = part.entry(kind, id)
    let others = part.entries(ofItems: items)
    let earlier = part.history(.init(kind, id)).filter { $0.edition != book.edition }
    let body: Markup =
      own == nil && others.isEmpty
      ? "<p>\(phrases.sameAs(previous))</p>\n"
      : "<p>\(phrases.since(previous))</p>\n\(own.map { lines($0, book) })\(together(others, book))"
    let before: Markup? =
      earlier.isEmpty || kind == .agency
      ? nil
      : "<ul class=\"plain told\">\n\(earlier.prefix(5).map { "<li><b>\($0.date)</b> \($0.title)</li>\n" })</ul>\n"
    let all: Markup? =
      self.kind == .web
      ? "<p class=\"note\"><a href=\"\(link(page: "changes.html"))\">\(phrases.allChanges)</a></p>\n" : nil
    return "\(body)\(before)\(all)"
  }

  private func together(_ entries: [ChangesPart.Entry], _ book: Handbook) -> Markup {
    ChangesPart.together(entries).compactMap { group -> Markup? in
      guard let first = group.first else { return nil }
      let titles = group.enumerated().map { index, entry -> Markup in
        let comma: Markup? = index == 0 ? nil : "\(book.phrases.separator)"
        let title: Markup =
          kind == .web || !entry.isGone
          ? entry.page.map { "\(anchor(to: $0))\(seePage($0, book.phrases))" } ?? "\(entry.title)" : "\(entry.title)"
        return "\(comma)\(places(of: entry, book))\(title)"
      }
      return """
        <article class="change">
        <h3>\(titles) <span class="tag">\(first.kind)</span></h3>
        \(lines(first, book))</article>

        """
    }.joined()
  }

  /// Where the addresses of its events lead to.
  private func places(of entry: ChangesPart.Entry, _ book: Handbook) -> Markup {
    guard kind == .web, path == "changes.html" else { return "" }
    let own = book.changes.told.filter { $0.edition == book.edition && $0.subject == entry.subject.topic }
    return own.map { "<a id=\"e-\($0.id)\"></a>" as Markup }.joined()
  }

  private func line(_ line: ChangesPart.Line, _ phrases: Phrases) -> Markup {
    let mark: Markup? = line.mark.map { "<b class=\"impact \(line.impact.rawValue)\">\($0)</b> " }
    let reworded: Markup? =
      line.isRewording ? "<span class=\"note\">\(phrases.inParentheses(phrases.alsoReworded))</span>" : nil
    return "<li>\(mark)\(line.text)\(reworded)</li>\n"
  }

  private func lines(_ entry: ChangesPart.Entry, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    let rows = entry.lines.map { line($0, phrases) }
    let list: Markup? = rows.isEmpty ? nil : "<ul class=\"plain lines\">\n\(rows)</ul>\n"
    let transition: Markup? = entry.transition.map { "<p><b>\(phrases.transitionWord)</b>\(phrases.colon)\($0)</p>\n" }
    let advice: Markup? = entry.advice.map { "<p><b>\(phrases.adviceWord)</b>\(phrases.colon)\($0)</p>\n" }
    return """
      <p class="note">\(phrases.holdsFrom(entry.effective, isToCome: entry.isToCome))</p>
      \(list)\(links(entry.replacements, phrases))\(transition)\(advice)
      """
  }

  private func toldBefore(_ told: [ChangesPart.Told], _ book: Handbook) -> Markup {
    // What this edition told of itself has its own words above.
    guard kind == .web, !told.isEmpty else { return "" }
    let rows = told.prefix(200).map { event -> Markup in
      "<li id=\"e-\(event.id)\"><b>\(event.title)</b> <span class=\"note\">\(event.date)</span><br/>\(event.text)</li>\n"
    }
    return section("told", book.phrases.toldBefore, "<ul class=\"plain told\">\n\(rows)</ul>\n")
  }

  private func subscribing(_ book: Handbook) -> Markup {
    guard kind == .web else { return "" }
    let phrases = book.phrases
    return section(
      "subscribe", phrases.getTold,
      """
      <p>\(phrases.getToldHow)</p>
      <ul class="plain">
      <li><a href="\(link(page: "feed.json"))">\(phrases.changeFeed)</a></li>
      <li><a href="\(link(page: "atom.xml"))">\(phrases.changeAtom)</a></li>
      <li><a href="\(link(page: "board.html"))">\(phrases.board)</a></li>
      </ul>

      """)
  }
}

extension Surface {
  /// At the head of a page of which something is announced: the page says what will be, so it says what holds until then.
  func toCome(_ wanted: (EditionChanges.Subject) -> Bool, isNamed: Bool = false, _ book: Handbook) -> Markup {
    toCome(book.changes.announced.filter { wanted($0.subject) }, isNamed: isNamed, atMost: 8, book.phrases)
  }

  private func toCome(
    _ announced: [ChangesPart.Announced], isNamed: Bool, atMost limit: Int, _ phrases: Phrases
  ) -> Markup {
    announced.map { change -> Markup in
      let until: Markup? = kind == .web ? " data-until=\"\(change.holdsAfter)\"" : nil
      let name: Markup? = isNamed ? " \(anchor(to: change.page))" : nil
      let shown = change.lines.prefix(limit)
      let more: Markup? =
        shown.count < change.lines.count ? "<p class=\"note\">\(phrases.toComeMore(change.lines.count))</p>\n" : nil
      let transition: Markup? = change.transition.map {
        "<p><b>\(phrases.transitionWord)</b>\(phrases.colon)\($0)</p>\n"
      }
      return """
        <div class="bulletin"\(until)>
        <p><b>\(phrases.toCome)</b>\(name) <span class="note">\(phrases.holdsFrom(change.effective, isToCome: !change.isNew))</span></p>
        <ul class="plain lines">
        \(shown.map { line($0, phrases) })</ul>
        \(transition)\(more)</div>

        """
    }.joined()
  }

  /// Of an agency: what holds now, and what is announced.
  func news(of agency: AgencyChapter, _ book: Handbook) -> Markup {
    bulletins(on: .agency, agency.id, book) + toCome({ $0 == .init(.agency, agency.id) }, book)
  }

  /// Of a scenario: its own, and what is announced of its items and offices.
  func toCome(_ chapter: ScenarioChapter, _ book: Handbook) -> Markup {
    let own = EditionChanges.Subject(.scenario, chapter.id)
    return toCome({ $0 == own }, book)
      + toCome({ $0 != own && chapter.subjects.contains($0) }, isNamed: true, book)
  }

  /// At the head of a page, before anything else: that it is suspended, or that there is something to know now. The page's
  /// script takes away what is over.
  func bulletins(_ wanted: (EditionChanges.Subject) -> Bool, isNamed: Bool = false, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    return book.changes.bulletins.filter { wanted($0.subject) }.map { bulletin -> Markup in
      let until: Markup? = kind == .web ? bulletin.until.map { " data-until=\"\($0)\"" } : nil
      let name: Markup? = isNamed ? bulletin.page.map { " \(anchor(to: $0))" } : nil
      return """
        <p class="bulletin"\(until)><b>\(bulletin.kind)</b>\(name) <span class="note">\(bulletin.period)</span><br/>\(sentence(bulletin.sentence, phrases))</p>

        """
    }.joined()
  }

  func bulletins(on kind: EditionChanges.Subject.Kind, _ id: String, _ book: Handbook) -> Markup {
    bulletins({ $0 == .init(kind, id) }, book)
  }

  /// Of a scenario: its own, and those of the items and offices that it takes.
  func bulletins(of chapter: ScenarioChapter, _ book: Handbook) -> Markup {
    let own = EditionChanges.Subject(.scenario, chapter.id)
    return bulletins({ $0 == own }, book)
      + bulletins({ $0 != own && chapter.subjects.contains($0) }, isNamed: true, book)
  }
}
