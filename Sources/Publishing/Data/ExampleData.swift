import Handbook

/// A worked case as data.
struct ExampleData: Encodable {
  struct Answered: Encodable {
    var ask: String
    var answer: String
  }
  /// What happens at one place on one day.
  struct Call: Encodable {
    /// `trip`, `online`, `home`, `office`.
    var kind: String
    var trip: Int?
    var place: String
    var does: [String]
    var receives: [String]
    var until: String?
    /// What takes a time that nobody states.
    var open: [String]
  }
  struct Date: Encodable {
    /// Absent = beyond the years whose holidays are known.
    var day: String?
    /// Only if what nobody states takes no time, when `false`.
    var certain: Bool
    var calls: [Call]
  }

  var story: String
  var start: String
  var answers: [Answered]
  var bring: [String]
  var time: String
  var money: String
  var days: [Date]

  init(_ example: ScenarioChapter.Example) {
    story = example.story
    start = example.start
    answers = example.answers.map { Answered(ask: $0.ask, answer: $0.answer) }
    bring = example.bring
    time = example.time
    money = example.money
    days = example.itinerary.dates.map { date in
      Date(
        day: date.day, certain: date.isCertain,
        calls: date.calls.map { call in
          Call(
            kind: call.kind.rawValue, trip: call.trip, place: call.place, does: call.does, receives: call.receives,
            until: call.untilDay, open: call.open)
        })
    }
  }
}
