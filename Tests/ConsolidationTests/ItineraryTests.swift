import Catalogue
import Consolidation
import Testing

/// Days of plans. Laws are tried on scenarios made by chance; a failure names the seed.
@Suite struct `Itineraries` {
  private static let seeds = (1...200).map(UInt64.init)
  private static let fixtures = Result { try seeds.map { (seed: $0, fixture: try Fixture(RandomScenario(seed: $0))) } }
  /// Saturdays and Sundays, and a week of holidays with one day made up for.
  private static let calendar = WorkCalendar(
    years: [2026], daysOff: Set((0..<7).map { october + $0 }), makeUpDays: [october + 9])
  private static let october = Day(number: 20_727)

  /// Every seed's plan, begun on a day within two weeks of the holidays.
  private func everywhere(_ law: (Plan, Day, Itinerary, Comment) throws -> Void) throws {
    for (seed, fixture) in try Self.fixtures.get() {
      var generator = SeededGenerator(seed: seed)
      for situation in SituationSpace(fixture.scenario).situations.shuffled(using: &generator).prefix(2) {
        let plan = fixture.consolidation.plan(fixture.scenario, in: situation)
        let start = Self.october + Int.random(in: -14...14, using: &generator)
        guard plan.problems.isEmpty else { continue }
        try law(plan, start, plan.itinerary(from: start, Self.calendar), "seed \(seed), \(situation.brief), \(start)")
      }
    }
  }

  @Test func `the holidays begin on the first of October`() {
    #expect(Self.october.description == "2026-10-01")
  }

