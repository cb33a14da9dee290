import Catalogue
import Consolidation
import Diagnostics

/// A case taken through the public doors: written, read, planned.
struct CaseRun {
  let input: MergeCase
  let names: CaseNames
  let catalogue: Catalogue
  let scenario: Scenario
  let consolidation: Consolidation
  let plan: Plan
  /// Findings of reading that have a code of their own.
  private(set) var codes: [String] = []
  /// Errors of reading that nobody expects.
  private(set) var unexpected: [String] = []

  init(_ input: MergeCase, reversed: Bool = false) throws {
    self.input = input
    names = CaseNames(input)
    let writer = CaseWriter(input: input, names: names, isReversed: reversed)
    let files = try writer.files() + writer.calendar()
    var read = Catalogue.read(files)
    if !input.overrides.isEmpty { read = Catalogue.read(files + [try writer.decisions(read.catalogue)]) }
    catalogue = read.catalogue
    guard let scenario = catalogue.scenarios["s"] else {
      throw CaseError("cannot be read: \(read.diagnostics.map { "\($0.id): \($0.summary.en)" })")
    }
    self.scenario = scenario
    consolidation = Consolidation(catalogue)
    plan = consolidation.plan(scenario, in: writer.situation)
    for diagnostic in read.diagnostics where diagnostic.severity == .error { take(diagnostic) }
  }

  private mutating func take(_ diagnostic: Diagnostic) {
    switch diagnostic.id {
    case "decision-stale": codes.append("E-OVERRIDE-STALE \(decided(at: diagnostic.span))")
    case "decision-expired": codes.append("E-OVERRIDE-EXPIRED \(decided(at: diagnostic.span))")
    case "time-order":
      let service = input.services.first {
        names.services.ids[$0.name].map { diagnostic.span.file.contains("\($0).") } == true
      }
      codes.append("E-TIME-ORDER \(service?.name ?? diagnostic.span.file)")
    // The plan says the same of the fees that this situation has, and of steps that wait for each other.
    case "fee-conflict": break
    case "step-cycle" where plan.problems.contains { if case .cycle = $0 { true } else { false } }: break
    case "nothing-asked" where input.asksForNothing: break
    case "catch-all": break
    default:
      unexpected.append("\(diagnostic.id) at \(diagnostic.span.file): \(diagnostic.summary.en)")
    }
  }

  /// What the decision at a place of `decisions.xml` is about, as the case says it.
  private func decided(at span: Span) -> String {
    let decision = catalogue.decisions.values.first { decision in
      decision.span.file == span.file
        && (decision.span.offset...decision.span.offset + decision.span.length).contains(span.offset)
        || decision.sources.contains { $0.span == span }
    }
    let number = decision.flatMap { $0.id.split(separator: "-").last }.flatMap { Int($0) }
    return number.flatMap { input.overrides.indices.contains($0) ? input.overrides[$0].on[0] : nil } ?? "?"
  }
}

extension MergeCase {
  /// Some paper is wanted neither in the original nor in any copy.
  var asksForNothing: Bool {
    services.flatMap(\.materials).flatMap(\.papers).joined().contains {
      $0.originals == 0 && $0.copies == 0 && $0.certified == 0 && $0.treat != "record"
    }
  }
}
