import Handbook

/// What the page's script needs to show the four figures for the answers given so far.
struct FigureData: Encodable {
  struct Variant: Encodable {
    var w: String?
    var trips: [Int]
    var things: [Int]
    var days: Ranked
    var money: Ranked
    var empty: Bool
  }
  struct Ranked: Encodable {
    var t: String
    var r: Int
  }

  var variants: [Variant]
  var tripUnit: String
  var thingUnit: String
  /// With `{low}`, `{high}` and `{text}` to fill in.
  var fromTo: String
  var before: String
  var folded: String
  var nothing: String
  var `if`: String

  init(_ chapter: ScenarioChapter, _ phrases: Phrases) {
    variants = chapter.variants.map { variant in
      Variant(
        w: variant.when, trips: [variant.trips, variant.tripsBefore], things: [variant.things, variant.thingsBefore],
        days: Ranked(t: variant.time, r: variant.timeRank), money: Ranked(t: variant.money, r: variant.moneyRank),
        empty: variant.empty)
    }
    tripUnit = phrases.tripUnit
    thingUnit = phrases.thingUnit
    fromTo = phrases.fromTo("{low}", "{high}")
    before = phrases.before("{text}")
    folded = phrases.folded
    nothing = phrases.nothingToDo
    `if` = phrases.ifCondition("{text}")
  }
}
