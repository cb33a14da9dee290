import Handbook
import Markup

extension Surface {
  /// A link to a chapter, in its own words.
  func anchor(to reference: Reference) -> Markup { "<a href=\"\(link(reference))\">\(reference.text)</a>" }

  /// A section with its heading.
  func section(_ id: String, _ title: String, _ body: Markup) -> Markup {
    """
    <section id="\(anchor(id))" class="part">
    <h2>\(title)</h2>
    \(body)</section>

    """
  }

  /// `data-when`, `data-open` of something that counts for certain answers only. The print book has no script.
  func conditions(_ when: When, _ phrases: Phrases) -> Markup {
    guard kind == .web else { return "" }
    let clauses: Markup? = when.clauses.map { " data-when=\"\($0)\"" }
    let open: Markup? = when.clauses == nil ? nil : when.open.map { " data-open=\"\($0)\"" }
    return "\(clauses)\(open)"
  }

  /// “如果…” in words, where a line does not always count.
  func condition(_ when: When, _ phrases: Phrases) -> Markup {
    guard let words = when.words else { return "" }
    return "<p class=\"if\">\(phrases.ifCondition(words))</p>"
  }

  /// A sentence with its condition, basis and certainty.
  func sentence(_ sentence: Sentence, _ phrases: Phrases) -> Markup {
    let when: Markup? = sentence.when.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
    return "\(when)\(plain(sentence, phrases))\(source(sentence.basis, sentence.mark, phrases))"
  }

  /// The text; where it was put into plain words, the catalogue's own are a touch away.
  private func plain(_ sentence: Sentence, _ phrases: Phrases) -> Markup {
    guard let official = sentence.official else { return "\(sentence.text)" }
    return "<span title=\"\(phrases.officially(official))\">\(sentence.text)</span>"
  }

  /// （《…》第…条 · 转引资料）.
  func source(_ basis: [String], _ mark: String?, _ phrases: Phrases) -> Markup {
    let parts = [basis.isEmpty ? nil : basis.joined(separator: phrases.separator), mark].compactMap { $0 }
    guard !parts.isEmpty else { return "" }
    return " <span class=\"source\">\(parts.joined(separator: "\u{A0}· "))</span>"
  }

  /// What the marks of certainty mean. The print book says it once, at the front.
  func legend(_ phrases: Phrases) -> Markup {
    kind == .print ? "" : "<p class=\"note legend\">\(phrases.checkedLegend)</p>\n"
  }

  /// A label and names after it, each of which may count for certain answers only.
  func named(_ label: String, _ parts: [NamedPart], _ phrases: Phrases) -> Markup {
    guard !parts.isEmpty else { return "" }
    return """
      <div class="named">
      <p>\(label)</p>
      <ul class="names">\(parts.map { "<li data-separator=\"\(phrases.separator)\"\(conditions($0.when, phrases))>\($0.name)</li>" })</ul>
      </div>

      """
  }

  func list(_ sentences: [Sentence], _ phrases: Phrases) -> Markup {
    guard !sentences.isEmpty else { return "" }
    return """
      <ul class="plain">
      \(sentences.map { "<li>\(sentence($0, phrases))</li>\n" })</ul>

      """
  }

  func links(_ references: [Reference], _ phrases: Phrases, detailed: Bool = false) -> Markup {
    guard !references.isEmpty else { return "" }
    return """
      <ul class="links">
      \(references.map { reference -> Markup in
        let detail: Markup? = detailed && !reference.detail.isEmpty ? "<span class=\"detail\">\(reference.detail)</span>" : nil
        return "<li>\(anchor(to: reference))\(seePage(reference, phrases))\(detail)</li>\n"
      })</ul>

      """
  }

  func legal(_ entries: [ScenarioChapter.LegalEntry], _ phrases: Phrases) -> Markup {
    """
    <ul class="plain">
    \(entries.map { entry in
      "<li>\(anchor(to: entry.law))\(phrases.inParentheses(entry.number))\(entry.articles.joined(separator: phrases.separator))\(source([], entry.mark, phrases))</li>\n"
    })</ul>

    """
  }
}
