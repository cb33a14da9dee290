public import Catalogue

/// What each item states of what a guide has to state, in three values: known, known to be none, not stated.
public struct Completeness: Sendable {
  public enum State: String, Sendable { case known, none, notStated = "not-stated" }

  /// How many elements are in which state.
  public struct Score: Hashable, Sendable {
    public var known = 0
    public var none = 0
    public var notStated = 0

    public init(known: Int = 0, none: Int = 0, notStated: Int = 0) {
      self.known = known
      self.none = none
      self.notStated = notStated
    }

    public var total: Int { known + none + notStated }
    /// What is settled, known to be none too, of all: whole per cent, rounded down so that 100 means complete.
    public var percent: Int { total == 0 ? 100 : (known + none) * 100 / total }

    mutating func count(_ state: State) {
      switch state {
      case .known: known += 1
      case .none: none += 1
      case .notStated: notStated += 1
      }
    }

    static func + (a: Score, b: Score) -> Score {
      Score(known: a.known + b.known, none: a.none + b.none, notStated: a.notStated + b.notStated)
    }
  }

  public struct Item: Sendable {
    public var id: String
    public var name: String
    public var agency: String
    /// One state an element, in the order of `GuideElement.allCases`.
    public var states: [State]
    public var score: Score

    public func state(of element: GuideElement) -> State {
      GuideElement.allCases.firstIndex(of: element).map { states[$0] } ?? .notStated
    }
    public var missing: [GuideElement] { zip(GuideElement.allCases, states).filter { $0.1 == .notStated }.map(\.0) }
  }

  public struct Agency: Sendable {
    public var id: String
    public var name: String
    public var items: Int
    public var score: Score
  }

  /// By agency, then by id.
  public let items: [Item]
  /// Agencies with items, in the order of their ids.
  public let agencies: [Agency]
  /// Each element over all items, in the order of `GuideElement.allCases`.
  public let elements: [(element: GuideElement, score: Score)]
  public let total: Score

  public init(_ catalogue: Catalogue) {
    let states = GuideStates(catalogue)
    items = catalogue.items.values.sorted { ($0.agency, $0.id) < ($1.agency, $1.id) }.map { item in
      let found = GuideElement.allCases.map { states.state(of: $0, item) }
      var score = Score()
      found.forEach { score.count($0) }
      return Item(id: item.id, name: item.name, agency: item.agency, states: found, score: score)
    }
    let all = items
    agencies = Set(all.map(\.agency)).sorted().map { id in
      let own = all.filter { $0.agency == id }
      return Agency(
        id: id, name: catalogue.agencies[id]?.name ?? id, items: own.count,
        score: own.reduce(Score()) { $0 + $1.score })
    }
    elements = GuideElement.allCases.map { element in
      var score = Score()
      all.forEach { score.count($0.state(of: element)) }
      return (element, score)
    }
    total = all.reduce(Score()) { $0 + $1.score }
  }
}
