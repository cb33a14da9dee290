import Catalogue
import Consolidation

/// What came out of a case, in the case's own words. Lists are sorted: only their content counts.
struct CaseOutcome: Equatable {
  var lines: [CaseRow]
  var sets: [[String]]
  var handovers: [CaseRow]
  var notNeeded: [String]
  /// Pairs of steps.
  var edges: [[String]]
  var errors: [String]
  var visits: Int
  var pareto: [[Int]]
  var fees: [String: [Int]]
  var feeConflicts: [String]

  init(_ run: CaseRun) {
    let (plan, names) = (run.plan, run.names)
    func source(_ use: Use) -> String { names.source(use.source.item, use.source.requirement) }
    func subject(_ document: Document) -> String { names.subjects.name(document.subject ?? "") }

    let conditional = run.input.conditionalLines
    lines = plan.recommended.map { CaseOutcome.row($0, names, conditional) }.sorted { $0.text() < $1.text() }
    handovers = plan.handovers.map { handover in
      CaseRow(columns: [
        "type": names.types.name(handover.document.evidence), "subject": subject(handover.document),
        "from": names.services.name(handover.from), "to": names.services.name(handover.to),
        "copiesToMake": CaseOutcome.text(handover.copiesToMake), "refusable": "\(handover.refusable)",
      ])
    }.sorted { $0.text() < $1.text() }
    notNeeded = Set(
      plan.notNeeded.filter { entry in
        switch entry.why {
        case .waived, .record, .handedInBy: true
        default: false
        }
      }.map { source($0.use) }
    ).sorted()

    sets = Expectation.sorted(
      plan.documentSets.map { set in set.map { "\(names.types.name($0.evidence)):\(subject($0))" } })

    func step(_ identity: PlannedStep.Identity) -> String {
      names.steps.ids.values.contains(identity.id) ? names.steps.name(identity.id) : "\(identity.member).\(identity.id)"
    }
    edges = Set(
      plan.edges.map { [step(plan.steps[$0.first].identity), step(plan.steps[$0.then].identity)] }
    ).sorted { $0.lexicographicallyPrecedes($1) }
    let problems = plan.problems.map { problem in
      switch problem {
      case .cycle(let steps, _): "E-CYCLE " + steps.map(step).sorted().joined(separator: " ")
      case .uniqueKeptTwice(let document, _): "E-UNIQUE-KEPT-TWICE \(names.types.name(document.evidence))"
      case .uniqueAfterSurrender(let document, _, _):
        "E-UNIQUE-AFTER-SURRENDER \(names.types.name(document.evidence))"
      case .templateVersion(let id, _): "E-TEMPLATE-VERSION \(names.templates.name(id))"
      case .catchAll(let source): "E-CATCHALL \(names.source(source.item, source.requirement))"
      }
    }
    errors = Set(problems + run.codes).sorted()
    visits = plan.trips.count
    pareto = plan.time.longest.map { [$0.working, $0.calendar] }.sorted { $0.lexicographicallyPrecedes($1) }
    fees = Dictionary(uniqueKeysWithValues: plan.fees.sums.map { ($0.kind.rawValue, [$0.low, $0.high]) })
    feeConflicts = plan.fees.conflicts.sorted()
  }

  /// One step must wait for the other, by an edge or by way of other steps.
  func isBefore(_ first: String, _ then: String) -> Bool {
    var reached: Set<String> = []
    var pending = [first]
    while let step = pending.popLast() {
      for edge in edges where edge[0] == step && reached.insert(edge[1]).inserted { pending.append(edge[1]) }
    }
    return reached.contains(then)
  }

  private static func row(_ line: BringLine, _ names: CaseNames, _ conditional: Set<String>) -> CaseRow {
    func source(_ use: Use) -> String { names.source(use.source.item, use.source.requirement) }
    let due = line.uses.compactMap { use in use.dueDays.map { (use, $0) } }
    let specification = Dictionary(
      uniqueKeysWithValues: line.specification.map { name, values in
        guard name == "template" else { return (names.attributes.name(name), values) }
        return (
          name,
          values.map { value in
            let parts = value.split(separator: "@", maxSplits: 1).map(String.init)
            return parts.count == 2 ? "\(names.templates.name(parts[0]))@\(parts[1])" : value
          }
        )
      })
    return CaseRow(columns: [
      "type": line.document.map { names.types.name($0.evidence) } ?? "a choice",
      "subject": line.document.map { names.subjects.name($0.subject ?? "") } ?? "a choice",
      "originals": text(line.originals), "copies": text(line.copies), "certified": text(line.certified),
      "documents": "\(line.documents)", "issueWindow": CaseRow.text(windows: line.windows),
      "validUntilDay": line.validUntil.map { "\($0)" } ?? "none",
      "necessity": line.necessity == .optional && line.uses.contains { conditional.contains(source($0)) }
        ? "conditional" : line.necessity.rawValue,
      "spec": CaseRow.text(specification), "media": line.media.map(\.rawValue).sorted().joined(separator: " "),
      "mediaByService": CaseRow.text(
        Dictionary(
          line.uses.filter { !$0.requirement.media.isEmpty }.map { use in
            (names.services.name(use.source.item), use.requirement.media.map(\.rawValue))
          }, uniquingKeysWith: { a, b in a.filter(b.contains) })),
      "sources": Set(line.uses.map(source)).sorted().joined(separator: " "),
      "due": CaseRow.text(days: due.map(\.1)),
      "dueBySource": Set(due.map { "\(source($0.0))=\($0.1)" }).sorted().joined(separator: " "),
      "dueByService": Set(due.map { "\(names.services.name($0.0.source.item))=\($0.1)" }).sorted()
        .joined(separator: " "),
      "treat": line.treatment.rawValue,
    ])
  }

  private static func text(_ count: Count) -> String { count.complete ? "\(count.known)" : "at least \(count.known)" }

  /// Where this differs from what came out of the same case written the other way round. Of two ways of the same length
  /// either will do.
  func differences(from other: CaseOutcome) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ field: KeyPath<CaseOutcome, Value>) {
      let (a, b) = (self[keyPath: field], other[keyPath: field])
      if a != b { found.append("written the other way round, \(what): \(b) instead of \(a)") }
    }
    compare("sets", \.sets)
    compare("handovers", \.handovers)
    compare("not needed", \.notNeeded)
    compare("edges", \.edges)
    compare("errors", \.errors)
    compare("fees", \.fees)
    compare("fee conflicts", \.feeConflicts)
    // Among steps that wait for each other nothing comes first, so no list, way or time follows.
    if errors.contains(where: { $0.hasPrefix("E-CYCLE") }) { return found }
    compare("list", \.lines)
    compare("visits", \.visits)
    compare("time", \.pareto)
    return found
  }
}
