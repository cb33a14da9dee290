import Catalogue

/// What several offices' choices come to together: every combination of what they accept, and of these the smallest
/// sets of papers. Merging may not weaken a list, so nothing is taken but what some office accepts.
struct Alternatives {
  /// One item's choice between sets of papers, in this scenario and situation.
  struct Group {
    /// When there is something to choose at all.
    var condition: Condition
    /// In the guide's order; k of n are already all their combinations.
    var sets: [[Use]]
    /// For k of n: what it was before.
    var pick: BringLine.Pick?

    /// Where it stands in the catalogue.
    var place: (String, String) {
      let first = sets.first?.first?.source
      return (first?.member ?? "", first?.requirement ?? "")
    }

    /// Every use, each once.
    var uses: [Use] { sets.joined().uniqued() }
  }

  /// One way to satisfy all groups of a component.
  struct Candidate: Hashable {
    /// The set taken of each group.
    var taken: [Int]
    /// What has to be brought on top of the plain lines.
    var pieces: [Piece]
    var uses: [Use]
    /// Uses that need nothing brought: waived, or given on the way.
    var free: [Use]
    var weight: Weight
  }

  /// A paper in the form in which an office takes it: the original and a certified copy are two ways out.
  struct Piece: Hashable, Comparable {
    enum Form: Int { case original, certified, copy }
    var document: Document
    var form: Form

    init(_ use: Use) {
      document = use.document
      // Where nobody states the originals, a certified copy is what is asked for.
      form =
        use.originals.known > 0
        ? .original
        : use.certified.known > 0 ? .certified : use.originals == .zero && use.copies.known > 0 ? .copy : .original
    }

    static func < (a: Self, b: Self) -> Bool {
      a.document == b.document ? a.form.rawValue < b.form.rawValue : a.document < b.document
    }
  }

  /// Less is better, from the first field to the last.
  struct Weight: Hashable, Comparable {
    /// Documents that exist once and would have to be given away twice.
    var contradictions: Int
    /// Papers that are on no line yet, under whatever condition.
    var lines: Int
    var documents: Int
    /// Originals that stay with an office.
    var given: Int
    /// How far down the guides' lists.
    var rank: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.contradictions, a.lines, a.documents, a.given, a.rank)
        < (b.contradictions, b.lines, b.documents, b.given, b.rank)
    }
  }

  /// More combinations than this are not multiplied out: then each choice stands by itself.
  static let limit = 16_384

  /// Groups that have a paper in common have to be looked at together.
  static func components(_ groups: [Group]) -> [[Group]] {
    var components: [(documents: Set<Document>, groups: [Group])] = []
    for group in groups {
      let own = Set(group.uses.map(\.document))
      let touching = components.indices.filter {
        components[$0].groups[0].condition == group.condition && !components[$0].documents.isDisjoint(with: own)
      }
      guard let first = touching.first else {
        components.append((own, [group]))
        continue
      }
      for index in touching.dropFirst().reversed() {
        components[first].groups += components[index].groups
        components[first].documents.formUnion(components[index].documents)
        components.remove(at: index)
      }
      components[first].groups.append(group)
      components[first].documents.formUnion(own)
    }
    return components.flatMap { component in
      let count = component.groups.reduce(1) { product, group in
        product > limit ? product : product * group.sets.count
      }
      return count > limit ? component.groups.map { [$0] } : [component.groups]
    }
  }

  /// All ways to satisfy the groups, best first. `plain` are the papers brought anyway, `isListed` those brought in some
  /// case, `isFree` says what needs none.
  static func candidates(
    _ groups: [Group], plain: (Document) -> [Use], isListed: (Document) -> Bool, _ catalogue: Catalogue,
    isFree: (Use) -> Bool
  ) -> [Candidate] {
    let documents = Set(groups.flatMap { $0.uses.map(\.document) })
    let listed = documents.filter(isListed)
    let plain = Dictionary(uniqueKeysWithValues: documents.map { ($0, plain($0)) })
    var taken: [[Int]] = [[]]
    for group in groups { taken = taken.flatMap { start in group.sets.indices.map { start + [$0] } } }
    let free = Set(groups.flatMap(\.uses).filter(isFree))
    return taken.map { taken in
      let all = zip(groups, taken).flatMap { $0.sets[$1] }.uniqued()
      let uses = all.filter { !free.contains($0) }
      // A paper that is brought anyway is nothing new; one under a condition of its own may be.
      let new = uses.filter { use in
        use.condition != groups[0].condition || plain[use.document]?.contains { Piece($0) == Piece(use) } != true
      }.map(Piece.init).uniqued()
      let given = uses.filter { $0.isGiven && $0.originals != .zero }
      let twice = uses.map(\.document).uniqued().count { document in
        guard catalogue.evidence[document.evidence]?.unique == true else { return false }
        let here = given.filter { $0.document == document } + (plain[document] ?? []).filter(\.isGiven)
        return given.contains { $0.document == document } && Set(here.map(\.source.member)).count > 1
      }
      return Candidate(
        taken: taken, pieces: new.sorted(), uses: uses, free: all.filter(free.contains),
        weight: Weight(
          contradictions: twice, lines: new.count { !listed.contains($0.document) }, documents: new.count,
          given: given.count, rank: taken.reduce(0, +)))
    }.sorted { a, b in
      a.weight == b.weight ? a.pieces.lexicographicallyPrecedes(b.pieces) : a.weight < b.weight
    }
  }

  /// The smallest of the candidates' sets: none contains another. The first is the recommended one. They come sorted, a
  /// smaller set before all that contain it.
  static func smallest(_ candidates: [Candidate]) -> [Candidate] {
    guard let best = candidates.first else { return [] }
    var kept: [(pieces: Set<Piece>, candidate: Candidate)] = [(Set(best.pieces), best)]
    for candidate in candidates.dropFirst()
    where candidate.weight.contradictions == best.weight.contradictions {
      let own = Set(candidate.pieces)
      if kept.contains(where: { $0.pieces.isSubset(of: own) }) { continue }
      kept.append((own, candidate))
    }
    return kept.map(\.candidate)
  }

  /// Every way to take `count` of the sets, in the order of the guide.
  static func combinations(_ count: Int, of sets: [[Use]]) -> [[Use]] {
    guard count > 0 else { return [[]] }
    return sets.indices.flatMap { index in
      combinations(count - 1, of: Array(sets[(index + 1)...])).map { sets[index] + $0 }
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
