import Catalogue
import Consolidation
import Synchronization

/// Turns values into words: conditions, citations, durations, money, counts.
struct Wording {
  let catalogue: Catalogue
  let phrases: Phrases
  private let plainWords: PlainWords
  private let known = Known()

  /// What was put into plain words already: the same sentences stand in many notices.
  private final class Known: Sendable {
    let texts = Mutex<[String: String]>([:])
  }

  init(catalogue: Catalogue, phrases: Phrases) {
    self.catalogue = catalogue
    self.phrases = phrases
    plainWords = PlainWords(catalogue)
  }

  /// What the catalogue says, in plain words.
  func plain(_ text: String) -> String {
    if let found = known.texts.withLock({ $0[text] }) { return found }
    let plain = plainWords(text).text
    known.texts.withLock { $0[text] = plain }
    return plain
  }

  // MARK: Conditions

  /// A condition over a scenario's questions, as the tail of “如果…”; `nil` when it always holds.
  func words(_ clauses: Clauses, _ questions: [Fact]) -> String? {
    guard !clauses.isAlways else { return nil }
    let facts = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return clauses.any.map { clause in
      clause.map { literal in
        facts[literal.question].map { words($0, literal.options, negated: literal.negated) } ?? literal.question
      }.joined(separator: phrases.sentenceAnd)
    }.joined(separator: phrases.sentenceOr)
  }

  /// A condition over the catalogue's facts; `nil` when it always holds.
  func words(_ condition: Condition) -> String? {
    switch condition {
    case .always: nil
    case .never: nil
    case .chosen(let id, let options): catalogue.facts[id].map { words($0, options, negated: false) } ?? id
    case .not(.chosen(let id, let options)): catalogue.facts[id].map { words($0, options, negated: true) } ?? id
    case .not(.any(let list)): words(.all(list.map { !$0 }))
    case .not(.all(let list)): words(.any(list.map { !$0 }))
    case .not(let inner): words(inner).map(phrases.except)
    case .all(let list): list.compactMap(words).joined(separator: phrases.sentenceAnd)
    case .any(let list): list.compactMap(words).joined(separator: phrases.sentenceOr)
    }
  }

  private func words(_ fact: Fact, _ options: [String], negated: Bool) -> String {
    if negated, fact.many {
      return options.compactMap { fact.option($0).map { plain($0.whenText) } }.map(phrases.except).joined(
        separator: phrases.sentenceAnd)
    }
    let named = fact.options.filter { options.contains($0.id) != negated }
    let others = fact.options.filter { options.contains($0.id) == negated }
    if others.count == 1, named.count > 2, let other = others.first { return phrases.except(plain(other.whenText)) }
    return named.map { plain($0.whenText) }.joined(separator: phrases.optionOr)
  }

  func joined(_ parts: [String?]) -> String? {
    let present = parts.compactMap { $0 }
    return present.isEmpty ? nil : present.joined(separator: phrases.sentenceAnd)
  }

  // MARK: Sources

  /// 《机动车登记规定》第12条.
  func words(_ citation: Citation) -> String {
    let title = phrases.titled(catalogue.laws[citation.law]?.title ?? citation.law)
    guard let article = citation.article else { return title }
    return title + words(article: article)
  }

  /// `12` 第12条, `43-44` 第43条至第44条, `27末款` 第27条末款, `50(一)` 第50条第（一）项.
  func words(article: String) -> String {
    let digits = article.prefix { $0.isASCII && $0.isNumber }
    let rest = article.dropFirst(digits.count)
    guard !digits.isEmpty else { return article }
    if rest.hasPrefix("-") { return phrases.article(String(digits), to: String(rest.dropFirst())) }
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      return phrases.article(String(digits), item: String(rest.dropFirst().dropLast()))
    }
    return phrases.article(String(digits)) + rest
  }

  func sentence(_ statement: Statement) -> Sentence {
    Sentence(
      text: plain(statement.text), when: words(statement.when), basis: statement.basis.map(words),
      mark: phrases.checked(statement.checked), official: statement.text)
  }

  // MARK: Numbers

  func money(_ fen: Int) -> String {
    let rest = fen % 100
    let cents = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(fen / 100)\(cents)"
  }

  func yuan(_ low: Int, _ high: Int) -> String {
    let unit = phrases.lang.hasPrefix("en") ? " " + phrases.yuan : phrases.yuan
    return (low == high ? money(low) : "\(money(low))–\(money(high))") + unit
  }

  /// 2个工作日; 3个工作日＋7天（自然日); several that cannot be compared are joined by “or”.
  func words(_ spans: [TimeTotal.Span]) -> String {
    spans.map { span in
      var parts: [String] = []
      if span.working > 0 { parts.append(phrases.duration(Duration(days: span.working, unit: .workingDays))) }
      if span.calendar > 0 { parts.append(phrases.duration(Duration(days: span.calendar, unit: .calendarDays))) }
      return parts.isEmpty ? phrases.instant : parts.joined(separator: phrases.and)
    }.joined(separator: phrases.optionOr)
  }

  func words(_ limit: Stated<TimeLimit>) -> String {
    switch limit {
    case .notStated: phrases.notStated
    case .none: phrases.noLimit
    case .known(.instant): phrases.instant
    case .known(.within(let duration)): phrases.duration(duration)
    }
  }
}
