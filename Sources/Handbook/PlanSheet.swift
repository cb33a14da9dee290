public import Catalogue
import Consolidation
import Foundation

/// One plan in words: for the terminal, and as data.
public struct PlanSheet: Encodable {
  struct Line: Encodable {
    var name: String
    var treatment: [String]
    var `if`: String?
    var askedBy: [String]
  }
  struct Spared: Encodable {
    var name: String
    var why: String
    var `if`: String?
  }
  struct Given: Encodable {
    var name: String
    var from: String
    var to: [String]
    var afterApproval: Bool
  }
  struct Place: Encodable {
    var kind: String
    var place: String
    /// Somebody has to be there in person.
    var inPerson: Bool
    var steps: [String]
  }
  /// What happens on one day; `certain` is `false` where that hangs on what nobody states.
  struct Dated: Encodable {
    struct Call: Encodable {
      var place: String
      var does: [String]
      var receives: [String]
      var until: String?
      var open: [String]
    }
    var day: String?
    var words: String
    var certain: Bool
    var calls: [Call]
  }
  struct Charge: Encodable {
    var name: String
    var amount: String
    var `if`: String?
  }

  var scenario: String
  var title: String
  var answers: [String: [String]]
  /// Questions left open.
  var open: [String]
  var trips: Int
  var tripsApproximate: Bool
  var tripsSeparately: Int
  var things: Int
  var thingsSeparately: Int
  var bring: [Line]
  var notNeeded: [Spared]
  var handovers: [Given]
  var steps: [Place]
  /// What has to be known of the way.
  var cautions: [String]
  var time: String
  var timeNotStated: [String]
  /// What comes on top of the stated limits, of unknown length.
  var timeOnTop: [String]
  var finish: String?
  /// Day by day from the first day, if one was given.
  var itinerary: [Dated]
  var itineraryNotes: [String]
  var fees: [Charge]
  var total: String
  /// Why there is no merged list; then nothing above is filled.
  public private(set) var blocked: [String]

  private var phrases: Phrases
  private var isEmpty: Bool

  private enum CodingKeys: String, CodingKey {
    case scenario, title, answers, open, trips, tripsApproximate, tripsSeparately, things, thingsSeparately, bring,
      notNeeded, handovers
    case steps, cautions, time, timeNotStated, timeOnTop, finish, itinerary, itineraryNotes, fees, total, blocked
  }

  /// `nil` when the catalogue has no `book.xml`.
  public init?(_ catalogue: Catalogue, _ scenario: Scenario, _ situation: Situation, start: Day?) {
    guard let book = catalogue.book else { return nil }
    phrases = Phrases(lang: book.lang)
    let builder = BookBuilder(only: catalogue, phrases, asking: scenario.questions)
    let plan = builder.consolidation.plan(scenario, in: situation)
    let figures = builder.figure(builder.consolidation.figures(plan, of: scenario), .always)
    self.scenario = scenario.id
    title = scenario.title
    answers = situation.answers.mapValues { $0.sorted() }
    open = scenario.questions.map(\.id).filter { situation.answers[$0] == nil }
    isEmpty = figures.empty
    trips = figures.trips
    tripsApproximate = figures.tripsApproximate
    tripsSeparately = figures.tripsBefore
    things = figures.things
    thingsSeparately = figures.thingsBefore
    let phrases = phrases
    bring = builder.groups(
      plan.bring.map { ListedLine($0, builder.when(open: $0.condition)) }
    ).flatMap { group in
      group.lines.map { entry in
        Line(
          name: group.heading + " " + entry.name(phrases),
          treatment: entry.treatment + entry.labels, if: entry.when.words,
          askedBy: entry.sources.map { ([$0.entry.item.text] + $0.entry.basis).joined(separator: " ") }.uniqued())
      }
    }
    notNeeded = builder.notNeeded(
      plan.notNeeded.map { ($0, builder.when(open: $0.use.condition)) }, besides: plan.bring
    ).map { entry in
      Spared(
        name: [entry.owner.map(phrases.belongs(to:)), entry.evidence.text].compactMap { $0 }.joined(),
        why: [entry.why, entry.fallback].compactMap { $0 }.joined(separator: phrases.semicolon), if: entry.when.words)
    }
    handovers = builder.handovers(plan.handovers.map { ($0, .always) }, scenario).map { entry in
      Given(
        name: [entry.owner.map(phrases.belongs(to:)), entry.evidence.text].compactMap { $0 }.joined(), from: entry.from,
        to: entry.to, afterApproval: entry.afterApproval)
    }
    let steps = plan.steps.map { (step: $0, when: builder.when(open: $0.condition)) }
    self.steps = builder.stops(plan.trips.segments, steps, withItems: false).map { stop in
      // Where all of it takes the person, the place says so once.
      let isMixed = stop.steps.contains { !$0.inPerson && !$0.byOffice }
      return Place(
        kind: stop.kind.rawValue, place: stop.place.isEmpty ? phrases.wait : stop.place,
        inPerson: stop.steps.contains(where: \.inPerson),
        steps: stop.steps.map { step in
          let text = step.byOffice && stop.kind == .trip ? phrases.byOffice(step.text) : step.text
          let when = step.when.words.map { phrases.ifCondition($0) + phrases.colon } ?? ""
          return when
            + ([text] + [step.duration, isMixed ? step.attendance : nil].compactMap { $0 }).joined(
              separator: phrases.comma)
        })
    }
    cautions = builder.cautions(plan)
    time = builder.cells([figures]).first { $0.id == "days" }?.value ?? ""
    timeNotStated = plan.time.unknown.compactMap { id in
      plan.members.first { $0.id == id }.map { builder.item($0.item).text }
    }
    timeOnTop = plan.time.excluded.map { entry in
      phrases.paper(
        entry.text, of: plan.members.first { $0.id == entry.member }.map { builder.item($0.item).text } ?? entry.member)
    }
    finish = start.map { builder.span(plan, from: $0) }
    let days = start.map { builder.itinerary(plan, from: $0) }
    itinerary = (days?.dates ?? []).map { date in
      Dated(
        day: date.day, words: (date.isCertain ? "" : phrases.ifAtOnce) + date.words, certain: date.isCertain,
        calls: date.calls.map {
          Dated.Call(place: $0.place, does: $0.does, receives: $0.receives, until: $0.until, open: $0.open)
        })
    }
    itineraryNotes = days?.notes ?? []
    fees = builder.fees(plan.fees.lines.map { ($0, builder.when(open: $0.condition)) }, free: [], unknown: []).lines.map
    {
      Charge(name: $0.name, amount: $0.amount, if: $0.when.words)
    }
    total = builder.money([figures])
    blocked = plan.problems.map { builder.told($0, plan.steps).text }
    guard !blocked.isEmpty else { return }
    (bring, notNeeded, handovers, self.steps, cautions, fees) = ([], [], [], [], [], [])
    (itinerary, itineraryNotes) = ([], [])
  }

