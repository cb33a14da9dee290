public import Catalogue

/// Items + scenario + situation -> `Plan`. Pure: same input, same plan, whatever the order of files.
///
/// The stages of one plan, each in its own file: `Binding` gives every member its place in the scenario, `Demands` lists
/// what is asked for, `Uniting` merges it, `Ordered` puts the steps in order, `Trips`, `TimeTotal` and `FeeTotal` count.
/// The rules are listed in `Rule` and said in words in `docs/merging.md`.
public struct Consolidation: Sendable {
  public let catalogue: Catalogue
  private let decisions: Decisions

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    decisions = Decisions(catalogue)
  }

  /// The plan for one situation. Questions left unanswered stay open: their conditions are kept on the lines, and
  /// members that hang on them do not take part.
  public func plan(_ scenario: Scenario, in situation: Situation) -> Plan { planner(scenario).plan(in: situation) }

  /// The guide of a single item as a plan of its own: what its office alone would ask.
  public func plan(alone item: ServiceItem) -> Plan { plan(.alone(item), in: Situation()) }

  /// A plan's figures, with the same yardstick laid on its members' separate guides.
  public func figures(_ plan: Plan, of scenario: Scenario) -> Figures { planner(scenario).figures(plan) }

  /// What merging spares, and where it comes from.
  public func savings(_ plan: Plan, of scenario: Scenario) -> Savings { planner(scenario).savings(plan) }

  /// Agencies of one hall that are never open at the same time: two trips, though it is one building.
  public var apart: [(agency: String, from: String)] { Halls(catalogue).apart }

  /// For many situations of one scenario.
  func planner(_ scenario: Scenario) -> Planner { Planner(scenario, catalogue, decisions) }

  /// Every member and every step at once, whatever the answers: the order into which all situations fit.
  func everything(_ scenario: Scenario) -> Plan {
    var scenario = scenario
    scenario.members = scenario.members.map { member in
      var member = member
      member.when = .always
      member.givens = []
      return member
    }
    return Planner(scenario, catalogue, decisions, covering: false).plan(in: Situation())
  }
}
