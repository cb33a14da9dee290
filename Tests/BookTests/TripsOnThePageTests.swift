import Catalogue
import Consolidation
import Handbook
import Testing

/// The page of a scenario lays all situations over each other and joins stops by a rule of its own; what is left after
/// all answers are given must be the trips that the plan counts.
@Suite struct `Trips on the page` {
  private static let scenarios = RealBook.catalogue.scenarios.keys.sorted()

  @Test(arguments: scenarios)
  func `the way that the answers leave has the plan's trips and steps, in every situation`(id: String) throws {
    let chapter = try #require(RealBook.handbook?.scenarios.first { $0.id == id })
    try compare(id) { _, situation in
      let ways = chapter.ways.filter { holds($0.when, situation) }
      try #require(ways.count == 1)
      return ways[0].stops.count { $0.kind == "trip" }
    }
  }

  @Test(arguments: scenarios)
  func `a sheet tells as many trips as it counts`(id: String) throws {
    try compare(id, most: 40) { scenario, situation in
      let sheet = PlanSheet(RealBook.catalogue, scenario, situation, start: nil)
      return sheet?.text.split(separator: "\n").count { $0.starts(with: /\s+第[0-9]+趟\s/) } ?? 0
    }
  }

  /// Compares with the plan in every situation, or about `most` of them.
  private func compare(_ id: String, most: Int = 200, _ shown: (Scenario, Situation) throws -> Int) throws {
    let scenario = try #require(RealBook.catalogue.scenarios[id])
    let consolidation = Consolidation(RealBook.catalogue)
    let all = SituationSpace(scenario).situations
    for index in stride(from: 0, to: all.count, by: max(1, all.count / most)) {
      let planned = consolidation.plan(scenario, in: all[index]).trips.count
      let shown = try shown(scenario, all[index])
      #expect(shown == planned, "\(all[index].answers)")
    }
  }

  /// `holds` of `book.js`, with every question answered.
  private func holds(_ clauses: String?, _ situation: Situation) -> Bool {
    guard let clauses else { return true }
    return clauses.split(separator: ";").contains { clause in
      clause.split(separator: "&").allSatisfy { part in
        let sign = part.firstIndex { $0 == ":" || $0 == "!" } ?? part.endIndex
        let options = part[sign...].dropFirst().split(separator: "|").map(String.init)
        let chosen = situation.answers[String(part[..<sign])] ?? []
        return chosen.isDisjoint(with: options) == (part[sign...].first == "!")
      }
    }
  }
}
