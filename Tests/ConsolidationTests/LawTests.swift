import Catalogue
import Consolidation
import Testing

/// Laws that hold for every catalogue, tried on scenarios made by chance. A failure names the seed:
/// `RandomScenario(seed:)` makes the same scenario again.
@Suite struct `Laws of consolidation` {
  private static let seeds = (1...200).map(UInt64.init)

  /// Every seed's scenario; made once for all laws.
  private static let fixtures = Result { try seeds.map { (seed: $0, fixture: try Fixture(RandomScenario(seed: $0))) } }

  /// Calls `law` with every seed's scenario and some of its situations.
  private func everywhere(_ law: (Fixture, Situation, Comment) throws -> Void) throws {
    for (seed, fixture) in try Self.fixtures.get() {
      var generator = SeededGenerator(seed: seed)
      let situations = SituationSpace(fixture.scenario).situations
      for situation in situations.shuffled(using: &generator).prefix(3) {
        try law(fixture, situation, "seed \(seed), \(situation.brief)")
      }
    }
  }

  @Test func `every requirement ends in exactly one place`() throws {
    try everywhere { fixture, situation, place in
      let oracle = Oracle(catalogue: fixture.catalogue, scenario: fixture.scenario, situation: situation)
      #expect(Oracle.fates(fixture.consolidation.plan(fixture.scenario, in: situation)) == oracle.needs, place)
    }
  }

  @Test func `the order of files changes nothing`() throws {
    for (seed, fixture) in try Self.fixtures.get().prefix(40) {
      var generator = SeededGenerator(seed: seed)
      let moved = try Fixture(RandomScenario(seed: seed)) { $0.shuffled(using: &generator) }
      #expect(fixture.catalogue == moved.catalogue, "seed \(seed)")
    }
  }

  @Test func `the order of members changes neither list nor totals`() throws {
    try everywhere { fixture, situation, place in
      var other = fixture.scenario
      other.members.reverse()
      let a = fixture.consolidation.plan(fixture.scenario, in: situation)
      let b = fixture.consolidation.plan(other, in: situation)
      #expect(Self.canonical(a.bring) == Self.canonical(b.bring), place)
      #expect(Set(a.notNeeded) == Set(b.notNeeded), place)
      #expect(Set(a.handovers) == Set(b.handovers), place)
      #expect(Set(a.steps) == Set(b.steps), place)
      #expect(a.time.longest == b.time.longest, place)
      #expect(Set(a.fees.sums) == Set(b.fees.sums), place)
      #expect(a.trips.count == b.trips.count, place)
      #expect(a.trips.online == b.trips.online, place)
    }
  }

  private static func canonical(_ lines: [BringLine]) -> Set<[AnyHashable]> {
    Set(
      lines.map { line in
        [
          line.alternatives, Set(line.uses), line.originals, line.copies, line.certified, line.necessity,
          line.condition,
          line.treatment,
        ]
      })
  }

  @Test func `together there are no more things and trips than apart`() throws {
    try everywhere { fixture, situation, place in
      let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
      let figures = fixture.consolidation.figures(plan, of: fixture.scenario)
      #expect(figures.things <= figures.thingsBefore, place)
      #expect(figures.trips <= figures.tripsBefore, place)
      #expect(figures.tripsOnline <= figures.trips, place)
    }
  }

  @Test func `steps keep the order of their item and of every edge`() throws {
    try everywhere { fixture, situation, place in
      let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
      let oracle = Oracle(catalogue: fixture.catalogue, scenario: fixture.scenario, situation: situation)
      for problem in oracle.misplacedSteps(plan) { Issue.record("\(place): \(problem)") }
    }
  }

  @Test func `every visit is on exactly one trip, at its place`() throws {
    try everywhere { fixture, situation, place in
      let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
      let visits = plan.steps.indices.filter { plan.steps[$0].isOnSite }
      #expect(plan.visits.flatMap(\.steps).sorted() == visits, place)
      for stop in plan.visits {
        #expect(stop.steps.allSatisfy { plan.steps[$0].place == .agency(stop.place) }, place)
      }
    }
  }

