import CanonicalJSON
import Catalogue
import Testing

@testable import Editions
@testable import Handbook

/// What is told before it holds: until then the page says both.
@Suite("Changes to come")
struct AnnouncedTests {
  private static let guide = "items/vehicle-transfer.xml"
  private static let shorter = (file: guide, old: "30日（自然日）内办", new: "20日（自然日）内办")
  private static let other = (file: guide, old: "article=\"90\">来历证明", new: "article=\"91\">来历证明")

  private func note(_ edition: String, _ more: String = "") -> CatalogueFile {
    CatalogueFile(
      "changes.xml",
      "<changes><change edition=\"\(edition)\" item=\"vehicle-transfer\" reason=\"rule-change\" effective=\"2027-03-01\"><transition>以前过的户照原来的。</transition></change>\(more)</changes>"
    )
  }

  @Test("An announcement outlives its edition, until its day, another change, or its being taken back")
  func announced() throws {
    let editions = try TwoEditions.real()
    let second = try editions.next([Self.shorter], and: [note("2026.2")])
    let change = try #require(second.announced.first)
    #expect(second.announced.count == 1)
    #expect(change.page.id == "vehicle-transfer")
    #expect(change.effective == "2027年3月1日")
    #expect(change.holdsAfter == "2027-02-28")
    #expect(change.transition == "以前过的户照原来的。")
    #expect(change.lines.map(\.mark) == ["变严"])
    #expect(change.lines.first?.text.contains("30日（自然日）内办") == true)
    #expect(change.lines.first?.text.contains("20日（自然日）内办") == true)
    let published = editions.publishing(second)
    // An edition that changes something else announces it still, in the same words.
    let third = try published.next([Self.shorter, Self.other], edition: "2026.3")
    #expect(third.announced.map(\.lines.first?.text) == second.announced.map(\.lines.first?.text))
    #expect(third.announced.map(\.edition) == ["2026.2"])
    // One that takes it back to what it was does not.
    #expect(try published.next(edition: "2026.3").announced.isEmpty)
    // Nor one that was told by mistake.
    let taken =
      "<retraction event=\"\(change.id)\" on=\"2026-12-21\">发错了。</retraction>"
    #expect(try published.next([Self.shorter], and: [note("2026.2", taken)], edition: "2026.2").announced.isEmpty)
    // A further change from a later day leaves the first announcement as it is.
    let again = CatalogueFile(
      "changes.xml",
      "<changes><change edition=\"2026.3\" item=\"vehicle-transfer\" reason=\"rule-change\" effective=\"2027-06-01\"/></changes>"
    )
    let fifteen = (file: Self.guide, old: Self.shorter.old, new: "15日（自然日）内办")
    let both = try published.next([fifteen], and: [again], edition: "2026.3").announced
    #expect(both.map(\.effective) == ["2027年3月1日", "2027年6月1日"])
    // What holds already is nothing to come.
    #expect(try editions.next([Self.shorter]).announced.isEmpty)
  }

  @Test("Its day is in the calendar, under one id in every edition")
  func calendar() throws {
    let editions = try TwoEditions.real()
    let second = try editions.next([Self.shorter], and: [note("2026.2")])
    let third = try editions.publishing(second).next([Self.shorter, Self.other], edition: "2026.3")
    let catalogue = try editions.catalogue([Self.shorter])
    let builder = BookBuilder(only: catalogue, Phrases(lang: "zh-CN"), asking: [])
    let entries = [second, third].map { builder.calendarEntries($0.announced) }
    #expect(entries.first == entries.last)
    #expect(entries.first?.map(\.title) == ["新办法开始：过户"])
    #expect(entries.first?.map(\.from) == ["2027-03-01"])
    #expect(entries.first?.map(\.end) == ["2027-03-02"])
  }
}
