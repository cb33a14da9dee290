import Catalogue
import Consolidation

extension BookBuilder {
  /// One entry a paper and reason, with everybody who would have asked. What another agency hands in is left out where
  /// the applicant brings it to that agency: it stands in the list of what to bring.
  func notNeeded(_ lines: [(line: NotNeeded, when: When)], besides brought: [BringLine]) -> [NotNeededEntry] {
    let documents = Set(brought.compactMap(\.document))
    var entries: [NotNeededEntry] = []
    for (line, when) in lines {
      if case .handedInBy = line.why, documents.contains(line.document) { continue }
      var source = self.source(line.use)
      var why: String
      var fallback: String?
      switch line.why {
      case .waived(let waiver):
        why = phrases.waived(waiver.how)
        fallback = wording.plain(waiver.fallback)
        for basis in waiver.basis.map(wording.words) where !source.basis.contains(basis) { source.basis.append(basis) }
      case .record: why = phrases.record
      case .handedInBy(let id): why = phrases.handedInBy(agency(id).text)
      // A set that contains a smaller one is nothing a reader has to know; the records have it.
      case .absorbed: continue
      case .dropped(let id):
        why = phrases.decidedToDrop
        fallback = catalogue.decisions[id]?.reason
      case .coveredBy(let document): why = phrases.coveredBy(evidenceReference(document.evidence).text)
      }
      let evidence = evidenceReference(line.document.evidence)
      let owner = subjectName(line.document.subject)
      if let same = entries.firstIndex(where: {
        $0.evidence == evidence && $0.owner == owner && $0.why == why && $0.fallback == fallback
      }) {
        add(source, when, to: &entries[same].sources)
        entries[same].when = entries[same].when.or(when, phrases)
      } else {
        entries.append(
          NotNeededEntry(
            evidence: evidence, owner: owner, why: why, fallback: fallback, sources: [(source, when)], when: when))
      }
    }
    return entries
  }

  func handovers(_ lines: [(line: Handover, when: When)], _ scenario: Scenario) -> [HandoverEntry] {
    func name(_ member: String) -> String {
      scenario.members.first { $0.id == member }.map { item($0.item).text } ?? member
    }
    var entries: [HandoverEntry] = []
    var uses: [[Use]] = []
    for (line, when) in lines {
      let evidence = evidenceReference(line.document.evidence)
      let owner = subjectName(line.document.subject)
      if let same = entries.firstIndex(where: {
        $0.evidence == evidence && $0.owner == owner && $0.from == name(line.from)
      }) {
        if !entries[same].to.contains(name(line.to)) { entries[same].to.append(name(line.to)) }
        entries[same].when = entries[same].when.or(when, phrases)
        if !uses[same].contains(line.use) { uses[same].append(line.use) }
        entries[same].afterApproval = entries[same].afterApproval || line.refusable
      } else {
        entries.append(
          HandoverEntry(
            evidence: evidence, owner: owner, from: name(line.from), to: [name(line.to)], treatment: [],
            afterApproval: line.refusable, when: when))
        uses.append([line.use])
      }
    }
    for index in entries.indices { entries[index].treatment = treatment(uses[index]) }
    return entries
  }
}
