import Catalogue
import Consolidation
import Testing

/// P5: one more service never makes a list weaker. Sets and counts fall only where the plan says why: the new member
/// hands the paper over, shares its set of papers, or settles an order.
@Suite struct `Adding a member` {
  private static let fixtures = Result {
    try (1...200).map { (seed: UInt64($0), fixture: try Fixture(RandomScenario(seed: UInt64($0)))) }
  }

  /// Plans of a scenario and of the same one with a member less.
  private struct Pair {
    var larger: Plan
    var smaller: Plan
    /// Who is missing in the smaller one.
    var left: String
    var place: Comment
  }

  private func everywhere(_ law: (Pair) -> Void) throws {
    for (seed, fixture) in try Self.fixtures.get() {
      var generator = SeededGenerator(seed: seed)
      for situation in SituationSpace(fixture.scenario).situations.shuffled(using: &generator).prefix(2) {
        let larger = fixture.consolidation.plan(fixture.scenario, in: situation)
        for member in fixture.scenario.members.map(\.id) {
          let smaller = fixture.consolidation.plan(fixture.scenario.without(member), in: situation)
          let place: Comment = "seed \(seed), \(situation.brief), without \(member)"
          law(Pair(larger: larger, smaller: smaller, left: member, place: place))
        }
      }
    }
  }

  @Test func `every smallest set contains one of those before, but for what is handed over now`() throws {
    var compared = 0
    try everywhere { pair in
      let before = Set(pair.smaller.handovers.map(\.use))
      let handed = Set(pair.larger.handovers.filter { !before.contains($0.use) }.map(\.document))
      let smaller = pair.smaller.documentSets.map(Set.init)
      for set in pair.larger.documentSets {
        compared += 1
        let holds = smaller.contains { $0.subtracting(handed).isSubset(of: set) }
        #expect(holds, "\(pair.place): \(set.map(\.brief))")
      }
    }
    #expect(compared > 500)
  }

  @Test func `no count falls without a reason on record`() throws {
    var compared = 0
    try everywhere { pair in
      for (document, few) in pair.smaller.recommendedTotals {
        let many = pair.larger.recommendedTotals[document]
        // Whose choice fell on another paper, or who is handed the paper, no longer counts.
        guard few.uses.isSubset(of: many?.uses ?? []), let many else { continue }
        compared += 1
        let here: Comment = "\(pair.place): \(document.brief)"
        #expect(many.copies >= few.copies && many.certified >= few.certified, here)
        let isSettled =
          few.rules.contains(.oneMoreToShow)
          && pair.larger.edges.contains { edge in
            edge.rule == .shownBeforeGiven
              || [edge.first, edge.then].contains { pair.larger.steps[$0].member == pair.left }
          }
        #expect(isSettled || many.originals >= few.originals, here)
      }
    }
    #expect(compared > 1000)
  }
}

extension Plan {
  /// What is to be brought of each paper, over all its lines.
  fileprivate struct Total {
    var originals = 0
    var copies = 0
    var certified = 0
    var uses: Set<Use> = []
    var rules: Set<Rule> = []
  }

  fileprivate var recommendedTotals: [Document: Total] {
    var totals: [Document: Total] = [:]
    for line in recommended {
      guard let document = line.document else { continue }
      totals[document, default: Total()].originals += line.originals.known
      totals[document, default: Total()].copies += line.copies.known
      totals[document, default: Total()].certified += line.certified.known
      totals[document, default: Total()].uses.formUnion(line.uses)
      totals[document, default: Total()].rules.formUnion(line.derivations.map(\.rule))
    }
    return totals
  }
}

extension Scenario {
  fileprivate func without(_ member: String) -> Scenario {
    var fewer = self
    fewer.members.removeAll { $0.id == member }
    fewer.edges.removeAll { $0.first == member || $0.then == member }
    for index in fewer.dossiers.indices { fewer.dossiers[index].members.removeAll { $0 == member } }
    fewer.planned.removeAll { $0.member == member }
    return fewer
  }
}
