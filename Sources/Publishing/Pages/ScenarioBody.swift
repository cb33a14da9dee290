import Editions
import Handbook
import Markup

extension Surface {
  /// A scenario, in the order in which a reader needs it.
  func body(_ chapter: ScenarioChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    guard chapter.blocked.isEmpty else { return apart(chapter, book) }
    var sections: [(id: String, title: String, body: Markup)] = []
    func add(_ id: String, _ title: String, _ body: Markup, if present: Bool = true) {
      if present { sections.append((id, title, body)) }
    }
    add(
      "bring", phrases.bring,
      "\(sometimes(chapter, phrases))\(papers(chapter.bring, phrases, scenario: chapter.id))<p class=\"note\">\(phrases.copiesNotStated)\(phrases.gap)\(phrases.electronic)</p>\n"
    )
    add("spared", phrases.notNeeded, notNeeded(chapter.notNeeded, phrases), if: !chapter.notNeeded.isEmpty)
    add("given", phrases.handovers, handovers(chapter.handovers, phrases), if: !chapter.handovers.isEmpty)
    if let flow = chapter.flow {
      // On paper the drawing comes first: behind a list it would leave half a page empty before it.
      let drawing = (
        id: "flow", title: draws(flow) ? phrases.flow : phrases.flowInWords, body: self.flow(flow, phrases)
      )
      sections.insert(drawing, at: kind == .print ? 0 : sections.count)
    }
    add("steps", phrases.steps, "\(way(chapter.timeline, phrases))\(cautions(chapter.cautions, phrases))")
    add("refused", phrases.refused, itemSentences(chapter.refusals, phrases), if: !chapter.refusals.isEmpty)
    add("results", phrases.results, results(chapter, phrases), if: !chapter.results.isEmpty)
    add("time", phrases.howLong, times(chapter, phrases))
    add("fees", phrases.fees, fees(chapter.fees, phrases))
    let stands = chapter.agencies.map { part -> Markup in
      "<div class=\"stand\"\(conditions(part.when, phrases))>\(agency(part.agency, phrases))</div>\n"
    }
    add("where", phrases.where, stands.joined(), if: !stands.isEmpty)
    add("deadlines", phrases.deadlines, itemSentences(chapter.deadlines, phrases), if: !chapter.deadlines.isEmpty)
    add("pitfalls", phrases.pitfalls, itemSentences(chapter.pitfalls, phrases), if: !chapter.pitfalls.isEmpty)
    add("answers", phrases.answers, answers(chapter, phrases), if: !chapter.answers.isEmpty)
    add(
      "example", phrases.example,
      chapter.examples.enumerated().map { example($0.element, "example-\($0.offset + 1)", phrases) }.joined(),
      if: !chapter.examples.isEmpty)
    if let plan = chapter.messagePlan {
      add("messages", phrases.messagePlan, messagePlan(plan, hasCalendar: !book.calendar.isEmpty, phrases))
    } else {
      add("messages", phrases.messages, messages(chapter, phrases), if: !chapter.messages.isEmpty)
    }
    add("items", phrases.partOf, items(chapter, phrases))
    add("legal", phrases.legal, legal(chapter.legal, phrases))
    // In the print book these two are the same for every chapter and stand at the front.
    add("remedies", phrases.remedies, remedies(book), if: kind != .print)
    add(
      "changes", phrases.changes, changed(.scenario, chapter.id, items: chapter.items.map(\.item.id), book),
      if: kind != .print || book.changes.concerns(chapter))
    let nav: Markup =
      kind == .web
      ? """
      <nav class="sections" aria-label="\(phrases.contents)">
      <ul>
      \(sections.map { "<li><a href=\"\(link(anchor: $0.id))\">\($0.title)</a></li>\n" })</ul>
      </nav>

      """ : ""
    let remark: Markup? =
      chapter.notes.isEmpty ? nil : "<div class=\"remark\">\(itemSentences(chapter.notes, phrases))</div>\n"
    let sheet: Markup? =
      kind == .web && book.notices.contains { $0.scenario.id == chapter.id }
      ? "<p class=\"torn\"><a href=\"\(link(page: "notices/\(chapter.id).html"))\">\(phrases.noticeToTake)</a></p>\n"
      : nil
    return """
      \(lead(chapter, phrases))\(bulletins(of: chapter, book))\(toCome(chapter, book))\(consulted(on: chapter.reference, book))\(figures(chapter, phrases))\(questions(chapter, phrases))\(sheet)\(nav)<div class="parts">
      \(remark)\(sections.map { section($0.id, $0.title, "\($0.body)\(terms(chapter.terms[$0.id] ?? []))") })\(legend(phrases))</div>

      """
  }

