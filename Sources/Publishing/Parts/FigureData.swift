import Handbook

/// What the page's script needs to show the four figures for the answers given so far.
struct FigureData: Encodable {
  struct Variant: Encodable {
    /// For which answers; absent = all.
    var w: String?
    var trips: [Int]
    /// The number of trips may not be the smallest.
    var about: Bool?
    var things: [Int]
    var days: Days
    var money: Money
    var empty: Bool
  }
  struct Days: Encodable {
    var t: String
    var w: Int?
    var c: Int?
    var all: Bool
  }
  struct Money: Encodable {
    var l: Int
    var h: Int
    var all: Bool
  }
  /// Phrases with `{low}`, `{high}` and `{text}` to fill in.
  struct Words: Encodable {
    var about: String
    var trip: String
    var thing: String
    var working: String
    var calendar: String
    var yuan: String
    var fromTo: String
    var atLeast: String
    var before: String
    var free: String
    var unknown: String
    var folded: String
    var nothing: String
    var `if`: String
  }

  struct Impossible: Encodable {
    var w: String
    var t: String
  }
  /// The way for certain answers: stops as kind, place and the numbers of their steps.
  struct Way: Encodable {
    struct Stop: Encodable {
      var k: String
      var p: String
      var s: [Int]
    }
    var w: String?
    var stops: [Stop]
  }

  var variants: [Variant]
  var impossible: [Impossible]
  var ways: [Way]
  var words: Words

  init(_ chapter: ScenarioChapter, _ phrases: Phrases) {
    variants = chapter.variants.map { variant in
      Variant(
        w: variant.when, trips: [variant.trips, variant.tripsBefore], about: variant.tripsApproximate ? true : nil,
        things: [variant.things, variant.thingsBefore],
        days: Days(t: variant.time, w: variant.working, c: variant.calendar, all: variant.timeComplete),
        money: Money(l: variant.low, h: variant.high, all: variant.moneyComplete), empty: variant.empty)
    }
    impossible = chapter.impossible.map { Impossible(w: $0.clauses, t: $0.reason) }
    ways = chapter.ways.map { way in
      Way(w: way.when, stops: way.stops.map { Way.Stop(k: $0.kind, p: $0.place, s: $0.steps) })
    }
    words = Words(
      about: phrases.about, trip: phrases.tripUnit, thing: phrases.thingUnit, working: phrases.workingDayUnit,
      calendar: phrases.calendarDayUnit, yuan: phrases.yuan, fromTo: phrases.fromTo("{low}", "{high}"),
      atLeast: phrases.atLeast("{text}"), before: phrases.before("{text}"), free: phrases.noFee,
      unknown: phrases.notStated, folded: phrases.folded, nothing: phrases.nothingToDo,
      if: phrases.ifCondition("{text}"))
  }
}
