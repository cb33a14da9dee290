import CanonicalJSON
public import Catalogue

/// Turns what changed between two editions, and what people say of it, into the events that subscribers are told.
public struct EventMaker {
  let changes: EditionChanges
  let notes: ChangeNotes
  /// What was told before: revisions go on from there.
  let ledger: Ledger
  /// Where everything stands in printed editions: by edition, by topic.
  let pages: [String: [String: Int]]
  /// Public keys that may sign this edition.
  let keys: [String]

  public init(
    _ changes: EditionChanges, _ notes: ChangeNotes, after ledger: Ledger, pages: [String: [String: Int]] = [:],
    keys: [String] = []
  ) {
    self.changes = changes
    self.notes = notes
    self.ledger = ledger
    self.pages = pages
    self.keys = keys
  }

  private var from: String { changes.from.edition }
  private var to: String { changes.to.edition }
  private var date: Day { changes.to.date }

  /// In the order in which they are numbered: guides, scenarios, agencies, consultations, then the edition.
  public var events: [Event] {
    var events: [Event] = []
    for entry in changes.entries {
      switch entry.subject.kind {
      case .guide, .scenario: events += subjectEvents(entry)
      case .agency: events.append(changed(.agencyChanged, entry, entry.changes))
      case .notice: events += consultation(entry)
      case .edition, .event: break
      }
    }
    events = counted(events + errata(events) + rotation)
    return events + [edition(telling: events)]
  }

  /// The first edition: everything is new, and nobody read an older one.
  public static func first(_ snapshot: Snapshot, keys: [String] = []) -> Event {
    var event = Event(
      .editionPublished, .init(.edition, snapshot.edition), revision: 1, editionFrom: nil, editionTo: snapshot.edition,
      effectiveFrom: snapshot.date, severity: .minor, reason: .dataFix, published: snapshot.date)
    event.more = ["snapshot": .string(snapshot.fingerprint), "counts": counts(snapshot)]
    event.more["keys"] = EventMaker.list(keys)
    return event
  }

  // MARK: Subjects

  private func subjectEvents(_ entry: EditionChanges.Entry) -> [Event] {
    let isGuide = entry.subject.kind == .guide
    let note = note(entry.subject)
    if entry.isGone {
      var event = event(isGuide ? .guideWithdrawn : .scenarioWithdrawn, entry, [], note)
      let successors = notes.successors(of: entry.subject, in: to)
      event.replacedBy = successors.value ?? []
      if successors == Stated.none { event.more["noReplacement"] = true }
      let former: [String: JSONValue?] = ["title": entry.old?["title"], "official": entry.old?["official"]]
      event.more["former"] = .record(former)
      return [event]
    }
    if entry.isNew {
      let isMerged = note?.mergedFrom.isEmpty == false
      let kind: Event.Kind = isMerged ? .guideMerged : isGuide ? .guideAdded : .scenarioAdded
      return [event(kind, entry, entry.changes, note)]
    }
    let narrowed = narrowings(entry, note)
    // What only narrows is told to those whom it no longer concerns, and to nobody else.
    let rest = entry.changes.filter { change in
      !ChangeAudience.isCondition(change)
        || ConditionShift(change.before, change.after, many: many)?.isNarrower != true
    }
    guard !rest.isEmpty else { return narrowed }
    var kind: Event.Kind = isGuide ? .guideChanged : .scenarioChanged
    if !isGuide, rest.allSatisfy({ $0.field == "answers/*" && $0.operation == .add }) { kind = .answerAdded }
    if !isGuide, rest.allSatisfy({ $0.field == "cases/*" && $0.operation == .add }) { kind = .caseAdded }
    if note?.reason == .correction, isGuide { kind = .guideCorrected }
    if note?.mergedFrom.isEmpty == false { kind = .guideMerged }
    if note?.replacedBy.value != nil { kind = .guideSplit }
    var main = changed(kind, entry, rest)
    main.audience = ChangeAudience(entry, many: many).common(to: rest)
    if kind == .guideCorrected { main.since = note?.since ?? from }
    return [main] + narrowed
  }

