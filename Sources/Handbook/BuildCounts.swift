import Catalogue
import Consolidation

extension BookBuilder {
  /// What merging spares in a worked case, guide by guide.
  func counts(_ example: Scenario.Case, _ scenario: Scenario) -> CountTable {
    let plan = consolidation.plan(scenario, in: example.situation)
    let savings = consolidation.savings(plan, of: scenario)
    let yardsticks = Yardstick.all(self)
    var rows = savings.guides.map { guide in
      CountTable.Row(
        kind: .guide, name: item(guide.item).text, item: item(guide.item),
        cells: yardsticks.map { $0.cell(guide.counts) })
    }
    let (before, after) = (savings.before, savings.after)
    rows.append(.init(kind: .before, name: phrases.oneByOne, item: nil, cells: yardsticks.map { $0.cell(before) }))
    rows.append(.init(kind: .after, name: phrases.allTogether, item: nil, cells: yardsticks.map { $0.cell(after) }))
    rows.append(
      .init(kind: .saved, name: phrases.spared, item: nil, cells: yardsticks.map { $0.saved(before, after) }))
    var notes = [phrases.sameYardstick]
    if savings.tripsByHall > 0 { notes.append(phrases.sparedByHall(savings.tripsByHall)) }
    if savings.parallel != savings.before.time {
      notes.append(phrases.inParallel(wording.words([savings.parallel]), wording.words([savings.before.time])))
    }
    let visits = Set(before.visits.keys).union(after.visits.keys).map { id in
      CountTable.Visits(place: place(id).name, before: before.visits[id] ?? 0, after: after.visits[id] ?? 0)
    }.sorted { ($1.before, $0.place) < ($0.before, $1.place) }
    return CountTable(
      columns: yardsticks.map { ($0.id, $0.label) }, rows: rows, visits: visits, story: example.story, notes: notes)
  }

  /// The first worked case of every scenario that is merged, added up; `nil` when there is none.
  func totals(_ surveys: [Survey]) -> CountTable? {
    let savings = surveys.compactMap { survey in
      survey.scenario.cases.first.map { example in
        consolidation.savings(consolidation.plan(survey.scenario, in: example.situation), of: survey.scenario)
      }
    }
    guard !savings.isEmpty else { return nil }
    let before = savings.map(\.before).reduce(Counts(), +)
    let after = savings.map(\.after).reduce(Counts(), +)
    // Places are counted scenario by scenario, like trips: one goes there each time.
    let yardsticks = Yardstick.all(self).filter { $0.id != "places" }
    return CountTable(
      columns: yardsticks.map { ($0.id, $0.label) },
      rows: [
        .init(kind: .before, name: phrases.oneByOne, item: nil, cells: yardsticks.map { $0.cell(before) }),
        .init(kind: .after, name: phrases.allTogether, item: nil, cells: yardsticks.map { $0.cell(after) }),
        .init(kind: .saved, name: phrases.spared, item: nil, cells: yardsticks.map { $0.saved(before, after) }),
      ], visits: [], story: phrases.casesAddedUp(savings.count), notes: [])
  }

  /// The ranges over all situations, before and after.
  func savings(_ survey: Survey) -> [ScenarioChapter.SavingCell] {
    let real = survey.savings.map(\.value).filter { $0.before != Counts() }
    return Yardstick.all(self).compactMap { yardstick in
      guard let before = yardstick.range(real.map(\.before)), let after = yardstick.range(real.map(\.after)) else {
        return nil
      }
      return .init(id: yardstick.id, label: yardstick.label, before: before, after: after)
    }
  }
}

/// One thing that is counted, and how it is said.
struct Yardstick {
  let id: String
  let label: String
  private let phrases: Phrases
  private let number: (Counts) -> Int
  private let isComplete: (Counts) -> Bool
  private let words: (Int) -> String

  static func all(_ builder: BookBuilder) -> [Yardstick] {
    let phrases = builder.phrases
    func plain(_ number: Int) -> String { "\(number)" }
    func yardstick(
      _ id: String, _ label: String, _ number: @escaping (Counts) -> Int,
      complete: @escaping (Counts) -> Bool = { _ in true }, words: @escaping (Int) -> String = plain
    ) -> Yardstick {
      Yardstick(id: id, label: label, phrases: phrases, number: number, isComplete: complete, words: words)
    }
    return [
      yardstick("lines", phrases.countLines, \.lines),
      yardstick("originals", phrases.countOriginals, \.originals.known, complete: \.originals.complete),
      yardstick("copies", phrases.countCopies, \.copies.known, complete: \.copies.complete),
      yardstick("forms", phrases.countForms, \.forms),
      yardstick("trips", phrases.countTrips, \.trips),
      yardstick("places", phrases.countPlaces) { $0.visits.count },
      yardstick("workingDays", phrases.countWorkingDays, \.time.working, complete: \.timeComplete),
      yardstick("calendarDays", phrases.countCalendarDays, \.time.calendar, complete: \.timeComplete),
      yardstick("fees", phrases.countFees, \.low, complete: \.feesComplete, words: builder.wording.money),
    ]
  }

  private func say(_ number: Int, _ complete: Bool) -> String {
    complete ? words(number) : number == 0 ? phrases.notStated : phrases.atLeast(words(number))
  }

  func cell(_ counts: Counts) -> String { say(number(counts), isComplete(counts)) }

  func saved(_ before: Counts, _ after: Counts) -> String {
    let difference = number(before) - number(after)
    return difference == 0 ? "—" : words(difference)
  }

  /// From the least to the most.
  func range(_ counts: [Counts]) -> String? {
    let numbers = counts.map(number)
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    let complete = counts.allSatisfy(isComplete)
    if low == high || high == 0 { return say(high, complete) }
    let text = "\(words(low))–\(words(high))"
    return complete ? text : phrases.atLeast(text)
  }
}
