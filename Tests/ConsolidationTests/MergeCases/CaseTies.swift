import Catalogue

/// The rules recommend the smallest set of papers. Where several are equally small they do not say which of them: then a
/// case may expect any.
extension CaseComparison {
  /// What comes out for somebody who takes the expected one of several equally small sets; `nil` when there is no such.
  func choosing(asIn expected: [CaseRow]) -> CaseComparison? {
    let set = CaseRow.papers(expected)
    let own = CaseRow.papers(outcome.lines)
    guard set != own, set.count == own.count, outcome.sets.contains(set.sorted()) else { return nil }
    return (try? CaseRun(run.input.choosing(set))).map { CaseComparison($0) }
  }
}

extension CaseRow {
  /// `id-card:owner`, of each row.
  fileprivate static func papers(_ rows: [CaseRow]) -> Set<String> {
    Set(rows.map { "\($0.columns["type"] ?? ""):\($0.columns["subject"] ?? "owner")" })
  }
}

extension MergeCase {
  /// The same case without the alternatives that need other papers; what a service gives is no paper to bring.
  fileprivate func choosing(_ papers: Set<String>) -> MergeCase {
    let given = services.flatMap(\.outputs).map { "\($0.type):\($0.subject)" }
    let atHand = papers.union(given)
    var copy = self
    for service in copy.services.indices {
      copy.services[service].materials = services[service].materials.flatMap { $0.choosing(atHand) }
    }
    return copy
  }
}

extension CaseMaterial {
  /// What is left to choose; nothing but papers where nothing is.
  fileprivate func choosing(_ papers: Set<String>) -> [CaseMaterial] {
    guard case .choice(let sets, let pick) = kind else { return [self] }
    var copy = self
    let left = sets.filter { $0.allSatisfy { papers.contains($0.key) } }
    copy.kind = .choice(left, pick: pick)
    if left.count > pick { return [copy] }
    return left.indices.flatMap { set in
      left[set].indices.map { paper in
        var one = copy
        one.id = inner(set, paper)
        one.kind = .paper(left[set][paper])
        let conditions = [when, left[set][paper].when].compactMap { $0 }
        one.when = conditions.isEmpty ? nil : .all(conditions)
        return one
      }
    }
  }
}
