import CanonicalJSON
import Catalogue
import Editions

extension BookBuilder {
  /// `edition`: the edition's id. `nil` when the catalogue has no `book.xml`.
  func changes(_ history: History, edition: String) -> ChangesPart? {
    guard let book = catalogue.book, let snapshot = Snapshot(catalogue, edition: edition) else { return nil }
    let publisher = Publisher(
      id: book.feed?.publisher ?? "", base: book.base ?? book.sampleBase, language: phrases.lang,
      keys: book.feed?.keys ?? [])
    let log = EditionLog(snapshot, catalogue.changes, history, publisher) { event, changes in
      EventWords(
        phrases: phrases, labels: changes.map { ChangeLabels($0, phrases, words: catalogue.words) },
        notes: catalogue.changes, book: book.title, changes: changes, snapshot: snapshot
      ).text(event)
    }
    let labels = log.changes.map { ChangeLabels($0, phrases, words: catalogue.words) }
    let tombstones = tombstones(log)
    return ChangesPart(
      log: log, publisher: publisher, previous: log.changes.map { phrases.edition($0.from.edition, $0.from.date) },
      entries: (log.changes?.entries ?? []).compactMap { entry in
        log.changes.flatMap { changes in labels.map { self.entry(entry, $0, changes, tombstones) } }
      },
      errata: errata(log, history, labels), told: log.ledger.items.reversed().compactMap(told),
      announced: announced(log), bulletins: bulletins(on: snapshot.date))
  }

  /// What is resumed is suspended no more; an exercise stands on no page.
  private func bulletins(on date: Day) -> [ChangesPart.Bulletin] {
    let all = catalogue.changes.bulletins.filter { !$0.test }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    return all.filter { bulletin in
      let isOver = (bulletin.until ?? bulletin.expires).map { $0 < date } ?? false
      let isResumed = all.contains { $0.kind == .resumed && $0.subject == bulletin.subject && $0.on >= bulletin.on }
      return !isOver && bulletin.kind != .resumed && !(bulletin.kind == .suspended && isResumed)
    }.map { bulletin in
      let subject = EditionChanges.Subject(bulletin.subject)
      return ChangesPart.Bulletin(
        subject: subject, page: page(subject), kind: phrases.bulletin(bulletin.kind),
        period: phrases.period(bulletin.from, until: bulletin.until), sentence: wording.sentence(bulletin.statement),
        until: (bulletin.until ?? bulletin.expires)?.description)
    }
  }

  /// A slip's line for each change of a corrected guide: the printed page, what stands there, and what should.
  private func errata(_ log: EditionLog, _ history: History, _ labels: ChangeLabels?) -> [PrintPart.ErratumEntry] {
    guard let changes = log.changes, let labels else { return [] }
    return changes.entries.flatMap { entry -> [PrintPart.ErratumEntry] in
      guard let note = catalogue.changes.note(on: entry.subject, in: log.snapshot.edition),
        note.reason == .correction, let since = note.since
      else { return [] }
      return entry.changes.compactMap { change in
        guard let was = labels.state(change, entry, \.before), let now = labels.state(change, entry, \.after) else {
          return nil
        }
        return .init(
          edition: since, date: log.snapshot.date, chapter: page(entry.subject),
          page: history.pages[since]?[entry.subject.topic], was: was, now: now)
      }
    }
  }

  private func entry(
    _ entry: EditionChanges.Entry, _ labels: ChangeLabels, _ changes: EditionChanges, _ tombstones: Tombstones
  ) -> ChangesPart.Entry {
    let subject = entry.subject
    let date = changes.to.date
    let note = catalogue.changes.note(on: subject, in: changes.to.edition)
    let effective = note?.effective ?? date
    let title = (entry.new ?? entry.old)?["title"]?.text ?? phrases.wholeBook
    let said = labels.labels(entry)
    let continued = changes.continued(entry, catalogue.changes)
    let shown = continued ?? entry
    let goesOn = continued != nil || entry.isGone && changes.newID(of: subject, catalogue.changes) != nil
    let successors =
      (entry.isGone ? catalogue.changes.successors(of: subject, in: changes.to.edition) : note?.replacedBy)?.value ?? []
    let isBuried = tombstones.all[subject] != nil
    return ChangesPart.Entry(
      subject: subject, page: page(subject) ?? (isBuried ? Former.page(subject, title) : nil), isGone: entry.isGone,
      title: title,
      kind: goesOn ? phrases.otherID : phrases.kind(of: entry, isCorrection: note?.reason == .correction),
      lines: lead(entry, changes, note, goesOn: goesOn)
        + zip(shown.changes, labels.labels(shown)).map { change, label in
          .init(text: label, impact: change.impact, mark: phrases.mark(change.impact), isRewording: change.isRewording)
        },
      labels: said, effective: phrases.plainDate(effective), isToCome: effective > date,
      transition: note?.transition?.text, advice: note?.advice?.text,
      replacements: successors.compactMap { page(.init(subject.kind, $0)) },
      isMajor: entry.isGone || entry.isNew || entry.changes.contains(where: \.isMajor))
  }

