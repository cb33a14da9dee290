import Handbook
import Markup

extension Surface {
  /// Lines to bring, by owner, with boxes to tick. `asked` says who asks; an item's own page need not.
  func papers(_ groups: [BringGroup], _ phrases: Phrases, asked: Bool = true) -> Markup {
    groups.map { group in
      """
      <div class="owner">
      <h3>\(group.heading)</h3>
      <ul class="papers">
      \(group.lines.map { paper($0, phrases, asked: asked) })</ul>
      </div>

      """
    }.joined()
  }

  private func paper(_ entry: BringEntry, _ phrases: Phrases, asked: Bool) -> Markup {
    let name = entry.alternatives.map { set in
      set.papers.map(\.text).joined(separator: phrases.and)
        + (set.only.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? "")
    }
    let title: Markup = name.map { "<span>\($0)</span>" }.joined(separator: "<em class=\"or\">\(phrases.or)</em>")
    let box: Markup =
      kind == .web
      ? "<label class=\"tick\"><input type=\"checkbox\"/><span class=\"name\">\(title)</span></label>"
      : "<p class=\"tick\"><span class=\"box\"></span><span class=\"name\">\(title)</span></p>"
    let labels = entry.treatment + entry.labels
    let how: Markup? = labels.isEmpty ? nil : "<p class=\"how\">\(labels.joined(separator: " · "))</p>\n"
    return """
      <li class="paper"\(conditions(entry.when, phrases))>
      \(box)
      \(how)\(condition(entry.when, phrases))
      \(entry.notes.map { "<p class=\"note\"\(conditions($0.when, phrases))>\(sentence($0.sentence, phrases))</p>\n" })\(asked ? self.asked(entry, phrases) : "")</li>

      """
  }

  /// Who asks and on what ground: folded on the web, one line on paper.
  private func asked(_ entry: BringEntry, _ phrases: Phrases) -> Markup {
    let rows = entry.sources.map { row, when -> (Markup, When) in
      ("\(anchor(to: row.item))\(phrases.inParentheses(row.agency))\(source(row.basis, row.mark, phrases))", when)
    }
    guard kind == .web else {
      return
        "<p class=\"asked\">\(phrases.askedBy)\(phrases.colon)\(rows.map(\.0).joined(separator: "\(phrases.semicolon)"))</p>\n"
    }
    let papers = entry.alternatives.flatMap(\.papers).map { anchor(to: $0) }
    return """
      <details class="asked"><summary>\(phrases.askedBy)</summary>
      <ul>
      \(rows.map { "<li\(conditions($0.1, phrases))>\($0.0)</li>\n" })</ul>
      <p>\(phrases.howToGet)\(phrases.colon)\(papers.joined(separator: "\(phrases.separator)"))</p>
      </details>

      """
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
      return """
        <li class="paper"\(conditions(entry.when, phrases))>
        <p class="name">\(owner)\(anchor(to: entry.evidence))</p>
        <p class="how">\(phrases.handover(entry.from, entry.to.joined(separator: phrases.separator)))</p>
        <p class="note">\(entry.treatment.joined(separator: " · "))</p>
        \(condition(entry.when, phrases))
        </li>

        """
    })</ul>

    """
  }
}
