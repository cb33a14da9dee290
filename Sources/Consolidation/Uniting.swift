import Catalogue

/// Unites what the members ask for. Each requirement ends in exactly one place: a line to bring, a line that need
/// not be brought, or a handover.
struct Uniting {
  private(set) var bring: [BringLine] = []
  /// The list for somebody who takes what is recommended: choices are settled, papers asked for twice are one line.
  private(set) var recommended: [BringLine] = []
  private(set) var notNeeded: [NotNeeded] = []
  private(set) var handovers: [Handover] = []
  private(set) var problems: [Problem] = []
  /// Steps that must come before others, because a document exists once.
  private(set) var edges: [UniqueDocuments.Edge] = []

  /// `rejected`: candidates of a choice that were tried and closed a circle.
  init(_ demands: Demands, _ arrangement: Arrangement, rejected: Set<Alternatives.Candidate> = []) {
    notNeeded = demands.notNeeded
    handovers = demands.handovers
    problems = demands.problems
    let lines = Lines(arrangement: arrangement, decisions: demands.decisions, catalogue: demands.catalogue)
    var plain = Plain(demands.plain)
    var open: [(groups: [Alternatives.Group], sets: [Alternatives.Candidate])] = []
    for component in Alternatives.components(demands.groups) {
      let condition = component[0].condition
      let all = Alternatives.candidates(
        component, plain: { plain.uses(of: $0, condition) }, isListed: { plain.documents.contains($0) },
        demands.catalogue,
        isFree: { $0.condition == condition && demands.freely($0) != nil })
      let left = all.filter { !rejected.contains($0) }
      let sets = Alternatives.smallest(left.isEmpty ? all : left)
      guard let best = sets.first else { continue }
      if left.count > 1 { candidates.append(best) }
      for use in best.free { settle(use, demands) }
      if best.pieces.isEmpty || sets.count == 1 {
        // Nothing is left to choose: one set is at hand, or every other contains it.
        for use in best.uses { plain.add(use) }
        let instead = (best.uses + best.free).first?.document
        let taken = Set(best.uses + best.free)
        for use in component.flatMap(\.uses).uniqued() where !taken.contains(use) {
          notNeeded.append(
            NotNeeded(document: use.document, use: use, why: instead.map { .coveredBy($0) } ?? .absorbed))
        }
      } else {
        open.append((component, sets))
      }
    }
    bring = plain.lines(lines)
    if open.isEmpty {
      recommended = bring
    } else {
      var settled = plain
      for (groups, sets) in open {
        for use in sets.first?.uses ?? [] { settled.add(use) }
        bring.append(choice(groups, sets, lines))
      }
      recommended = settled.lines(lines)
    }
    let all = recommended.flatMap(\.uses)
    problems += Specifications.contradictingTemplates(all + open.flatMap { $0.sets.dropFirst().flatMap(\.uses) })
    let unique = UniqueDocuments(all, handovers, arrangement, demands.catalogue)
    problems += unique.problems
    edges = unique.edges
  }

  /// The candidates taken where others would do.
  private(set) var candidates: [Alternatives.Candidate] = []

  private mutating func settle(_ use: Use, _ demands: Demands) {
    switch demands.freely(use) {
    case .notNeeded(let entry): notNeeded.append(entry)
    case .handover(let entry): handovers.append(entry)
    case nil: break
    }
  }

  /// A line that leaves the choice open: the smallest sets, the recommended one first.
  private mutating func choice(
    _ groups: [Alternatives.Group], _ sets: [Alternatives.Candidate], _ lines: Lines
  ) -> BringLine {
    let kept = sets.flatMap(\.uses).uniqued()
    let known = Set(kept + (sets.first?.free ?? []))
    for use in groups.flatMap(\.uses).uniqued() where !known.contains(use) {
      notNeeded.append(NotNeeded(document: use.document, use: use, why: .absorbed))
    }
    let condition = groups.first?.condition ?? .always
    let recommended = (sets.first?.uses ?? []).grouped(by: \.document).flatMap { lines.merged($0, condition) }
    let strength: [Requirement.Necessity] = [.required, .deferrable, .optional]
    var line = BringLine(
      alternatives: sets.map { $0.uses.map(\.document).uniqued() }, uses: kept, choices: sets.map(\.uses),
      originals: recommended.reduce(.zero) { $0 + $1.originals }, copies: recommended.reduce(.zero) { $0 + $1.copies },
      certified: recommended.reduce(.zero) { $0 + $1.certified },
      necessity: strength.first { necessity in kept.contains { $0.necessity == necessity } } ?? .required,
      condition: condition)
    line.add(.alternatives, .anyOfSeveral, if: groups.contains { $0.pick != nil })
    line.add(.alternatives, .smallestSets, if: true)
    for derivation in recommended.flatMap(\.derivations).uniqued() { line.derivations.append(derivation) }
    if groups.count == 1, let pick = groups[0].pick, sets.count == groups[0].sets.count { line.pick = pick }
    return line
  }

  /// Papers that are brought whatever is chosen, in the order of first need.
  private struct Plain {
    private struct Key: Hashable {
      var document: Document
      var condition: Condition
    }
    private var order: [Key] = []
    private var groups: [Key: [Use]] = [:]
    private(set) var documents: Set<Document> = []

    init(_ uses: [Use]) {
      for use in uses { add(use) }
    }

    /// Who has a paper brought in every case in which `condition` holds.
    func uses(of document: Document, _ condition: Condition) -> [Use] {
      let certain = groups[Key(document: document, condition: .always)] ?? []
      return condition == .always ? certain : certain + (groups[Key(document: document, condition: condition)] ?? [])
    }

    mutating func add(_ use: Use) {
      let key = Key(document: use.document, condition: use.condition)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(use)
      documents.insert(use.document)
    }

    /// A paper needed in any case serves the conditional needs of the same paper too.
    func lines(_ lines: Lines) -> [BringLine] {
      var groups = groups
      for key in order where key.condition != .always {
        let certain = Key(document: key.document, condition: .always)
        if groups[certain] != nil, let uses = groups.removeValue(forKey: key) { groups[certain, default: []] += uses }
      }
      return order.flatMap { key in groups[key].map { lines.merged($0, key.condition) } ?? [] }
    }
  }
}

extension Sequence {
  /// Runs of elements with the same key, in the order in which the keys first stand.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var order: [Key] = []
    var groups: [Key: [Element]] = [:]
    for element in self {
      let own = key(element)
      if groups[own] == nil { order.append(own) }
      groups[own, default: []].append(element)
    }
    return order.compactMap { groups[$0] }
  }
}