  /// Words of the glossary where they are first used.
  private func terms(_ terms: [Handbook.Term]) -> Markup {
    guard !terms.isEmpty else { return "" }
    return "<dl class=\"terms\">\n\(terms.map { "<div><dt>\($0.name)</dt><dd>\($0.text)</dd></div>\n" })</dl>\n"
  }

  /// How to read a list of which some lines count for certain answers only.
  private func sometimes(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    chapter.bring.contains { $0.lines.contains { $0.when.words != nil } }
      ? "<p class=\"note sometimes\">\(phrases.baseAndAlso)</p>\n" : ""
  }

  /// A scenario that cannot be merged yet: why, and each item's own guide one after the other.
  private func apart(_ chapter: ScenarioChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    return """
      \(lead(chapter, phrases))\(bulletins(of: chapter, book))\(toCome(chapter, book))\(consulted(on: chapter.reference, book))<section class="part blocked" id="\(anchor("blocked"))">
      <h2>\(phrases.notMerged)</h2>
      <p>\(phrases.notMergedLead)</p>
      <ul class="plain">
      \(chapter.blocked.map { reason -> Markup in
        let when: Markup? = reason.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
        return "<li data-finding=\"\(reason.finding)\">\(when)\(reason.text) <span class=\"of\">\(reason.items.map { anchor(to: $0) }.joined(separator: "\(phrases.separator)"))</span></li>\n"
      })</ul>
      </section>
      <div class="apart">
      \(chapter.apart.map { item -> Markup in
        let own = Surface(kind: kind, path: path, chapter: self.chapter + item.id + "-")
        return """
          <article class="guide" id="\(own.anchor("guide"))">
          <h2>\(anchor(to: item.reference))</h2>
          <p class="audience">\(item.agency.text)</p>
          \(own.own(item, phrases))</article>

          """
      })</div>
      <div class="parts">
      \(chapter.answers.isEmpty ? "" : section("answers", phrases.answers, answers(chapter, phrases)))\
      \(section("legal", phrases.legal, legal(chapter.legal, phrases)))\
      \(kind == .print ? "" : section("remedies", phrases.remedies, remedies(book)))\(legend(phrases))</div>

      """
  }

  /// The service items that the scenario joins, each with its own page.
  private func items(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    """
    <ul class="links">
    \(chapter.items.map { part -> Markup in
      let about: Markup? = part.about.map { "\(phrases.inParentheses($0))" }
      return """
        <li\(conditions(part.when, phrases))>
        \(anchor(to: part.item))\(about)\(seePage(part.item, phrases))<span class="detail">\(part.agency)</span>
        \(condition(part.when, phrases))
        </li>

        """
    })</ul>

    """
  }

  private func results(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    """
    <ul class="plain">
    \(chapter.results.map { result -> Markup in
      let when: Markup? = result.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
      return "<li\(conditions(result.when, phrases))>\(when)\(result.text) <span class=\"of\">\(result.from)</span></li>\n"
    })</ul>

    """
  }

