import Catalogue

/// What the lines have to know of the whole: which members share one set of papers, what comes before what, and when.
struct Arrangement {
  private let dossiers: [String: Int]
  private let planned: [PlannedStep.Identity: Int]
  let order: StepGraph

  init(_ scenario: Scenario, _ order: StepGraph) {
    var dossiers: [String: Int] = [:]
    for (number, dossier) in scenario.dossiers.enumerated() {
      for member in dossier.members { dossiers[member] = number }
    }
    self.dossiers = dossiers
    planned = Dictionary(
      scenario.planned.map { (PlannedStep.Identity(member: $0.member, id: $0.step), $0.day) },
      uniquingKeysWith: { first, _ in first })
    self.order = order
  }

  /// The declared set of papers a member belongs to; each of the others has its own.
  func dossier(of use: Use) -> Int? { dossiers[use.source.member] }

  /// Both papers lie on one desk at one time.
  func coincide(_ a: Use, _ b: Use) -> Bool {
    if a.source.member == b.source.member { return true }
    guard let dossier = dossier(of: a) else { return false }
    return dossier == self.dossier(of: b)
  }

  /// One paper is handed in no later than the other, whatever order the edges leave open.
  func isNoLater(_ a: Use, than b: Use) -> Bool {
    if coincide(a, b) { return true }
    guard let first = order.desk(of: a), let then = order.desk(of: b) else { return false }
    return first == then || order.isBefore(first, then)
  }

  /// The day, counted from the first, on which the paper is handed in; `nil` when nobody planned it.
  func day(of use: Use) -> Int? {
    guard !planned.isEmpty, let desk = order.desk(of: use) else { return nil }
    return planned[order.nodes[desk].step.identity]
  }

  /// What may be gone by the time somebody looks: everything that nothing forces to come later.
  func takenBefore(_ shown: Use, _ given: [Use]) -> Count {
    total(given.filter { !isNoLater(shown, than: $0) }, \.originals).count
  }

  /// Kept, or copied, by each office on its own: the sum; within a declared set of papers the office that wants most.
  func total(_ uses: [Use], _ count: (Use) -> Count) -> (count: Count, shared: Bool) {
    if dossiers.isEmpty { return (uses.reduce(.zero) { $0 + count($1) }, false) }
    var alone = Count.zero
    var shared: [Int: [String: Count]] = [:]
    for use in uses {
      if let dossier = dossier(of: use) {
        shared[dossier, default: [:]][use.source.member, default: .zero] =
          shared[dossier]?[use.source.member].map { $0 + count(use) } ?? count(use)
      } else {
        alone = alone + count(use)
      }
    }
    let once = shared.values.contains { $0.count > 1 }
    for offices in shared.values {
      alone =
        alone
        + Count(
          known: offices.values.map(\.known).max() ?? 0, complete: offices.values.allSatisfy(\.complete))
    }
    return (alone, once)
  }
}
