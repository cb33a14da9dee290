import Catalogue

/// Reads the state of each element of a guide off an item. A sample is nobody's record: it counts as not stated.
struct GuideStates {
  typealias State = Completeness.State
  let catalogue: Catalogue
  /// Items of scenarios with questions and answers.
  private let answered: Set<String>

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    answered = Set(
      catalogue.scenarios.values.filter { !$0.answers.isEmpty }.flatMap { $0.members.map(\.item) })
  }

  func state(of element: GuideElement, _ item: ServiceItem) -> State {
    if let detail = item.details.first(where: { $0.element == element }) {
      return detail.content == .none ? .none : .known
    }
    let agency = catalogue.agencies[item.agency]
    let steps = item.steps.value
    switch element {
    case .name, .official, .agency: return .known
    case .type: return known(item.type != nil)
    case .basis: return known(!item.bases.isEmpty)
    case .audience: return known(item.who != nil)
    case .conditions: return known(!item.conditions.isEmpty)
    case .kind: return known(item.time?.holding.value != nil)
    case .steps: return state(item.steps)
    case .manner, .visits: return known(steps != nil)
    case .place: return place(agency?.address ?? .notStated)
    case .hours: return place(agency?.hours ?? .notStated)
    case .enquiry: return known(agency?.phones.contains { !$0.sample } == true)
    case .complaint: return known(catalogue.book?.hotlines.isEmpty == false)
    case .online: return known(!item.online.isEmpty || steps?.contains(where: \.online) == true)
    case .mail: return known(steps?.contains { $0.ways.contains(.mail) } == true)
    case .hall: return known(agency?.hall != nil)
    case .joint: return known(steps?.contains { if case .other = $0.actor { true } else { false } } == true)
    case .agent: return known(item.agent?.allowed != nil)
    case .statutory: return state(item.time?.statutory ?? .notStated)
    case .promised: return state(item.time?.promised ?? .notStated)
    case .special: return known(item.time?.excluding.isEmpty == false)
    case .papers: return state(item.requirements)
    case .paperForm: return each(item) { !$0.media.isEmpty || $0.treatment == .record }
    case .paperCount:
      return each(item) { $0.treatment == .record || $0.originals != .notStated && $0.copies != .notStated }
    case .paperSource: return each(item) { hasSource($0.evidence) }
    case .paperBasis: return each(item) { !$0.basis.isEmpty }
    case .fees: return state(item.fees)
    case .feeBasis:
      guard let references = item.fees.value else { return item.fees == .none ? .none : .notStated }
      return known(references.allSatisfy { catalogue.fees[$0.fee]?.basis.isEmpty == false })
    case .result: return known(!item.outputs.isEmpty)
    case .validity: return known(item.validity != nil)
    case .answers: return known(answered.contains(item.id))
    // A company has no public power, so nothing of it can be coded.
    case .catalogCode, .taskCode, .level, .powerSource: return agency?.kind.isAuthority == false ? .none : .notStated
    case .topic, .visitReason, .appointment, .onlinePayment, .terminal, .area, .quota, .intermediary, .acceptance,
      .blankForm:
      return .notStated
    }
  }

  private func known(_ isKnown: Bool) -> State { isKnown ? .known : .notStated }

  private func state<Value>(_ stated: Stated<Value>) -> State {
    switch stated {
    case .known: .known
    case .none: .none
    case .notStated: .notStated
    }
  }

  private func place(_ fact: Stated<Agency.LocalFact>) -> State {
    fact.value?.sample == true ? .notStated : state(fact)
  }

  /// Whether it is known of every paper of a known list; of an empty list there is nothing to know.
  private func each(_ item: ServiceItem, _ isKnown: (Requirement) -> Bool) -> State {
    guard let lines = item.requirements.value else { return item.requirements == .none ? .none : .notStated }
    return known(lines.flatMap(\.all).allSatisfy(isKnown))
  }

  private func hasSource(_ id: String) -> Bool {
    guard let evidence = catalogue.evidence[id] else { return false }
    if !evidence.resolutions.isEmpty { return evidence.resolutions.flatMap(\.evidence).allSatisfy(hasSource) }
    return evidence.issuer != nil || evidence.issuerName != nil || !evidence.get.isEmpty
  }
}
