import Catalogue

/// Documents that exist once: at most one office keeps it, and everybody else sees it before.
struct UniqueDocuments {
  private(set) var problems: [Problem] = []
  /// Steps that must come before others, with the paper.
  private(set) var edges: [Edge] = []

  struct Edge: Hashable {
    var first: PlannedStep.Identity
    var then: PlannedStep.Identity
    var document: Document
  }

  /// A certain piece of paper: what an earlier member gives is not what one had before.
  private struct Piece: Hashable {
    var document: Document
    var giver: String?
  }

  init(_ brought: [Use], _ handovers: [Handover], _ arrangement: Arrangement, _ catalogue: Catalogue) {
    var pieces: [Piece: [Use]] = [:]
    func add(_ use: Use, _ giver: String?) {
      guard catalogue.evidence[use.document.evidence]?.unique == true, use.originals != .zero else { return }
      pieces[Piece(document: use.document, giver: giver), default: []].append(use)
    }
    for use in brought { add(use, nil) }
    for handover in handovers { add(handover.use, handover.from) }
    let order = arrangement.order
    for (piece, uses) in pieces.sorted(by: {
      ($0.key.document, $0.key.giver ?? "") < ($1.key.document, $1.key.giver ?? "")
    }) {
      let given = uses.filter(\.isGiven)
      guard let keeper = given.first else { continue }
      let others = given.filter { other in
        !arrangement.coincide(keeper, other) && UniqueDocuments.meet(keeper, other, catalogue)
      }
      if !others.isEmpty {
        problems.append(.uniqueKeptTwice(piece.document, ([keeper] + others).map(\.source)))
        continue
      }
      for keeper in given {
        for shown in uses
        where !shown.isGiven && !arrangement.coincide(shown, keeper) && UniqueDocuments.meet(shown, keeper, catalogue) {
          guard let first = order.desk(of: shown), let then = order.desk(of: keeper), first != then else { continue }
          if order.isBefore(then, first) {
            problems.append(.uniqueAfterSurrender(piece.document, shown: shown.source, given: keeper.source))
          } else {
            edges.append(
              Edge(
                first: order.nodes[first].step.identity, then: order.nodes[then].step.identity, document: piece.document
              ))
          }
        }
      }
    }
  }

  /// Whether some answer to the open facts makes both papers necessary.
  private static func meet(_ a: Use, _ b: Use, _ catalogue: Catalogue) -> Bool {
    let both = a.condition && b.condition
    if both == .always { return true }
    let facts = both.facts.sorted().compactMap { catalogue.facts[$0] }
    let situations = Situation.every(facts, limit: 1024)
    return situations.isEmpty || situations.contains { both.resolved(in: $0) != .never }
  }
}
