import Catalogue

/// How often somebody has to go somewhere: computed, never declared.
///
/// A trip is everything that can be done at one place until an office needs time. The smallest number of trips is found
/// by breadth-first search over sets of finished steps; doing all that is possible at a place is never worse, so the
/// search branches on places only. Where the sets are too many it goes each time to where most can be done, and
/// `approximate` says so.
public struct Trips: Hashable, Sendable {
  /// What happens at one place, or between two trips; steps as positions in `Plan.steps`, in the order of doing.
  public struct Segment: Hashable, Sendable {
    /// The hall, or the agency that has none; `nil`: nobody has to go anywhere.
    public var place: String?
    public var steps: [Int]
  }

  public var segments: [Segment]
  /// Trips when everything that may be done on line is.
  public var online: Int
  public var approximate: Bool
  /// Trips if counters that share a hall were apart: the difference is spared by the building, not by merging.
  public var apart: Int

  /// The places to go to, in order.
  public var route: [String] { segments.compactMap(\.place) }
  public var count: Int { segments.count { $0.place != nil } }

  /// Agencies that share a hall are one place.
  init(_ graph: StepGraph, _ places: Halls) {
    let halls = places.places
    let search = TripSearch(graph, halls, online: false)
    (segments, approximate) = search.segments()
    online = min(count(segments), count(TripSearch(graph, halls, online: true).segments().0))
    // Without a shared hall nothing is spared by it.
    apart =
      graph.nodes.contains { node in
        if case .agency(let place) = node.step.place { halls[place] != nil } else { false }
      } ? max(count(segments), count(TripSearch(graph, [:], online: false).segments().0)) : count(segments)
    func count(_ segments: [Segment]) -> Int { segments.count { $0.place != nil } }
  }
}

private struct TripSearch {
  /// The place of each step that has to be visited.
  let places: [String?]
  /// What has to be finished before each step.
  let before: [Done]
  let immediate: [Bool]

  /// A set of finished steps, by position. More than 128 steps are not searched.
  typealias Done = UInt128
  /// The most sets that are looked at.
  static let limit = 4096

  init(_ graph: StepGraph, _ halls: [String: String], online: Bool) {
    places = graph.nodes.map { node in
      guard node.step.isOnSite, !(online && node.step.online), case .agency(let place) = node.step.place else {
        return nil
      }
      return halls[place] ?? place
    }
    let searched = graph.nodes.count <= Done.bitWidth
    before = graph.nodes.map { node in searched ? node.before.reduce(0) { $0 | 1 << Done($1) } : 0 }
    immediate = graph.nodes.map { node in
      // What is done on line can be done at a counter too, on one's own telephone.
      let onLine = node.step.actor == .applicant && (node.step.place == .online || online && node.step.online)
      return node.immediate || onLine
    }
  }

  func segments() -> ([Trips.Segment], Bool) {
    guard places.count <= Done.bitWidth else { return (neighbours(), true) }
    let start = finish(0, at: nil)
    if let route = shortest(from: start) { return (told(route), false) }
    return (told(greedy(from: start)), true)
  }

  private func shortest(from start: Done) -> [String]? {
    let goal = places.indices.reduce(Done(0)) { $0 | 1 << Done($1) }
    var frontier: [(state: Done, route: [String])] = [(start, [])]
    var seen: Set<Done> = [start]
    while !frontier.isEmpty {
      if let found = frontier.first(where: { $0.state == goal }) { return found.route }
      var next: [(Done, [String])] = []
      for (state, route) in frontier {
        for place in ready(state) {
          let after = visited(place, state)
          if seen.insert(after).inserted { next.append((after, route + [place])) }
        }
      }
      if seen.count > TripSearch.limit { return nil }
      frontier = next
    }
    // Not every step can be reached: a cycle that the catalogue's check should have refused.
    return nil
  }

  private func greedy(from start: Done) -> [String] {
    var state = start
    var route: [String] = []
    while let best = ready(state).max(by: { visited($0, state).nonzeroBitCount < visited($1, state).nonzeroBitCount }) {
      route.append(best)
      state = visited(best, state)
    }
    return route
  }

  private func visited(_ place: String, _ state: Done) -> Done { finish(finish(state, at: place), at: nil) }

  /// The route told step by step.
  private func told(_ route: [String]) -> [Trips.Segment] {
    var state: Done = 0
    var segments: [Trips.Segment] = []
    func go(_ place: String?) {
      var steps: [Int] = []
      state = finish(state, at: place) { steps.append($0) }
      if place != nil || !steps.isEmpty { segments.append(Trips.Segment(place: place, steps: steps)) }
    }
    go(nil)
    for place in route {
      go(place)
      go(nil)
    }
    let rest = places.indices.filter { state & 1 << Done($0) == 0 }
    if !rest.isEmpty { segments.append(Trips.Segment(place: nil, steps: rest)) }
    return segments
  }

  /// Runs of neighbouring steps at one place.
  private func neighbours() -> [Trips.Segment] {
    var segments: [Trips.Segment] = []
    for (index, place) in places.enumerated() {
      if let last = segments.last, last.place == place {
        segments[segments.count - 1].steps.append(index)
      } else {
        segments.append(Trips.Segment(place: place, steps: [index]))
      }
    }
    return segments
  }

  /// Places with something to do, in the order of the steps.
  private func ready(_ done: Done) -> [String] {
    var result: [String] = []
    for index in places.indices where isReady(index, done) {
      if let place = places[index], !result.contains(place) { result.append(place) }
    }
    return result
  }

  private func isReady(_ index: Int, _ done: Done) -> Bool {
    done & 1 << Done(index) == 0 && before[index] & ~done == 0
  }

  /// Everything that can be done at a place without leaving it; with no place, everything that happens between trips:
  /// offices work, one does what needs no journey. Steps come in an order in which they precede what follows them, so
  /// one pass is enough.
  private func finish(_ start: Done, at place: String?, _ tell: (Int) -> Void = { _ in }) -> Done {
    var done = start
    for index in places.indices where isReady(index, done) {
      guard places[index] == place || place != nil && places[index] == nil && immediate[index] else { continue }
      done |= 1 << Done(index)
      tell(index)
    }
    return done
  }
}
