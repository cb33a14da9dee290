public import Catalogue

/// A plan laid on the calendar, from a first day on: when each trip can be made, and until when each office may take.
///
/// Limits are taken in full, so that days are the latest: an office may be quicker. Nobody is sent to an office on a day
/// off: a trip that could be made on one is made on the next working day. Everything that a trip is for is done on it, so
/// it waits for the slowest; that is the price of few trips. Hence the last day is never before `TimeTotal.finish`, which
/// lets every step begin as soon as it can, on a day off too; it is the same day where no trip waits.
public struct Itinerary: Hashable, Sendable {
  /// A time that nobody states; what follows it has no certain day.
  public struct Gap: Hashable, Sendable, Comparable {
    public var member: String
    /// What the member's limit does not count; `nil`: the member has no limit.
    public var text: String?

    public static func < (a: Self, b: Self) -> Bool { (a.member, a.text ?? "") < (b.member, b.text ?? "") }
  }

  public struct Moment: Hashable, Sendable {
    /// The latest day, if what nobody states takes no time; `nil`: beyond the years of the calendar.
    public var day: Day?
    /// What comes before it for a time that nobody states. Sorted.
    public var gaps: [Gap]

    public var isCertain: Bool { gaps.isEmpty }

    /// The later of both, which waits for what both wait for.
    static func later(_ a: Moment, _ b: Moment) -> Moment {
      let day: Day? = if let first = a.day, let second = b.day { max(first, second) } else { nil }
      return Moment(day: day, gaps: Set(a.gaps + b.gaps).sorted())
    }
  }

  public struct Step: Hashable, Sendable {
    public var begin: Moment
    public var end: Moment
    /// The gaps that begin with this step.
    public var gaps: [Gap]
  }

  /// One for each of the plan's steps.
  public var steps: [Step]
  /// One for each segment of the plan's trips: the day of the trip; `nil` for what is no trip.
  public var visits: [Moment?]
  /// When everything is done.
  public var last: Moment
}

extension Plan {
  /// When what happens if it is begun on a day. Steps that wait for each other, in a plan with problems, do not.
  public func itinerary(from start: Day, _ calendar: WorkCalendar) -> Itinerary {
    let beginning = Itinerary.Moment(day: start, gaps: [])
    let gaps = gaps
    let drafts = time.possibleSituations.map { situation in
      ItineraryDraft(self, gaps, beginning, calendar) { self.time.duration(of: $0, in: situation) }
    }
    // Branches that exclude each other are not added up: each moment is the latest of all situations.
    let steps = steps.indices.map { index in
      Itinerary.Step(
        begin: drafts.map { $0.begins[index] }.reduce(beginning, Itinerary.Moment.later),
        end: drafts.map { $0.ends[index] }.reduce(beginning, Itinerary.Moment.later), gaps: gaps[index])
    }
    let visits = trips.segments.indices.map { segment -> Itinerary.Moment? in
      guard trips.segments[segment].place != nil else { return nil }
      return drafts.compactMap { $0.visits[segment] }.reduce(beginning, Itinerary.Moment.later)
    }
    return Itinerary(
      steps: steps, visits: visits, last: steps.map(\.end).reduce(beginning, Itinerary.Moment.later))
  }

  /// For each step the gaps that begin with it: at the member's last step of an office, where its limit would stand.
  private var gaps: [[Itinerary.Gap]] {
    var result: [[Itinerary.Gap]] = steps.map { _ in [] }
    func add(_ member: String, _ text: String?) {
      let own = steps.indices.filter { steps[$0].member == member && steps[$0].stage != .wait }
      guard let place = own.last(where: { steps[$0].actor != .applicant }) ?? own.last else { return }
      result[place].append(Itinerary.Gap(member: member, text: text))
    }
    for member in time.unknown { add(member, nil) }
    for excluded in time.excluded { add(excluded.member, excluded.text) }
    return result.map { Set($0).sorted() }
  }
}

/// One possible course of a plan.
private struct ItineraryDraft {
  typealias Moment = Itinerary.Moment

  private(set) var begins: [Moment]
  private(set) var ends: [Moment]
  private(set) var visits: [Moment?] = []

  init(
    _ plan: Plan, _ gaps: [[Itinerary.Gap]], _ start: Moment, _ calendar: WorkCalendar,
    _ duration: (Int) -> Duration?
  ) {
    begins = plan.steps.map { _ in start }
    ends = begins
    let before = plan.time.predecessors
    for segment in plan.trips.segments {
      let inside = Set(segment.steps)
      // What each step waits for outside of the trip, by itself or through others of the trip.
      var needs: [Int: Moment] = [:]
      for step in segment.steps {
        needs[step] = before[step].map { inside.contains($0) ? needs[$0] ?? start : ends[$0] }.reduce(
          start, Moment.later)
      }
      var visit: Moment?
      if segment.place != nil {
        let ready = segment.steps.filter { plan.steps[$0].isOnSite }.compactMap { needs[$0] }.reduce(
          start, Moment.later)
        visit = Moment(day: ready.day.flatMap { calendar.workingDay(from: $0) }, gaps: ready.gaps)
      }
      visits.append(visit)
      for step in segment.steps {
        var begin = before[step].map { ends[$0] }.reduce(start, Moment.later)
        if let visit, plan.steps[step].isOnSite { begin = Moment.later(begin, visit) }
        begins[step] = begin
        ends[step] = Moment(
          day: begin.day.flatMap { calendar.adding(duration(step), to: $0) },
          gaps: Set(begin.gaps + gaps[step]).sorted())
      }
    }
  }
}

extension WorkCalendar {
  /// The day itself if offices work on it, else the next on which they do.
  func workingDay(from day: Day) -> Day? {
    var day = day
    while let works = isWorkingDay(day) {
      if works { return day }
      day = day + 1
    }
    return nil
  }

  func adding(_ duration: Duration?, to day: Day) -> Day? {
    switch duration?.unit {
    case .workingDays: adding(workingDays: duration?.days ?? 0, to: day)
    case .calendarDays: adding(calendarDays: duration?.days ?? 0, to: day)
    case nil: day
    }
  }
}