  @Test func `the whole takes at least as long as its longest step`() throws {
    try everywhere { fixture, situation, place in
      let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
      // What no answer brings about takes no time.
      let real = plan.steps.filter { step in
        let facts = step.condition.facts.sorted().compactMap { fixture.catalogue.facts[$0] }
        return Situation.all(facts).contains { step.condition.resolved(in: $0) != .never }
      }
      for duration in real.compactMap(\.duration) {
        let covered = plan.time.longest.contains { span in
          (duration.unit == .workingDays ? span.working : span.calendar) >= duration.days
        }
        #expect(covered, place)
      }
    }
  }

  @Test func `conditions in short hold exactly where they should, and are no longer than the list of cases`() throws {
    for seed in Self.seeds {
      var generator = SeededGenerator(seed: seed)
      let facts = ["agent", "owner", "size", "lost"].shuffled(using: &generator).prefix(
        Int.random(in: 1...4, using: &generator))
      let impossible =
        facts.contains("size") && generator.chance(50) ? "<impossible when=\"size=huge\">no</impossible>" : ""
      let fixture = try Fixture(
        [item("a", "")], questions: facts.map { "<question fact=\"\($0)\"/>" }.joined() + impossible)
      let space = SituationSpace(fixture.scenario)
      let share = generator.pick([0, 10, 50, 90, 100])
      let holds = space.situations.map { _ in generator.chance(share) }
      let clauses = Clauses(space, holds: holds)
      #expect(space.situations.map(clauses.hold) == holds, "seed \(seed)")
      #expect(clauses.any.count <= holds.count { $0 }, "seed \(seed)")
    }
  }
}

extension Oracle {
  /// Pairs of steps that stand in the wrong order: those that an edge or an item's `after` puts the other way round.
  func misplacedSteps(_ plan: Plan) -> [String] {
    var position: [String: Int] = [:]
    for (index, step) in plan.steps.enumerated() { position[step.brief] = index }
    var problems: [String] = []
    func expect(_ first: String, _ then: String) {
      guard let a = position[first], let b = position[then] else {
        return problems.append("\(first) or \(then) is missing")
      }
      if a >= b { problems.append("\(first) stands after \(then)") }
    }
    let taking = members
    for member in taking {
      let own = steps(of: member)
      for step in own {
        for earlier in step.after where own.contains(where: { $0.id == earlier }) {
          expect("\(member.id).\(earlier)", "\(member.id).\(step.id)")
        }
      }
    }
    for edge in scenario.edges where counts(edge) {
      guard let first = taking.first(where: { $0.id == edge.first }),
        let then = taking.first(where: { $0.id == edge.then })
      else { continue }
      var later = steps(of: then).filter { $0.stage != .prepare }
      if later.isEmpty { later = steps(of: then) }
      if case .before(result: true) = edge.kind {
        later = steps(of: then).last { $0.actor != .applicant }.map { [$0] } ?? []
      }
      for a in steps(of: first) { for b in later { expect("\(first.id).\(a.id)", "\(then.id).\(b.id)") } }
    }
    return problems
  }
}

extension Fixture {
  init(_ random: RandomScenario, order: ([CatalogueFile]) -> [CatalogueFile] = { $0 }) throws {
    try self.init(
      order(random.items), questions: random.questions, members: random.members, edges: random.edges,
      also: random.arrangements)
  }
}

extension Situation {
  /// Every combination of answers to these facts.
  static func all(_ facts: [Fact]) -> [Situation] {
    facts.reduce([Situation()]) { list, fact in
      list.flatMap { situation in
        subsets(fact).map { chosen in
          var copy = situation
          copy.answers[fact.id] = chosen
          return copy
        }
      }
    }
  }

  private static func subsets(_ fact: Fact) -> [Set<String>] {
    let ids = fact.options.map(\.id)
    guard fact.many else { return ids.map { [$0] } }
    return (1..<(1 << ids.count)).map { mask in Set(ids.indices.filter { mask & 1 << $0 != 0 }.map { ids[$0] }) }
  }
}