  /// What is said before the single changes: that it is gone, what it was made of, what it became.
  private func lead(
    _ entry: EditionChanges.Entry, _ changes: EditionChanges, _ note: ChangeNotes.Note?, goesOn: Bool
  ) -> [ChangesPart.Line] {
    func names(_ ids: [String]) -> [String] {
      let list = entry.subject.kind.list
      return ids.map { id in
        list.flatMap { (changes.to.record($0, id) ?? changes.from.record($0, id))?["title"]?.text } ?? id
      }
    }
    var said: [String] = []
    if goesOn {
      said = [phrases.goesOn]
    } else if entry.isGone {
      let successors = catalogue.changes.successors(of: entry.subject, in: changes.to.edition)
      said = [
        entry.subject.kind == .guide || entry.subject.kind == .scenario
          ? phrases.withdrawn(successors.value.map(names), isNone: successors == Stated.none) : phrases.noLongerInBook
      ]
    } else if let note {
      if let parts = note.replacedBy.value { said.append(phrases.split(names(parts))) }
      if !note.mergedFrom.isEmpty { said.append(phrases.merged(names(note.mergedFrom))) }
    }
    return said.map { .init(text: $0, impact: .unknown, mark: nil, isRewording: false) }
  }

  func page(_ subject: EditionChanges.Subject) -> Reference? {
    switch subject.kind {
    case .guide: catalogue.items[subject.id].map { item($0.id) }
    case .scenario: catalogue.scenarios[subject.id].map(reference)
    case .agency: catalogue.agencies[subject.id].map { Reference(.agency, $0.id, $0.name) }
    case .notice: catalogue.consultations[subject.id].map { Reference(.consultation, $0.id, $0.title) }
    case .edition, .event: nil
    }
  }

  private func told(_ item: JSONValue) -> ChangesPart.Told? {
    // An exercise is in the log, and on no page.
    guard let own = item["_onebook"], own["test"] != true, let id = item["id"]?.text, let title = item["title"]?.text,
      let text = item["content_text"]?.text, let date = item["date_published"]?.text,
      let day = Day(String(date.prefix(10)))
    else { return nil }
    return ChangesPart.Told(
      id: String(id.suffix(26)), title: title, text: text, date: phrases.plainDate(day),
      edition: own["editionTo"]?.text,
      subject: "\(own["subject"]?["type"]?.text ?? "")/\(own["subject"]?["id"]?.text ?? "")",
      topics: Set((item["tags"]?.elements ?? []).compactMap(\.text)),
      severity: own["severity"]?.text ?? ChangeNotes.Severity.minor.rawValue,
      isRewording: own["reason"]?.text == ChangeNotes.Reason.rewording.rawValue,
      effectiveFrom: own["effectiveFrom"]?.text ?? day.description)
  }
}

extension Phrases {
  var wholeBook: String { say("全书", "The book") }
  /// What an impact means, in a word; nothing where only a person can tell.
  func mark(_ impact: Change.Impact) -> String? {
    switch impact {
    case .tighten: say("变严", "stricter")
    case .loosen: say("放宽", "easier")
    case .neutral, .unknown: nil
    }
  }
  var otherID: String { say("换了编号", "another id") }
  func kind(of entry: EditionChanges.Entry, isCorrection: Bool) -> String {
    if entry.isGone { return say("停用", "withdrawn") }
    if entry.isNew { return say("新增", "new") }
    return isCorrection ? say("更正", "corrected") : say("有变化", "changed")
  }
}
