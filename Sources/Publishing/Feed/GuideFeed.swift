import CanonicalJSON
import Catalogue
import Editions
import Handbook

/// The book's pages as a feed for ordinary readers, `guides.json`: one item a scenario and an item, whose
/// `date_modified` moves when something of it changed. Not for keeping another copy in step: that is the change log's.
struct GuideFeed {
  let book: Handbook

  private var base: String? { book.changes.publisher.base }

  var file: OutputFile {
    let items = (book.scenarios.map(scenario) + book.items.map(item)).sorted { a, b in
      let (x, y) = (a["date_modified"]?.text ?? "", b["date_modified"]?.text ?? "")
      return x != y ? x > y : (a["id"]?.text ?? "") < (b["id"]?.text ?? "")
    }
    let feed: JSONValue = .record([
      "version": "https://jsonfeed.org/version/1.1", "title": .string(book.title),
      "description": .string("\(book.issuer) · \(book.phrases.edition(book.edition, book.date))"),
      "language": .string(book.phrases.lang), "home_page_url": base.map { .string($0) },
      "feed_url": base.map { .string($0 + "guides.json") }, "authors": [["name": .string(book.issuer)]],
      "hubs": book.feed.hub.map { [["type": "WebSub", "url": .string($0)]] }, "items": .array(items),
      "_onebook": .record(["schema": 1, "edition": .string(book.edition)]),
    ])
    return OutputFile(path: "guides.json", bytes: lines(feed))
  }

  private func scenario(_ chapter: ScenarioChapter) -> JSONValue {
    let figures = chapter.figures.map { "\($0.label)\(book.phrases.colon)\($0.value)" }
    return entry(
      .scenario, chapter.id, chapter.title, chapter.summary, ([chapter.summary] + figures).joined(separator: "\n"))
  }

  private func item(_ chapter: ItemChapter) -> JSONValue {
    let who = chapter.who?.text ?? chapter.official
    return entry(.item, chapter.id, chapter.name, who, [chapter.official, who].joined(separator: "\n"))
  }

  private func entry(_ kind: Reference.Kind, _ id: String, _ title: String, _ summary: String, _ text: String)
    -> JSONValue
  {
    let subject = EditionChanges.Subject(kind == .scenario ? .scenario : .guide, id)
    let path = Surface.path(kind, id)
    let address = base.map { $0 + path } ?? "urn:onebook:\(subject.topic.replacing("/", with: ":"))"
    let about = book.changes.log.ledger.items.filter { Ledger.isAbout(subject, $0) }
    let (published, modified) = dates(of: about, subject)
    // What concerns a scenario may be told of a guide, which has revisions of its own.
    let latest = about.last { $0["_onebook"]?["subject"] == subject.json }
    return .record([
      "id": .string(address), "url": base.map { .string($0 + path) }, "title": .string(title),
      "summary": .string(summary), "content_text": .string(text), "date_published": .string(published),
      "date_modified": .string(modified), "language": .string(book.phrases.lang), "tags": [.string(subject.topic)],
      "_onebook": ["subject": subject.json, "rev": latest?["_onebook"]?["rev"] ?? 1],
    ])
  }

  /// When it first stood in the book, and when it last changed.
  private func dates(of items: [JSONValue], _ subject: EditionChanges.Subject) -> (String, String) {
    let first = book.changes.log.ledger.items.first?["date_published"]?.text ?? "\(book.isoDate)T00:00:00+08:00"
    let added = items.last { item in
      item["_onebook"]?["subject"] == subject.json
        && item["_onebook"]?["changes"]?.elements?.contains { $0["path"] == "" } == true
    }?["date_published"]?.text
    return (added ?? first, items.last?["date_published"]?.text ?? added ?? first)
  }
}