  @Test func `no day goes back along the order of the steps`() throws {
    try everywhere { plan, start, itinerary, place in
      #expect(itinerary.steps.count == plan.steps.count, place)
      for edge in plan.edges {
        let (first, then) = (itinerary.steps[edge.first], itinerary.steps[edge.then])
        let (done, begun) = (try #require(first.end.day), try #require(then.begin.day))
        #expect(done <= begun, place)
        #expect(Set(first.end.gaps).isSubset(of: then.begin.gaps), place)
      }
      for step in itinerary.steps {
        let begun = try #require(step.begin.day)
        #expect(start <= begun, place)
        #expect(Set(step.begin.gaps).isSubset(of: step.end.gaps), place)
      }
    }
  }

  @Test func `there are as many visits as trips, each on the first working day on which all is there`() throws {
    try everywhere { plan, start, itinerary, place in
      #expect(itinerary.visits.count { $0 != nil } == plan.trips.count, place)
      for (segment, visit) in zip(plan.trips.segments, itinerary.visits) {
        #expect((visit == nil) == (segment.place == nil), place)
        guard let visit else { continue }
        let day = try #require(visit.day)
        #expect(Self.calendar.isWorkingDay(day) == true, place)
        let onSite = segment.steps.filter { plan.steps[$0].isOnSite }
        for step in onSite {
          let begin = try #require(itinerary.steps[step].begin.day)
          #expect(begin >= day && Self.calendar.isWorkingDay(begin) == true, place)
        }
        #expect(day == Self.firstDay(segment.steps, plan, itinerary, start), place)
      }
    }
  }

  /// The first working day on which everything is there that a trip needs from outside of it.
  private static func firstDay(_ trip: [Int], _ plan: Plan, _ itinerary: Itinerary, _ start: Day) -> Day {
    var needed = Set(trip.filter { plan.steps[$0].isOnSite })
    var day = start
    while let step = needed.popFirst() {
      for edge in plan.edges where edge.then == step {
        if trip.contains(edge.first) {
          needed.insert(edge.first)
        } else if let end = itinerary.steps[edge.first].end.day {
          day = max(day, end)
        }
      }
    }
    while calendar.isWorkingDay(day) == false { day = day + 1 }
    return day
  }

  @Test func `the last day is that of the plan, or later where a trip waits or would fall on a day off`() throws {
    var equal = 0
    try everywhere { plan, start, itinerary, place in
      let finish = try #require(plan.time.finish(from: start, Self.calendar))
      let last = try #require(itinerary.last.day)
      #expect(last >= finish, place)
      let waits = plan.steps.indices.contains { step in
        let ready =
          plan.edges.filter { $0.then == step }.compactMap { itinerary.steps[$0.first].end.day }.max() ?? start
        return itinerary.steps[step].begin.day != ready
      }
      if !waits {
        equal += 1
        #expect(last == finish, place)
      }
      #expect(itinerary.last.isCertain == plan.time.isComplete || plan.steps.isEmpty, place)
    }
    #expect(equal > 100, "the law is about something")
  }

  @Test func `a longer limit brings nothing forward`() throws {
    let (short, long) = (try plan(days: 2), try plan(days: 5))
    let start = try #require(Day("2026-09-23"))
    let (a, b) = (short.itinerary(from: start, Self.calendar), long.itinerary(from: start, Self.calendar))
    for (one, other) in zip(a.steps, b.steps) {
      let (sooner, later) = (try #require(one.end.day), try #require(other.end.day))
      #expect(sooner <= later)
    }
  }

  // MARK: By hand

  private func plan(days: Int, unit: String = "workingDays") throws -> Plan {
    try Fixture([
      item(
        "a",
        """
        <steps><step id="submit" stage="submit" by="applicant">s</step><step id="decide" stage="decide" by="agency">d</step>
        <step id="collect" stage="collect" by="applicant">c</step></steps><time statutory="\(days)" unit="\(unit)"/>
        """)
    ]).plan()
  }

  private func days(_ plan: Plan, _ start: String) throws -> [String?] {
    let day = try #require(Day(start))
    return plan.itinerary(from: day, Self.calendar).visits.compactMap { $0 }.map { $0.day?.description }
  }

  @Test func `holidays and days made up for are counted as the calendar has them`() throws {
    #expect(try days(plan(days: 1), "2026-09-29") == ["2026-09-29", "2026-09-30"])
    #expect(try days(plan(days: 2), "2026-09-29") == ["2026-09-29", "2026-10-08"])
    #expect(try days(plan(days: 4), "2026-09-29") == ["2026-09-29", "2026-10-10"])
    #expect(try days(plan(days: 3, unit: "calendarDays"), "2026-09-29") == ["2026-09-29", "2026-10-08"])
  }

  @Test func `who begins on a day off goes on the next working day`() throws {
    let plan = try plan(days: 1)
    #expect(try days(plan, "2026-11-07") == ["2026-11-09", "2026-11-10"])
    // `finish` counts from the Saturday itself.
    let finish = plan.time.finish(from: try #require(Day("2026-11-07")), Self.calendar)
    #expect(finish?.description == "2026-11-09")
  }

  @Test func `days beyond the calendar are not guessed`() throws {
    #expect(try days(plan(days: 3), "2026-12-30") == ["2026-12-30", nil])
    let itinerary = try plan(days: 3).itinerary(from: #require(Day("2026-12-30")), Self.calendar)
    #expect(itinerary.last.day == nil)
  }

  @Test func `a trip waits for all that is done on it`() throws {
    let plan = try Fixture(
      [
        item(
          "early",
          "<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step><step id=\"d\" stage=\"decide\" by=\"agency\">d</step></steps><time statutory=\"10\" unit=\"workingDays\"/>"
        ),
        item(
          "first", at: "station",
          "<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step><step id=\"d\" stage=\"decide\" by=\"agency\">d</step></steps><time statutory=\"5\" unit=\"workingDays\"/>"
        ),
        item(
          "then",
          "<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step></steps><time statutory=\"instant\"/>"),
      ], edges: "<before first=\"first\" then=\"then\">b</before>"
    ).plan()
    let start = try #require(Day("2026-11-02"))
    #expect(plan.trips.count == 2)
    #expect(plan.time.finish(from: start, Self.calendar)?.description == "2026-11-16")
    #expect(plan.itinerary(from: start, Self.calendar).last.day?.description == "2026-11-23")
  }

  @Test func `one goes when the office can decide, not before`() throws {
    let plan = try Fixture(
      [
        item(
          "b", at: "station",
          "<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step><step id=\"d\" stage=\"decide\" by=\"agency\">d</step></steps><time statutory=\"5\" unit=\"workingDays\"/>"
        ),
        item(
          "a",
          """
          <steps><step id="s" stage="submit" by="applicant">s</step><step id="d" stage="decide" by="agency">d</step>
          <step id="c" stage="collect" by="applicant">c</step></steps><time statutory="instant"/>
          """),
      ], edges: "<before first=\"b\" then=\"a\" until=\"result\">b</before>"
    ).plan()
    #expect(plan.route == ["station: b.s", "office: a.s a.c"])
    #expect(try days(plan, "2026-11-02") == ["2026-11-02", "2026-11-09"])
  }

  @Test func `what nobody states a time for leaves no certain day after it`() throws {
    let plan = try Fixture(
      [
        item("a", "<outputs><output evidence=\"form\">f</output></outputs>"),
        item("b", "<time statutory=\"instant\"/>"), item("c", at: "shop", "<time statutory=\"instant\"/>"),
      ],
      edges: "<before first=\"a\" then=\"b\">b</before>"
    ).plan()
    let itinerary = plan.itinerary(from: try #require(Day("2026-11-02")), Self.calendar)
    let open = Dictionary(zip(plan.steps.map(\.member), itinerary.steps), uniquingKeysWith: { first, _ in first })
    #expect(open["a"]?.begin.isCertain == true && open["a"]?.end.isCertain == false)
    #expect(open["b"]?.begin.gaps.map(\.member) == ["a"])
    #expect(open["c"]?.end.isCertain == true)
    #expect(!itinerary.last.isCertain)
  }
}
