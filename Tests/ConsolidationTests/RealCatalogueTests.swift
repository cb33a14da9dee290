import Catalogue
import Consolidation
import Testing

@Suite struct `The real catalogue` {
  /// Every situation of a scenario with its plan; what is wrong is said once, with the first situation that shows it.
  private func everywhere(_ id: String, atMost most: Int = 400, _ problems: (Survey, Situation, Plan) -> [String])
    throws
  {
    let survey = try #require(RealCatalogue.surveys.all[id])
    var found: [String: [Situation]] = [:]
    // All of the smaller scenarios, an even sample of the largest.
    let all = survey.space.situations
    for index in stride(from: 0, to: all.count, by: max(1, all.count / most)) {
      let situation = all[index]
      for problem in problems(survey, situation, survey.plans[index]) {
        found[problem, default: []].append(situation)
      }
    }
    let list = found.sorted { $0.key < $1.key }
    let details = Comment(rawValue: list.map { "\($0.key): first \($0.value[0].brief)" }.joined(separator: "\n"))
    #expect(list.isEmpty, details)
  }

  @Test func `there are eighteen scenarios`() { #expect(RealCatalogue.scenarios.count == 18) }

  @Test(arguments: RealCatalogue.scenarios)
  func `every requirement of every situation ends in exactly one place`(id: String) throws {
    try everywhere(id) { survey, situation, plan in
      let oracle = Oracle(catalogue: RealCatalogue.catalogue, scenario: survey.scenario, situation: situation)
      let (needs, fates) = (oracle.needs, Oracle.fates(plan))
      return Set(needs.keys).union(fates.keys).filter { needs[$0] != fates[$0] }.map { "\($0)" }
    }
  }

  @Test(arguments: RealCatalogue.scenarios)
  func `steps keep every order, and every member that takes part is in the plan`(id: String) throws {
    try everywhere(id) { survey, situation, plan in
      let oracle = Oracle(catalogue: RealCatalogue.catalogue, scenario: survey.scenario, situation: situation)
      let missing = Set(oracle.members.map(\.id)).subtracting(plan.members.map(\.id))
      return oracle.misplacedSteps(plan) + missing.map { "\($0) is missing" }
    }
  }

  @Test(arguments: RealCatalogue.scenarios)
  func `every visit is on exactly one of the fewest trips`(id: String) throws {
    try everywhere(id) { _, _, plan in
      let visits = plan.steps.indices.filter { plan.steps[$0].isOnSite }
      return (plan.trips.approximate ? ["approximate"] : [])
        + (plan.visits.flatMap(\.steps).sorted() == visits ? [] : ["route"])
    }
  }

  @Test(arguments: RealCatalogue.scenarios)
  func `together there are no more things and trips than apart`(id: String) throws {
    for figures in try #require(RealCatalogue.surveys.all[id]).figures.map(\.value) {
      #expect(figures.things <= figures.thingsBefore && figures.trips <= figures.tripsBefore)
    }
  }

  @Test(arguments: RealCatalogue.scenarios)
  func `the survey laid over a situation is that situation's plan`(id: String) throws {
    // Planned anew, so that nothing is shared with the survey.
    let consolidation = Consolidation(RealCatalogue.catalogue)
    try everywhere(id, atMost: 40) { survey, situation, _ in
      let plan = consolidation.plan(survey.scenario, in: situation)
      func here<Value>(_ list: [Survey.Conditional<Value>]) -> [Value] {
        list.filter { $0.when.hold(in: situation) }.map(\.value)
      }
      var problems: [String] = []
      func same<Value: Equatable>(_ name: String, _ shown: Value, _ planned: Value) {
        if shown != planned { problems.append(name) }
      }
      same("members", Set(here(survey.members)), Set(plan.members))
      same("not needed", Set(here(survey.notNeeded)), Set(plan.notNeeded))
      same("handovers", Set(here(survey.handovers)), Set(plan.handovers))
      same("fees", Set(here(survey.fees)), Set(plan.fees.lines))
      same("outputs", Set(here(survey.outputs)), Set(plan.outputs))
      same("figures", here(survey.figures), [consolidation.figures(plan, of: survey.scenario)])
      let lines = here(survey.bring)
      same("number of lines", lines.count, plan.bring.count)
      for line in plan.bring where !lines.contains(where: { $0.shows(line, in: situation) }) {
        problems.append("line \(line.alternatives.joined().map(\.brief))")
      }
      let steps = here(survey.steps)
      for step in plan.steps where !steps.contains(step) {
        problems.append("no \(step.brief)")
      }
      for step in steps {
        if !plan.steps.contains(step) { problems.append("extra \(step.brief)") }
      }
      return problems
    }
  }
}

extension Survey.Line {
  /// The same papers, for the same offices, treated the same, in numbers that take in those of the plan.
  fileprivate func shows(_ planned: BringLine, in situation: Situation) -> Bool {
    line.alternatives == planned.alternatives && line.treatment == planned.treatment
      && line.necessity == planned.necessity && line.condition == planned.condition
      && Set(uses.filter { $0.when.hold(in: situation) }.map(\.value)) == Set(planned.uses)
      && originals.contains(planned.originals.known) && copies.contains(planned.copies.known)
      && certified.contains(planned.certified.known)
  }
}

extension Situation {
  /// `agent=self, lost=plate-one licence`.
  var brief: String {
    answers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.sorted().joined(separator: " "))" }.joined(
      separator: ", ")
  }
}
