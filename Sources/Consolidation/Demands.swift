import Catalogue

/// What the members ask for in a situation, before anything is merged.
struct Demands {
  let catalogue: Catalogue
  let decisions: Decisions
  /// Has to be brought.
  private(set) var plain: [Use] = []
  private(set) var groups: [Alternatives.Group] = []
  private(set) var notNeeded: [NotNeeded] = []
  private(set) var handovers: [Handover] = []
  /// Requirements whose condition does not hold.
  private(set) var inactive: [Source] = []
  private(set) var problems: [Problem] = []
  private let members: [BoundMember]
  private let edges: [Scenario.Edge]

  /// A requirement that needs nothing brought, and where it is recorded.
  enum Freely {
    case notNeeded(NotNeeded)
    case handover(Handover)
  }

  init(_ members: [BoundMember], _ edges: [Scenario.Edge], _ catalogue: Catalogue, _ decisions: Decisions) {
    self.members = members
    // Of several givers the first by name, so that the order of a file does not choose.
    self.edges = edges.sorted { ($0.first, $0.then) < ($1.first, $1.then) }
    self.catalogue = catalogue
    self.decisions = decisions
    for member in members {
      for line in member.lines { add(line) }
      inactive += member.inactive
    }
    // What is chosen may not hang on the order in which members are listed.
    groups.sort { $0.place < $1.place }
  }

  private mutating func add(_ line: BoundMember.Line) {
    switch line {
    case .single(let uses): for use in uses { place(use) }
    case .catchAll(let source): problems.append(.catchAll(source))
    case .choice(let condition, let sets, let pick):
      guard let only = sets.first else { return }
      if sets.count <= pick {
        for use in pick == 1 ? only : Array(sets.joined()) { place(use) }
      } else {
        groups.append(
          Alternatives.Group(
            condition: condition, sets: pick == 1 ? sets : Alternatives.combinations(pick, of: sets),
            pick: pick == 1 ? nil : BringLine.Pick(count: pick, of: sets.map { $0.map(\.document) })))
      }
    }
  }

  private mutating func place(_ use: Use) {
    switch freely(use) {
    case .notNeeded(let entry): notNeeded.append(entry)
    case .handover(let entry): handovers.append(entry)
    case nil: plain.append(use)
    }
  }

  /// Whether a use needs nothing to be brought, and why: per office, for what one office can look up another may not.
  func freely(_ use: Use) -> Freely? {
    func spared(_ why: NotNeeded.Why) -> Freely { .notNeeded(NotNeeded(document: use.document, use: use, why: why)) }
    if let decision = decisions.dropped(use.source) { return spared(.dropped(decision)) }
    if let agency = use.from { return spared(.handedInBy(agency)) }
    if use.treatment == .record { return spared(.record) }
    if let waiver = use.waivers.first { return spared(.waived(waiver)) }
    return handover(use).map { .handover($0) }
  }

  /// An explicit edge, the producer running, and the same subject: nothing less takes a paper off the list.
  private func handover(_ use: Use) -> Handover? {
    for edge in edges where edge.then == use.source.member {
      guard case .handover(use.document.evidence) = edge.kind,
        let giver = members.first(where: { $0.id == edge.first }),
        giver.outputs.contains(where: {
          $0.evidence == use.document.evidence && $0.subject == use.document.subject && $0.condition == .always
        })
      else { continue }
      return Handover(
        document: use.document, from: giver.id, to: use.source.member, use: use, copiesToMake: use.copies,
        refusable: giver.item.refusal != nil)
    }
    return nil
  }
}
