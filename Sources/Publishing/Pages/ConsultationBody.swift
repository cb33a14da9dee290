import Handbook
import Markup

extension Surface {
  /// A consultation as a page of the web book.
  func body(_ chapter: ConsultationChapter, _ book: Handbook) -> Markup {
    let summary: Markup? = chapter.summary.map { "<p class=\"summary\">\($0)</p>\n" }
    return """
      <header class="lead">
      <h1 id="top">\(chapter.title)</h1>
      \(summary)</header>
      \(facts(chapter, book))\(legend(book.phrases))
      """
  }

  /// Every consultation in one chapter, for paper and the EPUB.
  func consultations(_ book: Handbook) -> Markup {
    book.consultations.map { chapter in
      let summary: Markup? = chapter.summary.map { "<p>\($0)</p>\n" }
      return """
        <section class="part" id="\(Surface.key(.consultation, chapter.id))">
        <h2>\(chapter.title)</h2>
        \(summary)\(facts(chapter, book))</section>

        """
    }.joined()
  }

  /// On the page of what would change: that it would.
  func consulted(on chapter: Reference, _ book: Handbook) -> Markup {
    book.consultations(on: chapter).map { consultation in
      "<p class=\"consulted\">\(book.phrases.consultations)\(book.phrases.colon)\(anchor(to: consultation.reference))\(book.phrases.inParentheses(consultation.state))</p>\n"
    }.joined()
  }

  private func facts(_ chapter: ConsultationChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    var rows: [(String, Markup)] = [
      (phrases.consultationState, "\(chapter.state)\(source([], chapter.certainty, phrases))"),
      (phrases.consultationPeriod, "\(chapter.period)"),
      (phrases.consultationChanges, chapter.changes.map { change($0, phrases) }.joined()),
    ]
    if chapter.isOpen { rows.append((phrases.consultationComments, comments(chapter, book))) }
    if let outcome = chapter.outcome {
      rows.append(
        (phrases.consultationOutcome, "\(outcome.day)\(phrases.colon)\(sentence(outcome.sentence, phrases))"))
    }
    return "<dl class=\"facts\">\n\(rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>\n"
  }

  private func change(_ change: ConsultationChapter.Change, _ phrases: Phrases) -> Markup {
    let after = change.before == nil ? phrases.changeNew : phrases.changeAfter
    let before = change.after == nil ? phrases.changeGone : phrases.changeBefore
    let old: Markup? = change.before.map { "<p><b>\(before)</b>\(phrases.colon)\($0)</p>\n" }
    let new: Markup? = change.after.map { "<p><b>\(after)</b>\(phrases.colon)\($0)</p>\n" }
    return "<div class=\"change\">\n<p>\(anchor(to: change.target))</p>\n\(old)\(new)</div>\n"
  }

  /// Where comments go: where the consultation says, else where everything said of the book goes.
  private func comments(_ chapter: ConsultationChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    if let text = chapter.comments { return "\(text)" }
    let page = "consultation/\(chapter.id)"
    switch book.responding {
    case .mail(let address):
      let words = phrases.commentByMail(address)
      guard let link = Link(mail: address, subject: "\(chapter.title) \(book.pageName(page))") else {
        return "\(words)"
      }
      return "<a href=\"\(link)\">\(words)</a>"
    // On paper no link can be followed.
    case .form where kind == .print: return "\(phrases.commentOnWeb)"
    case .form(let address):
      guard let link = Link(template: address, filling: ["page": page, "edition": book.edition]) else {
        return "\(phrases.commentOnline)"
      }
      return "<a href=\"\(link)\">\(phrases.commentOnline)</a>"
    case .call(let number): return "\(phrases.commentByPhone(number))"
    case .ask: return "\(phrases.commentAtCounter)"
    }
  }
}
