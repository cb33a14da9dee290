import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Publishing
import Testing
import XMLFile

/// A contradiction blocks its scenario, not the book.
@Suite struct `A scenario that cannot be merged` {
  /// The real catalogue with one file changed.
  private func read(_ path: String, _ old: String, _ new: String) throws -> ReadCatalogue {
    let read = Catalogue.read(
      RealBook.files.map { file in
        guard file.path == path else { return file }
        return CatalogueFile(path, String(decoding: file.bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1))
      })
    try #require(read.isBearable)
    return read
  }

  private let circle = (
    path: "scenarios/new-car.xml", old: "</edges>",
    new: "<before first=\"vehicle-registration\" then=\"purchase-tax\">转一圈</before></edges>"
  )

  @Test func `is printed item by item with the reason; the others are as they were`() throws {
    let read = try read(circle.path, circle.old, circle.new)
    let surveys = Surveys(read.catalogue)
    #expect(surveys.diagnostics.map(\.id) == ["service-cycle"])
    let book = try #require(Handbook(read.catalogue, surveys: surveys, sources: read.sources))
    let whole = try #require(RealBook.handbook)
    for chapter in book.scenarios {
      guard chapter.id == "new-car" else {
        #expect(chapter.blocked.isEmpty && chapter.bring.count == whole.scenarios.first { $0.id == chapter.id }?.bring.count)
        continue
      }
      #expect(chapter.blocked.map(\.finding) == ["service-cycle"])
      #expect(chapter.blocked[0].items.map(\.id).sorted() == ["purchase-tax", "vehicle-registration"])
      #expect(chapter.bring.isEmpty && chapter.figures.isEmpty && chapter.timeline.isEmpty && chapter.savings.isEmpty)
      // Every item with its own list: nothing is held back.
      #expect(Set(chapter.apart.map(\.id)) == Set(chapter.items.map(\.item.id)))
      for item in chapter.apart {
        let own = try #require(whole.items.first { $0.id == item.id })
        #expect(item.bring.flatMap(\.lines).map(\.treatment) == own.bring.flatMap(\.lines).map(\.treatment))
      }
    }
    #expect(!book.why.contains { $0.scenario.id == "new-car" } && book.why.count == whole.why.count - 1)
  }

  @Test func `its pages are sound, on the web, on paper and in the EPUB`() throws {
    let read = try read(circle.path, circle.old, circle.new)
    let book = try #require(Handbook(read.catalogue, sources: read.sources))
    let pages = try ReadPages(book)
    #expect(pages.malformed == [])
    for path in ["scenario/new-car.html", "print.html", "EPUB/scenario-new-car.xhtml"] {
      let page = try #require(pages.pages.first { $0.path == path }, "\(path)")
      let reasons = page.root.everything.filter { $0["data-finding"]?.value == "service-cycle" }
      #expect(reasons.count == 1, "\(path)")
      let ids = page.root.everything.compactMap { $0["id"]?.value }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
    let json = try #require(try Edition(book).files.first { $0.path == "book.json" })
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("\"finding\" : \"service-cycle\""))
  }

  @Test func `is told in the terminal in place of a plan`() throws {
    let read = try read(circle.path, circle.old, circle.new)
    let scenario = try #require(read.catalogue.scenarios["new-car"])
    let sheet = try #require(PlanSheet(read.catalogue, scenario, Situation(), start: nil))
    #expect(sheet.blocked.count == 1 && sheet.text.contains(sheet.blocked[0]) && !sheet.text.contains("□"))
  }

  @Test func `“other papers” block every scenario with that item, and nothing else`() throws {
    let read = try read(
      "items/mortgage.xml", "</requirements>", "<catch-all id=\"others\">规定的其他材料</catch-all></requirements>")
    #expect(read.diagnostics.map(\.id) == ["catch-all"])
    let book = try #require(Handbook(read.catalogue))
    let with = read.catalogue.scenarios.values.filter { $0.members.contains { $0.item == "mortgage" } }.map(\.id)
    #expect(!with.isEmpty && Set(book.scenarios.filter { !$0.blocked.isEmpty }.map(\.id)) == Set(with))
    #expect(book.scenarios.flatMap(\.blocked).allSatisfy { $0.text.contains("规定的其他材料") })
  }

  @Test func `waits in the review queue, what touches most scenarios first`() throws {
    let read = try read(circle.path, circle.old, circle.new)
    let queue = ReviewQueue(read, Surveys(read.catalogue))
    #expect(queue.entries.map(\.finding) == ["service-cycle"])
    #expect(queue.entries[0].verdicts.isEmpty && queue.entries[0].scenarios == ["new-car"])
    let undecided = Catalogue.read(RealBook.files.filter { $0.path != "decisions.xml" })
    let pairs = ReviewQueue(undecided, Surveys(undecided.catalogue)).entries
    #expect(pairs.map(\.finding) == ["candidate", "candidate"])
    #expect(pairs.map(\.scenarios.count) == pairs.map(\.scenarios.count).sorted(by: >))
    #expect(pairs.allSatisfy { $0.sources.count == 2 && $0.verdicts == [.split, .merge] })
  }
}