  /// For each group of situations that a condition no longer covers: what these people need no more.
  private func narrowings(_ entry: EditionChanges.Entry, _ note: ChangeNotes.Note?) -> [Event] {
    var groups: [String: (audience: Condition, changes: [Change])] = [:]
    for change in entry.changes where ChangeAudience.isCondition(change) {
      guard let left = ConditionShift(change.before, change.after, many: many)?.left else { continue }
      let audience = left && ChangeAudience(entry, many: many).outer(of: change)
      groups[audience.source, default: (audience, [])].changes.append(change)
    }
    return groups.sorted { $0.key.precedes($1.key) }.map { _, group in
      var event = event(.audienceNarrowed, entry, group.changes, note)
      event.audience = group.audience
      event.severity = note?.severity ?? .major
      return event
    }
  }

  private func changed(_ kind: Event.Kind, _ entry: EditionChanges.Entry, _ changes: [Change]) -> Event {
    event(kind, entry, changes, note(entry.subject))
  }

  private func event(
    _ kind: Event.Kind, _ entry: EditionChanges.Entry, _ changes: [Change], _ note: ChangeNotes.Note?
  ) -> Event {
    let effective = note?.effective ?? date
    var event = Event(
      kind, entry.subject, revision: 0, editionFrom: from, editionTo: to, effectiveFrom: effective,
      severity: Severity(effective: effective, published: date).of(kind, changes), reason: reason(changes, note),
      changes: changes, published: date)
    // Whoever went there has to know.
    if entry.isGone, kind == .agencyChanged { event.severity = .major }
    event.severity = note?.severity ?? event.severity
    event.transition = note?.transition?.text
    event.advice = note?.advice?.text
    event.replacedBy = note?.replacedBy.value ?? []
    event.mergedFrom = note?.mergedFrom ?? []
    event.basis = (note?.basis ?? []).map { $0.law + ($0.article.map { "§" + $0 } ?? "") }
    event.topics = topics(entry)
    return event
  }

  private func reason(_ changes: [Change], _ note: ChangeNotes.Note?) -> ChangeNotes.Reason {
    if !changes.isEmpty, changes.allSatisfy(\.isRewording) { return .rewording }
    return note?.reason ?? .dataFix
  }

  /// The agency, and the scenarios that it takes part in: before or now.
  private func topics(_ entry: EditionChanges.Entry) -> [String] {
    [changes.from, changes.to].flatMap { $0.topics(concernedBy: entry.subject) }
  }

  private func note(_ subject: Event.Subject) -> ChangeNotes.Note? { notes.note(on: subject, in: to) }

  /// Facts and questions of which several answers may hold at once.
  private var many: Set<String> {
    let lists = [changes.from, changes.to].flatMap { snapshot in
      (snapshot.records["facts"]?.elements ?? [])
        + (snapshot.records["scenarios"]?.elements ?? []).flatMap { $0["questions"]?.elements ?? [] }
    }
    return Set(lists.filter { $0["many"] == true }.map(\.key))
  }

  // MARK: Consultations and the edition

  /// For books that are printed already: what in them is wrong, and on which page it stands.
  private func errata(_ events: [Event]) -> [Event] {
    let wrong = Dictionary(grouping: events.filter { $0.kind == .guideCorrected }) { $0.since ?? from }
    return wrong.sorted { $0.key.precedes($1.key) }.map { edition, corrected in
      var event = Event(
        .editionCorrected, .init(.edition, edition), revision: 0, editionFrom: edition, editionTo: to,
        effectiveFrom: date, severity: .major, reason: .correction, published: date)
      event.more["errata"] = .array(
        corrected.map { error in
          .record([
            "subject": error.subject.json, "page": pages[edition]?[error.subject.topic].map { .integer($0) },
          ])
        })
      event.topics = corrected.map(\.subject.topic)
      return event
    }
  }

  /// Other keys than those of the edition before: whoever keeps one has to know. A first key is nothing to change.
  private var rotation: [Event] {
    let before = ledger.keys(of: from)
    guard !before.isEmpty, before != keys else { return [] }
    var event = Event(
      .keyRotated, .init(.edition, from), revision: 0, editionFrom: from, editionTo: to, effectiveFrom: date,
      severity: Severity(effective: date, published: date).of(.keyRotated, []), reason: .organisational,
      published: date)
    event.more = ["keysBefore": .array(before.map { .string($0) })]
    event.more["keys"] = EventMaker.list(keys)
    return [event]
  }

