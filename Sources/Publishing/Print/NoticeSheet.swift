import Handbook
import Markup

/// A one-time notice as one sheet of A4. It stands alone when torn off.
struct NoticeSheet {
  let book: Handbook
  let set: NoticeSet
  let addresses: Addresses

  private var phrases: Phrases { book.phrases }
  private var surface: Surface {
    Surface(kind: .print, path: "notices/\(set.scenario.id).html", chapter: "", addresses: addresses)
  }

  func markup(_ notice: OneTimeNotice) -> Markup {
    """
    <article class="sheet" id="\(set.name(of: notice))">
    \(head(notice))\(news)<div class="columns">
    \(bring(notice))\(spared(notice))\(way(notice))\(time(notice))\(money(notice))\(mind(notice))</div>
    <p class="over" aria-hidden="true">\(phrases.turnOver)</p>
    \(office)\(foot)</article>

    """
  }

  // MARK: Parts

  private func head(_ notice: OneTimeNotice) -> Markup {
    let situation = notice.situation.isEmpty ? [phrases.everyCase] : notice.situation
    return """
      <header>
      <div class="title">
      <p class="kind">\(phrases.notice)</p>
      <h1>\(set.scenario.text)</h1>
      <p class="case"><b>\(phrases.yourCase)</b>\(phrases.colon)\(situation.joined(separator: phrases.comma))</p>
      \(figures(notice))</div>
      \(surface.code(Surface.path(.scenario, set.scenario.id), answers: notice.answers, phrases))</header>

      """
  }

  /// What is suspended or announced of the scenario, its items and offices: the rest of the sheet says what will be.
  private var news: Markup {
    guard let chapter = book.scenarios.first(where: { $0.id == set.scenario.id }) else { return "" }
    let changes = book.changes
    let bulletins = changes.bulletins.filter { chapter.subjects.contains($0.subject) }.map { bulletin -> Markup in
      let name: Markup? = bulletin.page.map { "\($0.text)\(phrases.comma)" }
      return "<b>\(bulletin.kind)</b> \(name)\(bulletin.period)\(phrases.colon)\(bulletin.sentence.text)"
    }
    let announced = changes.announced.filter { chapter.subjects.contains($0.subject) }.map { change -> Markup in
      let shown = change.lines.prefix(2).map(\.text).joined(separator: phrases.semicolon)
      let more: Markup? =
        change.lines.count > 2 ? "\(phrases.semicolon)\(phrases.boardMore(change.lines.count))" : nil
      return
        "<b>\(phrases.toCome)</b> \(change.page.text)\(phrases.comma)\(phrases.holdsFrom(change.effective, isToCome: !change.isNew))\(phrases.colon)\(shown)\(more)"
    }
    let rows = bulletins + announced
    return rows.isEmpty ? "" : "<ul class=\"news\">\n\(rows.map { "<li>\($0)</li>\n" as Markup })</ul>\n"
  }

  private func figures(_ notice: OneTimeNotice) -> Markup {
    "<dl class=\"figures\">\n\(notice.figures.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>\n"
  }

  /// `isAfter`: goes on the back where one side does not hold all.
  private func part(_ title: String, _ body: Markup, isAfter: Bool = false) -> Markup {
    let kind: Markup? = isAfter ? " class=\"after\"" : nil
    return body.isEmpty ? "" : "<section\(kind)>\n<h2>\(title)</h2>\n\(body)</section>\n"
  }

  private func bring(_ notice: OneTimeNotice) -> Markup {
    guard !notice.bring.isEmpty else { return part(phrases.bringTicked, "<p>\(phrases.none)</p>\n") }
    let groups = notice.bring.map { group -> Markup in
      """
      <h3>\(group.heading)</h3>
      <ul class="papers">
      \(group.lines.map { line($0, of: group.heading) })</ul>

      """
    }
    let lines = notice.bring.flatMap(\.lines)
    let copies: Markup? =
      lines.isEmpty ? nil : "<p class=\"note\">\(phrases.copiesNotStated)\(phrases.gap)\(phrases.electronic)</p>\n"
    return part(phrases.bringTicked, "<p class=\"note unless\">\(phrases.unlessSaid)</p>\n\(groups)\(copies)")
  }

  /// `heading`: whose it is; said in the line itself where there is no room for headings.
  private func line(_ entry: BringEntry, of heading: String) -> Markup {
    let how = entry.treatment + entry.labels
    let kind: Markup = how == [phrases.originalsShown] ? "how usual" : "how"
    let treated: Markup? =
      how.isEmpty ? nil : "<span class=\"\(kind)\">\(how.joined(separator: phrases.semicolon))</span>"
    let when: Markup? = entry.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span>" }
    let notes = entry.notes.map { "<span class=\"note\">\(sentence($0.sentence))</span>" as Markup }
    return
      "<li><span class=\"box\"></span><span class=\"whose\" aria-hidden=\"true\">\(heading)\(phrases.gap)</span><span class=\"name\">\(entry.name(phrases))</span>\(mark(entry.sources.mark))\(treated)\(when)\(notes)</li>\n"
  }

