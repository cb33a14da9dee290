import CanonicalJSON
import Diagnostics
import Editions
import Foundation
import Publishing

/// What a sheet of paper says of itself: its edition, its page and what that page said, in short.
struct PaperStamp {
  var edition: String
  /// From the book's root.
  var page: String
  var mark: String

  /// From the address in a code, `…/scenario/used-car.html?_e=2026.1&_h=…`, or the three words. `nil` when it is neither.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 3 {
      (edition, page, mark) = (words[0], words[1], words[2])
    } else {
      guard let parts = URLComponents(string: text), let query = parts.queryItems,
        let edition = query.first(where: { $0.name == "_e" })?.value,
        let mark = query.first(where: { $0.name == "_h" })?.value
      else { return nil }
      (self.edition, self.mark) = (edition, mark)
      page = parts.path
    }
    // A path on the disk: nothing that leads out of the book.
    let segments = page.split(separator: "/").map(String.init)
    guard !segments.isEmpty, !segments.contains(".."), mark.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    page = segments.joined(separator: "/")
  }
}

/// Whether paper still holds, by an edition: current, changed, or not known.
struct PaperAnswer {
  var isCurrent: Bool
  var message: Message

  init?(_ stamp: PaperStamp, in folder: URL, _ manifest: Manifest) {
    // A page is known under the end of its path: the address has the portal's own folders before it.
    let pages = manifest.files.map(\.path).filter { $0.hasSuffix(".html") }
    let page = pages.filter { stamp.page == $0 || stamp.page.hasSuffix("/" + $0) }.max { $0.count < $1.count }
    let editions = PaperAnswer.editions(folder, manifest)
    let asOf = Message(
      zh: "（按 \(manifest.edition) 版，\(manifest.date)）", en: " (by edition \(manifest.edition) of \(manifest.date))")
    guard editions.contains(stamp.edition) else {
      self.init(
        false, "不认识 \(stamp.edition) 版：也许比这里的新，也许不是这本书",
        "edition \(stamp.edition) is not known here: newer, or another book", asOf)
      return
    }
    guard let page, let mark = PaperAnswer.mark(of: folder.appendingPathComponent(page)) else {
      self.init(false, "这一页现在没有了", "this page is no longer there", asOf)
      return
    }
    if mark == stamp.mark {
      self.init(true, "还是最新的，没有变过", "current: nothing has changed", asOf)
    } else {
      let told = PaperAnswer.told(page, since: stamp.edition, folder, manifest)
      self.init(
        false, "变过了" + (told.isEmpty ? "" : "：" + told.joined(separator: "；")),
        "changed" + (told.isEmpty ? "" : ": " + told.joined(separator: "; ")), asOf)
    }
  }

  private init(_ isCurrent: Bool, _ zh: String, _ en: String, _ asOf: Message) {
    self.isCurrent = isCurrent
    message = Message(zh: zh + asOf.zh, en: en + asOf.en)
  }

  /// Every edition that was told of, and this one.
  private static func editions(_ folder: URL, _ manifest: Manifest) -> Set<String> {
    let ledger = try? BuiltEdition(folder: folder, manifest: manifest).ledger()
    return Set(History(ledger: ledger ?? Ledger()).editions + [manifest.edition])
  }

  /// What the page itself says, in short.
  private static func mark(of page: URL) -> String? {
    guard let data = try? Data(contentsOf: page) else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    guard let start = text.range(of: " data-mark=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Titles of what was told of the page's subject after an edition.
  private static func told(_ page: String, since edition: String, _ folder: URL, _ manifest: Manifest) -> [String] {
    guard let ledger = try? BuiltEdition(folder: folder, manifest: manifest).ledger() else { return [] }
    let parts = page.split(separator: "/")
    let kind = parts.first == "item" ? "guide" : String(parts.first ?? "")
    guard let kind = Event.Subject.Kind(rawValue: kind) else { return [] }
    let subject = Event.Subject(kind, String(parts.last?.dropLast(5) ?? ""))
    var isLater = false
    return ledger.items.compactMap { item in
      defer {
        if item["_onebook"]?["kind"]?.text == Event.Kind.editionPublished.rawValue,
          item["_onebook"]?["editionTo"]?.text == edition
        {
          isLater = true
        }
      }
      guard isLater, Ledger.isAbout(subject, item) else { return nil }
      return item["summary"]?.text
    }
  }
}
