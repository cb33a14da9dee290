import Foundation
import Handbook

/// The search index as a script, so that it loads from a disk too, where nothing may be fetched.
struct SearchIndex {
  struct Entry: Encodable {
    /// Title.
    var t: String
    /// Address from the book's root.
    var u: String
    /// Kind, in words.
    var k: String
    /// Other names.
    var a: [String]
    /// What else is worth finding.
    var x: String
  }

  private let entries: [Entry]

  init(_ book: Handbook) {
    let phrases = book.phrases
    var entries: [Entry] = []
    for chapter in book.scenarios {
      entries.append(
        Entry(
          t: chapter.title, u: Surface.path(.scenario, chapter.id), k: phrases.scenarios, a: chapter.aliases,
          x: ([chapter.summary, chapter.audience] + chapter.items.map(\.item.text) + chapter.answers.map(\.question))
            .joined(separator: " ")))
    }
    for chapter in book.items {
      entries.append(
        Entry(
          t: chapter.name, u: Surface.path(.item, chapter.id), k: phrases.items,
          a: [chapter.official] + chapter.aliases,
          x: [chapter.who?.text ?? "", chapter.agency.text].joined(separator: " ")))
    }
    for chapter in book.evidence {
      entries.append(
        Entry(
          t: chapter.name, u: Surface.path(.evidence, chapter.id), k: phrases.evidence, a: chapter.aliases,
          x: chapter.issuer ?? ""))
    }
    for chapter in book.agencies {
      entries.append(
        Entry(
          t: chapter.name, u: Surface.path(.agency, chapter.id), k: phrases.agencies, a: [chapter.short],
          x: chapter.items.map(\.text).joined(separator: " ")))
    }
    for chapter in book.consultations {
      entries.append(
        Entry(
          t: chapter.title, u: Surface.path(.consultation, chapter.id), k: phrases.consultations, a: [],
          x: ([chapter.summary ?? ""] + chapter.changes.map(\.target.text)).joined(separator: " ")))
    }
    for former in book.formerItems {
      let address = former.page.map { Surface.path($0.kind, $0.id) } ?? "former.html"
      entries.append(
        Entry(
          t: former.name, u: address, k: phrases.formerTag(isToCome: former.isToCome),
          a: [former.official].compactMap(\.self),
          x: former.sentence.text))
    }
    for term in book.glossary {
      entries.append(Entry(t: term.name, u: "glossary.html", k: phrases.glossary, a: [], x: term.text))
    }
    self.entries = entries
  }

  var script: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Plain strings and lists cannot fail to encode; an empty index would still leave the page complete.
    let json = (try? encoder.encode(entries)) ?? Data("[]".utf8)
    return Array("window.onebookSearch=".utf8) + json + Array(";\n".utf8)
  }
}
