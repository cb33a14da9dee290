public import Diagnostics

/// What people decided about merging: these are the same, these are not, this is not asked for. A decision holds for the
/// text it was made on and until its last day; then the rules hold again and the book's keeper is told.
public struct Decision: Hashable, Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// The requirements are lines of their own; of two evidence types: they are different papers.
    case split
    /// The requirements ask for the same paper, that of the first.
    case merge
    /// The requirement is not asked for.
    case drop
  }

  /// What was decided on, and its text at that time.
  public struct Source: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
      case requirement(item: String, id: String)
      case evidence(String)
    }
    public var place: Place
    /// The `digest` of the requirement or evidence type.
    public var digest: String
    public var span: Span

    public init(place: Place, digest: String, span: Span) {
      self.place = place
      self.digest = digest
      self.span = span
    }
  }

  public var id: String
  public var verdict: Verdict
  public var sources: [Source]
  public var by: String
  /// The second person, who looked at it too.
  public var second: String?
  public var reason: String
  public var date: Day
  /// The last day on which it holds; `nil` = no end.
  public var until: Day?
  public var span: Span

  public init(
    id: String, verdict: Verdict, sources: [Source], by: String, second: String?, reason: String, date: Day,
    until: Day?,
    span: Span
  ) {
    self.id = id
    self.verdict = verdict
    self.sources = sources
    self.by = by
    self.second = second
    self.reason = reason
    self.date = date
    self.until = until
    self.span = span
  }

  /// Whether the decision counts on a day, over a catalogue as it reads now.
  public enum State: Hashable, Sendable { case live, stale, expired }

  public func state(on day: Day?, in catalogue: Catalogue) -> State {
    for source in sources where catalogue.digest(of: source.place) != source.digest { return .stale }
    if let until, let day, until < day { return .expired }
    return .live
  }
}

extension Catalogue {
  /// What the text at a place is now; `nil` when there is nothing there.
  public func digest(of place: Decision.Source.Place) -> String? {
    switch place {
    case .requirement(let item, let id):
      (items[item]?.requirements.value ?? []).flatMap(\.all).first { $0.id == id }?.digest
    case .evidence(let id): evidence[id]?.digest
    }
  }
}
