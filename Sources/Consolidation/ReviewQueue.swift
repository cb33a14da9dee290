public import Catalogue
public import Diagnostics

/// What waits for people to decide, what touches most scenarios first.
public struct ReviewQueue: Sendable {
  public struct Entry: Hashable, Sendable {
    /// The finding's stable word; `onebook explain` has a page for it.
    public var finding: String
    public var summary: Message
    public var span: Span
    /// What a decision would be on; empty where the catalogue itself has to be corrected.
    public var sources: [Decision.Source]
    /// What may be decided.
    public var verdicts: [Decision.Verdict]
    /// The decision that waits to be made anew.
    public var replaces: String?
    /// Ids of the scenarios that it touches.
    public var scenarios: [String]
    public var help: [Message]
  }

  public let entries: [Entry]

  public init(_ read: ReadCatalogue, _ surveys: Surveys) {
    let catalogue = read.catalogue
    var entries: [Entry] = []
    for candidate in catalogue.candidates {
      let both = [candidate.first, candidate.second]
      entries.append(
        Entry(
          finding: "candidate",
          summary: Message(
            zh: "“\(candidate.names[0])”和“\(candidate.names[1])”是不是同一种材料（\(candidate.likeness)% 相像）",
            en: "are '\(candidate.names[0])' and '\(candidate.names[1])' one paper (\(candidate.likeness) % alike)"),
          span: candidate.spans[1], sources: catalogue.sources(both.map { .evidence($0) }),
          verdicts: [.split, .merge], replaces: nil, scenarios: catalogue.scenarios(asking: Set(both), all: true),
          help: []))
    }
    for diagnostic in read.diagnostics + surveys.diagnostics where ReviewQueue.waiting.contains(diagnostic.id) {
      let decision = catalogue.decisions.values.first { decision in
        decision.span == diagnostic.span || decision.sources.contains { $0.span == diagnostic.span }
      }
      // A decision with several changed sources waits once.
      if let decision, entries.contains(where: { $0.replaces == decision.id }) { continue }
      let sources = catalogue.sources(decision?.sources.map(\.place) ?? [])
      let places = [diagnostic.span.file] + diagnostic.notes.compactMap { $0.span?.file }
      entries.append(
        Entry(
          finding: diagnostic.id, summary: diagnostic.summary, span: diagnostic.span, sources: sources,
          verdicts: decision.map { [$0.verdict] } ?? [], replaces: decision?.id,
          scenarios: decision == nil ? catalogue.scenarios(in: Set(places)) : catalogue.scenarios(of: sources),
          help: diagnostic.help))
    }
    self.entries = entries.sorted { a, b in
      a.scenarios.count == b.scenarios.count
        ? (a.span.file, a.span.offset, a.finding) < (b.span.file, b.span.offset, b.finding)
        : a.scenarios.count > b.scenarios.count
    }
  }

  /// Findings that only people can settle.
  private static let waiting: Set<String> = [
    "decision-stale", "decision-expired", "fact-conflict", "fee-conflict", "catch-all", "template-version",
    "unique-kept-twice", "unique-after-surrender", "service-cycle",
  ]
}

extension Catalogue {
  /// Sources for a decision on these places, with their texts as they are now.
  fileprivate func sources(_ places: [Decision.Source.Place]) -> [Decision.Source] {
    places.compactMap { place in
      digest(of: place).map { Decision.Source(place: place, digest: $0, span: Span(file: "", offset: 0, length: 0)) }
    }
  }

  /// Scenarios whose items ask for one of these papers, or for all of them.
  fileprivate func scenarios(asking types: Set<String>, all: Bool) -> [String] {
    scenarios.values.filter { scenario in
      let asked = Set(
        scenario.members.compactMap { items[$0.item] }.flatMap { ($0.requirements.value ?? []).flatMap(\.all) }
          .flatMap { [$0.evidence] + (evidence[$0.evidence]?.resolutions.flatMap(\.evidence) ?? []) })
      return all ? types.isSubset(of: asked) : !types.isDisjoint(with: asked)
    }.map(\.id).sorted()
  }

  fileprivate func scenarios(of sources: [Decision.Source]) -> [String] {
    var types: Set<String> = []
    var named: Set<String> = []
    for source in sources {
      switch source.place {
      case .evidence(let id): types.insert(id)
      case .requirement(let item, _): named.insert(item)
      }
    }
    let asking = types.isEmpty ? [] : scenarios(asking: types, all: false)
    return Set(asking + scenarios.values.filter { $0.members.contains { named.contains($0.item) } }.map(\.id)).sorted()
  }

  /// Scenarios that stand in these files, or have an item that does.
  fileprivate func scenarios(in files: Set<String>) -> [String] {
    scenarios.values.filter { scenario in
      files.contains(scenario.span.file)
        || scenario.members.contains { items[$0.item].map { files.contains($0.span.file) } == true }
    }.map(\.id).sorted()
  }
}
