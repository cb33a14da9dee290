import Catalogue
import Consolidation
import Foundation
import Testing

/// An item that takes so long and is collected at the counter.
private func timed(_ id: String, _ time: String, fees: String = "") -> CatalogueFile {
  item(
    id,
    """
    <steps><step id="submit" stage="submit" by="applicant">s</step><step id="decide" stage="decide" by="agency">d</step></steps>
    \(time)\(fees)
    """)
}

private func days(_ working: Int, _ calendar: Int) -> TimeTotal.Span { .init(working: working, calendar: calendar) }

@Suite struct `How long it takes` {
  private let five = timed("a", #"<time statutory="5" unit="workingDays"/>"#)
  private let six = timed("b", #"<time statutory="6" unit="calendarDays"/>"#)

  @Test func `parallel parts in different units are both kept`() throws {
    #expect(try Fixture([five, six]).plan().time.longest == [days(0, 6), days(5, 0)])
  }

  @Test func `parallel parts in one unit count as the longest`() throws {
    let three = timed("b", #"<time statutory="3" unit="workingDays"/>"#)
    #expect(try Fixture([five, three]).plan().time.longest == [days(5, 0)])
  }

  @Test func `parts one after the other add up by unit`() throws {
    let plan = try Fixture([five, six], edges: #"<before first="a" then="b">x</before>"#).plan()
    #expect(plan.time.longest == [days(5, 6)])
  }

  @Test func `a promise holds before the law`() throws {
    let plan = try Fixture([timed("a", #"<time statutory="5" promised="2" unit="workingDays"/>"#)]).plan()
    #expect(plan.time.longest == [days(2, 0)])
  }

  @Test(arguments: ["", #"<time statutory="none"/>"#])
  func `a time that nobody stated or no law limits is named, never zero`(time: String) throws {
    let plan = try Fixture([five, timed("b", time)]).plan()
    #expect(plan.time.longest == [days(5, 0)])
    #expect(plan.time.unknown == ["b"])
  }

  @Test func `on the spot is known and takes no day`() throws {
    let plan = try Fixture([timed("a", #"<time statutory="instant"/>"#)]).plan()
    #expect(plan.time.longest == [days(0, 0)])
    #expect(plan.time.unknown.isEmpty)
  }

  @Test func `times of the steps' own stand in place of the item's`() throws {
    let plan = try Fixture([
      item(
        "a",
        """
        <steps><step id="x" stage="review" by="agency" days="2" unit="workingDays">x</step>
        <step id="y" stage="decide" by="agency" days="4" unit="workingDays">y</step></steps>
        <time statutory="20" unit="workingDays"/>
        """)
    ]).plan()
    #expect(plan.time.longest == [days(6, 0)])
  }

  // The official calendar of 2026: days off 15–23 February and 1–7 October; 14 February and 10 October are worked.
  @Test(arguments: [("2026-03-02", "2026-03-09"), ("2026-09-28", "2026-10-10")])
  func `the day it ends is the later one by the official calendar`(start: String, end: String) throws {
    let plan = try Fixture([five, six]).plan()
    #expect(plan.time.finish(from: try #require(Day(start)), try calendar2026()) == Day(end))
  }

  @Test func `working days step over holidays and count days worked instead`() throws {
    let plan = try Fixture(
      [
        timed("a", #"<time statutory="3" unit="workingDays"/>"#),
        timed("b", #"<time statutory="2" unit="workingDays"/>"#),
      ], edges: #"<before first="a" then="b">x</before>"#
    ).plan()
    #expect(plan.time.finish(from: try #require(Day("2026-02-11")), try calendar2026()) == Day("2026-02-25"))
  }

  @Test func `beyond the known calendar there is no day`() throws {
    let plan = try Fixture([five]).plan()
    #expect(plan.time.finish(from: try #require(Day("2026-12-29")), try calendar2026()) == nil)
  }

  private func calendar2026() throws -> WorkCalendar {
    let path = RealCatalogue.folder.appending(path: "calendar/2026.xml")
    return Catalogue.read([CatalogueFile(path: "2026.xml", bytes: Array(try Data(contentsOf: path)))]).catalogue
      .calendar
  }
}

@Suite struct `What it costs` {
  private func fees(_ references: String...) throws -> FeeTotal {
    try Fixture(references.enumerated().map { timed("i\($0.offset)", "", fees: $0.element) }).plan().fees
  }

  private func reference(_ id: String, _ condition: String = "") -> String {
    "<fees><fee-ref id=\"\(id)\"\(condition)/></fees>"
  }

  @Test func `charges that two members raise are paid twice`() throws {
    let total = try fees(reference("plate"), reference("plate"))
    #expect(total.lines.map(\.times) == [2])
    #expect(total.sums.map(\.low) == [20_000])
    #expect(total.sums.map(\.high) == [20_000])
  }

  @Test func `a charge that is levied once is paid once`() throws {
    let total = try fees(reference("card"), reference("card"))
    #expect(total.lines.map(\.members) == [["i0", "i1"]])
    #expect(total.sums.map(\.low) == [1500])
  }

  @Test func `open facts make a range from the cheapest to the dearest case`() throws {
    let total = try fees(
      """
      <fees><fee-ref id="plate" when="size=small"/><fee-ref id="big-plate" when="size=large"/><fee-ref id="card"/></fees>
      """)
    #expect(total.sums.map(\.low) == [1500])
    #expect(total.sums.map(\.high) == [21_500])
    #expect(total.sums.map(\.complete) == [true])
  }

  @Test func `several open answers at once may cost the most`() throws {
    let total = try fees(#"<fees><fee-ref id="plate" when="lost=x"/><fee-ref id="card" when="lost=y"/></fees>"#)
    #expect(total.sums.map(\.high) == [11_500])
  }

  @Test func `a charge that is levied once is paid once, though only one member always raises it`() throws {
    let total = try fees(reference("card"), reference("card", #" when="size=small""#))
    #expect(total.sums.map(\.high) == [1500])
  }

  @Test func `an amount that nobody stated makes the sum incomplete`() throws {
    let total = try fees(reference("secret"), reference("plate"))
    #expect(total.sums.map(\.low) == [10_000])
    #expect(total.sums.map(\.complete) == [false])
  }

  @Test func `what companies charge is summed apart`() throws {
    let total = try fees(reference("test"), reference("plate"))
    #expect(total.sums.map(\.kind) == [.government, .thirdParty])
    #expect(total.sums.map(\.low) == [10_000, 6000])
  }

  @Test func `free is not the same as not stated`() throws {
    let total = try fees(#"<fees none="yes"/>"#, "")
    #expect(total.free == ["i0"])
    #expect(total.unknown == ["i1"])
    #expect(total.sums.isEmpty)
  }
}
