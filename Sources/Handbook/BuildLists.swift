import Catalogue
import Consolidation

/// A line to bring with who asks for it, when.
struct ListedLine {
  var line: BringLine
  var uses: [(use: Use, when: When)]
  var originals: ClosedRange<Int>
  var copies: ClosedRange<Int>
  var certified: ClosedRange<Int>
  var when: When
  /// Its record in the appendix.
  var record: String?

  /// A line of one plan.
  init(_ line: BringLine, _ when: When) {
    self.line = line
    self.when = when
    uses = line.uses.map { ($0, .always) }
    originals = line.originals.known...line.originals.known
    copies = line.copies.known...line.copies.known
    certified = line.certified.known...line.certified.known
  }

  /// A line over all situations.
  init(_ line: Survey.Line, _ when: When, record: String, use: (Clauses) -> When) {
    self.record = record
    self.line = line.line
    self.when = when
    uses = line.uses.map { ($0.value, use($0.when)) }
    originals = line.originals
    copies = line.copies
    certified = line.certified
  }
}

extension BookBuilder {
  /// Lines to bring, grouped by whose they are; the applicant's own first.
  func groups(_ lines: [ListedLine]) -> [BringGroup] {
    var order: [String?] = []
    var groups: [String?: [BringEntry]] = [:]
    for (index, listed) in lines.enumerated() {
      let line = listed.line
      let owner = owner(of: line)
      if groups[owner] == nil { order.append(owner) }
      groups[owner, default: []].append(entry(listed, number: index + 1))
    }
    return order.sorted { rank($0) < rank($1) }.map { owner in
      // What is always needed comes first: the base list, and then “if … also …”.
      let lines = groups[owner] ?? []
      return BringGroup(
        heading: heading(owner), lines: lines.filter { $0.when.words == nil } + lines.filter { $0.when.words != nil })
    }
  }

