import Catalogue
import Consolidation

extension BookBuilder {
  func figure(_ figures: Figures, _ clauses: Clauses) -> ScenarioChapter.FigureVariant {
    let single = figures.time.count == 1 ? figures.time.first : nil
    let nothing = figures.trips == 0 && figures.thingsBefore == 0 && figures.tripsBefore == 0
    return ScenarioChapter.FigureVariant(
      when: clauses.isAlways ? nil : encoded(clauses), trips: figures.trips,
      tripsApproximate: figures.tripsApproximate, tripsOnline: figures.tripsOnline,
      things: figures.things, tripsBefore: figures.tripsBefore, thingsBefore: figures.thingsBefore,
      time: wording.words(figures.time), working: single?.working, calendar: single?.calendar,
      timeComplete: figures.timeComplete, low: figures.low, high: figures.high, moneyComplete: figures.feesComplete,
      empty: nothing && figures.high == 0 && single == TimeTotal.Span(working: 0, calendar: 0))
  }

  /// Ranges over the situations in which something is to be done. The page's script does the same for fewer of them.
  func cells(_ variants: [ScenarioChapter.FigureVariant]) -> [ScenarioChapter.FigureCell] {
    let real = variants.filter { !$0.empty }
    func range(_ value: (ScenarioChapter.FigureVariant) -> Int, _ unit: String) -> String {
      let values = real.map(value)
      guard let low = values.min(), let high = values.max() else { return phrases.notStated }
      return self.range(low, high) + unit
    }
    return [
      .init(
        id: "trips", label: phrases.trips,
        value: (real.contains(where: \.tripsApproximate) ? phrases.about : "") + range(\.trips, phrases.tripUnit),
        before: range(\.tripsBefore, phrases.tripUnit)),
      .init(
        id: "things", label: phrases.things, value: range(\.things, phrases.thingUnit),
        before: range(\.thingsBefore, phrases.thingUnit)),
      .init(id: "days", label: phrases.days, value: days(real), before: nil),
      .init(id: "money", label: phrases.money, value: money(real), before: nil),
    ]
  }

  private func range(_ low: Int, _ high: Int) -> String { low == high ? "\(low)" : "\(low)–\(high)" }

  /// 1–3个工作日, or from the shortest to the longest in words. Unknown parts make it “at least”.
  private func days(_ variants: [ScenarioChapter.FigureVariant]) -> String {
    let complete = variants.allSatisfy(\.timeComplete)
    // What is zero only because nobody stated it says nothing.
    let known = variants.filter { $0.timeComplete || $0.working != 0 || $0.calendar != 0 }
    let sorted = known.sorted { (length($0), $0.time) < (length($1), $1.time) }
    guard let low = sorted.first, let high = sorted.last else { return phrases.notStated }
    let text: String =
      if low.time == high.time {
        low.time
      } else if let a = low.working, let b = high.working, a > 0, known.allSatisfy({ $0.calendar == 0 }) {
        range(a, b) + phrases.workingDayUnit
      } else if let a = low.calendar, let b = high.calendar, a > 0, known.allSatisfy({ $0.working == 0 }) {
        range(a, b) + phrases.calendarDayUnit
      } else {
        phrases.fromTo(low.time, high.time)
      }
    return complete ? text : phrases.atLeast(text)
  }

  private func length(_ variant: ScenarioChapter.FigureVariant) -> Int {
    // Only to order them on the page: working days are not converted into calendar days.
    (variant.working ?? 99) * 10 + (variant.calendar ?? 99) * 7
  }

  func money(_ variants: [ScenarioChapter.FigureVariant]) -> String {
    let complete = variants.allSatisfy(\.moneyComplete)
    guard let low = variants.map(\.low).min(), let high = variants.map(\.high).max() else { return phrases.notStated }
    if high == 0 { return complete ? phrases.noFee : phrases.notStated }
    return complete ? wording.yuan(low, high) : phrases.atLeast(wording.yuan(low, high))
  }
}
