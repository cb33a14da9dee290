import Catalogue
import Consolidation
import Testing

/// The properties of the merge (numbered as in the rules it follows), over scenarios made by chance with alternatives, k
/// of n, shared sets of papers, documents that exist once, forms, windows of issue, conditions, time and fees.
@Suite struct `Laws of merging` {
  private static let seeds = (1...300).map(UInt64.init)
  private static let fixtures = Result {
    try seeds.map { (seed: $0, fixture: try Fixture(RandomScenario(seed: $0))) }
  }

  private func everywhere(_ law: (Fixture, Situation, Plan, Comment) throws -> Void) throws {
    for (seed, fixture) in try Self.fixtures.get() {
      var generator = SeededGenerator(seed: seed)
      for situation in SituationSpace(fixture.scenario).situations.shuffled(using: &generator).prefix(2) {
        let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
        try law(fixture, situation, plan, "seed \(seed), \(situation.brief)")
      }
    }
  }

  @Test func `P6 every office's own list can be rebuilt from the records`() throws {
    try everywhere { fixture, situation, plan, place in
      let oracle = Oracle(catalogue: fixture.catalogue, scenario: fixture.scenario, situation: situation)
      let rebuilt = Explanation.lists(plan.explanations)
      for member in oracle.members {
        let own = Set(
          oracle.needs.keys.filter { $0.member == member.id }.map { need in "\(need.requirement) \(need.document.brief)"
          })
        let found = Set((rebuilt[member.id] ?? []).map { "\($0.source.requirement) \($0.document.brief)" })
        #expect(own == found, "\(place): \(member.id)")
        let item = fixture.catalogue.items[member.item]
        for input in rebuilt[member.id] ?? [] {
          let stated = (item?.requirements.value ?? []).flatMap(\.all).first { $0.id == input.source.requirement }
          #expect(stated == input.requirement, "\(place): \(member.id)/\(input.source.requirement)")
        }
        // What does not apply here is on record too.
        let all = Set((item?.requirements.value ?? []).flatMap(\.all).map(\.id))
        let inactive = Set(plan.inactive.filter { $0.member == member.id }.map(\.requirement))
        #expect(all == inactive.union((rebuilt[member.id] ?? []).map(\.source.requirement)), "\(place): \(member.id)")
      }
    }
  }

  @Test func `P7 every field of every line names its rule and all its values`() throws {
    try everywhere { _, _, plan, place in
      let records = plan.explanations
      #expect(Set(records.map(\.id)).count == records.count, place)
      for record in records where record.kind == .line {
        let fields = Set(record.fields.map(\.name))
        #expect(fields.isSuperset(of: [.originals, .copies]), "\(place): \(record.id)")
        for field in record.fields {
          #expect(!field.rules.isEmpty && field.values.count == record.inputs.count, "\(place): \(record.id)")
        }
      }
      for record in records { #expect(!record.rules.isEmpty, "\(place): \(record.id)") }
    }
  }

  @Test func `P8 the steps have an order, or the plan says which of them wait for each other`() throws {
    try everywhere { _, _, plan, place in
      let isCyclic = plan.problems.contains { if case .cycle = $0 { true } else { false } }
      if isCyclic { return }
      for edge in plan.edges { #expect(edge.first < edge.then, place) }
    }
  }

  @Test func `P9 P12 merged lists are no longer than the separate guides, counted alike`() throws {
    try everywhere { fixture, _, plan, place in
      let savings = fixture.consolidation.savings(plan, of: fixture.scenario)
      #expect(savings.after.trips <= savings.before.trips, place)
      #expect(savings.after == Counts(plan, fixture.catalogue), place)
      #expect(savings.after.low <= savings.before.low && savings.after.high <= savings.before.high, place)
      #expect(savings.tripsByHall >= 0, place)
      // Several documents where none is fresh enough for everybody are no more than one for each office.
      #expect(savings.after.lines <= savings.before.lines, place)
    }
  }

  @Test func `P10 no line is weaker than any of its inputs`() throws {
    let strength: [Requirement.Necessity] = [.optional, .deferrable, .required]
    try everywhere { _, _, plan, place in
      for line in plan.recommended {
        let here: Comment = "\(place): \(line.document?.brief ?? "choice")"
        for use in line.uses {
          #expect(strength.firstIndex(of: line.necessity) ?? 0 >= strength.firstIndex(of: use.necessity) ?? 0, here)
          #expect(line.copies.known >= use.copies.known && line.certified.known >= use.certified.known, here)
          let isUnique = line.derivations.contains(Derivation(.originals, .onlyOne))
          #expect(isUnique || line.originals.known >= use.originals.known, here)
          if !use.copies.complete { #expect(!line.copies.complete, here) }
          for (name, values) in use.specification {
            #expect(line.specification[name]?.allSatisfy(values.contains) == true, here)
          }
          if !use.requirement.media.isEmpty { #expect(line.media.allSatisfy(use.requirement.media.contains), here) }
        }
        if let most = line.uses.compactMap(\.dueDays).min() { #expect(most > 0, here) }
      }
    }
  }

  @Test func `P11 what nobody stated makes a total at least`() throws {
    try everywhere { fixture, _, plan, place in
      let counts = Counts(plan, fixture.catalogue)
      let unstated = plan.recommended.filter { $0.necessity != .optional }.flatMap(\.uses).contains {
        $0.requirement.copies == .notStated
      }
      #expect(counts.copies.complete != unstated, place)
      let silent = plan.members.filter { member in
        guard let item = fixture.catalogue.items[member.item], item.time == nil else { return false }
        return plan.steps.contains { $0.member == member.id } && item.stepsOrWhole.allSatisfy { $0.duration == nil }
      }
      #expect(counts.timeComplete == (plan.time.unknown.isEmpty && plan.time.excluded.isEmpty), place)
      if !silent.isEmpty { #expect(!counts.timeComplete, place) }
    }
  }

  @Test func `no set of a choice contains another`() throws {
    var seen = 0
    try everywhere { _, _, plan, place in
      for line in plan.bring where line.alternatives.count > 1 {
        seen += 1
        let sets = line.alternatives.map(Set.init)
        for set in sets { #expect(!sets.contains { $0.isStrictSubset(of: set) }, "\(place): \(set.map(\.brief))") }
      }
    }
    #expect(seen > 50)
  }

  @Test func `windows of issue: every office finds a document that is fresh enough`() throws {
    var seen = 0
    try everywhere { fixture, _, plan, place in
      let days = Dictionary(
        fixture.scenario.planned.map { ($0.member, $0.day) }, uniquingKeysWith: { first, _ in first })
      for line in plan.recommended where !line.windows.isEmpty {
        seen += 1
        for use in line.uses {
          guard let age = use.maxAge, let day = days[use.source.member] else { continue }
          let fits = line.windows.contains { $0.lowerBound >= day - age && $0.upperBound <= day }
          #expect(fits, "\(place): \(line.document?.brief ?? "") for \(use.source.member)")
        }
      }
    }
    #expect(seen > 20)
  }
}
