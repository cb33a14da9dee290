import Handbook
import Markup

/// What stands above a scenario's sections: its name, the four figures, the questions.
extension Surface {
  func lead(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    """
    <header class="lead">
    \(kind == .print ? code(Surface.path(.scenario, chapter.id), phrases) : "")<p class="mark" aria-hidden="true">\(chapter.mark)</p>
    <h1 id="\(kind == .web ? "top" : Surface.key(.scenario, chapter.id))">\(chapter.title)</h1>
    <p class="summary">\(chapter.summary)</p>
    <p class="audience">\(chapter.audience)\(source([], chapter.certainty, phrases))</p>
    </header>

    """
  }

  func figures(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    """
    <dl class="figures">
    \(chapter.figures.map { cell -> Markup in
      let before: Markup? = cell.before.flatMap { $0 == cell.value ? nil : "<small>\(phrases.before($0))</small>" }
      return """
        <div data-figure="\(cell.id)"><dt>\(cell.label)</dt><dd><b>\(cell.value)</b>\(before)</dd></div>

        """
    })</dl>
    <details class="counted"><summary>\(phrases.howCounted)</summary>
    <ul class="plain">
    \([phrases.tripsCounted, phrases.thingsCounted, phrases.daysCounted, phrases.moneyCounted, phrases.beforeCounted].map { "<li>\($0)</li>\n" })</ul>
    \(savings(chapter, phrases))</details>

    """
  }

  /// Everything that is counted, before and after; each figure leads to how it was counted.
  private func savings(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    guard !chapter.savings.isEmpty else { return "" }
    let counted = link(countedOf: chapter.id)
    return """
      <div class="wide"><table class="counts">
      <caption>\(phrases.savingsRange)</caption>
      <thead><tr><td></td><th scope="col">\(phrases.before)</th><th scope="col">\(phrases.after)</th></tr></thead>
      <tbody>
      \(chapter.savings.map { cell in
        "<tr data-saving=\"\(cell.id)\"><th scope=\"row\">\(cell.label)</th><td>\(cell.before)</td><td><a href=\"\(counted)\">\(cell.after)</a></td></tr>\n"
      })</tbody>
      </table></div>
      <p class="note"><a href="\(counted)">\(phrases.whyCounted)</a></p>

      """
  }

  /// Radio buttons for the script; without it, and on paper, the questions and what may be answered.
  func questions(_ chapter: ScenarioChapter, _ phrases: Phrases) -> Markup {
    guard !chapter.questions.isEmpty else { return "" }
    let heading: Markup = "<h2>\(phrases.questions)</h2>\n<p class=\"note\">\(phrases.questionsLead)</p>\n"
    guard kind == .web else {
      return """
        <section class="part questions">
        <h2>\(phrases.questions)</h2>
        <dl class="asks">
        \(chapter.questions.map { question -> Markup in
          "<dt>\(question.ask)</dt><dd>\(question.options.map(\.text).joined(separator: phrases.semicolon))</dd>\n"
        })</dl>
        </section>

        """
    }
    return """
      <form id="questions" class="part questions">
      \(heading)\(chapter.questions.map { question -> Markup in
        let hint: Markup? = question.many ? "<span class=\"note\">\(phrases.inParentheses(phrases.chooseMany))</span>" : nil
        let note: Markup? = question.note.map { "<p class=\"note\">\($0)</p>\n" }
        return """
          <fieldset>
          <legend>\(question.ask)\(hint)\(source([], question.mark, phrases))</legend>
          \(note)<div class="options">
          \(question.options.map { option -> Markup in
            let type: Markup = question.many ? "checkbox" : "radio"
            return "<label><input type=\"\(type)\" name=\"\(question.id)\" value=\"\(option.id)\"/><span>\(option.text)</span></label>\n"
          })</div>
          </fieldset>

          """
      })<template id="actions"><p class="actions"><button type="reset">\(phrases.reset)</button> <button type="button" class="print">\(phrases.printCase)</button></p></template>
      <p class="state" role="status"></p>
      </form>
      <script type="application/json" id="figures">\(json: FigureData(chapter, phrases))</script>

      """
  }
}
