import CanonicalJSON
public import Catalogue
public import Diagnostics

/// What can only be said of an edition once it is compared with those before it.
public struct EditionCheck: Sendable {
  public let diagnostics: [Diagnostic]

  /// From this likeness on a name is another spelling of the former one.
  private static let likeness = 0.15

  public init(_ catalogue: Catalogue, _ log: EditionLog) {
    var found: [Diagnostic] = []
    if log.standing == .altered { found.append(EditionCheck.altered(catalogue, log)) }
    found += EditionCheck.reused(catalogue, log)
    found += EditionCheck.notes(catalogue, log)
    found += EditionCheck.retractions(catalogue, log)
    diagnostics = found
  }

  /// The edition was published and says something else now.
  private static func altered(_ catalogue: Catalogue, _ log: EditionLog) -> Diagnostic {
    let id = log.snapshot.edition
    return Diagnostic(
      "edition-altered", .warning, at: catalogue.book?.span ?? Span(file: "book.xml", offset: 0, length: 0),
      Message(zh: "\(id) 版已经发布过，现在的内容和那时不一样", en: "edition \(id) is published, and says something else now"),
      help: [
        Message(
          zh: "发布前换一个新的版次：改 <edition id>，或者 onebook build --edition …；看看改了什么：onebook diff \(id)",
          en:
            "give it a new id before it is published: change <edition id>, or onebook build --edition …; see what changed with onebook diff \(id)"
        )
      ])
  }

  /// An id that meant something else before: whoever subscribed to it, or has it on paper, would be misled.
  private static func reused(_ catalogue: Catalogue, _ log: EditionLog) -> [Diagnostic] {
    let entries = log.changes?.entries ?? []
    return entries.compactMap { entry -> Diagnostic? in
      guard let new = entry.new, let span = place(of: entry.subject, catalogue) else { return nil }
      let former = entry.old ?? tombstone(entry.subject, log)
      guard let former, isOther(former, new) else { return nil }
      let note = catalogue.changes.note(on: entry.subject, in: log.snapshot.edition)
      if note?.renamed == true { return nil }
      let (old, name) = (former["title"]?.text ?? "", new["title"]?.text ?? "")
      return Diagnostic(
        "id-reused", at: span,
        Message(
          zh: "编号 '\(entry.subject.id)' 原来是“\(old)”，现在是“\(name)”",
          en: "the id '\(entry.subject.id)' was “\(old)” and is “\(name)” now"),
        help: [
          Message(
            zh: "换一件事，就用新的编号；还是那件事、只改了名字，在 changes.xml 里写 <change … renamed=\"yes\">",
            en:
              "another matter takes a new id; if it is the same under another name, write <change … renamed=\"yes\"> in changes.xml"
          )
        ])
    }
  }

  /// What an id meant when it was withdrawn.
  private static func tombstone(_ subject: Event.Subject, _ log: EditionLog) -> JSONValue? {
    log.ledger.items.last { item in
      Ledger.topic(of: item) == subject.topic
        && item["_onebook"]?["kind"]?.text.flatMap(Event.Kind.init)?.isTombstone == true
    }?["_onebook"]?["former"]
  }

  private static func isOther(_ old: JSONValue, _ new: JSONValue) -> Bool {
    let names = ["title", "official"].compactMap { key -> (String, String)? in
      guard let a = old[key]?.text, let b = new[key]?.text else { return nil }
      return (a, b)
    }
    return !names.isEmpty && names.allSatisfy { Pairing.similarity(of: $0, $1) < likeness }
  }

  private static func place(of subject: Event.Subject, _ catalogue: Catalogue) -> Span? {
    switch subject.kind {
    case .guide: catalogue.items[subject.id]?.span
    case .scenario: catalogue.scenarios[subject.id]?.span
    case .agency: catalogue.agencies[subject.id]?.span
    default: nil
    }
  }

