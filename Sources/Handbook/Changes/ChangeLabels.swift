import CanonicalJSON
import Catalogue
import Editions

/// Puts the changes of two editions into words. Made from the records alone, so that words and data cannot disagree.
struct ChangeLabels {
  let phrases: Phrases
  let from: Snapshot
  let to: Snapshot
  /// Where facts, laws and names of both editions are looked up.
  let wording: Wording

  /// `words`: the catalogue's plain words; the records have the official ones.
  init(_ changes: EditionChanges, _ phrases: Phrases, words: Words = Words()) {
    self.phrases = phrases
    from = changes.from
    to = changes.to
    wording = Wording(catalogue: ChangeLabels.known([changes.from, changes.to], words), phrases: phrases)
  }

  /// A sentence for each change, in their order.
  func labels(_ entry: EditionChanges.Entry) -> [String] {
    let labels = asking(entry)
    return entry.changes.map { labels.label($0, entry) }
  }

  /// A condition as the tail of “如果…”, over a subject's own questions too.
  func wordsOf(_ condition: Condition, in subject: EditionChanges.Subject) -> String? {
    let list = subject.kind.list ?? ""
    let entry = EditionChanges.Entry(
      subject: subject, old: from.record(list, subject.id), new: to.record(list, subject.id), changes: [])
    return asking(entry).wording.words(condition)
  }

  func label(_ change: Change, _ entry: EditionChanges.Entry) -> String {
    let place = ChangePlace(change, entry)
    if change.path.isEmpty { return newSubject(entry) }
    let own =
      switch place.list {
      case "materials", "choices": paper(change, place)
      case "steps": step(change, place)
      case "fees": fee(change, place)
      case "time": time(change, place)
      case "basis": basis(change, place)
      case "members": member(change, place)
      case "order": order(change, place)
      default: nil as String?
      }
    return own ?? plain(change, place)
  }

  private func newSubject(_ entry: EditionChanges.Entry) -> String {
    let title = entry.new?["title"]?.text ?? entry.subject.id
    let kind =
      switch entry.subject.kind {
      case .guide: phrases.newGuide
      case .scenario: phrases.newScenario
      case .agency: phrases.newAgency
      default: phrases.newConsultation
      }
    return phrases.newSubject(kind, title)
  }

  /// Any change: the member's name, and what it was and is.
  func plain(_ change: Change, _ place: ChangePlace) -> String {
    let what = what(place)
    let words = RecordWords(labels: self, member: place.member)
    switch (change.before, change.after) {
    case (.array(let old)?, .array(let new)?) where (old + new).allSatisfy { $0.text != nil }:
      return phrases.setChange(
        what, added: new.filter { !old.contains($0) }.map(words.say),
        removed: old.filter { !new.contains($0) }.map(words.say))
    case (let old?, let new?):
      return place.isSentence
        ? phrases.reworded(what, words.quoted(old), words.quoted(new))
        : phrases.changed(what, from: words.quoted(old), to: words.quoted(new))
    case (nil, let new?):
      return place.isEntry ? phrases.added(what, words.say(new)) : phrases.nowStated(what, words.quoted(new))
    case (let old?, nil):
      return place.isEntry ? phrases.removed(what, words.say(old)) : phrases.noLongerStated(what, words.quoted(old))
    case (nil, nil): return what
    }
  }

  /// One side of a change by itself: 机动车号牌原件：1份.
  func state(_ change: Change, _ entry: EditionChanges.Entry, _ side: KeyPath<Change, JSONValue?>) -> String? {
    let place = ChangePlace(change, entry)
    let counted = ["originals": phrases.originalsOf, "copies": phrases.copiesOf, "certified": phrases.certifiedOf]
    let what =
      counted[place.member].flatMap { words in place.line.map { words(paperName($0)) } } ?? self.what(place)
    guard let value = change[keyPath: side] else { return what + phrases.colon + phrases.notStated }
    return what + phrases.colon + RecordWords(labels: self, member: place.member).say(value)
  }

  /// 号牌的说明: the member, and of which line.
  func what(_ place: ChangePlace) -> String {
    let member = phrases.name(ofMember: place.member) ?? place.member
    guard let line = name(ofLine: place), !place.isEntry else { return member }
    // What is said of a line is told of the line: 问答“…”.
    if place.member == "text" { return (phrases.name(ofMember: place.list) ?? "") + phrases.gap + phrases.quoted(line) }
    return phrases.aspect(member, of: line)
  }

  /// What the line is called: a paper, an item, or its own name.
  private func name(ofLine place: ChangePlace) -> String? {
    if ["materials", "choices"].contains(place.list), let line = place.line, line["type"] != nil {
      return paperName(line)
    }
    if place.list == "members", let item = place.line?["item"]?.text {
      return name("guides", item, member: "title") ?? item
    }
    return place.lineName
  }
}

extension ChangeLabels {
  /// Facts, laws and names as both editions know them, the newer before the older.
  private static func known(_ snapshots: [Snapshot], _ words: Words) -> Catalogue {
    var catalogue = Catalogue()
    catalogue.words = words
    for snapshot in snapshots {
      for record in snapshot.records["facts"]?.elements ?? [] {
        if let fact = Fact(record) { catalogue.facts[fact.id] = fact }
      }
      for record in snapshot.records["laws"]?.elements ?? [] {
        guard let id = record["id"]?.text, let title = record["title"]?.text else { continue }
        catalogue.laws[id] = Law(
          id: id, title: title, number: record["number"]?.text ?? "", effective: nil, remark: "", checked: .yes,
          span: .nowhere)
      }
    }
    return catalogue
  }

  /// The same, where the conditions may be over a scenario's own questions.
  private func asking(_ entry: EditionChanges.Entry) -> ChangeLabels {
    guard entry.subject.kind == .scenario else { return self }
    var catalogue = wording.catalogue
    for record in [entry.old, entry.new].flatMap({ $0?["questions"]?.elements ?? [] }) {
      if let fact = Fact(record) { catalogue.facts[fact.id] = fact }
    }
    return ChangeLabels(phrases: phrases, from: from, to: to, wording: Wording(catalogue: catalogue, phrases: phrases))
  }

  private init(phrases: Phrases, from: Snapshot, to: Snapshot, wording: Wording) {
    self.phrases = phrases
    self.from = from
    self.to = to
    self.wording = wording
  }

  func name(_ list: String, _ id: String, member: String) -> String? {
    (to.record(list, id) ?? from.record(list, id))?[member]?.text
  }

  /// A condition as the tail of “如果…”; `nil` when it always holds.
  func words(_ condition: JSONValue?) -> String? {
    condition?.text.flatMap(Condition.init(source:)).flatMap(wording.words)
  }
}

extension Fact {
  /// From its record.
  fileprivate init?(_ record: JSONValue) {
    guard let id = record["id"]?.text else { return nil }
    let options = (record["options"]?.elements ?? []).map { option in
      Fact.Option(
        id: option["id"]?.text ?? "", text: option["text"]?.text ?? "", whenText: option["whenText"]?.text ?? "",
        span: .nowhere)
    }
    self.init(
      id: id, ask: record["ask"]?.text ?? "", options: options, many: record["many"] == true,
      note: record["note"]?.text, checked: .yes, span: .nowhere)
  }
}
