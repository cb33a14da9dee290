import Catalogue
import Consolidation

/// How long each member takes by itself within its scenario, over all situations.
struct MemberTimes {
  struct Time: Hashable {
    var spans: [TimeTotal.Span]
    var complete: Bool
  }

  private(set) var times: [String: Set<Time>] = [:]

  init(_ plans: [Plan]) {
    var seen: Set<[PlannedStep]> = []
    for plan in plans {
      let unknown = Set(plan.time.unknown + plan.time.excluded.map(\.member))
      for member in plan.members {
        let positions = plan.steps.indices.filter {
          plan.steps[$0].member == member.id && plan.steps[$0].stage != .wait
        }
        let steps = positions.map { plan.steps[$0] }
        guard seen.insert(steps).inserted || steps.isEmpty else { continue }
        let time = Time(spans: MemberTimes.longest(positions, plan), complete: !unknown.contains(member.id))
        times[member.id, default: []].insert(time)
      }
    }
  }

  /// The longest ways through a member's own steps.
  private static func longest(_ positions: [Int], _ plan: Plan) -> [TimeTotal.Span] {
    var paths: [Int: [TimeTotal.Span]] = [:]
    for position in positions {
      let before = plan.edges.filter { $0.then == position }.flatMap { paths[$0.first] ?? [] }
      let arrivals = before.isEmpty ? [TimeTotal.Span(working: 0, calendar: 0)] : before
      let duration = plan.steps[position].duration
      paths[position] = undominated(
        arrivals.map { span in
          TimeTotal.Span(
            working: span.working + (duration?.unit == .workingDays ? duration?.days ?? 0 : 0),
            calendar: span.calendar + (duration?.unit == .calendarDays ? duration?.days ?? 0 : 0))
        })
    }
    return undominated(positions.flatMap { paths[$0] ?? [] })
  }

  static func undominated(_ spans: [TimeTotal.Span]) -> [TimeTotal.Span] {
    Set(spans).filter { span in
      !spans.contains { $0 != span && $0.working >= span.working && $0.calendar >= span.calendar }
    }.sorted()
  }
}
