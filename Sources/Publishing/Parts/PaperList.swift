import Handbook
import Markup

extension Surface {
  /// Lines to bring, by owner, with boxes to tick. `asked` says who asks; an item's own page need not. `scenario`: whose
  /// appendix explains them.
  func papers(_ groups: [BringGroup], _ phrases: Phrases, asked: Bool = true, scenario: String? = nil) -> Markup {
    groups.map { group in
      """
      <div class="owner">
      <h3>\(group.heading)</h3>
      <ul class="papers">
      \(group.lines.map { paper($0, phrases, asked: asked, scenario) })</ul>
      </div>

      """
    }.joined()
  }

  private func paper(_ entry: BringEntry, _ phrases: Phrases, asked: Bool, _ scenario: String?) -> Markup {
    let name = entry.alternatives.map { set in
      set.papers.map(\.text).joined(separator: phrases.and)
        + (set.only.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? "")
    }
    let picked = entry.pick.map { pick -> Markup in
      let papers = pick.of.map { $0.map(\.text).joined(separator: phrases.and) }
      return "<span>\(phrases.list(pick.words, papers))</span>"
    }
    let title: Markup =
      picked ?? name.map { "<span>\($0)</span>" }.joined(separator: "<em class=\"or\">\(phrases.or)</em>")
    let box: Markup =
      kind == .web
      ? "<label class=\"tick\"><input type=\"checkbox\"/><span class=\"name\">\(title)</span></label>"
      : "<p class=\"tick\"><span class=\"box\"></span><span class=\"name\">\(title)</span></p>"
    let labels = entry.treatment + entry.labels
    let how: Markup? = labels.isEmpty ? nil : "<p class=\"how\">\(labels.joined(separator: " · "))</p>\n"
    return """
      <li class="paper"\(pageAnchor(entry.id))\(conditions(entry.when, phrases))>
      \(box)
      \(how)\(condition(entry.when, phrases))
      \(entry.notes.map { "<p class=\"note\"\(conditions($0.when, phrases))>\(sentence($0.sentence, phrases))</p>\n" })\(asked ? why(entry, phrases, scenario) : "")</li>

      """
  }

  /// Why it is on the list: who asks and what for at once; the rules, the law and the record behind it when opened, on
  /// paper in one line.
  private func why(_ entry: BringEntry, _ phrases: Phrases, _ scenario: String?) -> Markup {
    let record = entry.record.flatMap { id in scenario.map { (id: id, link: link(record: id, of: $0)) } }
    let rows = entry.sources.map { row, when -> (Markup, When) in
      (
        "\(anchor(to: row.item))\(phrases.inParentheses(row.agency))\(phrases.colon)\(row.does)\(source(row.basis, row.mark, phrases))",
        when
      )
    }
    let uses = entry.sources.map { row, when -> Markup in
      "<span\(conditions(when, phrases))>\(row.item.text)\(phrases.inParentheses(row.does))</span>"
    }
    if kind == .print { return "<p class=\"asked\">\(asking(entry, phrases))</p>\n" }
    guard kind == .web else {
      let reasons: Markup? =
        entry.reasons.isEmpty ? nil : "\(phrases.inParentheses(entry.reasons.joined(separator: phrases.semicolon)))"
      return
        "<p class=\"asked\">\(phrases.why)\(phrases.colon)\(rows.map(\.0).joined(separator: "\(phrases.semicolon)"))\(reasons)</p>\n"
    }
    let papers = (entry.pick?.of.flatMap(\.self) ?? entry.alternatives.flatMap(\.papers)).map { anchor(to: $0) }
    let more: Markup? = record.map { " · <a href=\"\($0.link)\">\(phrases.fullRecord)</a>" }
    // An item's own page asks for everything itself.
    let summary: Markup =
      scenario == nil
      ? "<b>\(phrases.legal)</b>" : "<b>\(phrases.why)</b> <span class=\"uses\">\(uses.joined())</span>"
    // Two literals in one interpolation would be text, tags and all.
    let reasons: Markup? =
      entry.reasons.isEmpty ? nil : "<p>\(entry.reasons.joined(separator: phrases.semicolon))</p>\n"
    return """
      <details class="asked"><summary>\(summary)</summary>
      \(reasons)<ul>
      \(rows.map { "<li\(conditions($0.1, phrases))>\($0.0)</li>\n" })</ul>
      <p>\(phrases.howToGet)\(phrases.colon)\(papers.joined(separator: "\(phrases.separator)"))\(more)</p>
      </details>

      """
  }

