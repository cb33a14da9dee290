import Catalogue

/// A member with its item, seen from the scenario: facts filled in, roles renamed.
struct BoundMember {
  struct Output {
    var evidence: String?
    var subject: String?
    var text: String
    var condition: Condition
  }

  let id: String
  let item: ServiceItem
  let subjects: [String: String]
  private let resolve: @Sendable (Condition) -> Condition

  init(
    _ member: Scenario.Member, _ item: ServiceItem, _ situation: Situation, _ scenario: Scenario, _ catalogue: Catalogue
  ) {
    id = member.id
    self.item = item
    subjects = member.subjects
    let givens = member.givens.filter { $0.when.resolved(in: situation) == .always }
    resolve = { condition in
      condition.mapped { fact, options in
        // The last given that holds wins, as the nearest word does.
        switch givens.last(where: { $0.fact == fact })?.source {
        case .option(let option): options.contains(option) ? .always : .never
        case .question(let question): .chosen(fact: question, options: options)
        case nil: .chosen(fact: fact, options: options)
        }
      }.resolved(in: situation)
    }
  }

  /// The item by itself: nothing is known of the applicant.
  init(alone item: ServiceItem, _ catalogue: Catalogue) {
    id = item.id
    self.item = item
    subjects = [:]
    resolve = { $0 }
  }

  /// What is left of an item's condition in this scenario and situation.
  func resolved(_ condition: Condition) -> Condition { resolve(condition) }

  func subject(_ role: String?, _ evidence: String, _ catalogue: Catalogue) -> String? {
    guard let role = role ?? catalogue.defaultSubject(of: evidence) else { return nil }
    return subjects[role] ?? role
  }

  func outputs(_ catalogue: Catalogue) -> [Output] {
    item.outputs.compactMap { output in
      let condition = resolved(output.when)
      guard condition != .never else { return nil }
      return Output(
        evidence: output.evidence, subject: output.evidence.flatMap { subject(output.of, $0, catalogue) },
        text: output.text, condition: condition)
    }
  }

  /// A requirement's uses: a class of papers becomes the documents that this item accepts for it.
  func uses(_ requirement: Requirement, _ outer: Condition, _ catalogue: Catalogue) -> [Use] {
    let source = Source(member: id, item: item.id, requirement: requirement.id, span: requirement.span)
    func use(
      _ evidence: String, _ role: String?, _ when: Condition, treatment: Requirement.Treatment? = nil,
      inherits: Bool = true
    ) -> Use? {
      let condition = resolved(when && outer)
      guard condition != .never else { return nil }
      return Use(
        source: source, document: Document(evidence: evidence, subject: subject(role, evidence, catalogue)),
        treatment: treatment ?? requirement.treatment, endorsed: requirement.endorsed,
        originals: Count(requirement.originals),
        copies: Count(requirement.copies), certified: Count(requirement.certified), necessity: requirement.necessity,
        dueDays: requirement.dueDays, maxAge: requirement.maxAge, minRemaining: requirement.minRemaining,
        condition: condition, from: inherits ? requirement.from : nil, notes: requirement.notes,
        waivers: !inherits ? [] : requirement.waivers.filter { resolved($0.when) == .always }, basis: requirement.basis,
        checked: requirement.checked)
    }
    guard let type = catalogue.evidence[requirement.evidence], !type.resolutions.isEmpty else {
      return use(requirement.evidence, requirement.of, requirement.when).map { [$0] } ?? []
    }
    return type.resolutions.flatMap { resolution in
      resolution.parts.compactMap { part in
        // A document with an owner of its own (the agent's identity) keeps it inside a class.
        use(
          part.evidence, catalogue.evidence[part.evidence]?.whose ?? requirement.of,
          requirement.when && resolution.when,
          treatment: part.treatment,
          // What is waived for the class is not waived for a paper that is treated otherwise or is somebody else's.
          inherits: part.treatment == nil && catalogue.evidence[part.evidence]?.whose == nil)
      }
    }
  }
}
