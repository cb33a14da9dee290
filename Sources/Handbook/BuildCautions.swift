import Catalogue
import Consolidation

extension BookBuilder {
  /// What has to be known of a scenario's way, with the answers for which it does.
  func cautions(_ survey: Survey) -> [NamedPart] {
    var texts: [String] = []
    var holds: [String: [Bool]] = [:]
    for (index, plan) in survey.plans.enumerated() {
      for text in cautions(plan) {
        if holds[text] == nil {
          texts.append(text)
          holds[text] = Array(repeating: false, count: survey.plans.count)
        }
        holds[text]?[index] = true
      }
    }
    return texts.map { text in
      NamedPart(
        name: text, when: when(Clauses(survey.space, holds: holds[text] ?? []), survey.scenario.questions))
    }
  }

  /// The same of one plan: counters of one hall that take two trips, and an order that would be better and cannot be.
  func cautions(_ plan: Plan) -> [String] {
    let visited = Set(
      plan.steps.filter(\.isOnSite).compactMap { step in if case .agency(let id) = step.place { id } else { nil } })
    let apart = consolidation.apart.filter { visited.isSuperset(of: [$0.agency, $0.from]) }.map { pair in
      let hall = catalogue.agencies[pair.agency]?.hall.flatMap { catalogue.halls[$0]?.name } ?? ""
      return phrases.apart(agency(pair.from).text, agency(pair.agency).text, hall: hall)
    }
    func name(_ member: String) -> String {
      plan.members.first { $0.id == member }.map { item($0.item).text } ?? member
    }
    return apart + plan.dropped.map { phrases.notInOrder(name($0.first), name($0.then), wording.plain($0.reason)) }
  }
}
