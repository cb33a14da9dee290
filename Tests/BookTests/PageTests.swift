import Archive
import Catalogue
import Consolidation
import Foundation
import Handbook
import Publishing
import Testing
import XMLFile

@Suite struct `Pages of the real book` {
  private static let read = Result {
    let book = try #require(RealBook.smaller)
    return try ReadPages(book)
  }

  @Test func `every page is well-formed`() throws {
    let read = try Self.read.get()
    #expect(read.malformed == [])
    #expect(read.pages.count > 200)
  }

  @Test func `no id stands twice on a page`() throws {
    var twice: [String] = []
    for page in try Self.read.get().pages {
      let ids = page.root.everything.compactMap { $0["id"]?.value }
      let counts = Dictionary(grouping: ids) { $0 }
      twice += counts.filter { $0.value.count > 1 }.map { "\(page.path)#\($0.key)" }
    }
    #expect(twice.sorted() == [])
  }

  @Test func `every link inside the book leads somewhere`() throws {
    let pages = try Self.read.get().pages
    let files = Set(try #require(RealBook.edition).files.map(\.path)).union(["EPUB/book.css", "EPUB/cover.xhtml"])
    var places = Set(pages.map(\.path)).union(files)
    for page in pages {
      for element in page.root.everything { if let id = element["id"]?.value { places.insert("\(page.path)#\(id)") } }
    }
    var broken: Set<String> = []
    for page in pages {
      for element in page.root.everything {
        for address in [element["href"]?.value, element["src"]?.value, element["action"]?.value].compactMap({ $0 }) {
          guard !address.contains(":"), let url = URL(string: address, relativeTo: URL(string: "book:/" + page.path))
          else { continue }
          let target = String(url.absoluteString.dropFirst("book:/".count))
          if !places.contains(target) { broken.insert("\(page.path): \(address)") }
        }
      }
    }
    #expect(broken.sorted() == [])
  }

  @Test func `no page shows what a program meant to fill in`() throws {
    for page in try Self.read.get().pages {
      #expect(!page.text.contains("Optional("), "\(page.path)")
      // The real book's words have no angle brackets: these would be tags that were taken for text.
      // Only the proofreader's report quotes the catalogue.
      #expect(page.path == "check.html" || !page.text.contains("&lt;"), "\(page.path)")
      for element in page.root.everything where element.name != "script" {
        #expect(element.text.firstMatch(of: /\{\w+\}|\bnil\b/) == nil, "\(page.path): \(element.text)")
      }
    }
  }
}

@Suite struct `Text from the catalogue` {
  @Test func `text never becomes markup, wherever it stands`() throws {
    let hostile = #"<script>alert(1)</script> & "x" 'y' ]]> --> {text}"#
    let plain = try ReadPages(SmallBook.handbook(lang: "zh-CN", text: "plain"))
    let tested = try ReadPages(SmallBook.handbook(lang: "zh-CN", text: hostile))
    #expect(tested.malformed == plain.malformed)
    #expect(tested.pages.map(\.path) == plain.pages.map(\.path))
    for (page, model) in zip(tested.pages, plain.pages) {
      // Other texts have other findings, so there only the kinds of elements are the same.
      if page.path == "check.html" {
        let names = page.root.everything.map(\.name)
        #expect(Set(names).isSubset(of: model.root.everything.map(\.name)))
        #expect(names.count { $0 == "script" } == 1)
        continue
      }
      #expect(page.root.undrawn.map(\.name) == model.root.undrawn.map(\.name), "\(page.path)")
      let attributes = page.root.undrawn.map { $0.attributes.map(\.name) }
      #expect(attributes == model.root.undrawn.map { $0.attributes.map(\.name) }, "\(page.path)")
      // A longer text takes more lines of a drawing; but lines only.
      let drawn = page.root.everything.filter { $0.name == "svg" }.flatMap(\.everything).map(\.name)
      #expect(Set(drawn).isSubset(of: ["svg", "title", "desc", "g", "rect", "path", "text"]), "\(page.path)")
    }
    let scenario = try #require(tested.pages.first { $0.path == "scenario/all.html" })
    #expect(scenario.root.everything.contains { $0.name == "h1" && $0.text == "Scenario \(hostile)" })
  }

