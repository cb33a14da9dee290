import Catalogue

/// How often somebody has to go somewhere: computed, never declared.
///
/// A trip is everything that can be done at one place until an office needs time. The smallest number of trips is found
/// by breadth-first search over sets of finished steps; doing all that is possible at a place is never worse, so
/// the search branches on places only. Beyond 60 steps it takes the place where most can be done, and says so.
public struct Trips: Hashable, Sendable {
  /// One stop: the place and the steps done there, as positions in `Plan.steps`.
  public struct Stop: Hashable, Sendable {
    public var place: String
    public var steps: [Int]
  }

  public var route: [Stop]
  /// Trips when everything that may be done on line is.
  public var online: Int
  /// Visits spared by having a result mailed.
  public var mailed: Int
  /// The search was cut short: the number may not be the smallest.
  public var approximate: Bool

  public var count: Int { route.count }

  init(_ graph: StepGraph) {
    let search = TripSearch(graph, online: false)
    (route, approximate) = search.route()
    online = TripSearch(graph, online: true).route().0.count
    mailed = graph.nodes.count { $0.step.stage == .collect && !$0.step.isOnSite && $0.step.ways.contains(.mail) }
  }
}

private struct TripSearch {
  /// The place of each step that has to be visited.
  let places: [String?]
  let before: [UInt64]
  let immediate: UInt64
  let count: Int

  init(_ graph: StepGraph, online: Bool) {
    count = graph.nodes.count
    places = graph.nodes.map { node in
      guard node.step.isOnSite, !(online && node.step.online), case .agency(let place) = node.step.place else {
        return nil
      }
      return place
    }
    before = graph.nodes.map { $0.before.reduce(0) { $1 < 60 ? $0 | 1 << UInt64($1) : $0 } }
    immediate = graph.nodes.enumerated().reduce(0) { mask, node in
      // What is done on line can be done at a counter too, on one's own telephone.
      let onLine =
        node.element.step.actor == .applicant
        && (node.element.step.place == .online || online && node.element.step.online)
      return node.offset < 60 && (node.element.immediate || onLine) ? mask | 1 << UInt64(node.offset) : mask
    }
  }

  func route() -> ([Trips.Stop], Bool) {
    guard count <= 60 else { return (greedy(), true) }
    let goal: UInt64 = count == 0 ? 0 : (1 << UInt64(count)) - 1
    let start = rested(0)
    var previous: [UInt64: (UInt64, String)] = [:]
    var frontier = [start]
    var seen: Set<UInt64> = [start]
    while !frontier.isEmpty, !seen.contains(goal) {
      var next: [UInt64] = []
      for state in frontier {
        for place in placesReady(state) {
          let after = rested(visit(place, state))
          if seen.insert(after).inserted {
            previous[after] = (state, place)
            next.append(after)
          }
        }
      }
      frontier = next
    }
    var stops: [Trips.Stop] = []
    var state = goal
    while let (earlier, place) = previous[state] {
      let done = visit(place, earlier) & ~earlier
      stops.append(
        Trips.Stop(place: place, steps: (0..<count).filter { done & 1 << UInt64($0) != 0 && places[$0] == place }))
      state = earlier
    }
    return (stops.reversed(), false)
  }

  /// Places with something to do, in the order of the steps.
  private func placesReady(_ done: UInt64) -> [String] {
    var result: [String] = []
    for index in 0..<count where ready(index, done) {
      if let place = places[index], !result.contains(place) { result.append(place) }
    }
    return result
  }

  private func ready(_ index: Int, _ done: UInt64) -> Bool {
    done & 1 << UInt64(index) == 0 && before[index] & ~done == 0
  }

  /// Everything that can be done at the place without leaving it.
  private func visit(_ place: String, _ start: UInt64) -> UInt64 {
    closure(start) { places[$0] == place || immediate & 1 << UInt64($0) != 0 }
  }

  /// Everything that happens between trips: offices work, one does what needs no journey.
  private func rested(_ start: UInt64) -> UInt64 { closure(start) { places[$0] == nil } }

  private func closure(_ start: UInt64, _ allowed: (Int) -> Bool) -> UInt64 {
    var done = start
    var changed = true
    while changed {
      changed = false
      for index in 0..<count where ready(index, done) && allowed(index) {
        done |= 1 << UInt64(index)
        changed = true
      }
    }
    return done
  }

  /// One stop a run of neighbouring steps at the same place.
  private func greedy() -> [Trips.Stop] {
    var stops: [Trips.Stop] = []
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      if stops.last?.place == place {
        stops[stops.count - 1].steps.append(index)
      } else {
        stops.append(Trips.Stop(place: place, steps: [index]))
      }
    }
    return stops
  }
}
