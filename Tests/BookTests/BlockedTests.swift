import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Publishing
import Testing
import XMLFile

/// A contradiction blocks its scenario, not the book. The real catalogue with a circle in 新车上牌, and “other papers” in
/// the item 抵押登记, made once for all tests.
@Suite struct `A scenario that cannot be merged` {
  private static let read = Catalogue.read(
    RealBook.files.map { file in
      let changes = [
        "scenarios/new-car.xml": (
          "</edges>", "<before first=\"vehicle-registration\" then=\"purchase-tax\">转一圈</before></edges>"
        ),
        "items/mortgage.xml": ("</requirements>", "<catch-all id=\"others\">规定的其他材料</catch-all></requirements>"),
      ]
      guard let (old, new) = changes[file.path] else { return file }
      return CatalogueFile(
        file.path, String(decoding: file.bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1))
    })
  private static let surveys = Surveys(read.catalogue, besides: read.diagnostics)
  private static let book = Handbook(read.catalogue, surveys: surveys, sources: read.sources)
  private static let edition = book.flatMap { try? Edition($0) }

  @Test func `is reported once, where it is, and does not hold up the book`() throws {
    #expect(Self.read.isBearable)
    #expect(Self.read.diagnostics.map(\.id) == ["catch-all"])
    #expect(Self.surveys.diagnostics.map(\.id) == ["service-cycle"])
    #expect(Self.surveys.diagnostics.map(\.span.file) == ["scenarios/new-car.xml"])
  }

  @Test func `is printed item by item with the reason; the others are as they were`() throws {
    let book = try #require(Self.book)
    let whole = try #require(RealBook.smaller)
    let mortgage = Self.read.catalogue.scenarios.values.filter { $0.members.contains { $0.item == "mortgage" } }.map(
      \.id)
    #expect(!mortgage.isEmpty)
    for chapter in book.scenarios {
      let before = try #require(whole.scenarios.first { $0.id == chapter.id })
      let findings =
        (chapter.id == "new-car" ? ["service-cycle"] : []) + (mortgage.contains(chapter.id) ? ["catch-all"] : [])
      #expect(Set(chapter.blocked.map(\.finding)) == Set(findings), "\(chapter.id)")
      guard !findings.isEmpty else {
        #expect(chapter.bring.count == before.bring.count && chapter.variants.count == before.variants.count)
        continue
      }
      #expect(chapter.bring.isEmpty && chapter.figures.isEmpty && chapter.timeline.isEmpty && chapter.savings.isEmpty)
      // Every item with its own list: nothing is held back.
      #expect(Set(chapter.apart.map(\.id)) == Set(before.items.map(\.item.id)), "\(chapter.id)")
      for item in chapter.apart {
        let own = try #require(whole.items.first { $0.id == item.id })
        #expect(item.bring.flatMap(\.lines).map(\.treatment) == own.bring.flatMap(\.lines).map(\.treatment))
      }
      #expect(!book.why.contains { $0.scenario.id == chapter.id })
    }
    let circle = try #require(book.scenarios.first { $0.id == "new-car" }?.blocked.first)
    #expect(circle.items.map(\.id).sorted() == ["purchase-tax", "vehicle-registration"])
    #expect(book.scenarios.flatMap(\.blocked).contains { $0.text.contains("规定的其他材料") })
  }

  @Test func `its pages are sound, and say so on the web, on paper and in the data`() throws {
    let files = try #require(Self.edition).files
    for path in ["scenario/new-car.html", "print.html", "book.json"] {
      let file = try #require(files.first { $0.path == path }, "\(path)")
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("service-cycle"), "\(path)")
    }
    let page = try #require(files.first { $0.path == "scenario/new-car.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(text.contains("这件事还没有合并") && !text.contains("data-figure"))
  }

  @Test func `is told in the terminal in place of a plan`() throws {
    let scenario = try #require(Self.read.catalogue.scenarios["new-car"])
    let sheet = try #require(PlanSheet(Self.read.catalogue, scenario, Situation(), start: nil))
    #expect(sheet.blocked.count == 1 && sheet.text.contains(sheet.blocked[0]) && !sheet.text.contains("□"))
  }

  @Test func `waits in the review queue, what touches most scenarios first`() throws {
    let queue = ReviewQueue(Self.read, Self.surveys)
    #expect(queue.entries.map(\.finding).sorted() == ["catch-all", "service-cycle"])
    #expect(queue.entries.allSatisfy { $0.verdicts.isEmpty })
    #expect(queue.entries.map(\.scenarios.count) == queue.entries.map(\.scenarios.count).sorted(by: >))
    let undecided = Catalogue.read(RealBook.files.filter { $0.path != "decisions.xml" })
    let pairs = ReviewQueue(undecided, RealBook.surveys).entries
    #expect(pairs.map(\.finding) == ["candidate", "candidate"])
    #expect(pairs.map(\.scenarios.count) == pairs.map(\.scenarios.count).sorted(by: >))
    #expect(pairs.allSatisfy { $0.sources.count == 2 && $0.verdicts == [.split, .merge] })
  }
}
