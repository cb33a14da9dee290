import Handbook

/// The edition as a JSON Feed 1.1: one item a scenario, with its messages before, during and after in the extension
/// object. Source: jsonfeed.org, version 1.1.
struct Feed {
  private struct Document: Encodable {
    var version = "https://jsonfeed.org/version/1.1"
    var title: String
    var description: String
    var language: String
    var home_page_url: String?
    var feed_url: String?
    var authors: [Author]
    var _onebook: Extension
    var items: [Item]
  }
  private struct Author: Encodable { var name: String }
  private struct Extension: Encodable {
    var schema = 1
    var edition: String
    var publisher: String
  }
  private struct Item: Encodable {
    var id: String
    var url: String?
    var title: String
    var summary: String
    var content_text: String
    var date_published: String
    var tags: [String]
    var language: String
    var _onebook: ItemExtension
  }
  private struct ItemExtension: Encodable {
    var schema = 1
    var kind = "scenario.added"
    var subject: Subject
    var editionTo: String
    var messages: [Message]
  }
  private struct Subject: Encodable {
    var type = "scenario"
    var id: String
  }
  private struct Message: Encodable {
    var phase: String
    var on: String
    var text: String
  }

  private let document: Document

  init(_ book: Handbook) {
    let phrases = book.phrases
    document = Document(
      title: book.title, description: "\(book.issuer) · \(phrases.edition(book.edition, book.date))",
      language: phrases.lang, home_page_url: book.base, feed_url: book.base.map { $0 + "feed.json" },
      authors: [Author(name: book.issuer)], _onebook: Extension(edition: book.edition, publisher: book.issuer),
      items: book.scenarios.map { chapter in
        let url = book.base.map { $0 + Surface.path(.scenario, chapter.id) }
        let messages = chapter.messages.map { Message(phase: $0.phase, on: $0.trigger, text: $0.text) }
        let figures = chapter.figures.map { "\($0.label)\(phrases.colon)\($0.value)" }.joined(separator: "\n")
        return Item(
          id: url ?? "urn:onebook:scenario:\(chapter.id)", url: url, title: chapter.title, summary: chapter.summary,
          content_text: ([chapter.summary, figures]
            + chapter.messages.map { "\($0.name)·\($0.trigger)\(phrases.colon)\($0.text)" })
            .joined(separator: "\n"),
          date_published: "\(book.isoDate)T00:00:00+08:00", tags: ["scenario/\(chapter.id)"], language: phrases.lang,
          _onebook: ItemExtension(subject: Subject(id: chapter.id), editionTo: book.edition, messages: messages))
      })
  }

  var json: [UInt8] { Publishing.json(document) }
}
