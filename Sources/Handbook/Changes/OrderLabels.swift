import CanonicalJSON
import Editions

/// Words for what comes before what among the items of a scenario.
extension ChangeLabels {
  /// A line of the order that came, went or is another; `nil` for what is no line.
  func order(_ change: Change, _ place: ChangePlace) -> String? {
    guard place.isEntry else { return nil }
    let old = change.before.map { words(ofOrder: $0, place.entry) }
    let new = change.after.map { words(ofOrder: $0, place.entry) }
    switch (old, new) {
    case (let old?, let new?) where old != new:
      return phrases.changed(phrases.orderWord, from: phrases.quoted(old), to: phrases.quoted(new))
    case (_, let new?): return phrases.nowOrdered(new)
    case (let old?, nil): return phrases.orderGone(old)
    case (nil, nil): return nil
    }
  }

  private func words(ofOrder line: JSONValue, _ entry: EditionChanges.Entry) -> String {
    let (first, then) = (title(ofMember: line["first"], entry), title(ofMember: line["then"], entry))
    let words: String
    switch line["kind"]?.text {
    case "handover":
      let paper = line["type"]?.text.map { name("papers", $0, member: "name") ?? $0 } ?? ""
      words = phrases.handsOver(first, paper, then)
    case "wait":
      let length = RecordWords(labels: self, member: "days")
        .duration(line["days"]?["n"]?.number ?? 0, line["days"]?["unit"]?.text ?? "wd")
      words = phrases.waits(first, length, then)
    default: words = phrases.comesFirst(first, then)
    }
    return words + (line["reason"]?.text.map(phrases.inParentheses) ?? "")
  }

  /// A member by the name of its item.
  private func title(ofMember id: JSONValue?, _ entry: EditionChanges.Entry) -> String {
    let members = [entry.new, entry.old].flatMap { $0?["members"]?.elements ?? [] }
    let item = members.first { $0["id"] == id }?["item"]?.text ?? id?.text ?? ""
    return name("guides", item, member: "title") ?? item
  }
}

extension Phrases {
  var orderWord: String { say("先后", "order") }
  func nowOrdered(_ what: String) -> String { say("先后定了：\(what)", "order: \(what)") }
  func orderGone(_ what: String) -> String { say("先后不再限定：\(what)", "no longer so: \(what)") }
  func comesFirst(_ first: String, _ then: String) -> String {
    say("先办“\(first)”，再办“\(then)”", "\(first) before \(then)")
  }
  func handsOver(_ first: String, _ paper: String, _ then: String) -> String {
    say("办“\(first)”拿到\(paper)，办“\(then)”要用", "\(first) gives the \(paper) that \(then) needs")
  }
  func waits(_ first: String, _ length: String, _ then: String) -> String {
    say("办完“\(first)”过\(length)，再办“\(then)”", "\(then) comes \(length) after \(first)")
  }
}
