import Editions
import Handbook
import Markup

extension Surface {
  func body(_ chapter: ItemChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    var facts: [(String, Markup)] = []
    if chapter.official != chapter.name { facts.append((phrases.officialName, "\(chapter.official)")) }
    if !chapter.aliases.isEmpty {
      facts.append((phrases.alsoCalled, "\(chapter.aliases.joined(separator: phrases.separator))"))
    }
    facts.append((phrases.responsible, anchor(to: chapter.agency)))
    if let counter = chapter.counter { facts.append((phrases.counterName, "\(counter)")) }
    facts.append((phrases.statutory, "\(chapter.statutory)"))
    facts.append((phrases.promised, "\(chapter.promised)"))
    if let remark = chapter.timeRemark, !remark.text.isEmpty || !remark.basis.isEmpty {
      facts.append((phrases.time, sentence(remark, phrases)))
    }
    if !chapter.excluding.isEmpty {
      facts.append((phrases.timeOnTopShort, chapter.excluding.map { onTop($0, phrases) }.joined()))
    }
    let rule: Markup? = chapter.agentRule.map { rule in
      rule.text == chapter.agent ? source(rule.basis, rule.mark, phrases) : "\(phrases.colon)\(sentence(rule, phrases))"
    }
    facts.append((phrases.agent, "\(chapter.agent)\(rule)"))
    if !chapter.online.isEmpty { facts.append((phrases.online, list(chapter.online, phrases))) }
    if let validity = chapter.validity { facts.append((phrases.validity, sentence(validity, phrases))) }
    if let type = chapter.type { facts.append((phrases.type, "\(type)")) }
    facts += chapter.details.map { ($0.name, sentence($0.sentence, phrases)) }
    let who: Markup? = chapter.who.map { "<p class=\"summary\">\(sentence($0, phrases))</p>\n" }
    return """
      <header class="lead">
      <h1 id="\(kind == .web ? "top" : Surface.key(.item, chapter.id))">\(chapter.name)</h1>
      \(who)<p class="audience">\(chapter.agency.text)\(source([], chapter.certainty, phrases))</p>
      </header>
      \(bulletins(on: .guide, chapter.id, book))\(toCome({ $0 == .init(.guide, chapter.id) }, book))\(consulted(on: chapter.reference, book))<dl class="facts">
      \(facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
      <div class="parts">
      \(chapter.conditions.isEmpty ? "" : section("conditions", phrases.conditions, list(chapter.conditions, phrases)))\
      \(own(chapter, phrases))\
      \(chapter.results.isEmpty ? "" : section("results", phrases.results, "<ul class=\"plain\">\(chapter.results.map { "<li>\($0)</li>\n" })</ul>\n"))\
      \(chapter.deadlines.isEmpty ? "" : section("deadlines", phrases.deadlines, list(chapter.deadlines, phrases)))\
      \(chapter.refusal.map { section("refused", phrases.refused, list([$0], phrases)) })\
      \(chapter.pitfalls.isEmpty ? "" : section("pitfalls", phrases.pitfalls, list(chapter.pitfalls, phrases)))\
      \(chapter.tables.enumerated().map { number, table in
        section("table-\(number + 1)", table.title, "<dl class=\"facts\">\n\(table.rows.map { "<dt>\($0.name)</dt><dd>\(sentence($0.sentence, phrases))</dd>\n" })</dl>\n")
      })\
      \(chapter.notes.isEmpty ? "" : section("remarks", phrases.remarks, list(chapter.notes, phrases)))\
      \(isForStaff && !chapter.staffNotes.isEmpty ? section("staff", phrases.staffNotes, list(chapter.staffNotes, phrases)) : "")\
      \(section("legal", phrases.legal, legal(chapter.legal, phrases)))\
      \(chapter.scenarios.isEmpty ? "" : section("scenarios", phrases.usedIn, links(chapter.scenarios, phrases, detailed: true)))\
      \(kind == .web ? section("changes", phrases.changes, changed(.guide, chapter.id, book)) : "")\(missing(chapter, phrases))\(legend(phrases))</div>

      """
  }

  /// What a guide has to state and this one does not, for the office that owns it; books have no room for it.
  private func missing(_ chapter: ItemChapter, _ phrases: Phrases) -> Markup {
    guard kind == .web, !chapter.missing.isEmpty else { return "" }
    return """
      <details class="missing"><summary>\(phrases.missingElements(chapter.missing.count))</summary>
      <p class="note">\(chapter.missing.map(\.name).joined(separator: phrases.separator))</p>
      </details>

      """
  }

  /// What the item asks for by itself: papers, steps, charges.
  func own(_ chapter: ItemChapter, _ phrases: Phrases) -> Markup {
    let bring: Markup =
      chapter.bringStated
      ? chapter.bring.isEmpty
        ? "<p>\(phrases.none)</p>\n" : papers(chapter.bring, phrases, asked: kind == .web || isForStaff)
      : "<p class=\"unknown\">\(phrases.notStated)</p>\n"
    let steps: Markup =
      chapter.stepsStated
      ? way(chapter.timeline, phrases) : "<p class=\"unknown\">\(phrases.stepsNotStated)</p>\n"
    return """
      \(section("bring", phrases.bring, bring))\
      \(chapter.notNeeded.isEmpty ? "" : section("spared", phrases.notNeeded, notNeeded(chapter.notNeeded, phrases)))\
      \(section("steps", phrases.steps, steps))\
      \(section("fees", phrases.fees, itemFees(chapter, phrases)))
      """
  }

  private func itemFees(_ chapter: ItemChapter, _ phrases: Phrases) -> Markup {
    if chapter.fees.lines.isEmpty {
      return chapter.fees.free.isEmpty ? "<p class=\"unknown\">\(phrases.notStated)</p>\n" : "<p>\(phrases.noFee)</p>\n"
    }
    return fees(chapter.fees, phrases)
  }
}