  @Test func `text does not break out of the scripts and the data`() throws {
    let hostile = "</script><b>\u{2028}\"\\"
    let edition = try Edition(SmallBook.handbook(lang: "zh-CN", text: hostile))
    for file in edition.files where file.path.hasSuffix(".json") {
      #expect(throws: Never.self, "\(file.path)") { try JSONSerialization.jsonObject(with: Data(file.bytes)) }
    }
    let index = try #require(edition.files.first { $0.path == "assets/search.js" })
    let script = String(decoding: index.bytes, as: UTF8.self)
    #expect(script.hasPrefix("window.onebookSearch=["))
    let json = script.dropFirst("window.onebookSearch=".count).dropLast(";\n".count)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }
}

@Suite struct `The edition` {
  @Test func `the same catalogue in any order of files gives the same bytes`() throws {
    let read = Catalogue.read(RealBook.files.reversed())
    let surveys = Surveys(read.catalogue)
    let findings = RealBook.proofread(read, surveys)
    let book = try #require(
      Handbook(read.catalogue, surveys: surveys, sources: read.sources, findings: findings))
    let shuffled = try Edition(RealBook.smaller(book))
    let edition = try #require(RealBook.edition)
    let isSameList = shuffled.files.map(\.path) == edition.files.map(\.path)
    #expect(isSameList)
    for (a, b) in zip(edition.files, shuffled.files) {
      // Not in the expectation: the difference of two large files takes longer than a suite.
      let isSame = a.bytes == b.bytes
      #expect(isSame, "\(a.path)")
    }
  }

  @Test func `the EPUB begins with its media type, stored`() throws {
    let file = try #require(RealBook.edition?.files.first { $0.path == "handbook.epub" })
    #expect(Array(file.bytes[30..<58]) == Array("mimetypeapplication/epub+zip".utf8))
  }

  @Test func `the data can be read, and every scenario has its messages of all phases`() throws {
    let edition = try #require(RealBook.edition)
    for file in edition.files where file.path.hasSuffix(".json") {
      #expect(throws: Never.self, "\(file.path)") { try JSONSerialization.jsonObject(with: Data(file.bytes)) }
    }
    let file = try #require(edition.files.first { $0.path == "messages.json" })
    let messages = try JSONDecoder().decode(Messages.self, from: Data(file.bytes))
    #expect(Set(messages.scenarios.map(\.id)) == Set(RealBook.catalogue.scenarios.keys))
    for scenario in messages.scenarios {
      #expect(Set(scenario.stages.map(\.phase)) == ["before", "during", "after"], "\(scenario.id)")
    }
  }

  private struct Messages: Decodable {
    struct Scenario: Decodable {
      struct Stage: Decodable { var phase: String }
      var id: String
      var stages: [Stage]
    }
    var scenarios: [Scenario]
  }

  @Test func `everything one can subscribe to has a feed of its own`() throws {
    let edition = try #require(RealBook.edition)
    let paths = Set(edition.files.map(\.path))
    let topics =
      RealBook.catalogue.items.keys.map { "guide/" + $0 } + RealBook.catalogue.scenarios.keys.map { "scenario/" + $0 }
      + RealBook.catalogue.agencies.keys.map { "agency/" + $0 } + ["severity/major", "severity/critical"]
    #expect(topics.filter { !paths.contains("topic/\($0).json") } == [])
    #expect(paths.isSuperset(of: ["feed.json", "guides.json", "atom.xml", "changes.html", "board.html"]))
  }
}

@Suite struct `An English book` {
  /// Chinese characters and punctuation, with what stands just before them.
  private func chinese(_ text: String) -> [String] {
    text.matches(of: /.{0,6}[\u{3000}-\u{303F}\u{4E00}-\u{9FFF}\u{FF00}-\u{FFEF}]+/).map { String($0.0) }
  }

  @Test func `a book in English has no Chinese of its own`() throws {
    let book = try SmallBook.handbook(lang: "en", text: "plain")
    var found = Set(try ReadPages(book).pages.flatMap { chinese($0.text) })
    for file in try Edition(book).files where file.path.hasSuffix(".json") || file.path.hasSuffix("search.js") {
      found.formUnion(chinese(String(decoding: file.bytes, as: UTF8.self)))
    }
    #expect(found.sorted() == [])
  }

  @Test func `a sheet in English has no Chinese of its own`() throws {
    let catalogue = try SmallBook.catalogue(lang: "en", text: "plain")
    let scenario = try #require(catalogue.scenarios["all"])
    let example = try #require(scenario.cases.first)
    let sheet = try #require(PlanSheet(catalogue, scenario, example.situation, start: example.start))
    #expect(chinese(sheet.text) == [])
  }
}
