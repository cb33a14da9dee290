import Catalogue
import Foundation
import Markup
import Testing

@testable import Handbook
@testable import Publishing

@Suite struct `Printed editions` {
  private static let book = RealBook.smaller
  private static let edition = RealBook.edition

  private func job(_ kind: Printing.Kind, _ subject: String? = nil) throws -> PrintJob {
    let edition = try #require(Self.edition)
    return try #require(edition.jobs([kind]).first { subject == nil || $0.subject == subject })
  }
  private func text(_ job: PrintJob, _ pages: PageMap? = nil) -> String {
    let page = job.page(pages)
    return String(decoding: page.files.first { $0.path == page.path }?.bytes ?? [], as: UTF8.self)
  }

  @Test func `the book names every anchor once more, out of sight, so that the browser says where each is`() throws {
    let page = try job(.book).page(nil)
    let text = String(decoding: page.files[0].bytes, as: UTF8.self)
    #expect(page.anchors.count > 1000)
    let twice = Dictionary(grouping: page.anchors) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(twice == [])
    for anchor in page.anchors.prefix(200) { #expect(text.contains("href=\"#\(anchor)\"")) }
    #expect(try #require(Self.edition).files.contains { $0.path == "print.html" })
  }

  @Test func `page numbers stand in the contents, in the indexes and where one chapter sends to another`() throws {
    let book = try #require(Self.book)
    let job = try job(.book)
    let anchors = job.page(nil).anchors
    let pages = PageMap(
      Dictionary(uniqueKeysWithValues: anchors.enumerated().map { ($0.element, $0.offset + 7) }), order: anchors,
      count: anchors.count + 7)
    let text = text(job, pages)
    for chapter in book.scenarios {
      let number = try #require(pages.pages["scenario-\(chapter.id)"])
      let line = "href=\"#scenario-\(chapter.id)\"><span>\(chapter.title)</span> <span class=\"pp\">\(number)</span>"
      // Once in the contents and once in the index of everyday words.
      #expect(text.components(separatedBy: line).count - 1 == 2, "\(chapter.id)")
    }
    let item = try #require(book.scenarios.first?.items.first?.item)
    let number = try #require(pages.pages["item-\(item.id)"])
    #expect(text.contains("\(item.text)</a><span class=\"see\">（见第\(number)页）</span>"))
    #expect(!text.contains(">000<"))
  }

  @Test func `every chapter has a running head of its own, and no title can end the style sheet's string`() throws {
    let book = try #require(Self.book)
    let page = try job(.book).page(nil)
    let rules = String(decoding: try #require(page.files.first { $0.path.hasSuffix(".css") }).bytes, as: UTF8.self)
    for chapter in book.scenarios { #expect(rules.contains("@page scenario-\(chapter.id):left")) }
    let hostile = PrintSheet(
      book: book, kind: "whole", title: "", paper: .a4,
      sections: [PrintSection(id: "x", title: "\"; } </style> \\ \n@page { margin: 0 }", body: "")])
    let own = String(decoding: hostile.rules, as: UTF8.self).split(separator: "\n").filter {
      $0.contains("@page x:left")
    }
    #expect(own.count == 1)
    #expect(own[0].contains("content: \"\\22 \\3b \\20 \\7d \\20 \\3c \\2f style\\3e "))
  }

  @Test func `a hall's edition has what its counters do and nothing else`() throws {
    let book = try #require(Self.book)
    let hall = try #require(book.printing.halls.first)
    let text = text(try job(.hall, hall.id))
    let own = Set(hall.counters.flatMap(\.items).map(\.id))
    #expect(own.count > 10)
    for item in book.items {
      #expect(text.contains("<h2 id=\"item-\(item.id)\"") == own.contains(item.id), "\(item.id)")
    }
  }

  @Test func `staff read what is for them, and who asks for each paper; the book does not tell`() throws {
    let book = try #require(Self.book)
    let staff = text(try job(.staff))
    let whole = text(try job(.book))
    let notes = book.items.flatMap(\.staffNotes)
    #expect(notes.count > 0)
    for note in notes {
      #expect(staff.contains(escaped(note.text)))
      #expect(!whole.contains(escaped(note.text)))
    }
  }

  @Test func `a poster says what everybody brings and how many papers more there may be`() throws {
    let book = try #require(Self.book)
    let chapter = try #require(book.scenarios.first { $0.id == "replace-car" })
    let text = text(try job(.poster, chapter.id))
    let lines = chapter.bring.flatMap(\.lines)
    for line in lines where line.when.words == nil { #expect(text.contains(line.name(book.phrases))) }
    #expect(text.contains(book.phrases.posterMore(lines.filter { $0.when.words != nil }.count)))
    #expect(text.contains("<svg"))
  }

  @Test func `a poster without a drawing has its words, and says how sure they are`() throws {
    let book = try #require(Self.book)
    let chapter = try #require(book.scenarios.first { $0.flow == nil })
    let text = text(try job(.poster, chapter.id))
    #expect(!text.contains("class=\"flow\""))
    for step in chapter.timeline.flatMap(\.steps) {
      #expect(text.contains(step.text + (step.mark.map(book.phrases.inParentheses) ?? "")))
    }
    for result in chapter.results where result.when.words == nil { #expect(text.contains(result.text)) }
    #expect(text.contains(book.phrases.checkedLegend))
  }

  @Test func `where the letters of a drawing would be too small, its words are printed`() throws {
    let book = try #require(Self.book)
    let large = text(try job(.large))
    #expect(!large.contains("<figure class=\"flow\">"))
    let drawn = book.scenarios.compactMap(\.flow)
    #expect(large.components(separatedBy: "<ol class=\"flow-words\">").count - 1 == drawn.count)
    #expect(large.contains(book.phrases.flowInWords) && !large.contains(">\(book.phrases.flow)<"))
    let whole = text(try job(.book))
    #expect(whole.components(separatedBy: "<figure class=\"flow\">").count - 1 == drawn.count)
    #expect(!whole.contains("flow-words"))
    let tall = try #require(book.scenarios.max { ($0.flow?.wide.height ?? 0) < ($1.flow?.wide.height ?? 0) })
    #expect(text(try job(.booklet, tall.id)).contains("flow-words"))
    #expect(text(try job(.booklet, "new-car")).contains("<figure class=\"flow\">"))
  }

  @Test func `an address carries the edition and what its page says, and the page carries the same`() throws {
    let edition = try #require(Self.edition)
    let page = try #require(edition.files.first { $0.path == "scenario/new-car.html" })
    let mark = try #require(edition.addresses.marks["scenario/new-car.html"])
    #expect(String(decoding: page.bytes, as: UTF8.self).contains(" data-mark=\"\(mark)\""))
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("<body data-edition=\"2026.1\""))
    #expect(
      edition.addresses.full("scenario/new-car.html", answers: [("owner", ["person"]), ("x", ["a", "b"])])
        == "https://example.org/yibentong/scenario/new-car.html?_e=2026.1&_h=\(mark)&owner=person&x=a,b")
    #expect(mark.utf8.count == 10)
    #expect(Set(edition.addresses.marks.values).count == edition.addresses.marks.count)
  }

  @Test func `pages of the printed book are marked where they begin in the e-book, each once and in order`() throws {
    let book = try #require(Self.book)
    let anchors = try job(.book).page(nil).anchors
    // Three anchors a page, and every tenth page has none.
    var pages: [String: Int] = [:]
    for (number, anchor) in anchors.enumerated() { pages[anchor] = number / 3 + number / 30 + 1 }
    let map = PageMap(pages, order: anchors, count: pages.values.max() ?? 0)
    let epub = EPUBBook(book, pages: map)
    let list = epub.pageList.map(\.page)
    #expect(list == list.sorted() && Set(list).count == list.count)
    #expect(Double(list.count) > 0.8 * Double(map.count))
    let nav = epub.navigation.string
    #expect(nav.contains("epub:type=\"page-list\""))
    let chapter = try #require(epub.chapters.first { $0.file == "scenario-new-car.xhtml" })
    let first = try #require(pages["scenario-new-car"])
    #expect(epub.broken(chapter.body).string.contains("id=\"page-\(first)\" aria-label=\"\(first)\"></span>"))
    #expect(EPUBBook(book).navigation.string.contains("page-list") == false)
  }

  @Test func `a page begins at the first anchor on it; where there is none, at the next one after it`() {
    let map = PageMap(["a": 1, "b": 1, "c": 3, "d": 3, "e": 4], order: ["a", "b", "c", "d", "e"], count: 4)
    #expect(map.beginnings() == ["a": [1], "c": [2, 3], "e": [4]])
  }

  private func escaped(_ text: String) -> String {
    let markup: Markup = "\(text)"
    return markup.string
  }
}