  /// Sorted keys, two-space indent.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  public var text: String {
    var lines = [title]
    if !open.isEmpty { lines.append("  " + phrases.openQuestions + open.joined(separator: phrases.separator)) }
    func part(_ title: String, _ entries: [String]) {
      guard !entries.isEmpty else { return }
      lines.append("")
      lines.append(title)
      lines += entries.map { "  " + $0 }
    }
    func condition(_ text: String?) -> String { text.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? "" }
    guard blocked.isEmpty else {
      return (lines + ["", phrases.notMerged] + blocked.map { "  " + $0 }).joined(separator: "\n")
    }
    guard !isEmpty else { return (lines + ["", phrases.nothingToDo]).joined(separator: "\n") }
    lines.append(
      "  \(phrases.trips) \(tripsApproximate ? phrases.about : "")\(trips)\(phrases.tripUnit)\(phrases.inParentheses(phrases.before("\(tripsSeparately)\(phrases.tripUnit)"))) · \(phrases.things) \(things)\(phrases.thingUnit)\(phrases.inParentheses(phrases.before("\(thingsSeparately)\(phrases.thingUnit)"))) · \(phrases.days) \(time) · \(phrases.money) \(total)"
    )
    part(
      phrases.bring,
      bring.flatMap { line in
        ["□ \(line.name)  \(line.treatment.joined(separator: " · "))\(condition(line.if))"]
          + line.askedBy.map { "    ← \($0)" }
      })
    part(phrases.notNeeded, notNeeded.map { "\($0.name)\(phrases.colon)\($0.why)\(condition($0.if))" })
    part(
      phrases.handovers,
      handovers.map { given in
        let condition = given.afterApproval ? phrases.inParentheses(phrases.onceApproved) : ""
        return
          "\(given.name)\(phrases.colon)\(given.from) → \(given.to.joined(separator: phrases.separator))\(condition)"
      })
    var trip = 0
    part(
      phrases.steps,
      steps.flatMap { stop -> [String] in
        if stop.kind == "trip" { trip += 1 }
        let number = stop.kind == "trip" ? "\(phrases.tripCounter.0)\(trip)\(phrases.tripCounter.1)" : ""
        let person = stop.inPerson && stop.kind == "trip" ? phrases.inParentheses(phrases.inPerson) : ""
        return ["\(number)\(stop.place)\(person)"] + stop.steps.map { "  · \($0)" }
      })
    part(phrases.mind, cautions)
    part(phrases.fees, fees.map { "\($0.name)  \($0.amount)\(condition($0.if))" })
    if !timeNotStated.isEmpty { part(phrases.timeNotIncluded, [timeNotStated.joined(separator: phrases.separator)]) }
    if !timeOnTop.isEmpty { part(phrases.timeOnTop, [timeOnTop.joined(separator: phrases.separator)]) }
    if let finish { part(phrases.exampleTime, [finish]) }
    part(phrases.itinerary, itinerary.flatMap(told) + (itinerary.isEmpty ? [] : itineraryNotes))
    return lines.joined(separator: "\n")
  }

  private func told(_ date: Dated) -> [String] {
    [date.words]
      + date.calls.flatMap { call -> [String] in
        var lines = ["  " + call.place + (call.until.map { phrases.comma + $0 } ?? "")]
        lines += call.does.map { "  · \($0)" }
        if !call.receives.isEmpty {
          lines.append("  " + phrases.receives + call.receives.joined(separator: phrases.semicolon))
        }
        return lines + call.open.map { "  ! \($0)" }
      }
  }
}
