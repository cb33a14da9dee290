import CanonicalJSON
import Catalogue
import Editions
import Handbook
import Markup

/// The live page of the change log as Atom (RFC 4287), with a deleted-entry (RFC 6721) for every guide and scenario that
/// is gone: JSON Feed has no way to say that.
struct AtomFeed {
  let book: Handbook

  private var base: String? { book.changes.publisher.base }

  var file: OutputFile {
    // Atom has no way to say that something is an exercise.
    let items = FeedPages(book.changes.log.ledger, today: book.isoDate).live.reversed().filter {
      $0["_onebook"]?["test"] != true
    }
    let updated = items.first?["date_published"]?.text ?? "\(book.isoDate)T00:00:00+08:00"
    let home: Markup? = base.map { "<link rel=\"alternate\" type=\"text/html\" href=\"\($0)\"/>\n" }
    let own: Markup? = base.map { "<link rel=\"self\" type=\"application/atom+xml\" href=\"\($0)atom.xml\"/>\n" }
    let hub: Markup? = book.feed.hub.map { "<link rel=\"hub\" href=\"\($0)\"/>\n" }
    let markup: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="\(book.phrases.lang)">
      <id>\(base.map { $0 + "atom.xml" } ?? "urn:onebook:feed")</id>
      <title>\(book.title)</title>
      <subtitle>\(book.issuer) · \(book.phrases.changeLog)</subtitle>
      <updated>\(updated)</updated>
      \(home)\(own)\(hub)<author><name>\(book.issuer)</name></author>
      \(items.map(tombstone))\(items.map(entry))</feed>

      """
    return OutputFile(path: "atom.xml", bytes: markup.bytes)
  }

  private func entry(_ item: JSONValue) -> Markup {
    let date = item["date_published"]?.text ?? ""
    let page: Markup? = item["url"]?.text.map { "<link rel=\"alternate\" type=\"text/html\" href=\"\($0)\"/>\n" }
    return """
      <entry>
      <id>\(item["id"]?.text ?? "")</id>
      <title>\(item["title"]?.text ?? "")</title>
      <published>\(date)</published>
      <updated>\(date)</updated>
      \(page)\((item["tags"]?.elements ?? []).compactMap(\.text).map { "<category term=\"\($0)\"/>\n" as Markup })<summary>\(item["summary"]?.text ?? "")</summary>
      <content type="text">\(item["content_text"]?.text ?? "")</content>
      </entry>

      """
  }

  /// What the reader knew under the page's own address is gone.
  private func tombstone(_ item: JSONValue) -> Markup {
    guard let own = item["_onebook"], let kind = own["kind"]?.text.flatMap(Event.Kind.init), kind.isTombstone,
      let id = own["subject"]?["id"]?.text
    else { return "" }
    let isGuide = kind == .guideWithdrawn
    let topic = isGuide ? "guide:" + id : "scenario:" + id
    let address = base.map { $0 + Surface.path(isGuide ? .item : .scenario, id) } ?? "urn:onebook:" + topic
    return """
      <at:deleted-entry ref="\(address)" when="\(item["date_published"]?.text ?? "")"><at:comment>\(item["title"]?.text ?? "")</at:comment></at:deleted-entry>

      """
  }
}
