import CanonicalJSON
import Catalogue
import Editions
import Foundation

/// An event in words: what a subscriber reads, complete in itself.
struct EventWords {
  let phrases: Phrases
  let labels: ChangeLabels?
  /// What people wrote of bulletins and retractions.
  let notes: ChangeNotes
  let book: String
  /// Names of what is there now, by topic; of what is gone, the edition before knows it.
  let changes: EditionChanges?
  let snapshot: Snapshot

  /// The longest summary that a feed reader shows whole.
  private static let summaryLength = 60

  func text(_ event: Event) -> EventText {
    let labels = labels(event)
    let entry = changes?.entries.first { $0.subject == event.subject }
    let sentences = [body(event, labels), event.transition, event.advice.map(phrases.advice)].compactMap(\.self)
    // Readers that do not know our data must see it, too.
    let drill = event.isTest ? phrases.drill : ""
    let content = drill + sentences.filter { !$0.isEmpty }.map(phrases.ended).joined(separator: phrases.gap)
    var text = EventText(
      title: drill + title(event),
      summary: shortened(labels.isEmpty ? content : labels.joined(separator: phrases.semicolon)),
      content: content.isEmpty ? title(event) : content, labels: labels)
    if event.kind == .guideCorrected, let words = self.labels, let entry {
      text.wrong = event.changes.compactMap { words.state($0, entry, \.before) }.joined(separator: phrases.semicolon)
      text.right = event.changes.compactMap { words.state($0, entry, \.after) }.joined(separator: phrases.semicolon)
    }
    return text
  }

