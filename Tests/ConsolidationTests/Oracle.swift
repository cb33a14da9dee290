import Catalogue
import Consolidation

/// What the catalogue asks for in a situation, worked out anew and in the plainest way: the tests' own reading of
/// `docs/catalogue.md`, against which plans are held.
struct Oracle {
  /// A requirement that counts, for a certain paper.
  struct Need: Hashable {
    var member: String
    var requirement: String
    var document: Document
  }

  let catalogue: Catalogue
  let scenario: Scenario
  let situation: Situation

  var members: [Scenario.Member] { scenario.members.filter { truth($0.when, of: nil) == true } }

  /// Each need with the number of times it arises.
  var needs: [Need: Int] {
    var result: [Need: Int] = [:]
    for member in members {
      for line in catalogue.items[member.item]?.requirements.value ?? [] {
        var outer = Condition.always
        if case .oneOf(let choice) = line { outer = choice.when }
        for requirement in line.all
        where truth(outer, of: member) != false && truth(requirement.when, of: member) != false {
          for document in documents(requirement, member) {
            result[Need(member: member.id, requirement: requirement.id, document: document), default: 0] += 1
          }
        }
      }
    }
    return result
  }

  /// Where each need ended in a plan.
  static func fates(_ plan: Plan) -> [Need: Int] {
    let uses = plan.bring.flatMap(\.uses) + plan.notNeeded.map(\.use) + plan.handovers.map(\.use)
    return uses.reduce(into: [:]) { result, use in
      result[
        Need(member: use.source.member, requirement: use.source.requirement, document: use.document), default: 0] += 1
    }
  }

  /// The steps of a member that are done by somebody.
  func steps(of member: Scenario.Member) -> [Step] {
    let items = Set(members.map(\.item)).subtracting([member.item])
    return (catalogue.items[member.item]?.stepsOrWhole ?? []).filter { step in
      truth(step.when, of: member) != false && items.isDisjoint(with: step.covers)
    }
  }

  /// A handover binds only where its paper is asked for.
  func counts(_ edge: Scenario.Edge) -> Bool {
    guard case .handover(let evidence) = edge.kind else { return true }
    return needs.keys.contains { $0.member == edge.then && $0.document.evidence == evidence }
  }

  private func documents(_ requirement: Requirement, _ member: Scenario.Member) -> [Document] {
    func document(_ evidence: String, _ role: String?) -> Document {
      let type = catalogue.evidence[evidence]
      let role =
        role ?? type?.whose ?? (type?.holder == .person ? "applicant" : type?.holder == .vehicle ? "vehicle" : nil)
      return Document(evidence: evidence, subject: role.map { member.subjects[$0] ?? $0 })
    }
    let classes = catalogue.evidence[requirement.evidence]?.resolutions ?? []
    if classes.isEmpty { return [document(requirement.evidence, requirement.of)] }
    return classes.filter { truth($0.when, of: member) != false }.flatMap(\.evidence).map { evidence in
      document(evidence, catalogue.evidence[evidence]?.whose ?? requirement.of)
    }
  }

  /// True, false, or `nil` while facts that nobody was asked leave it open.
  func truth(_ condition: Condition, of member: Scenario.Member?) -> Bool? {
    switch condition {
    case .always: return true
    case .never: return false
    case .not(let inner): return truth(inner, of: member).map { !$0 }
    case .all(let list):
      let values = list.map { truth($0, of: member) }
      return values.contains(false) ? false : values.contains(nil) ? nil : true
    case .any(let list):
      let values = list.map { truth($0, of: member) }
      return values.contains(true) ? true : values.contains(nil) ? nil : false
    case .chosen(let fact, let options):
      let given = member?.givens.last { $0.fact == fact && truth($0.when, of: nil) == true }
      switch given?.source {
      case .option(let option): return options.contains(option)
      case .question(let question): return situation.answers[question].map { !$0.isDisjoint(with: options) }
      case nil: return situation.answers[fact].map { !$0.isDisjoint(with: options) }
      }
    }
  }
}
