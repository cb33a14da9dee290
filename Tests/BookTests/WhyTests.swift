import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Publishing
import Testing

/// Every line of the book can be asked “why?”.
@Suite struct `Why it is so` {
  private static let scenarios = RealBook.catalogue.scenarios.keys.sorted()

  private func chapter(_ id: String) throws -> (ScenarioChapter, WhyChapter) {
    let book = try #require(RealBook.handbook)
    return (
      try #require(book.scenarios.first { $0.id == id }), try #require(book.why.first { $0.scenario.id == id })
    )
  }

  @Test(arguments: scenarios)
  func `every line to bring has its record, and the record has a rule and its sources`(id: String) throws {
    let (chapter, why) = try chapter(id)
    let records = Dictionary(uniqueKeysWithValues: why.records.map { ($0.id, $0) })
    for line in chapter.bring.flatMap(\.lines) {
      let record = try #require(line.record.flatMap { records[$0] }, "\(line.id)")
      #expect(record.kind == .line && !record.rules.isEmpty && !record.inputs.isEmpty)
      // Who asks on the page is who asks in the record.
      #expect(Set(record.inputs.map(\.item.id)) == Set(line.sources.map(\.entry.item.id)), "\(record.id)")
      // The record is about the papers that the line names.
      let papers = Set(line.alternatives.flatMap(\.papers).map(\.text))
      #expect(papers.contains { record.title.contains($0) }, "\(record.id)")
    }
  }

  @Test(arguments: scenarios)
  func `nothing is lost: every requirement of every member is in the records, and nothing else is`(id: String) throws {
    let (_, why) = try chapter(id)
    let scenario = try #require(RealBook.catalogue.scenarios[id])
    let active = Set(why.records.flatMap(\.inputs).map { "\($0.member)/\($0.requirement)" })
    let idle = Set(
      why.records.filter { $0.kind == .elimination && $0.inputs.isEmpty }.flatMap { $0.names.prefix(1) })
    let taking = Set(why.records.flatMap(\.inputs).map(\.member)).union(idle.map { String($0.prefix { $0 != "/" }) })
    var stated: Set<String> = []
    for member in scenario.members where taking.contains(member.id) {
      for requirement in (RealBook.catalogue.items[member.item]?.requirements.value ?? []).flatMap(\.all) {
        stated.insert("\(member.id)/\(requirement.id)")
      }
    }
    #expect(active.union(idle) == stated)
  }

  @Test(arguments: scenarios)
  func `onebook why answers for every line under the names people use`(id: String) throws {
    let (chapter, _) = try chapter(id)
    let scenario = try #require(RealBook.catalogue.scenarios[id])
    let sheet = try #require(WhySheet(RealBook.catalogue, scenario, survey: RealBook.surveys.all[id]))
    for group in chapter.bring {
      for line in group.lines {
        let paper = try #require(line.alternatives.first?.papers.first)
        for words in [paper.text, "□ \(paper.text)", paper.id, line.record ?? ""] {
          let found = sheet.matching(words)
          #expect(found.contains { $0.id == line.record }, "\(words)")
          #expect(found.allSatisfy { sheet.text($0).contains("\n") }, "\(words)")
        }
        if line.alternatives.count == 1, line.alternatives[0].papers.count == 1, !group.heading.isEmpty {
          let copied = sheet.matching("\(group.heading) \(paper.text)")
          #expect(copied.contains { $0.id == line.record } || group.heading == "这件事的", "\(group.heading) \(paper.text)")
        }
      }
    }
    #expect(sheet.matching("没有这种材料").isEmpty)
    #expect(sheet.matching(" ").isEmpty)
  }

  @Test func `换新车 says why the old car's certificate is asked for`() throws {
    let (chapter, _) = try chapter("replace-car")
    let old = try #require(chapter.bring.first { $0.heading == "旧车的" })
    let lines = old.lines.filter { $0.alternatives.flatMap(\.papers).contains { $0.id == "registration-certificate" } }
    let uses = lines.flatMap(\.sources).map { "\($0.entry.item.text)：\($0.entry.does)" }
    #expect(uses == ["报废机动车回收：收回", "解除抵押登记：签注", "过户：签注", "解除抵押登记：签注"])
  }

  @Test func `places are told by file and line, with nothing of the machine`() throws {
    let read = Catalogue.read(
      RealBook.files.map { CatalogueFile(path: "/somewhere/else/" + $0.path, bytes: $0.bytes) })
    let scenario = try #require(read.catalogue.scenarios["new-car"])
    let sheet = try #require(WhySheet(read.catalogue, scenario, sources: read.sources))
    for input in sheet.records.flatMap(\.inputs) {
      let parts = input.place.split(separator: ":").map(String.init)
      let file = try #require(RealBook.files.first { $0.path == parts[0] }, "\(input.place)")
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      let number = try #require(Int(parts[1]))
      #expect(lines[number - 1].contains("id=\"\(input.requirement)\""), "\(input.place)")
    }
  }

  @Test func `savings: each row adds up, and the merged list is no longer than the guides`() throws {
    for why in try #require(RealBook.handbook).why {
      for table in why.counts {
        for column in table.columns.indices where table.columns[column].id != "places" {
          let cells = table.rows.map { (kind: $0.kind, number: Int($0.cells[column].filter(\.isNumber)) ?? 0) }
          func sum(_ kind: CountTable.Row.Kind) -> Int { cells.filter { $0.kind == kind }.map(\.number).reduce(0, +) }
          let here = "\(why.scenario.id) \(table.columns[column].id)"
          #expect(sum(.guide) == sum(.before), "\(here)")
          #expect(sum(.after) <= sum(.before), "\(here)")
          #expect(sum(.saved) == sum(.before) - sum(.after), "\(here)")
        }
      }
    }
  }
}
