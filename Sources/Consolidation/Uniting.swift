import Catalogue

/// Unites what the members ask for. Each requirement ends in exactly one place: a line to bring, a line that need
/// not be brought, or a handover.
struct Uniting {
  private(set) var bring: [BringLine] = []
  private(set) var notNeeded: [NotNeeded] = []
  private(set) var handovers: [Handover] = []

  init(_ members: [BoundMember], _ edges: [Scenario.Edge], _ catalogue: Catalogue) {
    var plain: [Use] = []
    var choices: [Choice] = []
    for member in members {
      for line in member.item.requirements.value ?? [] {
        switch line {
        case .single(let requirement):
          for use in member.uses(requirement, .always, catalogue) {
            if !settle(use, members, edges, catalogue) { plain.append(use) }
          }
        case .oneOf(_, let alternatives, let when, _):
          let sets = alternatives.map { $0.flatMap { member.uses($0, when, catalogue) } }.filter { !$0.isEmpty }
          guard let only = sets.first else { continue }
          if sets.count == 1 {
            for use in only where !settle(use, members, edges, catalogue) { plain.append(use) }
          } else {
            choices.append(Choice(condition: member.resolved(when), sets: sets))
          }
        }
      }
    }
    // Keyed by document and open condition; order of first need.
    var order: [LineKey] = []
    var groups: [LineKey: [Use]] = [:]
    for use in plain {
      let key = LineKey(document: use.document, condition: use.condition)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(use)
    }
    // A paper needed in any case serves the conditional needs of the same paper too.
    for key in order where key.condition != .always {
      let certain = LineKey(document: key.document, condition: .always)
      if groups[certain] != nil, let uses = groups.removeValue(forKey: key) { groups[certain, default: []] += uses }
    }
    bring = order.compactMap { key in groups[key].map { Uniting.line($0, key.condition, [[key.document]]) } }
    for choice in choices { add(choice, members, edges, catalogue) }
    // Nobody can bring two of a document that exists once, however many offices take it away.
    for index in bring.indices {
      guard let document = bring[index].document, catalogue.evidence[document.evidence]?.unique == true else {
        continue
      }
      bring[index].originals.known = min(bring[index].originals.known, 1)
    }
  }

  /// One item's choice between sets of papers.
  private struct Choice {
    /// When there is something to choose at all.
    var condition: Condition
    var sets: [[Use]]

    /// The set does whenever there is something to choose.
    func isAlwaysGood(_ set: [Use]) -> Bool { set.allSatisfy { $0.condition == condition } }
  }

  private struct LineKey: Hashable {
    var document: Document
    var condition: Condition
  }

  /// An explicit edge, the producer running, and the same subject: nothing less takes a paper off the list.
  private static func handover(
    _ use: Use, _ members: [BoundMember], _ edges: [Scenario.Edge], _ catalogue: Catalogue
  ) -> Handover? {
    for edge in edges where edge.then == use.source.member {
      guard case .handover(use.document.evidence) = edge.kind,
        let giver = members.first(where: { $0.id == edge.first }),
        giver.outputs(catalogue).contains(where: {
          $0.evidence == use.document.evidence && $0.subject == use.document.subject && $0.condition == .always
        })
      else { continue }
      return Handover(
        document: use.document, from: giver.id, to: use.source.member, use: use, copiesToMake: use.copies)
    }
    return nil
  }

  /// Whether a use needs nothing to be brought; then it is recorded where it belongs.
  private mutating func settle(
    _ use: Use, _ members: [BoundMember], _ edges: [Scenario.Edge], _ catalogue: Catalogue
  ) -> Bool {
    if let why = Uniting.exemption(use) {
      notNeeded.append(NotNeeded(document: use.document, use: use, why: why))
    } else if let handover = Uniting.handover(use, members, edges, catalogue) {
      handovers.append(handover)
    } else {
      return false
    }
    return true
  }

  private static func exemption(_ use: Use) -> NotNeeded.Why? {
    if let agency = use.from { return .handedInBy(agency) }
    if use.treatment == .record { return .record }
    return use.waivers.first.map { .waived($0) }
  }

  /// Adds a choice, unless one of its sets is at hand anyway: brought and handed back, got on the way, or waived.
  private mutating func add(
    _ choice: Choice, _ members: [BoundMember], _ edges: [Scenario.Edge], _ catalogue: Catalogue
  ) {
    let shown = Set(
      bring.filter { line in
        line.condition == .always && line.uses.allSatisfy { $0.treatment == .show }
      }.compactMap(\.document))
    func isAtHand(_ use: Use) -> Bool {
      Uniting.exemption(use) != nil || Uniting.handover(use, members, edges, catalogue) != nil
        || use.treatment == .show && shown.contains(use.document)
    }
    if let met = choice.sets.firstIndex(where: { choice.isAlwaysGood($0) && $0.allSatisfy(isAtHand) }) {
      for use in choice.sets[met] where !settle(use, members, edges, catalogue) {
        for index in bring.indices where bring[index].document == use.document && bring[index].condition == .always {
          bring[index] = Uniting.line(bring[index].uses + [use], .always, bring[index].alternatives)
        }
      }
      let instead = choice.sets[met].first?.document
      for (index, set) in choice.sets.enumerated() where index != met {
        for use in set {
          notNeeded.append(NotNeeded(document: use.document, use: use, why: .coveredBy(instead ?? use.document)))
        }
      }
      return
    }
    let alternatives = choice.sets.map { $0.map(\.document) }
    let conditions = choice.sets.map { $0.map(\.condition) }
    let same = bring.firstIndex { line in
      line.choices.count > 1 && line.alternatives == alternatives && line.condition == choice.condition
        && zip(line.choices, conditions).allSatisfy { uses, wanted in
          Set(uses.map(\.condition)) == Set(wanted)
        }
    }
    if let same {
      let joined = zip(bring[same].choices, choice.sets).map { $0 + $1 }
      bring[same] = Uniting.line(Array(joined.joined()), choice.condition, alternatives, choices: joined)
    } else {
      bring.append(
        Uniting.line(Array(choice.sets.joined()), choice.condition, alternatives, choices: choice.sets))
    }
  }

  /// Originals that are handed back are needed once; those that stay with an office add up, and so do copies.
  private static func line(
    _ uses: [Use], _ condition: Condition, _ alternatives: [[Document]], choices: [[Use]] = []
  ) -> BringLine {
    func sum(_ list: [Use], _ count: (Use) -> Count) -> Count { list.map(count).reduce(.zero, +) }
    let main = choices.first ?? uses
    let given = main.filter { $0.treatment != .show }
    let shown = main.filter { $0.treatment == .show }
    var originals = sum(given, \.originals)
    if let most = shown.map(\.originals).max(by: { $0.known < $1.known }) {
      originals = Count(known: max(originals.known, most.known), complete: originals.complete && most.complete)
    }
    let strength: [Requirement.Necessity] = [.required, .deferrable, .optional]
    return BringLine(
      alternatives: alternatives, uses: uses, choices: choices, originals: originals, copies: sum(main, \.copies),
      certified: sum(main, \.certified),
      necessity: strength.first { necessity in uses.contains { $0.necessity == necessity } } ?? .required,
      condition: condition)
  }
}
