/// Which days offices work: weekends, the official holidays and the make-up working days of the years it knows.
/// Source: the State Council's yearly notice on holidays.
public struct WorkCalendar: Hashable, Sendable {
  /// The years for which the official arrangement is known.
  public var years: Set<Int>
  public var daysOff: Set<Day>
  public var makeUpDays: Set<Day>

  /// The days off as the notice names them, in order; for people's own calendars.
  public var holidays: [Holiday] = []
  /// The notice of each year.
  public var sources: [Int: String] = [:]

  /// A stretch of days off.
  public struct Holiday: Hashable, Sendable {
    /// 国庆节; `nil` = not stated.
    public var name: String?
    public var from: Day
    public var to: Day
  }

  public init(years: Set<Int> = [], daysOff: Set<Day> = [], makeUpDays: Set<Day> = []) {
    self.years = years
    self.daysOff = daysOff
    self.makeUpDays = makeUpDays
  }

  /// `nil` when the year's arrangement is not known.
  public func isWorkingDay(_ day: Day) -> Bool? {
    guard years.contains(day.components.year) else { return nil }
    if makeUpDays.contains(day) { return true }
    return day.weekday <= 5 && !daysOff.contains(day)
  }

  /// The day on which `count` working days after `start` end. Counting begins on the day after `start`.
  public func adding(workingDays count: Int, to start: Day) -> Day? {
    var day = start
    var left = count
    while left > 0 {
      day = day + 1
      guard let works = isWorkingDay(day) else { return nil }
      if works { left -= 1 }
    }
    return day
  }

  /// The day on which `count` calendar days after `start` end, moved to the next working day if it is a day off.
  public func adding(calendarDays count: Int, to start: Day) -> Day? {
    guard count > 0 else { return start }
    var day = start + count
    while let works = isWorkingDay(day) {
      if works { return day }
      day = day + 1
    }
    return nil
  }
}
