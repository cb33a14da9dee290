import Catalogue
import Consolidation

extension BookBuilder {
  /// Lines to bring, grouped by whose they are; the applicant's own first.
  func groups(_ lines: [(line: BringLine, when: When)]) -> [BringGroup] {
    var order: [String?] = []
    var groups: [String?: [BringEntry]] = [:]
    for (index, (line, when)) in lines.enumerated() {
      let owner = line.alternatives.count > 1 ? choice : line.document?.subject
      if groups[owner] == nil { order.append(owner) }
      groups[owner, default: []].append(entry(line, when, number: index + 1))
    }
    return order.sorted { rank($0) < rank($1) }.map { owner in
      BringGroup(heading: heading(owner), lines: groups[owner] ?? [])
    }
  }

  private var choice: String { "\u{1}choice" }

  /// People first, the applicant before all; then vehicles; then papers of the matter.
  private func rank(_ owner: String?) -> (Int, String) {
    guard let owner else { return (4, "") }
    if owner == "applicant" { return (0, "") }
    if owner == choice { return (1, "") }
    return (catalogue.subjects[owner]?.kind == .person ? 2 : 3, owner)
  }

  private func heading(_ owner: String?) -> String {
    guard let owner else { return phrases.other }
    return owner == choice ? phrases.choiceHeading : phrases.belongs(to: subjectName(owner) ?? owner)
  }

  private func entry(_ line: BringLine, _ when: When, number: Int) -> BringEntry {
    var labels: [String] = []
    switch line.necessity {
    case .required: break
    case .deferrable: labels.append(phrases.deferrable(line.uses.compactMap(\.dueDays).min()))
    case .optional: labels.append(phrases.optional)
    }
    if let days = line.uses.compactMap(\.maxAge).min() { labels.append(phrases.maxAge(days)) }
    if let days = line.uses.compactMap(\.minRemaining).max() { labels.append(phrases.minRemaining(days)) }
    var notes: [Sentence] = []
    for note in line.uses.flatMap(\.notes).map(wording.sentence) where !notes.contains(note) { notes.append(note) }
    return BringEntry(
      id: "line-\(number)", alternatives: line.alternatives.map { $0.map { evidenceReference($0.evidence) } },
      treatment: treatment(line), labels: labels, notes: notes, sources: sources(line.uses), when: when)
  }

  /// 原件，看完还您 · 复印件2份.
  private func treatment(_ line: BringLine) -> [String] {
    let main = line.uses.filter { use in line.alternatives[0].contains(use.document) }
    var parts: [String] = []
    let originals = line.originals
    if main.contains(where: { $0.treatment == .surrender }) {
      parts.append(phrases.originalsSurrendered)
    } else if main.contains(where: { $0.treatment == .keep }) {
      parts.append(phrases.originalsKept)
    } else if originals.known > 0 || !originals.complete {
      parts.append(main.contains(where: \.endorsed) ? phrases.originalsEndorsed : phrases.originalsShown)
    }
    if originals.known > 1, let first = parts.first { parts[0] = first + phrases.count(originals.known) }
    if line.copies.known > 0 { parts.append(phrases.copies(line.copies.known, complete: line.copies.complete)) }
    if line.certified.known > 0 { parts.append(phrases.certified(line.certified.known)) }
    return parts
  }

  func sources(_ uses: [Use]) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    for use in uses {
      let item = catalogue.items[use.source.item]
      let new = SourceEntry(
        item: self.item(use.source.item), agency: item.map { agency($0.agency).text } ?? "",
        basis: use.basis.map(wording.words), mark: phrases.checked(use.checked))
      if !entries.contains(new) { entries.append(new) }
    }
    return entries
  }

  /// One entry a paper, reason and condition, with everybody who would have asked.
  func notNeeded(_ lines: [(line: NotNeeded, when: When)]) -> [NotNeededEntry] {
    var entries: [NotNeededEntry] = []
    for (line, when) in lines {
      let (why, fallback): (String, String?) =
        switch line.why {
        case .waived(let waiver): (phrases.waived(waiver.how), waiver.fallback)
        case .record: (phrases.record, nil)
        case .handedInBy(let id): (phrases.handedInBy(agency(id).text), nil)
        case .coveredBy(let document): (phrases.coveredBy(evidenceReference(document.evidence).text), nil)
        }
      var source = sources([line.use])
      if case .waived(let waiver) = line.why, let basis = waiver.basis.first {
        source = source.map { entry in
          var entry = entry
          if !entry.basis.contains(wording.words(basis)) { entry.basis.append(wording.words(basis)) }
          return entry
        }
      }
      let evidence = evidenceReference(line.document.evidence)
      let owner = subjectName(line.document.subject)
      if let same = entries.firstIndex(where: {
        $0.evidence == evidence && $0.owner == owner && $0.why == why && $0.when == when
      }) {
        entries[same].sources += source.filter { !entries[same].sources.contains($0) }
        if entries[same].fallback == nil { entries[same].fallback = fallback }
      } else {
        entries.append(
          NotNeededEntry(evidence: evidence, owner: owner, why: why, fallback: fallback, sources: source, when: when))
      }
    }
    return entries
  }

  func handovers(_ lines: [(line: Handover, when: When)], _ scenario: Scenario) -> [HandoverEntry] {
    func name(_ member: String) -> String {
      scenario.members.first { $0.id == member }.map { item($0.item).text } ?? member
    }
    var entries: [HandoverEntry] = []
    for (line, when) in lines {
      let evidence = evidenceReference(line.document.evidence)
      let owner = subjectName(line.document.subject)
      if let same = entries.firstIndex(where: {
        $0.evidence == evidence && $0.owner == owner && $0.from == name(line.from) && $0.when == when
      }) {
        if !entries[same].to.contains(name(line.to)) { entries[same].to.append(name(line.to)) }
      } else {
        entries.append(
          HandoverEntry(evidence: evidence, owner: owner, from: name(line.from), to: [name(line.to)], when: when))
      }
    }
    return entries
  }

  func fees(_ lines: [(line: FeeLine, when: When)], free: [String], unknown: [String]) -> FeePart {
    FeePart(
      lines: lines.compactMap { line, when in
        catalogue.fees[line.fee].map { fee in
          let amount = fee.amount.map { wording.yuan($0.lowerBound * line.times, $0.upperBound * line.times) }
          return FeePart.Line(
            name: fee.name, amount: amount.map { phrases.per($0, fee.per) } ?? phrases.notStated,
            kind: phrases.kind(fee.kind), remark: fee.remark, basis: fee.basis.map(wording.words),
            mark: phrases.checked(fee.checked), when: when)
        }
      }, free: free, unknown: unknown)
  }
}
