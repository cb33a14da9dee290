import Catalogue

/// The decisions that hold on the edition's day, by what they are about.
struct Decisions: Sendable {
  struct Place: Hashable {
    var item: String
    var requirement: String
  }

  private var merged: [Place: (evidence: String, decision: String)] = [:]
  private var mergedTypes: [String: (evidence: String, decision: String)] = [:]
  private var split: [Place: String] = [:]
  private var dropped: [Place: String] = [:]

  init(_ catalogue: Catalogue) {
    let live = catalogue.decisions.values.filter { $0.state(on: catalogue.book?.date, in: catalogue) == .live }
    for decision in live.sorted(by: { $0.id < $1.id }) {
      let places = decision.sources.compactMap { source -> Place? in
        guard case .requirement(let item, let id) = source.place else { return nil }
        return Place(item: item, requirement: id)
      }
      let types = decision.sources.compactMap { source -> String? in
        guard case .evidence(let id) = source.place else { return nil }
        return id
      }
      switch decision.verdict {
      case .split: for place in places { split[place] = decision.id }
      case .drop: for place in places { dropped[place] = decision.id }
      case .merge:
        if let first = types.first { for type in types { mergedTypes[type] = (first, decision.id) } }
        guard let first = places.first,
          let evidence = (catalogue.items[first.item]?.requirements.value ?? []).flatMap(\.all).first(where: {
            $0.id == first.requirement
          })?.evidence
        else { continue }
        for place in places { merged[place] = (evidence, decision.id) }
      }
    }
  }

  /// The evidence type that people decided a requirement means.
  func evidence(for requirement: Requirement, of item: String) -> (evidence: String, decision: String)? {
    if mergedTypes.isEmpty, merged.isEmpty { return nil }
    return merged[Place(item: item, requirement: requirement.id)] ?? mergedTypes[requirement.evidence]
  }

  /// The decision by which a use is a line of its own.
  func split(_ source: Source) -> String? { split[Place(item: source.item, requirement: source.requirement)] }

  func dropped(_ source: Source) -> String? { dropped[Place(item: source.item, requirement: source.requirement)] }
}
