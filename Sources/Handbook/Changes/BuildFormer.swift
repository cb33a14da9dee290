import CanonicalJSON
import Catalogue
import Editions

extension BookBuilder {
  func tombstones(_ log: EditionLog) -> Tombstones { Tombstones(log.ledger) { page($0) != nil } }

  /// What the catalogue says of old matters, then what the log says of those that were in the book, the newest first.
  func former(_ log: EditionLog) -> [Former] {
    let written = (catalogue.book?.former ?? []).map { former in
      Former(
        name: former.name, until: former.until, from: former.until.map { phrases.plainDate($0 + 1) },
        isToCome: false, sentence: wording.sentence(former.statement), replacements: [])
    }
    let tombstones = tombstones(log)
    let told = tombstones.all.sorted { ($1.value["seq"]?.number ?? 0) < ($0.value["seq"]?.number ?? 0) }
    return written + told.map { former($0.key, $0.value, tombstones, log.snapshot) }
  }

  private func former(
    _ subject: EditionChanges.Subject, _ own: JSONValue, _ tombstones: Tombstones, _ snapshot: Snapshot
  ) -> Former {
    let successors = tombstones.successors(of: subject)
    let name = own["former"]?["title"]?.text ?? subject.id
    let official = own["former"]?["official"]?.text
    let from = own["effectiveFrom"]?.text.flatMap(Day.init)
    let basis = (own["basis"]?.elements ?? []).compactMap(\.text).map { text in
      let parts = text.split(separator: "§", maxSplits: 1).map(String.init)
      return wording.words(Citation(law: parts.first ?? text, article: parts.count > 1 ? parts[1] : nil))
    }
    var former = Former(
      subject: subject, name: name, official: official == name ? nil : official,
      until: from.map { $0 + -1 }, from: from.map(phrases.plainDate),
      isToCome: from.map { $0 > snapshot.date } ?? false,
      sentence: Sentence(text: "", when: nil, basis: basis, mark: nil, official: nil),
      replacements: successors.compactMap(page), edition: own["editionFrom"]?.text, transition: own["transition"]?.text)
    let names = successors.map { page($0)?.text ?? $0.id }
    let isSame =
      successors.count == 1
      && successors.first.flatMap { successor in
        successor.kind.list.flatMap { snapshot.record($0, successor.id) }
      }.map { EditionChanges.isSame(own["former"] ?? .null, $0) } == true
    if let taken = tombstones.takenBack[subject] {
      former.sentence.text = taken
      former.isAstray = true
    } else if isSame {
      former.sentence.text = phrases.ended(phrases.goesOn)
      former.isAstray = true
    } else {
      former.sentence.text = phrases.ended(
        phrases.withdrawn(names.isEmpty ? nil : names, isNone: tombstones.isKnownToEnd(subject)))
    }
    return former
  }

  /// Days from which something is no longer handled, for people's own calendars.
  func calendarEntries(_ former: [Former]) -> [CalendarEntry] {
    former.compactMap { former in
      guard former.isToCome, !former.isAstray, let subject = former.subject, let until = former.until else {
        return nil
      }
      return CalendarEntry(
        id: "former-\(subject.kind.rawValue)-\(subject.id)", from: (until + 1).description,
        end: (until + 2).description, title: phrases.formerBegins(former.name), note: former.sentence.text)
    }
  }
}

extension Phrases {
  var goesOn: String { say("还是这件事，照常办理，只是编号换了", "the same matter, handled as before, under another id") }
  func goesOnTitle(_ name: String) -> String { say("换了编号：\(name)", "Another id: \(name)") }
  func formerBegins(_ name: String) -> String { say("停用：\(name)", "No longer handled: \(name)") }
  public func formerTag(isToCome: Bool) -> String {
    isToCome ? say("将停用", "to be withdrawn") : say("已停用", "withdrawn")
  }
  public func formerLead(_ former: Former) -> String {
    guard let from = former.from else { return say("本事项已停用。", "This is no longer handled.") }
    return former.isToCome
      ? say("本事项从\(from)起停用；在那以前照常办理。", "This is no longer handled from \(from); until then it is.")
      : say("本事项从\(from)起停用。", "This is no longer handled, since \(from).")
  }
  public func formerInstead(isToCome: Bool) -> String {
    isToCome ? say("到那天以后", "From then on") : say("现在怎么办", "What to do now")
  }
  public var formerSince: String { say("从哪天起停用", "Withdrawn from") }
  public var formerEdition: String { say("最后收在哪一版", "Last edition that has it") }
  public func formerEdition(named edition: String) -> String { say("\(edition) 版", "edition \(edition)") }
  public var formerPaper: String { say("手里有旧书、旧告知单的", "If you have an older book or notice") }
  public var formerPaperAdvice: String {
    say("上面关于这件事的内容不再适用，别照着准备材料。", "What it says of this no longer holds: do not prepare papers by it.")
  }
}
