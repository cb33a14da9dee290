import Handbook
import Markup

extension Surface {
  /// Why one scenario is as it is. On the web every record; in books only those with something to explain.
  func body(_ chapter: WhyChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    let lines = chapter.records(.line).filter { kind == .web || !$0.isPlain }
    let sections: [(id: String, title: String, body: Markup)] = [
      ("counted", phrases.whyCounted, chapter.counts.map { counts($0, phrases) }.joined()),
      ("lines", phrases.whyLines, lines.map { kind == .web ? record($0, phrases) : compact($0, phrases) }.joined()),
      ("spared", phrases.whySpared, reasons(chapter.records(.elimination), phrases)),
      ("order", phrases.whyOrder, reasons(chapter.records(.edge), phrases)),
      ("charges", phrases.whyFees, reasons(chapter.records(.total), phrases)),
    ]
    let shown = sections.filter { !$0.body.isEmpty && (kind == .web || $0.id == "counted" || $0.id == "lines") }
    return """
      <header class="lead">
      <h1 id="\(kind == .web ? "top" : Surface.key(.why, chapter.scenario.id))">\(phrases.whyTitle(chapter.scenario.text))</h1>
      <p class="summary">\(anchor(to: chapter.scenario))\(phrases.colon)\(phrases.whyLead)</p>
      </header>
      <div class="parts">
      \(shown.map { section($0.id, $0.title, $0.body) })</div>

      """
  }

  /// A merged line: what each office asks for, field by field, and what came of it.
  private func record(_ record: WhyRecord, _ phrases: Phrases) -> Markup {
    let fields = record.telling.filter { !["evidence", "alternatives", "condition"].contains($0.name) }
    let saved: Markup? = record.savedText.map { "<p class=\"saved\">\($0)</p>\n" }
    return """
      <article class="record" id="\(record.id)">
      <h3>\(record.title)</h3>
      \(condition(record.when, phrases))
      \(list(record.reasons))\(verdict(record.verdict, phrases))<div class="wide"><table>
      <thead><tr><th scope="col">\(phrases.guide)</th>\(fields.map { "<th scope=\"col\">\($0.label)</th>" })</tr></thead>
      <tbody>
      \(record.inputs.enumerated().map { number, input in
        "<tr><th scope=\"row\">\(self.input(input, phrases))</th>\(fields.map { "<td>\($0.values.indices.contains(number) ? $0.values[number] : "")</td>" })</tr>\n"
      })</tbody>
      <tfoot><tr><th scope="row">\(phrases.result)</th>\(fields.map { "<td>\($0.result)</td>" })</tr></tfoot>
      </table></div>
      \(saved)</article>

      """
  }

  /// The same in a few lines, for books.
  private func compact(_ record: WhyRecord, _ phrases: Phrases) -> Markup {
    let inputs = record.inputs.map { input -> Markup in
      let called: Markup? = input.called.map { "\(phrases.comma)\(phrases.inGuide)“\($0)”" }
      let when: Markup? = input.when.words.map { "\(phrases.comma)\(phrases.ifCondition($0))" }
      return "\(anchor(to: input.item))\(phrases.colon)\(input.wants.joined(separator: phrases.comma))\(called)\(when)"
    }
    let fields = record.telling.filter { !["evidence", "alternatives", "condition"].contains($0.name) }
    let result = fields.map { "\($0.label) \($0.result)" } + [record.savedText].compactMap { $0 }
    return """
      <div class="record" id="\(record.id)">
      <p><b>\(record.title)</b>\(record.when.words.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? "")\(phrases.colon)\(record.reasons.map(\.text).joined(separator: phrases.semicolon))</p>
      \(verdict(record.verdict, phrases))<ul class="plain">
      \(inputs.map { "<li>\($0)</li>\n" })</ul>
      <p class="saved">\(phrases.result)\(phrases.colon)\(result.joined(separator: phrases.comma))</p>
      </div>

      """
  }

