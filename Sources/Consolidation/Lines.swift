import Catalogue

/// Makes lines of uses that ask for the same paper.
struct Lines {
  let arrangement: Arrangement
  let decisions: Decisions
  let catalogue: Catalogue

  /// Uses of one document under one condition: one line, or several where the papers must differ.
  func merged(_ uses: [Use], _ condition: Condition) -> [BringLine] {
    var together: [Use] = []
    var apart: [[Use]] = []
    for use in uses {
      if decisions.split(use.source) != nil { apart.append([use]) } else { together.append(use) }
    }
    let classes = Specifications.classes(of: together) + apart
    let position = Dictionary(
      uses.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func first(_ uses: [Use]) -> Int { uses.compactMap { position[$0] }.min() ?? 0 }
    return classes.sorted { first($0) < first($1) }.map { own in
      line(own, condition, isOneOfSeveral: classes.count > 1)
    }
  }

  /// One line. `isOneOfSeveral`: the same evidence has other lines, because the papers must differ.
  private func line(_ uses: [Use], _ condition: Condition, isOneOfSeveral: Bool) -> BringLine {
    var line = BringLine(
      alternatives: uses.first.map { [[$0.document]] } ?? [], uses: uses, originals: .zero, copies: .zero,
      certified: .zero, necessity: .required, condition: condition)
    line.add(.evidence, .sameEvidence, if: uses.count > 1)
    line.add(.evidence, .alias, if: uses.contains { $0.requirement.called != nil })
    line.add(.evidence, .classOfPapers, if: uses.contains { $0.ofClass != nil })
    line.add(.evidence, .decidedToMerge, if: uses.contains { $0.decision != nil })
    line.add(.evidence, .decidedToSplit, if: uses.contains { decisions.split($0.source) != nil })
    Specifications.describe(&line, isOneOfSeveral)
    let documents = windows(&line)
    count(&line, documents)
    necessity(&line)
    line.add(.condition, .anyCondition, if: Set(uses.map(\.condition)).count > 1)
    return line
  }

  // MARK: Counts

  private func count(_ line: inout BringLine, _ documents: [[Use]]) {
    let isUnique = line.document.map { catalogue.evidence[$0.evidence]?.unique == true } ?? false
    for uses in documents {
      let (count, rule) = originals(uses, isUnique)
      line.originals = line.originals + count
      if !line.derivations.contains(Derivation(.originals, rule)) {
        line.derivations.append(Derivation(.originals, rule))
      }
    }
    let copies = arrangement.total(line.uses, \.copies)
    let certified = arrangement.total(line.uses, \.certified)
    line.copies = copies.count
    line.certified = certified.count
    line.add(.copies, copies.shared ? .onceInDossier : .copiesAddUp, if: true)
    line.add(.certified, certified.shared ? .onceInDossier : .copiesAddUp, if: certified.count != .zero)
  }

  /// Handed back: once is enough. Kept: they add up. Both: one serves both if everybody looks at it in time.
  private func originals(_ uses: [Use], _ isUnique: Bool) -> (Count, Rule) {
    // Who takes or sees only copies touches no original.
    let given = uses.filter { $0.isGiven && $0.originals != .zero }
    let shown = uses.filter { !$0.isGiven && $0.originals != .zero }
    var show = shown.map(\.originals).max { $0.known < $1.known } ?? .zero
    show.complete = shown.allSatisfy { $0.originals.complete }
    guard !given.isEmpty else { return (show, .shownOnce) }
    let (kept, shared) = arrangement.total(given, \.originals)
    // Nobody can bring two of a document that exists once; its order is settled by edges.
    if isUnique { return (Count(known: min(1, max(kept.known, show.known)), complete: true), .onlyOne) }
    // Whoever looks finds what the offices that may have been before have left.
    let needed = shown.map { arrangement.takenBefore($0, given).known + $0.originals.known }.max() ?? 0
    return (
      Count(known: max(kept.known, needed), complete: kept.complete && show.complete),
      needed > kept.known && kept.known > 0
        ? .oneMoreToShow : shown.isEmpty ? shared ? .onceInDossier : .keptAddUp : .shownThenKept
    )
  }

  // MARK: Validity

  /// Which uses one document serves: all of them, unless their windows of issue do not meet. Sets the line's windows.
  private func windows(_ line: inout BringLine) -> [[Use]] {
    guard line.uses.contains(where: { $0.maxAge != nil || $0.minRemaining != nil }) else { return [line.uses] }
    let days = line.uses.map(arrangement.day)
    line.validUntil =
      zip(line.uses, days).compactMap { use, day in use.minRemaining.flatMap { least in day.map { $0 + least } } }.max()
    line.add(.validUntil, .latestDay, if: line.validUntil != nil)
    let isPlanned = zip(line.uses, days).allSatisfy { use, day in use.maxAge == nil || day != nil }
    guard isPlanned, line.uses.contains(where: { $0.maxAge != nil }) else { return [line.uses] }
    // It must be there on the day, if one is planned, and not be older than the office allows.
    let windows = zip(line.uses, days).map { use, day in
      (use: use, from: use.maxAge.map { (day ?? 0) - $0 } ?? .min, to: day ?? .max)
    }
    // The classic piercing of intervals: take the earliest end, serve everything that contains it, go on.
    var rest = windows.sorted { ($0.to, $0.use.source.member) < ($1.to, $1.use.source.member) }
    var documents: [[Use]] = []
    while let earliest = rest.first {
      let served = rest.filter { $0.from <= earliest.to }
      rest.removeAll { $0.from <= earliest.to }
      documents.append(line.uses.filter { use in served.contains { $0.use == use } })
      if let from = served.map(\.from).max(), from > .min { line.windows.append(from...earliest.to) }
    }
    line.documents = documents.count
    line.add(.window, documents.count > 1 ? .windowsApart : .windowsMeet, if: true)
    return documents
  }

  // MARK: Necessity

  private func necessity(_ line: inout BringLine) {
    let strength: [Requirement.Necessity] = [.required, .deferrable, .optional]
    line.necessity = strength.first { necessity in line.uses.contains { $0.necessity == necessity } } ?? .required
    line.add(.necessity, .strongerNecessity, if: Set(line.uses.map(\.necessity)).count > 1)
    line.add(.due, .dueDatesKept, if: line.uses.contains { $0.dueDays != nil })
  }
}

extension BringLine {
  mutating func add(_ field: Derivation.Field, _ rule: Rule, if holds: Bool) {
    if holds { derivations.append(Derivation(field, rule)) }
  }
}
