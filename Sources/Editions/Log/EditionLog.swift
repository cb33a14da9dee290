public import CanonicalJSON
public import Catalogue

/// What is kept of all earlier editions: what they promised, and what was told.
public struct History: Sendable {
  public var ledger: Ledger
  public var snapshots: [Snapshot]
  /// By edition: on which page of its printed book each guide and scenario begins, by topic.
  public var pages: [String: [String: Int]] = [:]

  public init(ledger: Ledger = Ledger(), snapshots: [Snapshot] = []) {
    self.ledger = ledger
    self.snapshots = snapshots
  }

  /// Ids of the editions that were published, oldest first.
  public var editions: [String] {
    ledger.items.compactMap { item in
      guard let own = item["_onebook"], own["kind"]?.text == Event.Kind.editionPublished.rawValue else { return nil }
      return own["editionTo"]?.text
    }
  }

  /// The hash of what an edition promised, as it was told when it was published.
  public func fingerprint(of edition: String) -> String? { ledger.publication(of: edition)?["snapshot"]?.text }

  public func snapshot(of edition: String) -> Snapshot? { snapshots.first { $0.edition == edition } }

  /// The edition that readers had before this one; `nil` = there was none.
  public func previous(to edition: String) -> Snapshot? {
    editions.prefix { $0 != edition }.last.flatMap(snapshot)
  }
}

/// The log with what this edition adds to it.
public struct EditionLog: Sendable {
  /// How an edition stands to those that were published.
  public enum Standing: Hashable, Sendable {
    /// Nothing was published yet.
    case first
    /// It follows a published one.
    case new
    /// It is a published one, as it was published.
    case published
    /// It has a published one's name and promises something else.
    case altered
  }

  public let standing: Standing
  /// What is different from the edition before; `nil` for the first.
  public let changes: EditionChanges?
  /// The log as it is once this edition is published.
  public let ledger: Ledger
  /// How many of its events are new.
  public let fresh: Int
  /// The new events, in their order.
  public let events: [Event]
  public let snapshot: Snapshot

  /// `words`: an event in the book's language.
  public init(
    _ snapshot: Snapshot, _ notes: ChangeNotes, _ history: History, _ publisher: Publisher,
    words: (Event, EditionChanges?) -> EventText
  ) {
    self.snapshot = snapshot
    let published = history.snapshot(of: snapshot.edition)
    let previous = history.previous(to: snapshot.edition)
    let isKnown = history.editions.contains(snapshot.edition)
    let changes = previous.map { EditionChanges(from: $0, to: snapshot) }
    self.changes = changes
    standing =
      isKnown
      ? published?.fingerprint == snapshot.fingerprint ? .published : .altered
      : previous == nil ? .first : .new
    var events: [Event] = []
    switch standing {
    case .first: events = [EventMaker.first(snapshot, keys: publisher.keys)]
    case .new:
      let maker = changes.map {
        EventMaker($0, notes, after: history.ledger, pages: history.pages, keys: publisher.keys)
      }
      events = maker?.events ?? []
    case .published, .altered: break
    }
    var ledger = history.ledger
    let aliases = Aliases(history.ledger.items, events)
    let told = EditionLog.add(events.map(aliases.addressed), to: &ledger, publisher) { words($0, changes) }
    let bulletins = BulletinMaker(notes, snapshot, after: ledger, publisher).events.map(aliases.addressed)
    let announced = EditionLog.add(bulletins, to: &ledger, publisher) { words($0, changes) }
    self.ledger = ledger
    self.events = told + announced
    fresh = self.events.count
  }

  /// Adds those that are not there yet, and gives them back.
  private static func add(
    _ events: [Event], to ledger: inout Ledger, _ publisher: Publisher, _ words: (Event) -> EventText
  ) -> [Event] {
    events.filter { event in
      let text = words(event)
      let item = event.item(text, publisher, sequence: ledger.lastSequence + 1, previous: ledger.head)
      // It follows, so nothing but its being there already can keep it out.
      guard (try? ledger.add(item)) != nil else { return false }
      if event.kind == .eventRedacted {
        for told in event.supersedes.compactMap(ledger.address) {
          ledger.redact(told, text.content, by: publisher.url(ofEvent: event.id(publisher: publisher.id)))
        }
      }
      return true
    }
  }

  /// Lines that this edition adds to the ledger.
  public var newItems: [JSONValue] { Array(ledger.items.suffix(fresh)) }
}