  /// Who asks for it and on what ground, each office once: the rules that made the line are in the appendix.
  private func asking(_ entry: BringEntry, _ phrases: Phrases) -> String {
    var rows: [(SourceEntry, basis: [String])] = []
    for (row, _) in entry.sources {
      if let same = rows.firstIndex(where: { $0.0.item == row.item && $0.0.does == row.does }) {
        rows[same].basis += row.basis.filter { !rows[same].basis.contains($0) }
      } else {
        rows.append((row, row.basis))
      }
    }
    return phrases.askedBy + phrases.colon
      + rows.map { row, basis in
        let ground = [basis.isEmpty ? nil : articles(basis, phrases), row.mark].compactMap { $0 }
        return row.item.text
          + phrases.inParentheses(
            ([row.does] + ground).joined(separator: phrases.comma))
      }.joined(separator: phrases.semicolon)
  }

  /// 《机动车登记规定》第12条、第47条: an instrument's title is said once.
  func articles(_ basis: [String], _ phrases: Phrases) -> String {
    var last = ""
    return basis.map { text -> String in
      guard let end = text.firstIndex(of: "》") else { return text }
      let title = String(text[...end])
      defer { last = title }
      return title == last ? String(text[text.index(after: end)...]) : text
    }.joined(separator: phrases.separator)
  }

  func notNeeded(_ entries: [NotNeededEntry], _ phrases: Phrases) -> Markup {
    """
    <ul class="papers spared">
    \(entries.map { entry -> Markup in
      let owner: Markup? = entry.owner.map { "<span class=\"whose\">\(phrases.belongs(to: $0))</span>" }
      let fallback: Markup? = entry.fallback.map { "<p class=\"note\">\($0)</p>\n" }
      let asking = entry.sources.map { row, when -> Markup in
        "<span\(conditions(when, phrases))>\(anchor(to: row.item))\(source(row.basis, row.mark, phrases)) </span>"
      }
      return """
        <li class="paper"\(conditions(entry.when, phrases))>
        <p class="name">\(owner)\(anchor(to: entry.evidence))</p>
        <p class="how">\(entry.why)</p>
        \(condition(entry.when, phrases))
        \(fallback)<p class="asked">\(asking)</p>
        </li>

        """
    })</ul>

    """
  }

  func handovers(_ entries: [HandoverEntry], _ phrases: Phrases) -> Markup {
    """
    <ul class="papers given">
    \(entries.map { entry -> Markup in
      let owner: Markup? = entry.owner.map { "<span class=\"whose\">\(phrases.belongs(to: $0))</span>" }
      let approval: Markup? =
        entry.afterApproval
        ? " · \(phrases.onceApproved) · <a href=\"\(link(anchor: "refused"))\">\(phrases.refused)</a>" : nil
      return """
        <li class="paper"\(conditions(entry.when, phrases))>
        <p class="name">\(owner)\(anchor(to: entry.evidence))</p>
        <p class="how">\(phrases.handover(entry.from, entry.to.joined(separator: phrases.separator)))\(approval)</p>
        <p class="note">\(entry.treatment.joined(separator: " · "))</p>
        \(condition(entry.when, phrases))
        </li>

        """
    })</ul>

    """
  }
}
