extension Plan {
  /// Every smallest set of papers with which the whole can be done, sorted by size and then by name. More than 4,096 are
  /// not listed: then only the recommended one is.
  public var documentSets: [[Document]] {
    let plain = Set(bring.filter { $0.choices.isEmpty }.flatMap { $0.uses.map(\.document) })
    var sets = [plain]
    for line in bring where !line.choices.isEmpty {
      guard sets.count * line.alternatives.count <= 4096 else {
        sets = [Set(recommended.flatMap { $0.uses.map(\.document) })]
        break
      }
      sets = sets.flatMap { set in line.alternatives.map { set.union($0) } }
    }
    let smallest = Set(sets).sorted { $0.count < $1.count }.reduce(into: [Set<Document>]()) { kept, set in
      if !kept.contains(where: { $0.isSubset(of: set) }) { kept.append(set) }
    }
    return smallest.map { $0.sorted() }.sorted { a, b in
      a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
  }
}
