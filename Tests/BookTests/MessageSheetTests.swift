import Catalogue
import Handbook
import Testing

/// What `onebook message` prints: dates from the calendar, public names, and what is lacking.
@Suite struct `A message of one case` {
  private func sheet(
    _ id: String, _ code: MessagePlan.Stage.Code, _ answers: String = "", at: String = "2026-12-01T09:30+08:00",
    _ settings: [(String, String)] = []
  ) throws -> MessageSheet {
    let scenario = try #require(RealBook.catalogue.scenarios[id])
    let given = try MessageSettings(settings.map { (name: $0.0, value: $0.1) }, RealBook.catalogue, scenario)
    let moment = try #require(Moment(at))
    return try #require(MessageSheet(RealBook.catalogue, scenario, code, Situation(answers), at: moment, given))
  }

  @Test func `of acceptance names the last day, by the official calendar`() throws {
    // 7 working days from Tuesday 1 December: Thursday 10 December.
    let toxic = try sheet("toxic-goods", .d3, "carrier-permit=yes")
    #expect(toxic.text["sms"]?.contains("最晚2026年12月10日办结") == true, "\(toxic.text)")
    #expect(toxic.isComplete)
    // The year after has no calendar: nothing is made up.
    let late = try sheet("toxic-goods", .d3, "carrier-permit=yes", at: "2026-12-28T09:30+08:00")
    #expect(late.text["sms"]?.contains("最晚未提供办结") == true)
    #expect(!late.isComplete)
    // Which item was accepted is not guessed.
    #expect(try sheet("toxic-goods", .d3).lacking.contains("--set guide"))
    #expect(try sheet("toxic-goods", .d3, [("guide", "toxic-transport-permit")]).isComplete)
  }

  @Test func `of papers received says by when all that is missing is told at once`() throws {
    // Five working days across the National Day holiday: 30 September, 8, 9, 10 (made up) and 12 October.
    let sheet = try sheet("toxic-goods", .d1, at: "2026-09-29T09:30+08:00")
    #expect(sheet.json.contains("最晚2026年10月12日告诉您"))
  }

  @Test func `the day is that of the offices`() throws {
    #expect(Moment("2026-12-01T00:30+08:00")?.day == Day("2026-12-01"))
    #expect(Moment("2026-11-30T16:30Z")?.description == "2026-12-01T00:30+08:00")
    #expect(Moment("2026-12-01T01:00:59+09:30")?.day == Day("2026-11-30"))
    for wrong in ["2026-12-01", "2026-12-01T09:30", "2026-12-01T24:00Z", "2026-12-01T09:30+8:00", "2026-02-30T09:30Z"] {
      #expect(Moment(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `what is lacking is named and stands as not stated`() throws {
    let incomplete = try sheet("used-car", .d2)
    #expect(!incomplete.isComplete)
    #expect(incomplete.text["body"]?.contains("要补未提供样") == true)
    #expect(incomplete.lacking.contains("--set count") && incomplete.lacking.contains("--set office"))
    let complete = try sheet("used-car", .d2, [("count", "3"), ("office", "vehicle-office")])
    #expect(complete.isComplete && complete.text["body"]?.contains("要补3样") == true)
    #expect(complete.text["sms"]?.contains("交到车管所") == true)
  }

  @Test func `only public names, a day and a number can be set`() throws {
    let scenario = try #require(RealBook.catalogue.scenarios["used-car"])
    func fault(_ name: String, _ value: String) -> MessageSettings.Fault? {
      do {
        _ = try MessageSettings([(name: name, value: value)], RealBook.catalogue, scenario)
        return nil
      } catch { return error }
    }
    #expect(fault("count", "13800138000") == .personal("count"))
    #expect(fault("office", "鲁P12345") == .personal("office"))
    #expect(fault("count", "100") == .noCount("count") && fault("count", "03") == .noCount("count"))
    #expect(fault("date", "明天") == .noDay("date"))
    #expect(fault("name", "甲") == .unknown("name", among: ["count", "counter", "date", "guide", "office"]))
    if case .notAmong? = fault("office", "某处") {} else { Issue.record("any office would do") }
    #expect(fault("guide", "vehicle-transfer") == nil && fault("count", "3") == nil)
  }

  private func sheet(
    _ id: String, _ code: MessagePlan.Stage.Code, _ settings: [(String, String)]
  ) throws -> MessageSheet { try sheet(id, code, "", settings) }
}