  private func labels(_ event: Event) -> [String] {
    guard let labels, let entry = changes?.entries.first(where: { $0.subject == event.subject }) else { return [] }
    let all = Dictionary(
      zip(entry.changes, labels.labels(entry)).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    return event.changes.map { all[$0] ?? $0.pointer }
  }

  private func body(_ event: Event, _ labels: [String]) -> String {
    let from = phrases.from(event.effectiveFrom)
    if goesOn(event) { return from + phrases.goesOn + list(continued(event)) }
    switch event.kind {
    case .editionPublished: return published(event, labels)
    case .editionCorrected: return errata(event)
    case .guideAdded, .scenarioAdded: return from + labels.joined(separator: phrases.semicolon)
    case .guideWithdrawn, .scenarioWithdrawn:
      return from
        + phrases.withdrawn(
          event.replacedBy.isEmpty ? nil : replacements(event), isNone: event.more["noReplacement"] == true)
    case .audienceNarrowed: return from + phrases.narrowed(audience(event), narrowed(event))
    case .guideMerged: return from + phrases.merged(names(event.mergedFrom, event)) + list(labels)
    case .guideSplit: return from + phrases.split(replacements(event)) + list(labels)
    case .guideSuspended, .guideResumed, .agencyNotice: return bulletin(event)
    case .eventRetracted, .eventRedacted: return retraction(event)
    case .keyRotated: return rotation(event)
    default:
      if labels.isEmpty { return from + phrases.noLongerInBook }
      if event.changes.allSatisfy(\.isRewording) {
        return phrases.onlyReworded + list(labels)
      }
      return from + labels.joined(separator: phrases.semicolon)
    }
  }

  /// The same matter under another id: said of the old one and of the new one.
  private func goesOn(_ event: Event) -> Bool {
    guard let changes, event.kind.isTombstone || event.kind == .guideMerged else { return false }
    return (changes.newID(of: event.subject, notes) ?? changes.oldID(of: event.subject, notes)) != nil
  }

  /// What is different in it besides its id.
  private func continued(_ event: Event) -> [String] {
    guard let labels, let changes, let entry = changes.entries.first(where: { $0.subject == event.subject }) else {
      return []
    }
    return changes.continued(entry, notes).map(labels.labels) ?? []
  }

  private func list(_ labels: [String]) -> String {
    labels.isEmpty ? "" : phrases.semicolon + labels.joined(separator: phrases.semicolon)
  }

  private func published(_ event: Event, _ labels: [String]) -> String {
    guard let before = event.editionFrom else { return phrases.firstPublished(book, snapshot.edition) }
    let told = (event.more["told"]?.elements ?? []).compactMap { entry -> String? in
      guard let kind = entry["kind"]?.text.flatMap(Event.Kind.init), let count = entry["count"]?.number else {
        return nil
      }
      return phrases.tally(kind, count)
    }
    return phrases.editionPublished(snapshot.edition, before) + (told + labels).joined(separator: phrases.semicolon)
  }

  /// 第12页“过户”：…
  private func errata(_ event: Event) -> String {
    (event.more["errata"]?.elements ?? []).map { error -> String in
      let id = error["subject"]?["id"]?.text ?? ""
      let entry = changes?.entries.first { $0.subject == .init(.guide, id) }
      let said = entry.flatMap { entry in labels?.labels(entry).joined(separator: phrases.semicolon) } ?? ""
      return phrases.erratum(error["page"]?.number, name(of: .init(.guide, id)), said)
    }.joined(separator: phrases.semicolon)
  }

  private func bulletin(_ event: Event) -> String {
    guard let bulletin = notes.bulletins.first(where: { $0.id == event.notice }) else { return "" }
    return phrases.period(bulletin.from, until: bulletin.until) + phrases.colon + bulletin.statement.text
  }

  private func retraction(_ event: Event) -> String {
    guard let id = event.supersedes.first, let told = notes.retractions.first(where: { $0.event == id }) else {
      return ""
    }
    return told.statement.text
  }

  private func rotation(_ event: Event) -> String {
    func fingerprints(_ member: String) -> [String] {
      (event.more[member]?.elements ?? []).compactMap(\.text).compactMap { text in
        Data(base64Encoded: text).flatMap { VerifyingKey($0) }?.fingerprint
      }
    }
    let (before, now) = (fingerprints("keysBefore"), fingerprints("keys"))
    return phrases.keyRotated(now, gone: before.filter { !now.contains($0) })
  }

  private func narrowed(_ event: Event) -> String {
    guard let labels, let entry = changes?.entries.first(where: { $0.subject == event.subject }) else { return "" }
    return event.changes.map { labels.narrowed($0, entry) }.joined(separator: phrases.semicolon)
  }

  private func audience(_ event: Event) -> String {
    event.audience.flatMap { labels?.wordsOf($0, in: event.subject) } ?? phrases.someCases
  }

  private func replacements(_ event: Event) -> [String] { names(event.replacedBy, event) }

  private func names(_ ids: [String], _ event: Event) -> [String] {
    let list = event.subject.kind.list ?? ""
    return ids.map { id in
      (snapshot.record(list, id) ?? changes?.from.record(list, id))?["title"]?.text ?? id
    }
  }

  // MARK: Title

  private func title(_ event: Event) -> String {
    let name = name(of: event.subject)
    if goesOn(event) { return phrases.goesOnTitle(name) }
    switch event.kind {
    case .editionPublished: return phrases.editionTitle(book, snapshot.edition)
    case .guideChanged, .scenarioChanged, .agencyChanged: return phrases.changedTitle(name, areas(event))
    default: return phrases.title(event.kind, name)
    }
  }

  private func name(of subject: Event.Subject) -> String {
    guard let list = subject.kind.list else { return subject.id }
    return (snapshot.record(list, subject.id) ?? changes?.from.record(list, subject.id))?["title"]?.text ?? subject.id
  }

  /// 材料、收费: which parts of the page changed, at most three.
  private func areas(_ event: Event) -> [String] {
    var areas: [String] = []
    for change in event.changes.sorted(by: { $0.isMajor && !$1.isMajor }) {
      guard let list = change.field.split(separator: "/").first.map(String.init),
        let name = phrases.name(ofMember: list), !areas.contains(name)
      else { continue }
      areas.append(name)
    }
    return Array(areas.prefix(3))
  }

  private func shortened(_ text: String) -> String {
    text.count <= EventWords.summaryLength ? text : text.prefix(EventWords.summaryLength - 1) + "…"
  }
}