  /// What has to be known of the way.
  private func cautions(_ notes: [NamedPart], _ phrases: Phrases) -> Markup {
    guard !notes.isEmpty else { return "" }
    return """
      <ul class="plain cautions">
      \(notes.map { note -> Markup in
        let when: Markup? = note.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
        return "<li\(conditions(note.when, phrases))>\(when)\(note.name)</li>\n"
      })</ul>

      """
  }

  private func times(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    return """
      <ul class="plain">
      \(chapter.times.map { time -> Markup in
        let when: Markup? = time.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
        let promised: Markup? = time.promised.map { " · \(phrases.promised) \($0)" }
        let remark: Markup? = time.remark.isEmpty ? nil : "<p class=\"note\">\(time.remark)</p>"
        let added = time.excluding.map { onTop($0, phrases) }
        return "<li\(conditions(time.when, phrases))>\(when)\(anchor(to: time.item))\(phrases.colon)\(time.statutory)\(promised)\(source(time.basis, time.mark, phrases))\(remark)\(added)</li>\n"
      })</ul>
      \(named(phrases.timeNotIncluded, chapter.timeUnknown, phrases))<p class="note">\(phrases.countFrom)</p>

      """
  }

  /// What a limit does not count: it comes on top, for nobody knows how long.
  func onTop(_ sentence: Sentence, _ phrases: Phrases) -> Markup {
    let when: Markup? = sentence.when.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
    return
      "<p class=\"note\">\(when)\(phrases.onTop(sentence.text))\(source(sentence.basis, sentence.mark, phrases))</p>"
  }

  private func itemSentences(_ entries: [ScenarioChapter.ItemSentence], _ phrases: Phrases) -> Markup {
    """
    <ul class="plain">
    \(entries.map { entry -> Markup in
      let when: Markup? = entry.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
      let item: Markup? = entry.item.map { " <span class=\"of\">\(anchor(to: $0))</span>" }
      return "<li\(conditions(entry.when, phrases))>\(when)\(sentence(entry.sentence, phrases))\(item)</li>\n"
    })</ul>

    """
  }

  private func answers(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    chapter.answers.map { entry in
      """
      <div class="qa"\(conditions(entry.when, phrases))>
      <h3>\(entry.question)</h3>
      <p>\(sentence(entry.answer, phrases))</p>
      </div>

      """
    }.joined()
  }

  private func example(_ example: ScenarioChapter.Example, _ name: String, _ phrases: Phrases) -> Markup {
    let told = [
      (phrases.exampleBring, example.bring.isEmpty ? phrases.none : example.bring.joined(separator: phrases.separator)),
      (phrases.exampleTime, example.time), (phrases.examplePay, example.money),
    ]
    // On paper the answers run on: a line each would take half a page.
    let answers: Markup =
      kind == .print
      ? "<p class=\"answered\">\(example.answers.map { "<span>\($0.ask)<b>\($0.answer)</b></span> " })</p>\n<dl class=\"facts\">\n"
      : "<dl class=\"facts\">\n\(example.answers.map { "<dt>\($0.ask)</dt><dd>\($0.answer)</dd>\n" })"
    return """
      <div class="example">
      <p>\(example.story)</p>
      \(answers)\(told.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
      <h3>\(phrases.itinerary)</h3>
      \(days(example.itinerary, name, phrases))</div>

      """
  }

  private func messages(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    """
    <ol class="messages">
    \(chapter.messages.map { message in
      "<li><p class=\"phase\">\(message.name) · \(message.trigger)</p><p class=\"bubble\">\(message.text)</p></li>\n"
    })</ol>
    <p class="note">\(phrases.ifMissing)</p>

    """
  }

  func remedies(_ book: Handbook) -> Markup {
    """
    <ul class="plain">
    \(book.hotlines.map { line -> Markup in
      let number: Markup = Link(phone: line.number).map { "<a href=\"\($0)\">\(line.number)</a>" } ?? "\(line.number)"
      return "<li><b>\(number)</b> \(line.name)\(book.phrases.colon)\(line.text)</li>\n"
    })</ul>
    <p>\(book.phrases.remedyText)</p>

    """
  }
}
