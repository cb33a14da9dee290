import Catalogue
import Consolidation

extension BookBuilder {
  /// What stands in the way of merging a scenario, as its readers are told.
  func blocked(_ survey: Survey) -> [ScenarioChapter.Blocked] {
    survey.problems.map { problem in
      let (finding, text, items) = told(problem.value, survey.steps.map(\.value))
      return ScenarioChapter.Blocked(
        finding: finding, text: text, items: items.uniqued().map(item),
        when: when(problem.when, survey.scenario.questions))
    }
  }

  /// One problem; `steps`: those among which it is.
  func told(_ problem: Problem, _ steps: [PlannedStep]) -> (finding: String, text: String, items: [String]) {
    switch problem {
    case .cycle(let identities, _):
      let steps = identities.compactMap { identity in steps.first { $0.identity == identity } }
      let items = steps.map(\.item).uniqued()
      // Of several items their names say enough; of one, its steps.
      let names = items.count > 1 ? items.map { item($0).text } : steps.map(\.text)
      return ("service-cycle", phrases.circle(names.joined(separator: phrases.separator)), items)
    case .uniqueKeptTwice(let document, let sources):
      return ("unique-kept-twice", phrases.keptTwice(full(document)), sources.map(\.item))
    case .uniqueAfterSurrender(let document, let shown, let given):
      return ("unique-after-surrender", phrases.goneBefore(full(document)), [given.item, shown.item])
    case .templateVersion(_, let sources): return ("template-version", phrases.twoVersions, sources.map(\.item))
    case .catchAll(let source):
      let entry = (catalogue.items[source.item]?.requirements.value ?? []).lazy.compactMap { line -> CatchAll? in
        if case .catchAll(let entry) = line, entry.id == source.requirement { entry } else { nil }
      }.first
      return ("catch-all", phrases.unclear(entry?.text ?? ""), [source.item])
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
