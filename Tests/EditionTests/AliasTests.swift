import CanonicalJSON
import Catalogue
import Testing

@testable import Editions

@Suite("Former topics")
struct AliasTests {
  private static func event(_ kind: Event.Kind, _ id: String, from: [String] = [], to: [String] = []) -> Event {
    var event = Event(
      kind, .init(.guide, id), revision: 1, editionFrom: "1", editionTo: "2", effectiveFrom: Day(number: 1),
      severity: .major, reason: .organisational, published: Day(number: 1))
    event.mergedFrom = from
    event.replacedBy = to
    return event
  }

  @Test(
    "Whoever followed a topic gets whatever is told of what became of it, however often it moved on",
    arguments: 1...200 as ClosedRange<UInt64>)
  func law(seed: UInt64) {
    var generator = Sample.Generator(state: seed)
    let ids = (0..<8).map { "g\($0)" }
    // Who leads to whom; circles may occur.
    var next: [String: Set<String>] = [:]
    var events: [Event] = []
    for _ in 0..<Int.random(in: 1...10, using: &generator) {
      let old = ids[Int.random(in: 0..<8, using: &generator)]
      let new = ids[Int.random(in: 0..<8, using: &generator)]
      next[old, default: []].insert(new)
      events.append(
        Bool.random(using: &generator)
          ? Self.event(.guideMerged, new, from: [old]) : Self.event(.guideWithdrawn, old, to: [new]))
    }
    let aliases = Aliases([], events)
    for id in ids {
      var reached: Set<String> = [id]
      while true {
        let more = reached.union(reached.flatMap { next[$0] ?? [] })
        if more == reached { break }
        reached = more
      }
      for other in ids {
        let told = aliases.addressed(Self.event(.guideChanged, other)).tags
        #expect(told.contains("guide/\(id)") == reached.contains(other), "seed \(seed): \(id) → \(other)")
      }
    }
  }

  @Test("What is taken back goes to those who were told, and to nobody else")
  func retraction() {
    let aliases = Aliases([], [Self.event(.guideMerged, "new", from: ["old"])])
    var event = Self.event(.eventRetracted, "x")
    event.topics = ["guide/new"]
    #expect(aliases.addressed(event).topics == ["guide/new"])
  }
}