  /// Whose a line is: a choice between papers of different people belongs to nobody in particular.
  private func owner(of line: BringLine) -> String? {
    let owners = Set(line.alternatives.joined().map(\.subject))
    return owners.count == 1 ? owners.first ?? nil : choice
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

  private func entry(_ listed: ListedLine, number: Int) -> BringEntry {
    let line = listed.line
    var labels: [String] = []
    switch line.necessity {
    case .required: break
    case .deferrable: labels.append(phrases.deferrable(line.uses.compactMap(\.dueDays).min()))
    case .optional: labels.append(phrases.optional)
    }
    labels += specification(line)
    if let days = line.uses.compactMap(\.maxAge).min() { labels.append(phrases.maxAge(days)) }
    if let days = line.uses.compactMap(\.minRemaining).max() { labels.append(phrases.minRemaining(days)) }
    var notes: [(sentence: Sentence, when: When)] = []
    for (use, when) in listed.uses {
      for note in use.notes.map(wording.sentence) {
        if let same = notes.firstIndex(where: { $0.sentence == note }) {
          notes[same].when = notes[same].when.or(when, phrases)
        } else {
          notes.append((note, when))
        }
      }
    }
    return BringEntry(
      id: "line-\(number)", alternatives: alternatives(line), pick: pick(line),
      treatment: treatment(listed), labels: labels, notes: notes, sources: sources(listed.uses),
      reasons: reasons(listed),
      record: listed.record, when: listed.when)
  }

  /// The rules that made a line what it is, as far as there is something to explain: several offices, or a choice.
  private func reasons(_ listed: ListedLine) -> [String] {
    let line = listed.line
    let copied = listed.copies.upperBound > 0 || listed.certified.upperBound > 0
    return line.derivations.filter { derivation in
      switch derivation.rule {
      case .copiesAddUp: copied && line.uses.count > 1
      case .sameEvidence, .shownOnce, .keptAddUp, .anyCondition: line.uses.count > 1 && line.choices.isEmpty
      // What the line itself says.
      case .mediaMeet, .specificationMeet, .latestDay, .dueDatesKept: line.uses.count > 1
      default: true
      }
    }.map { phrases.rule($0.rule) }.uniqued()
  }

  /// The sets to choose from; forms of one paper (original or certified copy) are one set.
  private func alternatives(_ line: BringLine) -> [BringEntry.Alternative] {
    var sets: [BringEntry.Alternative] = []
    for (index, documents) in line.alternatives.enumerated() {
      let uses = index < line.choices.count ? line.choices[index] : []
      // What the alternative hangs on beyond the line itself.
      let only = uses.map(\.condition).filter { $0 != line.condition }.reduce(Condition.always) { $0 && $1 }
      let set = BringEntry.Alternative(
        papers: documents.map { evidenceReference($0.evidence) }, only: wording.words(only))
      if !sets.contains(set) { sets.append(set) }
    }
    return sets
  }

  /// “Any two of these four”, unless an option hangs on something: then its combinations say on what.
  func pick(_ line: BringLine) -> BringEntry.Pick? {
    guard let pick = line.pick, line.choices.joined().allSatisfy({ $0.condition == line.condition }) else { return nil }
    return BringEntry.Pick(
      count: pick.count, of: pick.of.map { $0.map { evidenceReference($0.evidence) } },
      words: phrases.any(pick.count, of: pick.of.count))
  }

  /// What the paper must be like: one of two lines for the same paper is told from the other by it.
  private func specification(_ line: BringLine) -> [String] {
    var labels = line.specification.filter { $0.key != "template" }.sorted { $0.key < $1.key }.map {
      $0.value.joined(separator: phrases.optionOr)
    }
    if line.specification["template"] != nil, let form = line.uses.lazy.compactMap(\.requirement.template).first {
      labels.append(phrases.form(form.id, form.version))
    }
    return labels + (phrases.media(line.media).map { [$0] } ?? [])
  }

  /// 原件，看完还您 · 复印件2份; for a choice, what happens in each of its cases.
  private func treatment(_ listed: ListedLine) -> [String] {
    let line = listed.line
    if line.choices.count > 1 {
      let each = line.choices.map { uses in treatment(uses).joined(separator: phrases.and) }
      return Set(each).count == 1 ? [each[0]] : [each.joined(separator: phrases.orElse)]
    }
    var parts: [String] = []
    if line.treatment != .show || listed.originals.upperBound > 0 || !line.originals.complete {
      var first = original(line.uses)
      if listed.originals.lowerBound != listed.originals.upperBound {
        first += phrases.eachItem
      } else if listed.originals.upperBound > 1 {
        first += phrases.count(listed.originals.upperBound)
      }
      parts.append(first)
    }
    if listed.copies.upperBound > 0 {
      parts.append(phrases.copies(range(listed.copies), complete: line.copies.complete))
    }
    if listed.certified.upperBound > 0 { parts.append(phrases.certified(range(listed.certified))) }
    return parts
  }

  /// What some uses of papers ask for, added up as the plan adds them up.
  func treatment(_ uses: [Use]) -> [String] {
    func sum(_ count: (Use) -> Count) -> Int { uses.reduce(0) { $0 + count($1).known } }
    let kept = uses.filter { $0.treatment != .show }.reduce(0) { $0 + $1.originals.known }
    let copies = sum(\.copies)
    let certified = sum(\.certified)
    var parts: [String] = []
    // A certified copy instead of the original is all that is asked for.
    if sum(\.originals) > 0 || certified == 0 {
      parts.append(original(uses) + (kept > 1 ? phrases.count(kept) : ""))
    }
    if copies > 0 { parts.append(phrases.copies("\(copies)", complete: uses.allSatisfy(\.copies.complete))) }
    if certified > 0 { parts.append(phrases.certified("\(certified)")) }
    return parts
  }

  private func original(_ uses: [Use]) -> String {
    if uses.contains(where: { $0.treatment == .surrender }) { return phrases.originalsSurrendered }
    if uses.contains(where: { $0.treatment == .keep }) { return phrases.originalsKept }
    return uses.contains(where: \.endorsed) ? phrases.originalsEndorsed : phrases.originalsShown
  }

  private func range(_ count: ClosedRange<Int>) -> String {
    count.lowerBound == count.upperBound ? "\(count.upperBound)" : "\(count.lowerBound)–\(count.upperBound)"
  }

  func sources(_ uses: [(use: Use, when: When)]) -> [(entry: SourceEntry, when: When)] {
    var entries: [(entry: SourceEntry, when: When)] = []
    for (use, when) in uses { add(source(use), when, to: &entries) }
    return entries
  }

  func source(_ use: Use) -> SourceEntry {
    SourceEntry(
      item: item(use.source.item), does: does(use),
      agency: catalogue.items[use.source.item].map { agency($0.agency).text } ?? "",
      basis: use.basis.map(wording.words), mark: phrases.checked(use.checked))
  }

  /// What the office does with the paper; who takes only copies does nothing with the original.
  private func does(_ use: Use) -> String {
    guard use.originals == .zero else { return phrases.does(use.treatment, endorsed: use.endorsed) }
    if use.certified.known > 0 { return phrases.takesCertified }
    return use.copies.known > 0 ? phrases.takesCopies : phrases.does(use.treatment, endorsed: use.endorsed)
  }

  func add(_ entry: SourceEntry, _ when: When, to entries: inout [(entry: SourceEntry, when: When)]) {
    if let same = entries.firstIndex(where: { $0.entry == entry }) {
      entries[same].when = entries[same].when.or(when, phrases)
    } else {
      entries.append((entry, when))
    }
  }

  func fees(_ lines: [(line: FeeLine, when: When)], free: [NamedPart], unknown: [NamedPart]) -> FeePart {
    FeePart(
      lines: lines.compactMap { line, when in
        catalogue.fees[line.fee].map { fee in
          let amount = fee.amount.map { amount in
            let one = phrases.per(wording.yuan(amount.lowerBound, amount.upperBound), fee.per)
            let all = wording.yuan(amount.lowerBound * line.times, amount.upperBound * line.times)
            return line.times > 1 ? phrases.times(one, line.times, all) : one
          }
          return FeePart.Line(
            name: fee.name, amount: amount ?? phrases.notStated,
            kind: phrases.kind(fee.kind), remark: wording.plain(fee.remark), basis: fee.basis.map(wording.words),
            mark: phrases.checked(fee.checked), when: when)
        }
      }, free: free, unknown: unknown)
  }
}