  /// What one need not bring and why, and what one gets on the way.
  private func spared(_ notice: OneTimeNotice) -> Markup {
    let spared = notice.spared.map { entry -> Markup in
      "<b>\(entry.papers.joined(separator: phrases.separator))</b>\(phrases.colon)\(entry.why)\(mark(entry.mark))"
    }
    let given = notice.given.map { entry -> Markup in "<b>\(entry.paper)</b>\(phrases.colon)\(entry.text)" }
    return "\(part(phrases.sparedInNotice, list(spared)))\(part(phrases.handovers, list(given)))"
  }

  /// Short lines, which run on where room is short: no white space is between them.
  private func list(_ lines: [Markup], _ kind: Markup = "lines") -> Markup {
    lines.isEmpty ? "" : "<ul class=\"\(kind)\">\(lines.map { "<li>\($0)</li>" as Markup })</ul>\n"
  }

  /// The trips in order, with hours and what one gets.
  private func way(_ notice: OneTimeNotice) -> Markup {
    let legs = notice.way.map { leg -> Markup in
      let steps = leg.steps.map { "\($0.text)\(mark($0.mark))" as Markup }
      return "<li class=\"\(leg.kind.rawValue)\"><b>\(leg.place)</b> \(list(steps, "steps"))</li>\n"
    }
    let places = notice.places.map { place -> Markup in
      "<b>\(place.name)</b>\(phrases.colon)\(place.facts.joined(separator: phrases.semicolon))"
    }
    let unknown: Markup? =
      notice.places.isEmpty && notice.way.contains { $0.kind == .trip }
      ? "<p class=\"note\">\(phrases.whereUnknown)</p>\n" : nil
    let results: Markup? =
      notice.results.isEmpty
      ? nil
      : "<p><b>\(phrases.youReceive)</b>\(phrases.colon)\(notice.results.joined(separator: phrases.semicolon))</p>\n"
    return part(
      phrases.whereInOrder,
      "<ol class=\"stops\">\n\(legs)</ol>\n\(list(places))\(unknown)\(list(notice.cautions.map { "\($0)" }))\(results)"
    )
  }

  private func time(_ notice: OneTimeNotice) -> Markup {
    part(
      phrases.lastDay,
      "<p>\(notice.lastDay)</p>\n\(named(phrases.timeNotIncluded, notice.timeUnknown))\(named(phrases.timeOnTop, notice.timeOnTop))\(list(notice.deadlines.map { "\(sentence($0))" }))",
      isAfter: true)
  }

  private func named(_ label: String, _ names: [String]) -> Markup {
    names.isEmpty ? "" : "<p class=\"note\">\(label)\(phrases.gap)\(names.joined(separator: phrases.separator))</p>\n"
  }

  private func money(_ notice: OneTimeNotice) -> Markup {
    let lines = notice.fees.lines.map { line -> Markup in
      let when: Markup? = line.when.words.map { "\(phrases.inParentheses(phrases.ifCondition($0)))" }
      return "\(line.name) <b>\(line.amount)</b>\(mark(line.mark))\(when)"
    }
    let caution: Markup? = lines.isEmpty ? nil : "<p class=\"note\">\(phrases.feeCaution)</p>\n"
    return part(
      phrases.fees,
      "\(list(lines, "lines fees"))\(named(phrases.freeItems, notice.fees.free.map(\.name)))\(named(phrases.feeUnknown, notice.fees.unknown.map(\.name)))\(caution)",
      isAfter: true)
  }

  private func mind(_ notice: OneTimeNotice) -> Markup {
    part(phrases.rejections, list(notice.pitfalls.map { "\(sentence($0))" }), isAfter: true)
  }

  /// With its condition and how sure it is; its ground is on the page.
  private func sentence(_ sentence: Sentence) -> Markup {
    let when: Markup? = sentence.when.map { "\(phrases.ifCondition($0))\(phrases.colon)" }
    return "\(when)\(sentence.text)\(mark(sentence.mark))"
  }

  /// 转引, 待核: what the foot explains.
  private func mark(_ mark: String?) -> Markup? { mark.map { "<small class=\"sure\">\($0)</small>" } }

  /// What the law has the office say at once: filled in by hand, signed by both.
  private var office: Markup {
    let rows = (1...3).map { number -> Markup in "<tr><td>\(number)</td><td></td><td></td></tr>\n" }
    return """
      <section class="form">
      <h2>\(phrases.officeFills)</h2>
      <table>
      <thead><tr><td></td><th scope="col">\(phrases.missingPapers)</th><th scope="col">\(phrases.howToMend)</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      <p class="by">\(phrases.mendBy)</p>
      <dl class="signatures">
      \([phrases.clerk, phrases.signedPhone, phrases.applicant, phrases.signedPhone, phrases.signedOn].map { "<div><dt>\($0)</dt><dd></dd></div>\n" })</dl>
      <p class="note">\(phrases.toldAtOnce)</p>
      </section>

      """
  }

  private var foot: Markup {
    let lines = book.hotlines.map { "\($0.number) \($0.name)" }.joined(separator: phrases.separator)
    return """
      <footer>
      <p><b>\(phrases.askHere)</b>\(phrases.colon)\(lines)</p>
      <p>\(phrases.checkedLegend)</p>
      <p>\(book.issuer) · \(book.title) · \(phrases.edition(book.edition, book.date)) · \(phrases.stale)</p>
      </footer>

      """
  }
}
