import CanonicalJSON
import Catalogue
import Editions

/// Words for the changes that people look for: papers, steps, time, charges, grounds, items. `nil`: the plain words will do.
extension ChangeLabels {
  // MARK: Papers

  func paper(_ change: Change, _ place: ChangePlace) -> String? {
    let own = place.line.map(paperName)
    switch (place.member, change.before, change.after) {
    case ("materials", nil, let new?) where place.isEntry: return phrases.newPaper(paperName(new), counts(new))
    case ("materials", let old?, nil) where place.isEntry: return phrases.paperGone(paperName(old))
    case ("choices", nil, let new?): return phrases.newChoice(alternatives(new))
    case ("choices", let old?, nil): return phrases.choiceGone(alternatives(old))
    case ("alternatives", nil, let new?): return phrases.alsoAccepted(set(new))
    case ("alternatives", let old?, nil): return phrases.notAccepted(set(old))
    case ("copies", let old, let new): return own.map { count(phrases.copiesOf($0), old, new) }
    case ("originals", let old, let new): return own.map { count(phrases.originalsOf($0), old, new) }
    case ("certified", let old, let new): return own.map { count(phrases.certifiedOf($0), old, new) }
    case ("when", let old, let new):
      return own.map { condition(phrases.aspect(phrases.casesInWhich, of: $0), old, new) }
    case ("endorsed", _, let new): return own.map { phrases.endorsed($0, new == true) }
    case ("treatment", let old?, let new?), ("necessity", let old?, let new?):
      let words = RecordWords(labels: self, member: place.member)
      return own.map { phrases.changed($0, from: words.quoted(old), to: words.quoted(new)) }
    default: return nil
    }
  }

  /// What somebody need not do any more whom a condition no longer covers.
  func narrowed(_ change: Change, _ entry: EditionChanges.Entry) -> String {
    let place = ChangePlace(change, entry)
    guard let line = place.line else { return label(change, entry) }
    switch place.list {
    case "materials": return phrases.narrowedPaper(paperName(line))
    case "choices": return phrases.narrowedPaper(alternatives(line))
    case "steps": return phrases.narrowedStep(wording.plain(line["text"]?.text ?? ""))
    case "fees": return phrases.narrowedFee(line["name"]?.text ?? "")
    default:
      let item = line["item"]?.text ?? ""
      return phrases.narrowedItem(name("guides", item, member: "title") ?? item)
    }
  }

  /// 代理人的身份证: whose, where that is said.
  func paperName(_ line: JSONValue) -> String {
    let name =
      line["name"]?.text ?? line["type"]?.text.map { self.name("papers", $0, member: "name") ?? $0 } ?? line["id"]?.text
      ?? ""
    guard let whose = line["of"]?.text, whose != "applicant" else { return name }
    return phrases.isEnglish
      ? "\(name) \(phrases.belongs(to: self.name("subjects", whose, member: "name") ?? whose))"
      : phrases.belongs(to: self.name("subjects", whose, member: "name") ?? whose) + name
  }

  private func counts(_ line: JSONValue) -> String {
    let parts = [
      ("originals", phrases.originals), ("copies", { phrases.copies($0, complete: true) }),
      ("certified", phrases.certified),
    ]
    .compactMap { member, words in line[member]?.number.flatMap { $0 > 0 ? words(String($0)) : nil } }
    let when = words(line["when"]).map(phrases.ifCondition)
    return (parts + [when].compactMap(\.self)).joined(separator: phrases.comma)
  }

  private func set(_ alternative: JSONValue) -> String {
    (alternative["materials"]?.elements ?? []).map(paperName).joined(separator: phrases.and)
  }

  private func alternatives(_ choice: JSONValue) -> String {
    (choice["alternatives"]?.elements ?? []).map(set).joined(separator: " / ")
  }

  private func count(_ what: String, _ old: JSONValue?, _ new: JSONValue?) -> String {
    func say(_ value: JSONValue) -> String { value.number.map(phrases.pieces) ?? phrases.none }
    switch (old, new) {
    case (let old?, let new?): return phrases.changed(what, from: say(old), to: say(new))
    case (nil, let new?): return phrases.nowStated(what, say(new))
    case (let old?, nil): return phrases.noLongerStated(what, say(old))
    case (nil, nil): return what
    }
  }

  func condition(_ what: String, _ old: JSONValue?, _ new: JSONValue?) -> String {
    func say(_ value: JSONValue?) -> String {
      phrases.quoted(RecordWords(labels: self, member: "when").say(value ?? "always"))
    }
    return phrases.changed(what, from: say(old), to: say(new))
  }

  // MARK: Steps

