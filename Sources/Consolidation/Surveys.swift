public import Catalogue
public import Diagnostics

/// Every scenario of a catalogue over all its situations, and what the keeper of the catalogue has to be told of it.
public struct Surveys: Sendable {
  public let consolidation: Consolidation
  /// By the scenario's id.
  public let all: [String: Survey]
  /// Why scenarios are not merged; in reading order.
  public let diagnostics: [Diagnostic]

  /// `besides`: what reading reported. A scenario is left out when its own file or that of one of its items has an error:
  /// what would be said of it might only follow from what is missing.
  public init(_ catalogue: Catalogue, besides reported: [Diagnostic] = []) {
    let faulty = Set(
      reported.filter { $0.severity == .error && !Catalogue.bearableErrors.contains($0.id) }.map(\.span.file))
    let consolidation = Consolidation(catalogue)
    self.consolidation = consolidation
    var all: [String: Survey] = [:]
    var diagnostics: [Diagnostic] = []
    for (id, scenario) in catalogue.scenarios {
      let files = [scenario.span.file] + scenario.members.compactMap { catalogue.items[$0.item]?.span.file }
      guard faulty.isDisjoint(with: files) else { continue }
      let survey = Survey(scenario, consolidation)
      all[id] = survey
      diagnostics += survey.diagnostics(catalogue)
    }
    self.all = all
    self.diagnostics = diagnostics.inReadingOrder()
  }
}

extension Survey {
  /// What stands in the way of merging this scenario, with the answers for which it does.
  func diagnostics(_ catalogue: Catalogue) -> [Diagnostic] {
    problems.compactMap { problem in
      problem.value.diagnostic(catalogue, in: scenario, condition: problem.when.isAlways ? nil : problem.when.text)
    }
  }
}

extension Clauses {
  /// In the catalogue's own language: `agent=yes and origin=imported or lost=plate`.
  public var text: String {
    any.map { clause in
      clause.map { literal in
        "\(literal.negated ? "not " : "")\(literal.question)=\(literal.options.joined(separator: "|"))"
      }.joined(separator: " and ")
    }.joined(separator: " or ")
  }
}
