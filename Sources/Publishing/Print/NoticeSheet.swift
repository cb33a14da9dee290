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

  func markup(_ notice: Notice) -> Markup {
    """
    <article class="sheet" id="\(set.name(of: notice))">
    \(head(notice))<div class="columns">
    \(bring(notice))\(spared(notice))\(way(notice))\(time(notice))\(money(notice))\(mind(notice))</div>
    \(office)\(foot)</article>

    """
  }

  // MARK: Parts

  private func head(_ notice: Notice) -> Markup {
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

  private func figures(_ notice: Notice) -> Markup {
    "<dl class=\"figures\">\n\(notice.figures.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>\n"
  }

  private func part(_ title: String, _ body: Markup) -> Markup {
    body.isEmpty ? "" : "<section>\n<h2>\(title)</h2>\n\(body)</section>\n"
  }

  private func bring(_ notice: Notice) -> Markup {
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
      lines.isEmpty ? nil : "<p class=\"note\">\(phrases.copiesNotStated)\(phrases.electronic)</p>\n"
    return part(phrases.bringTicked, "<p class=\"note unless\">\(phrases.unlessSaid)</p>\n\(groups)\(copies)")
  }

  /// `heading`: whose it is; said in the line itself where there is no room for headings.
  private func line(_ entry: BringEntry, of heading: String) -> Markup {
    let how = entry.treatment + entry.labels
    let kind: Markup = how == [phrases.originalsShown] ? "how usual" : "how"
    let treated: Markup? =
      how.isEmpty ? nil : "<span class=\"\(kind)\">\(how.joined(separator: phrases.semicolon))</span>"
    let when: Markup? = entry.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span>" }
    let notes = entry.notes.map { "<span class=\"note\">\($0.sentence.text)</span>" as Markup }
    return
      "<li><span class=\"box\"></span><span class=\"whose\" aria-hidden=\"true\">\(heading)</span><span class=\"name\">\(entry.name(phrases))</span>\(treated)\(when)\(notes)</li>\n"
  }

  /// What one need not bring and why, and what one gets on the way.
  private func spared(_ notice: Notice) -> Markup {
    func whose(_ owner: String?) -> String { owner.map(phrases.belongs(to:)) ?? "" }
    // What has one reason is said once.
    var reasons: [(why: String, papers: [String])] = []
    for entry in notice.notNeeded {
      let why = [entry.why, entry.fallback].compactMap { $0 }.filter { !$0.isEmpty }.joined(
        separator: phrases.semicolon)
      let paper = whose(entry.owner) + entry.evidence.text
      if let same = reasons.firstIndex(where: { $0.why == why }) {
        if !reasons[same].papers.contains(paper) { reasons[same].papers.append(paper) }
      } else {
        reasons.append((why, [paper]))
      }
    }
    let spared = reasons.map { reason -> Markup in
      "<li><b>\(reason.papers.joined(separator: phrases.separator))</b>\(phrases.colon)\(reason.why)</li>\n"
    }
    let given = notice.handovers.map { entry -> Markup in
      let approval = entry.afterApproval ? phrases.inParentheses(phrases.onceApproved) : ""
      return
        "<li><b>\(whose(entry.owner))\(entry.evidence.text)</b>\(phrases.colon)\(phrases.handover(entry.from, entry.to.joined(separator: phrases.separator)))\(approval)</li>\n"
    }
    let first: Markup? = spared.isEmpty ? nil : part(phrases.sparedInNotice, "<ul class=\"lines\">\n\(spared)</ul>\n")
    let second: Markup? = given.isEmpty ? nil : part(phrases.handovers, "<ul class=\"lines\">\n\(given)</ul>\n")
    return "\(first)\(second)"
  }

  /// The trips in order, with hours and what one gets.
  private func way(_ notice: Notice) -> Markup {
    var trip = 0
    let stops = notice.stops.map { stop -> Markup in
      var place = stop.place.isEmpty ? phrases.wait : stop.place
      if stop.kind == .trip {
        trip += 1
        place = phrases.tripCounter.0 + "\(trip)" + phrases.tripCounter.1 + place
      } else if stop.kind == .office, !stop.place.isEmpty {
        place += phrases.inParentheses(phrases.officeWorks)
      }
      let steps = stop.steps.map { step -> Markup in
        let text = step.byOffice && stop.kind == .trip ? phrases.byOffice(step.text) : step.text
        let words = ([step.duration] + step.labels + [step.attendance]).compactMap { $0 }
        let when = step.when.words.map { phrases.ifCondition($0) + phrases.colon } ?? ""
        return
          "<li>\(when)\(text)\(words.isEmpty ? "" : phrases.inParentheses(words.joined(separator: phrases.comma)))</li>\n"
      }
      return "<li class=\"\(stop.kind.rawValue)\"><b>\(place)</b>\n<ul>\n\(steps)</ul></li>\n"
    }
    let places = notice.agencies.map { agency -> Markup in
      "<li><b>\(agency.short)</b>\(phrases.colon)\(fact(agency, phrases.address, agency.address, "address"))\(phrases.semicolon)\(fact(agency, phrases.hours, agency.hours, "hours"))\(phrases.semicolon)\(fact(agency, phrases.phone, agency.phones.isEmpty ? nil : agency.phones.joined(separator: phrases.separator), "phone"))</li>\n"
    }
    // Where nothing at all is stated of any place, one sentence says so.
    let isStated = notice.agencies.contains { agency in
      agency.address != nil || agency.hours != nil || !agency.phones.isEmpty
        || agency.sayings.contains { !$0.overruled }
    }
    let known: Markup? =
      notice.agencies.isEmpty
      ? nil
      : isStated ? "<ul class=\"lines where\">\n\(places)</ul>\n" : "<p class=\"note\">\(phrases.whereUnknown)</p>\n"
    let cautions: Markup? =
      notice.cautions.isEmpty ? nil : "<ul class=\"lines\">\(notice.cautions.map { "<li>\($0)</li>\n" })</ul>\n"
    let results: Markup? =
      notice.results.isEmpty
      ? nil
      : "<p><b>\(phrases.youReceive)</b>\(phrases.colon)\(notice.results.joined(separator: phrases.semicolon))</p>\n"
    return part(
      phrases.whereInOrder, "<ol class=\"stops\">\n\(stops)</ol>\n\(known)\(cautions)\(results)")
  }

  private func fact(_ agency: AgencyChapter, _ label: String, _ text: String?, _ fact: String) -> String {
    let said = agency.unconfirmed(fact).map(\.text).joined(separator: phrases.orElse)
    return label + phrases.colon + (text ?? (said.isEmpty ? phrases.notStated : said))
  }

  private func time(_ notice: Notice) -> Markup {
    let days = notice.figures.first { $0.id == "days" }?.value ?? phrases.notStated
    let unknown: Markup? =
      notice.timeUnknown.isEmpty
      ? nil
      : "<p class=\"note\">\(phrases.timeNotIncluded)\(notice.timeUnknown.joined(separator: phrases.separator))</p>\n"
    let onTop: Markup? =
      notice.timeOnTop.isEmpty
      ? nil : "<p class=\"note\">\(phrases.timeOnTop)\(notice.timeOnTop.joined(separator: phrases.separator))</p>\n"
    let own: Markup? =
      notice.deadlines.isEmpty
      ? nil : "<ul class=\"lines\">\n\(notice.deadlines.map { "<li>\(sentence($0))</li>\n" })</ul>\n"
    return part(phrases.lastDay, "<p>\(phrases.lastDayFormula(days))</p>\n\(unknown)\(onTop)\(own)")
  }

  private func money(_ notice: Notice) -> Markup {
    let lines = notice.fees.lines.map { line -> Markup in
      let when: Markup? = line.when.words.map { "\(phrases.inParentheses(phrases.ifCondition($0)))" }
      return "<li>\(line.name) <b>\(line.amount)</b>\(when)</li>\n"
    }
    let listed: Markup? = lines.isEmpty ? nil : "<ul class=\"lines fees\">\n\(lines)</ul>\n"
    func named(_ label: String, _ parts: [NamedPart]) -> Markup? {
      parts.isEmpty ? nil : "<p class=\"note\">\(label)\(parts.map(\.name).joined(separator: phrases.separator))</p>\n"
    }
    let caution: Markup? = lines.isEmpty ? nil : "<p class=\"note\">\(phrases.feeCaution)</p>\n"
    return part(
      phrases.fees,
      "\(listed)\(named(phrases.freeItems, notice.fees.free))\(named(phrases.feeUnknown, notice.fees.unknown))\(caution)"
    )
  }

  private func mind(_ notice: Notice) -> Markup {
    let all = notice.notes + notice.pitfalls
    return all.isEmpty
      ? "" : part(phrases.rejections, "<ul class=\"lines\">\n\(all.map { "<li>\(sentence($0))</li>\n" })</ul>\n")
  }

  private func sentence(_ sentence: Sentence) -> String {
    (sentence.when.map { phrases.ifCondition($0) + phrases.colon } ?? "") + sentence.text
      + (sentence.mark.map(phrases.inParentheses) ?? "")
  }

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
      <p>\(book.issuer) · \(book.title) · \(phrases.edition(book.edition, book.date)) · \(phrases.stale)</p>
      </footer>

      """
  }
}