  func step(_ change: Change, _ place: ChangePlace) -> String? {
    guard let text = place.line?["text"]?.text.map(wording.plain) else { return nil }
    switch (place.member, change.before, change.after) {
    case ("steps", nil, _) where place.isEntry: return phrases.newStep(text)
    case ("steps", _, nil) where place.isEntry: return phrases.stepGone(text)
    case ("text", let old?, let new?):
      let words = RecordWords(labels: self, member: "text")
      return phrases.changed(phrases.name(ofMember: "steps") ?? "", from: words.quoted(old), to: words.quoted(new))
    case ("n", let old?, let new?):
      return phrases.changed(phrases.stepOf(text), from: duration(old, place, before: true), to: duration(new, place))
    case ("after", _, let new):
      let earlier = (new?.elements ?? []).compactMap(\.text).map { id in
        place.entry.new?["steps"]?.elements?.first { $0["id"]?.text == id }?["text"]?.text.map(wording.plain) ?? id
      }
      return earlier.isEmpty
        ? phrases.stepFirst(text) : phrases.stepAfter(text, phrases.listed(earlier.map(phrases.quoted)))
    case ("when", let old, let new):
      return condition(phrases.aspect(phrases.casesInWhich, of: phrases.stepOf(text)), old, new)
    default: return nil
    }
  }

  /// A number of days with the unit beside it.
  private func duration(_ number: JSONValue, _ place: ChangePlace, before: Bool = false) -> String {
    let line = before ? place.before ?? place.line : place.line
    return RecordWords(labels: self, member: "n").duration(number.number ?? 0, line?["days"]?["unit"]?.text ?? "wd")
  }

  // MARK: Time and charges

  func time(_ change: Change, _ place: ChangePlace) -> String? {
    guard let limit = change.path.dropFirst().first, ["promised", "statutory"].contains(limit) else { return nil }
    let what = limit == "promised" ? phrases.promisedLimit : phrases.statutoryLimit
    if place.member == "unit", let old = change.before, let new = change.after {
      let words = RecordWords(labels: self, member: "unit")
      return phrases.changed(
        phrases.aspect(phrases.name(ofMember: "unit") ?? "", of: what), from: words.quoted(old), to: words.quoted(new))
    }
    guard place.member == "n", let old = change.before?.number, let new = change.after?.number else { return nil }
    let words = RecordWords(labels: self, member: "n")
    func unit(_ record: JSONValue?) -> String { record?["time"]?[limit]?["unit"]?.text ?? "wd" }
    return phrases.changed(
      what,
      from: words.duration(old, unit(place.entry.old)), to: words.duration(new, unit(place.entry.new)))
  }

  func fee(_ change: Change, _ place: ChangePlace) -> String? {
    guard let name = place.line?["name"]?.text else { return nil }
    switch (place.member, change.before, change.after) {
    case ("fees", nil, let new?) where place.isEntry:
      let amount = new["amountFen"]?.number.map { wording.yuan($0, new["upToFen"]?.number ?? $0) } ?? ""
      return phrases.newFee(name, [amount, new["per"]?.text.map { "/" + $0 } ?? ""].joined())
    case ("fees", _, nil) where place.isEntry: return phrases.feeGone(name)
    case ("amountFen", let old?, let new?):
      let words = RecordWords(labels: self, member: "amountFen")
      return phrases.changed(name, from: words.say(old), to: words.say(new))
    case ("when", let old, let new): return condition(phrases.aspect(phrases.casesInWhich, of: name), old, new)
    default: return nil
    }
  }

  // MARK: Grounds and items

  func basis(_ change: Change, _ place: ChangePlace) -> String? {
    guard let line = place.line else { return nil }
    let law = phrases.titled(line["title"]?.text ?? line["id"]?.text ?? "")
    func articles(_ value: JSONValue?) -> [String] {
      (value?.elements ?? []).compactMap(\.text).map { wording.words(article: $0) }
    }
    switch (place.member, change.before, change.after) {
    case ("basis", nil, let new?):
      return phrases.newBasis(law + phrases.gap + phrases.listed(articles(new["articles"])))
    case ("basis", let old?, nil):
      return phrases.basisGone(law + phrases.gap + phrases.listed(articles(old["articles"])))
    case ("articles", let old, let new):
      let (a, b) = (articles(old), articles(new))
      return phrases.setChange(
        phrases.articles(of: law), added: b.filter { !a.contains($0) }, removed: a.filter { !b.contains($0) })
    default: return nil
    }
  }

  func member(_ change: Change, _ place: ChangePlace) -> String? {
    guard let item = place.line?["item"]?.text else { return nil }
    let title = name("guides", item, member: "title") ?? item
    switch (place.member, change.before, change.after) {
    case ("members", nil, _) where place.isEntry: return phrases.newMember(title)
    case ("members", _, nil) where place.isEntry: return phrases.memberGone(title)
    case ("when", let old, let new):
      return condition(phrases.aspect(phrases.casesInWhich, of: phrases.quoted(title)), old, new)
    default: return nil
    }
  }
}
