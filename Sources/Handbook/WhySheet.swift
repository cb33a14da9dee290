public import Catalogue
public import Consolidation
public import Diagnostics
import Foundation

/// Records of one scenario in words, for the terminal.
public struct WhySheet {
  public let records: [WhyRecord]
  private let phrases: Phrases
  private let title: String
  private let counts: [CountTable]

  /// The records over all situations (`survey`: if they are planned already); or, with a situation, those of its plan. `nil` when the catalogue has no `book.xml`.
  public init?(
    _ catalogue: Catalogue, _ scenario: Scenario, in situation: Situation? = nil, survey: Survey? = nil,
    sources: [SourceText] = []
  ) {
    guard let book = catalogue.book else { return nil }
    phrases = Phrases(lang: book.lang)
    let builder = BookBuilder(
      only: catalogue, phrases, asking: scenario.questions, places: SourcePlaces(sources))
    title = scenario.title
    if let situation {
      let plan = builder.consolidation.plan(scenario, in: situation)
      records = builder.records(plan.explanations, scenario, steps: plan.steps)
    } else {
      let survey = survey ?? Survey(scenario, builder.consolidation)
      records = builder.records(survey.explanations, scenario, steps: survey.steps.map(\.value))
    }
    counts = scenario.cases.map { builder.counts($0, scenario) }
  }

  /// The records that somebody may mean: by id, by the paper's name or an alias of it as it stands on the page, by an
  /// office's line (`item/requirement`), a step, a charge. Exact names go before parts of names.
  public func matching(_ words: String) -> [WhyRecord] {
    let wanted = WhySheet.folded(words)
    guard !wanted.isEmpty else { return [] }
    func names(_ record: WhyRecord) -> [String] { ([record.id, record.title] + record.names).map(WhySheet.folded) }
    let exact = records.filter { names($0).contains(wanted) }
    return exact.isEmpty ? records.filter { record in names(record).contains { $0.contains(wanted) } } : exact
  }

  /// Words that are near to something there is.
  public var candidates: [String] { Array(Set(records.flatMap { [$0.id] + $0.names })).sorted() }

  /// Without spaces, boxes and quotation marks: as people copy it from the page or the terminal.
  private static func folded(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && !"□“”《》".contains($0) }
  }

  /// One line a record.
  public var list: String {
    ([title] + records.map { "  \($0.id)\n    \($0.title)" }).joined(separator: "\n")
  }

  public func text(_ record: WhyRecord) -> String {
    var lines = [record.title, "  \(record.id)"]
    if let when = record.when.words { lines.append("  " + phrases.ifCondition(when)) }
    lines += record.reasons.map { "  · \($0.text)  [\($0.rule)]" }
    if let verdict = record.verdict {
      lines.append(
        "  " + verdict.reason
          + phrases.inParentheses(phrases.decided(verdict.people, verdict.date, until: verdict.until)))
    }
    for (number, input) in record.inputs.enumerated() {
      let called = input.called.map { "  \(phrases.inGuide)“\($0)”" } ?? ""
      lines.append("")
      lines.append("  \(input.item.text)\(phrases.inParentheses(input.agency))  \(input.place)\(called)")
      lines.append("    " + input.wants.joined(separator: phrases.comma))
      if let when = input.when.words { lines.append("    " + phrases.ifCondition(when)) }
      let basis = (input.basis + [input.mark].compactMap { $0 }).joined(separator: phrases.separator)
      if !basis.isEmpty { lines.append("    " + basis) }
      for field in shown(record) where field.values.indices.contains(number) && field.values[number] != field.result {
        lines.append("    \(field.label)\(phrases.colon)\(field.values[number]) → \(field.result)")
      }
    }
    if record.kind == .line {
      lines.append("")
      lines.append(
        "  \(phrases.result)\(phrases.colon)"
          + shown(record).map { "\($0.label) \($0.result)" }.joined(separator: phrases.semicolon))
      if let saved = record.savedText { lines.append("  " + saved) }
    }
    return lines.joined(separator: "\n")
  }

  /// Fields that say something: not the name again, nor what no guide states.
  private func shown(_ record: WhyRecord) -> [WhyRecord.Field] {
    record.telling.filter { $0.name != Derivation.Field.evidence.rawValue }
  }
}