  private func input(_ input: WhyRecord.Input, _ phrases: Phrases) -> Markup {
    let called: Markup? = input.called.map { " <span class=\"note\">\(phrases.inGuide)“\($0)”</span>" }
    let wants: Markup? = input.wants.first.map { "\(phrases.inParentheses($0))" }
    return
      "\(anchor(to: input.item))\(wants)\(called)\(condition(input.when, phrases))<span class=\"place\">\(input.place)</span>"
  }

  private func list(_ reasons: [WhyRecord.Reason]) -> Markup {
    "<ul class=\"plain reasons\">\(reasons.map { "<li>\($0.text)<code>\($0.rule)</code></li>\n" })</ul>\n"
  }

  private func verdict(_ verdict: WhyRecord.Verdict?, _ phrases: Phrases) -> Markup {
    guard let verdict else { return "" }
    return
      "<p class=\"note\">\(verdict.reason)\(phrases.inParentheses(phrases.decided(verdict.people, verdict.date, until: verdict.until)))</p>\n"
  }

  /// Records that are one sentence each.
  private func reasons(_ records: [WhyRecord], _ phrases: Phrases) -> Markup {
    guard !records.isEmpty else { return "" }
    return """
      <ul class="plain">
      \(records.map { record -> Markup in
        let place: Markup? = record.inputs.first.map { " <span class=\"place\">\($0.place)</span>" }
        return "<li id=\"\(record.id)\"><b>\(record.title)</b>\(phrases.colon)\(record.reasons.map(\.text).joined(separator: phrases.semicolon))\(record.when.words.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? "")\(verdict(record.verdict, phrases))\(place)</li>\n"
      })</ul>

      """
  }

  /// A wide table can be moved with the keyboard where there is one.
  private func scrollable(_ name: String) -> Markup {
    kind != .epub ? " tabindex=\"0\" role=\"group\" aria-label=\"\(name)\"" : ""
  }

  /// The separate guides and the merged list, side by side.
  func counts(_ table: CountTable, _ phrases: Phrases) -> Markup {
    let places = table.visits.map { phrases.visits($0.place, $0.before, $0.after) }
    let visits: Markup? =
      places.isEmpty ? nil : "<p>\(phrases.visitsByPlace)\(places.joined(separator: phrases.separator))</p>\n"
    return """
      <p>\(table.story)</p>
      <div class="wide"\(scrollable(phrases.whyCounted))><table class="counts">
      <thead><tr><th scope="col">\(phrases.guide)</th>\(table.columns.map { "<th scope=\"col\">\($0.label)</th>" })</tr></thead>
      <tbody>
      \(table.rows.map { row -> Markup in
        let name: Markup = row.item.map { anchor(to: $0) } ?? "\(row.name)"
        return "<tr class=\"\(row.kind.rawValue)\"><th scope=\"row\">\(name)</th>\(row.cells.map { "<td>\($0)</td>" })</tr>\n"
      })</tbody>
      </table></div>
      \(visits)\(table.notes.map { "<p class=\"note\">\($0)</p>\n" })
      """
  }

  /// All scenarios: what merging spares in the worked case of each, and where it is explained.
  func whyIndex(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let tables = book.why.compactMap { chapter in chapter.counts.first.map { (chapter, $0) } }
    guard let columns = tables.first?.1.columns else { return "" }
    return """
      \(book.totals.map { counts($0, phrases) })<div class="wide"\(scrollable(phrases.scenarios))><table class="counts">
      <thead><tr><th scope="col">\(phrases.scenarios)</th>\(columns.map { "<th scope=\"col\">\($0.label)</th>" })</tr></thead>
      <tbody>
      \(tables.map { chapter, table -> Markup in
        let before = table.rows.first { $0.kind == .before }?.cells ?? []
        let after = table.rows.first { $0.kind == .after }?.cells ?? []
        return "<tr><th scope=\"row\"><a href=\"\(link(countedOf: chapter.scenario.id))\">\(chapter.scenario.text)</a></th>\(zip(before, after).map { $0 == $1 ? "<td>\($1)</td>" : "<td><s>\($0)</s> \($1)</td>" })</tr>\n"
      })</tbody>
      </table></div>
      <p class="note">\(phrases.sameYardstick)</p>

      """
  }
}
