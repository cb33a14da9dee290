import Handbook
import Markup

extension Surface {
  /// Everything that is no longer handled, with what one does instead.
  func former(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let rows = book.formerItems.map { former -> Markup in
      let name: Markup = kind == .web ? former.page.map { anchor(to: $0) } ?? "\(former.name)" : "\(former.name)"
      let until: Markup? = former.until.map { "\(phrases.inParentheses(phrases.formerUntil($0)))" }
      return
        "<dt>\(name)\(until)</dt><dd>\(sentence(former.sentence, phrases))\(links(former.replacements, phrases))</dd>\n"
    }
    return "<dl class=\"facts\">\n\(rows)</dl>\n"
  }

  /// The page that stays where a matter was, for whoever comes there from an older book.
  func body(_ former: Former, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    if former.isAstray { return astray(former, phrases) }
    var facts: [(String, Markup)] = []
    if let official = former.official { facts.append((phrases.officialName, "\(official)")) }
    facts.append(
      (
        phrases.formerInstead(isToCome: former.isToCome),
        "\(sentence(former.sentence, phrases))\(links(former.replacements, phrases, detailed: true))"
      ))
    if let from = former.from { facts.append((phrases.formerSince, "\(from)")) }
    if let transition = former.transition { facts.append((phrases.transitionWord, "\(transition)")) }
    if let edition = former.edition {
      facts.append((phrases.formerEdition, "\(phrases.formerEdition(named: edition))"))
    }
    if !former.isToCome { facts.append((phrases.formerPaper, "\(phrases.formerPaperAdvice)")) }
    return """
      <header class="lead">
      <h1 id="top">\(former.name) <span class="tag">\(phrases.formerTag(isToCome: former.isToCome))</span></h1>
      <p class="summary">\(phrases.formerLead(former))</p>
      </header>
      <dl class="facts">
      \(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
      <p class="note"><a href="\(link(page: "former.html"))">\(phrases.former)</a></p>

      """
  }

  /// It was here, and goes on: under another id, or as the office says.
  private func astray(_ former: Former, _ phrases: Phrases) -> Markup {
    """
    <header class="lead">
    <h1 id="top">\(former.name)</h1>
    <p class="summary">\(sentence(former.sentence, phrases))</p>
    </header>
    \(links(former.replacements, phrases, detailed: true))
    """
  }
}
