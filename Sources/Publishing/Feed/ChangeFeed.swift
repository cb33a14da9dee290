import CanonicalJSON
import Catalogue
import Editions
import Handbook

/// The change log as JSON Feed 1.1: the live page, the archives, and one feed for each topic. Static files: whoever can
/// serve a page can serve them.
struct ChangeFeed {
  let book: Handbook

  private var log: EditionLog { book.changes.log }
  private var base: String? { book.changes.publisher.base }

  var files: [OutputFile] {
    let pages = FeedPages(log.ledger, today: book.isoDate)
    var files = [live(pages)]
    for (index, archive) in pages.archives.enumerated() {
      let earlier = index > 0 ? pages.archives[index - 1].path : nil
      files.append(
        document(archive.path, book.title, archive.items.reversed(), next: earlier, isArchive: true, isGapless: true))
    }
    return files + topics
  }

  private func live(_ pages: FeedPages) -> OutputFile {
    document(
      "feed.json", book.title, pages.live.reversed(), next: pages.archives.last?.path, isArchive: false,
      isGapless: true)
  }

  /// Everything one can subscribe to: what is there now, and whatever was ever told of.
  private var topics: [OutputFile] {
    var names: [String: String] = [:]
    for chapter in book.scenarios { names["scenario/" + chapter.id] = chapter.title }
    for chapter in book.items { names["guide/" + chapter.id] = chapter.name }
    for chapter in book.agencies { names["agency/" + chapter.id] = chapter.name }
    names["severity/major"] = book.phrases.majorOnly
    names["severity/critical"] = book.phrases.criticalOnly
    for topic in log.ledger.items.flatMap({ $0["tags"]?.elements ?? [] }).compactMap(\.text) where names[topic] == nil {
      names[topic] = topic
    }
    return names.sorted { $0.key < $1.key }.compactMap { topic, name in
      // A topic is a path as well: only what an id may hold.
      guard topic.utf8.allSatisfy({ $0 < 0x80 }), !topic.contains("..") else { return nil }
      return document(
        "topic/\(topic).json", "\(book.title) · \(name)", FeedPages.topic(topic, in: log.ledger), next: nil,
        isArchive: false, isGapless: false)
    }
  }

  /// `items`: newest first.
  private func document(
    _ path: String, _ title: String, _ items: [JSONValue], next: String?, isArchive: Bool, isGapless: Bool
  ) -> OutputFile {
    let newest = items.first?["_onebook"]
    let publisher = book.changes.publisher.id
    let own: [String: JSONValue?] = [
      "schema": 1, "publisher": publisher.isEmpty ? nil : .string(publisher), "gapless": .bool(isGapless),
      "lastSeq": newest?["seq"] ?? 0, "head": newest?["hash"] ?? .string(Ledger.noHash),
      // An archive never changes: it knows no edition, and no key.
      "edition": isArchive ? nil : .string(book.edition), "calendar": isArchive ? nil : calendar,
      "keys": isArchive ? nil : keys, "sampleAddress": book.base == nil && base != nil ? true : nil,
    ]
    let hub: JSONValue? = isArchive ? nil : book.feed.hub.map { [["type": "WebSub", "url": .string($0)]] }
    let feed: JSONValue = .record([
      "version": "https://jsonfeed.org/version/1.1", "title": .string(title),
      "description": .string("\(book.issuer) · \(book.phrases.changeLog)"), "language": .string(book.phrases.lang),
      "home_page_url": base.map { .string($0) }, "feed_url": base.map { .string($0 + path) },
      "next_url": next.flatMap { next in base.map { .string($0 + next) } }, "expired": isArchive ? true : nil,
      "authors": [["name": .string(book.issuer)]], "hubs": hub, "items": .array(items), "_onebook": .record(own),
    ])
    return OutputFile(path: path, bytes: lines(feed))
  }

  private var keys: JSONValue? {
    guard !book.feed.keys.isEmpty else { return nil }
    return .array(book.feed.keys.map { ["alg": "Ed25519", "publicKey": .string($0)] })
  }

  /// The newest year whose official holidays the book's dates are computed with.
  private var calendar: JSONValue? {
    (log.snapshot.records["calendar"]?.elements ?? []).compactMap { $0["id"]?.text }.max().map { .string("cn-" + $0) }
  }
}

/// A document of ours in its canonical form, and a line break.
func lines(_ value: JSONValue) -> [UInt8] {
  // Texts, whole numbers and ASCII keys: there is nothing in it that has no canonical form.
  guard let bytes = try? value.canonical() else { return Array("null\n".utf8) }
  return bytes + [10]
}