  private static func list(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }

  private func consultation(_ entry: EditionChanges.Entry) -> [Event] {
    let kind: Event.Kind
    switch entry.new?["status"]?.text {
    case "open" where entry.isNew: kind = .consultationOpened
    case "closed": kind = .consultationClosed
    case "adopted", "rejected": kind = .consultationAnswered
    default: kind = entry.isGone ? .consultationClosed : .consultationOpened
    }
    return [changed(kind, entry, entry.changes)]
  }

  private func edition(telling events: [Event]) -> Event {
    let own = changes.entries.last.flatMap { $0.subject.kind == .edition ? $0.changes : nil } ?? []
    var event = Event(
      .editionPublished, .init(.edition, to), revision: 1, editionFrom: from, editionTo: to, effectiveFrom: date,
      severity: Severity(effective: date, published: date).of(.editionPublished, own), reason: .dataFix, changes: own,
      published: date)
    event.more = ["snapshot": .string(changes.to.fingerprint), "counts": EventMaker.counts(changes.to)]
    event.more["keys"] = EventMaker.list(keys)
    let tally = Dictionary(grouping: events, by: \.kind.rawValue).mapValues { JSONValue.integer($0.count) }
    // A key of an extension holds no dot: kinds are values.
    event.more["told"] = .array(
      tally.sorted { $0.key.precedes($1.key) }.map { ["kind": .string($0.key), "count": $0.value] })
    return event
  }

  private static func counts(_ snapshot: Snapshot) -> JSONValue {
    .record(
      Dictionary(
        uniqueKeysWithValues: ["guides", "scenarios", "agencies"].map { list in
          (list, .integer(snapshot.records[list]?.elements?.count ?? 0))
        }))
  }

  /// Each event of a subject has the next revision.
  private func counted(_ events: [Event]) -> [Event] {
    var revisions = ledger.revisions
    let new = Set(changes.entries.filter(\.isNew).map(\.subject))
    return events.map { event in
      var event = event
      // A guide that was there before anything was told of it had its first state.
      let before = revisions[event.subject.topic] ?? (new.contains(event.subject) ? 0 : 1)
      event.revision = before + 1
      revisions[event.subject.topic] = before + 1
      return event
    }
  }
}

extension Snapshot {
  /// Of a guide: the agency, and the scenarios that it takes part in. Whoever follows those is told too.
  func topics(concernedBy subject: Event.Subject) -> [String] {
    guard subject.kind == .guide else { return [] }
    let scenarios = (records["scenarios"]?.elements ?? []).filter { scenario in
      scenario["members"]?.elements?.contains { $0["item"]?.text == subject.id } == true
    }
    let agency = record("guides", subject.id)?["agency"]?.text
    return [agency].compactMap { $0.map { "agency/" + $0 } } + scenarios.map { "scenario/" + $0.key }
  }
}

extension ChangeNotes {
  /// What people say of a subject's changes in an edition.
  public func note(on subject: EditionChanges.Subject, in edition: String) -> Note? {
    notes.first { $0.edition == edition && EditionChanges.Subject($0.subject) == subject }
  }

  /// What takes the place of a subject that is gone: its own note says so, or that of what it was merged into.
  public func successors(of subject: EditionChanges.Subject, in edition: String) -> Stated<[String]> {
    let own = note(on: subject, in: edition)?.replacedBy ?? .notStated
    guard own == .notStated else { return own }
    let merged = notes.filter {
      $0.edition == edition && $0.mergedFrom.contains(subject.id)
        && EditionChanges.Subject($0.subject).kind == subject.kind
    }
    return merged.isEmpty ? .notStated : .known(merged.map(\.subject.id).sorted())
  }
}

extension EditionChanges.Subject {
  public init(_ subject: ChangeNotes.Subject) {
    switch subject {
    case .item(let id): self.init(.guide, id)
    case .scenario(let id): self.init(.scenario, id)
    case .agency(let id): self.init(.agency, id)
    }
  }
}
