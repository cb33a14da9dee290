import Catalogue
import Foundation
import Testing

@Suite struct `A day` {
  @Test func `goes to numbers and back, every day from 1990 to 2100`() throws {
    var day = try #require(Day("1990-01-01"))
    let last = try #require(Day("2100-12-31"))
    var weekday = 1  // It was a Monday.
    var previous = (year: 1989, month: 12, day: 31)
    while day <= last {
      let (year, month, number) = day.components
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(Day(day.description) == day)
      #expect(day.weekday == weekday, "\(day)")
      let isNextDay = (year, month, number) == (previous.year, previous.month, previous.day + 1)
      let isNextMonth = (year, month, number) == (previous.year, previous.month + 1, 1)
      let isNextYear = (year, month, number) == (previous.year + 1, 1, 1)
      #expect(isNextDay || isNextMonth || isNextYear, "\(day)")
      previous = (year, month, number)
      weekday = weekday % 7 + 1
      day = day + 1
    }
    #expect(last.number - 7305 + 1 == 40_542)
  }

  @Test func `has 29 February in leap years only`() {
    for year in 1..<3000 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    }
    #expect(Day("1900-02-29") == nil && Day("2000-02-29") != nil && Day("2100-02-29") == nil)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "26-01-01", "2026/01/01", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
    "2026-01-32", "0000-01-01", "+026-01-01", "2026-01-01 ", "２０２６-01-01", "2026-01-01T00:00",
  ])
  func `is written in one way`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `is the number of days since 1970`() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2026-11-24")?.number == 20_781)
    #expect(Day("0001-01-01")?.number == -719_162)
    #expect(Day("9999-12-31")?.number == 2_932_896)
  }
}

/// The State Council's arrangement of 2026, as it stands in `services/calendar/2026.xml`.
@Suite struct `The working days of 2026` {
  let calendar: WorkCalendar

  init() throws {
    let file = try Data(contentsOf: Samples.services.appending(path: "calendar/2026.xml"))
    calendar = Catalogue.read([CatalogueFile(path: "2026.xml", bytes: Array(file))]).catalogue.calendar
  }

  @Test(arguments: [
    // The make-up Saturday 14 February counts, the Spring Festival from 15 to 23 does not.
    ("2026-02-11", [3, 2], "2026-02-25"),
    // The make-up Saturday 9 May counts.
    ("2026-05-06", [3, 2], "2026-05-12"),
    ("2026-05-06", [5], "2026-05-12"),
    ("2026-03-02", [0], "2026-03-02"),
    ("2026-03-06", [1], "2026-03-09"),
    ("2026-04-03", [1], "2026-04-07"),
    ("2026-09-30", [1, 1, 1], "2026-10-10"),
    ("2026-01-01", [1], "2026-01-04"),
  ])
  func `are counted from the day after`(start: String, legs: [Int], end: String) throws {
    var day = try #require(Day(start))
    for leg in legs { day = try #require(calendar.adding(workingDays: leg, to: day)) }
    #expect(day == Day(end))
  }

  @Test(arguments: [
    // 4 October is in the National Day holiday.
    ("2026-09-28", 6, "2026-10-08"),
    ("2026-03-02", 7, "2026-03-09"),
    ("2026-03-02", 5, "2026-03-09"),
    // A make-up Saturday is a day on which a period can end.
    ("2026-05-02", 7, "2026-05-09"),
    ("2026-05-03", 0, "2026-05-03"),
  ])
  func `end a period of calendar days`(start: String, days: Int, end: String) throws {
    #expect(calendar.adding(calendarDays: days, to: try #require(Day(start))) == Day(end))
  }

  @Test func `are not guessed outside the year`() throws {
    let end = try #require(Day("2026-12-31"))
    #expect(calendar.isWorkingDay(end) == true)
    #expect(calendar.isWorkingDay(end + 1) == nil)
    #expect(calendar.adding(workingDays: 1, to: end) == nil)
    #expect(calendar.adding(calendarDays: 1, to: end) == nil)
  }

  @Test func `are 248`() {
    // 365 days, 104 of them on weekends; 33 days off, of which some fall on weekends; 6 days made up.
    let first = Day(year: 2026, month: 1, day: 1)?.number ?? 0
    #expect((first..<first + 365).count { calendar.isWorkingDay(Day(number: $0)) == true } == 248)
  }
}
