import CanonicalJSON
public import Catalogue

/// Events that people write down: what happens between two editions, and what was told by mistake. In the order of their
/// days; those that were told already are told no more. They belong to no edition: whichever is built next tells them, and
/// those after it know them by the same id.
public struct BulletinMaker {
  let notes: ChangeNotes
  let snapshot: Snapshot
  let ledger: Ledger
  let publisher: Publisher

  public init(_ notes: ChangeNotes, _ snapshot: Snapshot, after ledger: Ledger, _ publisher: Publisher) {
    self.notes = notes
    self.snapshot = snapshot
    self.ledger = ledger
    self.publisher = publisher
  }

  public var events: [Event] {
    let bulletins = notes.bulletins.sorted { ($0.on, $0.id) < ($1.on, $1.id) }.map(event)
    let retractions = notes.retractions.sorted { ($0.on, $0.event) < ($1.on, $1.event) }.compactMap(event)
    var revisions = ledger.revisions
    return (bulletins + retractions).filter {
      ledger.address(ofEvent: $0.id(publisher: publisher.id)) == nil
    }
    .sorted { $0.published < $1.published }.map { event in
      var event = event
      event.revision = (revisions[event.subject.topic] ?? 1) + 1
      revisions[event.subject.topic] = event.revision
      return event
    }
  }

  private func event(_ bulletin: ChangeNotes.Bulletin) -> Event {
    let kind: Event.Kind =
      switch bulletin.kind {
      case .notice: .agencyNotice
      case .suspended: .guideSuspended
      case .resumed: .guideResumed
      }
    var event = Event(
      kind, .init(bulletin.subject), revision: 0, editionFrom: nil, editionTo: nil,
      effectiveFrom: bulletin.from,
      severity: bulletin.severity ?? Severity(effective: bulletin.from, published: bulletin.on).of(kind, []),
      reason: .organisational, published: bulletin.on)
    event.effectiveTo = bulletin.until
    event.expires = bulletin.expires ?? bulletin.until
    event.audience = bulletin.statement.when == .always ? nil : bulletin.statement.when
    event.basis = bulletin.statement.basis.map { $0.law + ($0.article.map { "§" + $0 } ?? "") }
    event.notice = bulletin.id
    event.collapse = kind == .agencyNotice ? nil : event.subject.topic
    event.isTest = bulletin.test
    event.topics = snapshot.topics(concernedBy: event.subject)
    return event
  }

  /// Goes to exactly those whom the event went to.
  private func event(_ retraction: ChangeNotes.Retraction) -> Event? {
    guard let address = ledger.address(ofEvent: retraction.event),
      let told = ledger.items.first(where: { $0["id"]?.text == address })
    else { return nil }
    let kind: Event.Kind = retraction.removesText ? .eventRedacted : .eventRetracted
    var event = Event(
      kind, .init(.event, retraction.event), revision: 0, editionFrom: nil, editionTo: nil,
      effectiveFrom: retraction.on, severity: Severity(effective: retraction.on, published: retraction.on).of(kind, []),
      reason: .correction, published: retraction.on)
    event.supersedes = [retraction.event]
    event.more["supersedes"] = [.string(address)]
    event.topics = (told["tags"]?.elements ?? []).compactMap(\.text).filter {
      !$0.hasPrefix("kind/") && !$0.hasPrefix("severity/")
    }
    if let audience = told["_onebook"]?["audience"] { event.more["audience"] = audience }
    return event
  }
}
