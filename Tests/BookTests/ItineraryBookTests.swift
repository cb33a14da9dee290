import Catalogue
import Consolidation
import Handbook
import Testing

@Suite struct `Worked cases day by day` {
  @Test func `every case has every trip, step and result of its plan, on days that never go back`() throws {
    let book = try #require(RealBook.handbook)
    let consolidation = Consolidation(RealBook.catalogue)
    for chapter in book.scenarios where chapter.blocked.isEmpty {
      let scenario = try #require(RealBook.catalogue.scenarios[chapter.id])
      #expect(chapter.examples.count == scenario.cases.count)
      for (example, stated) in zip(chapter.examples, scenario.cases) {
        let plan = consolidation.plan(scenario, in: stated.situation)
        let calls = example.itinerary.dates.flatMap(\.calls)
        #expect(calls.compactMap(\.trip) == Array(1..<(plan.trips.count + 1)), "\(chapter.id)")
        #expect(calls.reduce(0) { $0 + $1.does.count } == plan.steps.count, "\(chapter.id)")
        let days = example.itinerary.dates.compactMap(\.day)
        #expect(days == days.sorted(), "\(chapter.id)")
        #expect(days.first == stated.start.description, "\(chapter.id)")
        for output in plan.outputs {
          #expect(calls.contains { $0.receives.contains { $0.contains(output.text) } }, "\(chapter.id): \(output.text)")
        }
        for date in example.itinerary.dates where date.calls.contains(where: { $0.kind == .trip }) {
          guard let day = date.day.flatMap(Day.init) else { continue }
          #expect(RealBook.catalogue.calendar.isWorkingDay(day) == true, "\(chapter.id): \(day)")
        }
      }
    }
  }

  @Test func `a school bus begun on a Wednesday`() throws {
    let chapter = try #require(RealBook.handbook?.scenarios.first { $0.id == "school-bus" })
    let itinerary = try #require(chapter.examples.first).itinerary
    #expect(itinerary.dates.map(\.words).prefix(3) == ["11月25日（周三）", "12月2日（周三）", "12月2日（周三）"])
    #expect(itinerary.dates.map(\.isCertain).prefix(3) == [true, true, false])
    let first = try #require(itinerary.dates.first?.calls.first)
    #expect(first.place == "第1趟 车管所")
    #expect(first.until == "最迟12月2日（周三）")
    #expect(first.untilDay == "2026-12-02")
    let second = try #require(itinerary.dates.first?.calls.last)
    #expect(second.open == ["“安全技术检验”没有公布办理时间：接着它办的，日期算不出来"])
    #expect(second.receives == ["安全技术检验合格证明"])
  }

  @Test func `beyond the known year no date is said`() throws {
    let scenario = try #require(RealBook.catalogue.scenarios["school-bus"])
    let situation = try #require(scenario.cases.first).situation
    let sheet = try #require(PlanSheet(RealBook.catalogue, scenario, situation, start: Day("2026-12-24")))
    #expect(sheet.text.contains("12月24日（周四）\n    第1趟"))
    #expect(sheet.text.contains("第1趟 车管所，最迟12月31日（周四）"))
    #expect(sheet.text.contains("日期算不出来\n"))
    #expect(sheet.text.contains("那一年的放假安排还没有公布，日期算不出来。"))
    #expect(!sheet.text.contains("2027年"))
  }
}
