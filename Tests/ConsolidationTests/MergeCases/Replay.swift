import Catalogue
import Consolidation

/// A person with exactly what a plan says goes from counter to counter, and each office asks for what its own guide asks.
/// Knows the case and the plan's lists, nothing of how they were merged.
struct Replay {
  private let run: CaseRun
  private let plan: Plan
  private let orders: [[Int]]

  /// `plan` may be another than the case's own, to see that a worse one fails.
  init(_ run: CaseRun, plan: Plan? = nil, seed: UInt64, shuffles: Int = 6) {
    self.run = run
    self.plan = plan ?? run.plan
    let told = self.plan.trips.segments.flatMap(\.steps)
    var generator = SeededGenerator(seed: seed)
    var orders = [Array(self.plan.steps.indices)]
    if Set(told).count == self.plan.steps.count { orders.append(told) }
    for _ in 0..<shuffles { orders.append(Replay.shuffled(self.plan, &generator)) }
    self.orders = orders.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The first thing that goes wrong in some order.
  func failure() -> String? {
    for order in orders {
      var walk = ReplayWalk(run, plan)
      for step in order {
        guard let what = walk.visit(plan.steps[step]) else { continue }
        let names = order.map {
          run.names.steps.name(plan.steps[$0].id).replacing("?", with: "\(plan.steps[$0].member).")
        }
        return "replay: \(what); order \(names.joined(separator: " "))"
      }
    }
    return nil
  }

  /// Any order that the edges allow.
  private static func shuffled(_ plan: Plan, _ generator: inout SeededGenerator) -> [Int] {
    var waiting = Array(repeating: 0, count: plan.steps.count)
    for edge in plan.edges { waiting[edge.then] += 1 }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    while !ready.isEmpty {
      let next = ready.remove(at: Int.random(in: ready.indices, using: &generator))
      order.append(next)
      for edge in plan.edges where edge.first == next {
        waiting[edge.then] -= 1
        if waiting[edge.then] == 0 { ready.append(edge.then) }
      }
    }
    return order
  }
}
