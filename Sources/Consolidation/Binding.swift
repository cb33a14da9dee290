import Catalogue

/// A member with its item, seen from the scenario: facts filled in, roles renamed, classes of papers expanded. Made once
/// for all situations that answer what matters to it alike.
final class BoundMember: Sendable {
  struct Output {
    var evidence: String?
    var subject: String?
    var text: String
    var condition: Condition
    var step: String?
  }

  /// A line of the item's list, with what is left of it.
  enum Line {
    case single([Use])
    case choice(condition: Condition, sets: [[Use]], pick: Int)
    case catchAll(Source)
  }

  let id: String
  let item: ServiceItem
  let subjects: [String: String]
  let lines: [Line]
  /// Requirements whose condition does not hold.
  let inactive: [Source]
  let outputs: [Output]
  /// The steps that take place, and those whose condition does not hold, in the item's order.
  let steps: [(step: Step, condition: Condition)]
  let fees: [(fee: String, condition: Condition, waivers: [FeeLine.Waiver])]

  /// `resolve`: what is left of an item's condition in the scenario and situation.
  private init(
    _ id: String, _ item: ServiceItem, _ subjects: [String: String], _ catalogue: Catalogue, _ decisions: Decisions,
    resolve: (Condition) -> Condition
  ) {
    self.id = id
    self.item = item
    self.subjects = subjects
    func subject(_ role: String?, _ evidence: String) -> String? {
      guard let role = role ?? catalogue.defaultSubject(of: evidence) else { return nil }
      return subjects[role] ?? role
    }
    var inactive: [Source] = []
    /// A requirement's uses: a class of papers becomes the documents that this item accepts for it.
    func uses(_ requirement: Requirement, _ outer: Condition) -> [Use] {
      let source = Source(member: id, item: item.id, requirement: requirement.id, span: requirement.span)
      let merged = decisions.evidence(for: requirement, of: item.id)
      func use(
        _ evidence: String, _ role: String?, _ when: Condition, treatment: Requirement.Treatment? = nil,
        inherits: Bool = true, ofClass: String? = nil
      ) -> Use? {
        let condition = resolve(when && outer)
        guard condition != .never else { return nil }
        return Use(
          source: source,
          document: Document(evidence: merged?.evidence ?? evidence, subject: subject(role, evidence)),
          requirement: requirement, treatment: treatment ?? requirement.treatment, condition: condition,
          from: inherits ? requirement.from : nil,
          waivers: !inherits ? [] : requirement.waivers.filter { resolve($0.when) == .always }, ofClass: ofClass,
          decision: merged?.decision)
      }
      let found: [Use]
      if let type = catalogue.evidence[requirement.evidence], !type.resolutions.isEmpty {
        found = type.resolutions.flatMap { resolution in
          resolution.parts.compactMap { part in
            // A document with an owner of its own (the agent's identity) keeps it inside a class.
            use(
              part.evidence, catalogue.evidence[part.evidence]?.whose ?? requirement.of,
              requirement.when && resolution.when,
              treatment: part.treatment,
              // What is waived for the class is not waived for a paper that is treated otherwise or is somebody else's.
              inherits: part.treatment == nil && catalogue.evidence[part.evidence]?.whose == nil, ofClass: type.id)
          }
        }
      } else {
        found = use(requirement.evidence, requirement.of, requirement.when).map { [$0] } ?? []
      }
      if found.isEmpty { inactive.append(source) }
      return found
    }
    lines = (item.requirements.value ?? []).map { line in
      switch line {
      case .single(let requirement): .single(uses(requirement, .always))
      case .oneOf(let choice):
        .choice(
          condition: resolve(choice.when),
          sets: choice.alternatives.map { $0.flatMap { uses($0, choice.when) } }.filter { !$0.isEmpty },
          pick: choice.pick)
      case .catchAll(let entry):
        .catchAll(Source(member: id, item: item.id, requirement: entry.id, span: entry.span))
      }
    }
    self.inactive = inactive
    let stated = item.stepsOrWhole
    outputs = item.outputs.compactMap { output in
      // What a step gives is given only where the step takes place.
      let condition = resolve(output.when && (stated.first { $0.id == output.step }?.when ?? .always))
      guard condition != .never else { return nil }
      return Output(
        evidence: output.evidence, subject: output.evidence.flatMap { subject(output.of, $0) }, text: output.text,
        condition: condition, step: output.step)
    }
    steps = stated.map { ($0, resolve($0.when)) }
    fees = (item.fees.value ?? []).compactMap { reference in
      let condition = resolve(reference.when)
      guard condition != .never, let fee = catalogue.fees[reference.fee] else { return nil }
      let waivers = fee.waivers.compactMap { waiver -> FeeLine.Waiver? in
        let condition = resolve(waiver.when)
        return condition == .never
          ? nil : FeeLine.Waiver(percent: waiver.percent, condition: condition, text: waiver.text)
      }
      return (fee.id, condition, waivers)
    }
  }

  convenience init(
    _ member: Scenario.Member, _ item: ServiceItem, _ situation: Situation, _ catalogue: Catalogue,
    _ decisions: Decisions
  ) {
    let givens = member.givens.filter { $0.when.resolved(in: situation) == .always }
    self.init(member.id, item, member.subjects, catalogue, decisions) { condition in
      if condition == .always { return .always }
      return condition.mapped { fact, options in
        // The last given that holds wins, as the nearest word does.
        switch givens.last(where: { $0.fact == fact })?.source {
        case .option(let option): options.contains(option) ? .always : .never
        case .question(let question): .chosen(fact: question, options: options)
        case nil: .chosen(fact: fact, options: options)
        }
      }.resolved(in: situation)
    }
  }

  /// The questions whose answers can make a difference to a member.
  static func questions(of member: Scenario.Member, _ item: ServiceItem, _ catalogue: Catalogue) -> Set<String> {
    var facts = Set(member.givens.flatMap { $0.when.facts })
    func add(_ condition: Condition) {
      if condition != .always { facts.formUnion(condition.facts) }
    }
    for line in item.requirements.value ?? [] {
      if case .oneOf(let choice) = line { add(choice.when) }
      for requirement in line.all {
        add(requirement.when)
        for waiver in requirement.waivers { add(waiver.when) }
        for resolution in catalogue.evidence[requirement.evidence]?.resolutions ?? [] { add(resolution.when) }
      }
    }
    for output in item.outputs { add(output.when) }
    for step in item.stepsOrWhole { add(step.when) }
    for reference in item.fees.value ?? [] {
      add(reference.when)
      for waiver in catalogue.fees[reference.fee]?.waivers ?? [] { add(waiver.when) }
    }
    for given in member.givens {
      if case .question(let question) = given.source { facts.insert(question) }
    }
    return facts
  }
}
