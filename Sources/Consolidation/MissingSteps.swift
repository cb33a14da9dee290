import Catalogue

/// Steps that do not take place in a situation. An edge that names one goes past it: what waits for it waits for what it
/// would have waited for.
struct MissingSteps {
  private let steps: [String: [(step: Step, condition: Condition)]]

  init(_ members: [BoundMember]) {
    steps = Dictionary(members.map { ($0.id, $0.steps) }, uniquingKeysWith: { first, _ in first })
  }

  func past(_ edges: [StepDraft.Following]) -> [StepDraft.Following] {
    guard
      edges.contains(where: { isMissing($0.edge.first, $0.edge.firstStep) || isMissing($0.edge.then, $0.edge.thenStep) }
      )
    else { return edges }
    return edges.flatMap { following in
      var seen: Set<PlannedStep.Identity> = []
      let edge = following.edge
      var reached: Set<String> = []
      let thens = targets(edge.then, edge.thenStep, &reached)
      let firsts = sources(edge.first, edge.firstStep, edges, &seen)
      return firsts.flatMap { first in
        thens.map { then in
          var copy = following
          (copy.edge.first, copy.edge.firstStep, copy.edge.thenStep) = (first.member, first.step, then)
          return copy
        }
      }
    }
  }

  private func isMissing(_ member: String, _ step: String?) -> Bool {
    steps[member]?.contains { $0.step.id == step && $0.condition == .never } == true
  }

  /// What a step stands for as something to wait for: itself, or everything that it would wait for.
  private func sources(
    _ member: String, _ step: String?, _ edges: [StepDraft.Following], _ seen: inout Set<PlannedStep.Identity>
  ) -> [(member: String, step: String?)] {
    guard let step, isMissing(member, step) else { return [(member, step)] }
    guard seen.insert(PlannedStep.Identity(member: member, id: step)).inserted else { return [] }
    var result: [(member: String, step: String?)] = []
    for earlier in steps[member]?.first(where: { $0.step.id == step })?.step.after ?? [] {
      result += sources(member, earlier, edges, &seen)
    }
    for following in edges where following.edge.then == member && following.edge.thenStep == step {
      result += sources(following.edge.first, following.edge.firstStep, edges, &seen)
    }
    return result
  }

  /// What a step stands for as something that waits: itself, or the steps of its item that wait for it.
  private func targets(_ member: String, _ step: String?, _ seen: inout Set<String>) -> [String?] {
    guard let step, isMissing(member, step) else { return [step] }
    guard seen.insert(step).inserted else { return [] }
    var result: [String?] = []
    for later in steps[member] ?? [] where later.step.after.contains(step) {
      result += targets(member, later.step.id, &seen)
    }
    return result
  }
}
