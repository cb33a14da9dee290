public import Catalogue

/// The four figures of a plan: trips, things to bring, days, yuan.
public struct Figures: Hashable, Sendable {
  public var trips: Int
  public var tripsOnline: Int
  public var things: Int
  public var time: [TimeTotal.Span]
  public var timeComplete: Bool
  /// Charges of the authorities in fen, lowest and highest.
  public var low: Int
  public var high: Int
  public var feesComplete: Bool
  /// The same yardstick on the separate guides, one after the other.
  public var tripsBefore: Int
  public var thingsBefore: Int
}

extension Plan {
  /// How many things there are to bring: one counting function for before and after.
  public var things: Int {
    bring.filter { $0.necessity != .optional }.reduce(0) { $0 + ($1.alternatives.first?.count ?? 0) }
  }

}

extension Consolidation {
  /// A plan's figures, with the same yardstick laid on its members' separate guides.
  public func figures(_ plan: Plan, of scenario: Scenario) -> Figures {
    let separate = scenario.members.filter { member in plan.members.contains { $0.id == member.id } }.map { member in
      var alone = scenario
      alone.members = [member]
      alone.edges = []
      return self.plan(alone, in: plan.situation)
    }
    let government = plan.fees.sums.first { $0.kind == .government }
    // What companies charge is no charge of the authorities, stated or not.
    let unknown = plan.fees.unknown.contains { id in
      let item = plan.members.first { $0.id == id }.flatMap { catalogue.items[$0.item] }
      let kind = item.flatMap { catalogue.agencies[$0.agency]?.kind }
      return kind == .police || kind == .government
    }
    return Figures(
      trips: plan.trips.count, tripsOnline: plan.trips.online, things: plan.things, time: plan.time.longest,
      timeComplete: plan.time.unknown.isEmpty, low: government?.low ?? 0, high: government?.high ?? 0,
      feesComplete: !unknown && government?.complete != false,
      tripsBefore: separate.reduce(0) { $0 + $1.trips.count }, thingsBefore: separate.reduce(0) { $0 + $1.things })
  }
}