  /// What people say of changes, against what changed: of a published edition the same as before it was published, so that
  /// it can be built again.
  private static func notes(_ catalogue: Catalogue, _ log: EditionLog) -> [Diagnostic] {
    guard [.new, .published].contains(log.standing), let changes = log.changes else { return [] }
    let own = catalogue.changes.notes.filter { $0.edition == log.snapshot.edition }
    let changed = Set(changes.entries.map(\.subject.topic))
    let idle = own.filter { !changed.contains(EditionChanges.Subject($0.subject).topic) }.map { note in
      Diagnostic(
        "change-without-effect", .warning, at: note.span,
        Message(
          zh: "'\(note.subject.id)' 在 \(note.edition) 版没有变化",
          en: "'\(note.subject.id)' does not change in edition \(note.edition)"),
        help: [
          Message(zh: "看看编号和版次写对没有；没有变化就删掉", en: "see whether id and edition are right; if nothing changed, remove it")
        ])
    }
    let events = EventMaker(changes, catalogue.changes, after: log.ledger).events
    let lowered = events.compactMap { event -> Diagnostic? in
      guard let note = catalogue.changes.note(on: event.subject, in: log.snapshot.edition),
        let severity = note.severity,
        note.why == nil,
        severity < Severity(effective: event.effectiveFrom, published: event.published).of(event.kind, event.changes)
      else { return nil }
      return Diagnostic(
        "severity-without-why", at: note.span,
        Message(zh: "轻重写得比算出来的低，没有写为什么", en: "the severity is lower than what is computed, and nobody says why"),
        help: [Message(zh: "加上 <why>，或者删掉 severity", en: "add <why>, or leave severity out")])
    }
    return idle + unknown(own, changes, log) + lowered + unexplained(catalogue, changes, own)
  }

  /// Ids that subscribers would be sent to, or come from, for ever.
  private static func unknown(
    _ notes: [ChangeNotes.Note], _ changes: EditionChanges, _ log: EditionLog
  ) -> [Diagnostic] {
    notes.flatMap { note -> [Diagnostic] in
      let kind = EditionChanges.Subject(note.subject).kind
      func isKnown(_ id: String, _ snapshot: Snapshot) -> Bool {
        kind.list.flatMap { snapshot.record($0, id) } != nil
      }
      func diagnostic(_ attribute: String, _ id: String, _ zh: String, _ en: String) -> Diagnostic {
        Diagnostic(
          "change-unknown-id", at: note.span,
          Message(zh: "\(attribute) 里的 '\(id)' \(zh)", en: "'\(id)', in \(attribute), \(en)"),
          help: [Message(zh: "看看编号写对没有", en: "see whether the id is right")])
      }
      let before = note.mergedFrom.filter {
        !isKnown($0, changes.from) && tombstone(.init(kind, $0), log) == nil
      }
      let after = (note.replacedBy.value ?? []).filter { !isKnown($0, changes.to) }
      return before.map { diagnostic("merged-from", $0, "没有在哪一版里出现过", "was in no edition") }
        + after.map { diagnostic("replaced-by", $0, "不在 \(note.edition) 版里", "is not in edition \(note.edition)") }
    }
  }

  /// A change that matters and of which nobody says why.
  private static func unexplained(
    _ catalogue: Catalogue, _ changes: EditionChanges, _ notes: [ChangeNotes.Note]
  ) -> [Diagnostic] {
    let explained = Set(
      notes.filter { $0.reason != nil }.flatMap { note -> [String] in
        let subject = EditionChanges.Subject(note.subject)
        return [subject.topic] + note.mergedFrom.map { EditionChanges.Subject(subject.kind, $0).topic }
      })
    return changes.entries.compactMap { entry -> Diagnostic? in
      guard [.guide, .scenario].contains(entry.subject.kind), !explained.contains(entry.subject.topic),
        entry.isGone || entry.changes.contains(where: { $0.isMajor && !$0.path.isEmpty })
      else { return nil }
      let title = (entry.new ?? entry.old)?["title"]?.text ?? entry.subject.id
      let element = entry.subject.kind == .guide ? "item" : "scenario"
      return Diagnostic(
        "change-without-reason", .warning,
        at: place(of: entry.subject, catalogue) ?? catalogue.book?.span ?? Span(file: "book.xml", offset: 0, length: 0),
        Message(zh: "“\(title)”改了要紧的，没有写为什么改", en: "“\(title)” changes in what matters, and nobody says why"),
        help: [
          Message(
            zh:
              "在 changes.xml 里写 <change edition=\"\(changes.to.edition)\" \(element)=\"\(entry.subject.id)\" reason=\"…\"/>",
            en:
              "write <change edition=\"\(changes.to.edition)\" \(element)=\"\(entry.subject.id)\" reason=\"…\"/> in changes.xml"
          )
        ])
    }
  }

  private static func retractions(_ catalogue: Catalogue, _ log: EditionLog) -> [Diagnostic] {
    catalogue.changes.retractions.filter { retraction in
      !log.ledger.ids.contains { $0.hasSuffix(retraction.event) }
    }.map { retraction in
      Diagnostic(
        "unknown-event", at: retraction.span,
        Message(zh: "没有发出过 '\(retraction.event)' 这条消息", en: "no event '\(retraction.event)' was ever told"),
        help: [
          Message(
            zh: "从 feed.json 里抄那条消息 id 末尾的 26 个字符", en: "copy the 26 characters at the end of its id in feed.json")
        ])
    }
  }
}
