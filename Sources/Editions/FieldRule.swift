import CanonicalJSON
import Catalogue

/// What a change of a field means to the applicant: declared once for each field, never guessed from its name.
struct FieldRule {
  enum Direction {
    /// A number, of which more means this.
    case more(Change.Impact)
    /// Something that is there or not, and means this when it appears; an entry of a list, too.
    case presence(Change.Impact)
    /// One of a few words, the stricter later; a word that is not there stands first.
    case ranked([String])
    /// A condition: that more situations meet it means this.
    case condition(Change.Impact)
    /// A duty of the applicant, in words that may hold a number of days: a shorter period is stricter.
    case duty
    /// Free text: only a person can tell, unless it is only reworded.
    case text
    /// A fact without a direction: another person, another form. Never taken for other words.
    case fact
    /// Nothing to do differently.
    case neutral
  }

  var direction: Direction
  /// Whoever read the page before has to know it, whatever its direction: where to go, whom to call.
  var isMajor = false

  static func more(_ impact: Change.Impact) -> FieldRule { FieldRule(direction: .more(impact)) }
  static func presence(_ impact: Change.Impact) -> FieldRule { FieldRule(direction: .presence(impact)) }
  static func ranked(_ words: String...) -> FieldRule { FieldRule(direction: .ranked(words)) }
  static func condition(_ impact: Change.Impact) -> FieldRule { FieldRule(direction: .condition(impact)) }
  static let duty = FieldRule(direction: .duty)
  static let text = FieldRule(direction: .text)
  static let fact = FieldRule(direction: .fact, isMajor: true)
  static let minorFact = FieldRule(direction: .fact)
  static let neutral = FieldRule(direction: .neutral)
  /// Where to go, when, whom to call.
  static let whereabouts = FieldRule(direction: .neutral, isMajor: true)
}

/// The declared fields of all records.
struct FieldRules {
  let table: [String: FieldRule]

  /// A field by its own name; where that is not declared, by its last two members (`materials/*/copies` within a choice),
  /// then by its last one (`text`, `basis` of any sentence). `nil`: nobody declared it.
  func rule(_ field: String) -> FieldRule? {
    if let rule = table[field] { return rule }
    let parts = field.split(separator: "/").map(String.init)
    if let start = parts.lastIndex(of: "materials"), start > 0 {
      return table[parts[start...].joined(separator: "/")] ?? sentence(parts)
    }
    return sentence(parts)
  }

  private func sentence(_ parts: [String]) -> FieldRule? {
    guard let last = parts.last, parts.count > 1 else { return nil }
    return table["…/" + last]
  }

  /// What identifies a record, and what the log counts, are no changes.
  func isIgnored(_ field: [String]) -> Bool { field == ["id"] || field == ["rev"] }
}

extension FieldRules {
  /// Members that mean the same wherever a sentence stands.
  private static let sentences: [String: FieldRule] = [
    "…/text": .text, "…/when": .condition(.unknown), "…/basis": .neutral, "…/checked": .neutral, "…/sample": .neutral,
    "…/remark": .text, "…/name": .neutral, "…/title": .neutral,
  ]

  static let all = FieldRules(
    table: [sentences, guide, scenario, agency, consultation, edition].reduce(into: [:]) { $0.merge($1) { $1 } })

  private static let guide: [String: FieldRule] = [
    "": .presence(.unknown), "title": .neutral, "official": .neutral, "aliases": .neutral, "type": .neutral,
    "checked": .neutral, "agency": .whereabouts, "counter": .whereabouts,
    "who": .text, "conditions": .presence(.tighten), "conditions/*": .presence(.tighten),
    "basis/*": .neutral, "basis/*/articles": .neutral, "basis/*/gists": .text, "basis/*/number": .neutral,
    "materials": .presence(.tighten), "materials/*": .presence(.tighten), "materials/*/type": .fact,
    "materials/*/name": .neutral, "materials/*/of": .fact, "materials/*/accepts/*": .presence(.loosen),
    "materials/*/treatment": .ranked("record", "show", "keep", "surrender"),
    "materials/*/endorsed": .neutral, "materials/*/originals": .more(.tighten), "materials/*/copies": .more(.tighten),
    "materials/*/certified": .more(.tighten), "materials/*/necessity": .ranked("optional", "deferrable", "required"),
    "materials/*/dueDays": .more(.loosen), "materials/*/when": .condition(.tighten), "materials/*/from": .fact,
    "materials/*/maxAge": .more(.loosen), "materials/*/minRemaining": .more(.tighten),
    "materials/*/notes/*": .text, "materials/*/waivers/*": .presence(.loosen), "materials/*/basis": .neutral,
    "materials/*/template": FieldRule(direction: .neutral, isMajor: true),
    "materials/*/specification/*": .presence(.tighten), "materials/*/specification/*/values": .fact,
    "materials/*/media": .fact, "materials/*/step": .neutral,
    "choices/*": .presence(.tighten), "choices/*/pick": .more(.tighten), "choices/*/when": .condition(.tighten),
    "choices/*/alternatives/*": .presence(.loosen), "openEnded/*": .presence(.tighten), "openEnded/*/text": .text,
    "steps": .presence(.tighten), "steps/*": .presence(.tighten), "steps/*/stage": .neutral, "steps/*/by": .fact,
    "steps/*/at": .whereabouts, "steps/*/online": .presence(.loosen), "steps/*/days": .text,
    "steps/*/days/n": .more(.tighten), "steps/*/days/unit": .ranked("cd", "wd"), "steps/*/ways": .fact,
    "steps/*/after": .neutral,
    "steps/*/covers": .neutral, "steps/*/when": .condition(.tighten), "steps/*/common": .neutral,
    "time": .text, "time/statutory": .text, "time/promised": .text, "time/statutory/n": .more(.tighten),
    "time/promised/n": .more(.tighten), "time/statutory/unit": .ranked("cd", "wd"),
    "time/promised/unit": .ranked("cd", "wd"),
    "time/excluding/*": .presence(.tighten),
    "fees": .presence(.tighten), "fees/*": .presence(.tighten), "fees/*/kind": .neutral,
    "fees/*/amountFen": .more(.tighten), "fees/*/upToFen": .more(.tighten), "fees/*/per": .fact,
    "fees/*/payee": .whereabouts, "fees/*/once": .presence(.loosen), "fees/*/when": .condition(.tighten),
    "fees/*/waivers/*": .presence(.loosen), "feesChecked": .neutral,
    "outputs/*": .minorFact, "validity": .text, "deadlines/*": .duty, "online/*": .presence(.loosen),
    "agent": .text, "agent/allowed": .ranked("yes", "limited", "no"), "agent/statement/text": .text,
    "pitfalls/*": .text, "tables/*": .text, "tables/*/rows/*": .text, "notes/*": .text, "refusal": .text,
    "details/*": .text, "details/*/content": .text,
    "disclosure": .neutral, "disclosure/limit": .neutral, "disclosure/channels": .neutral,
    "disclosure/audience": .neutral, "disclosure/manner": .neutral, "disclosure/levels": .neutral, "…/value": .neutral,
  ]

  private static let scenario: [String: FieldRule] = [
    "theme": .neutral, "audience": .text, "summary": .text, "questions/*": .text, "questions/*/ask": .text,
    "questions/*/many": .neutral, "questions/*/note": .text, "questions/*/options/*": .text,
    "questions/*/options/*/whenText": .text, "impossible/*": .neutral, "members/*": .presence(.tighten),
    "members/*/item": .fact, "members/*/when": .condition(.tighten), "members/*/subjects/*": .fact,
    "members/*/subjects/*/subject": .fact, "members/*/given/*": .fact, "order/*": .text, "messages/*": .text,
    "messages/*/stage": .neutral, "messages/*/texts/*": .text,
    "answers/*": .text, "answers/*/answer": .text, "cases/*": .neutral, "dossiers/*": .presence(.loosen),
    "quantities/*": .fact, "quantities/*/n": .more(.tighten), "planned/*": .neutral, "planned/*/day": .neutral,
  ]

  private static let agency: [String: FieldRule] = [
    "short": .neutral, "kind": .neutral, "hall": .whereabouts, "hall/id": .whereabouts, "hall/name": .whereabouts,
    "address": .whereabouts, "address/text": .whereabouts, "hours": .whereabouts, "hours/text": .whereabouts,
    "phones/*": .whereabouts, "counters/*": .whereabouts, "counters/*/name": .whereabouts, "opening/*": .whereabouts,
  ]

  private static let consultation: [String: FieldRule] = [
    "status": .neutral, "from": .neutral, "until": .text, "comments": .neutral, "changes/*": .neutral,
    "outcome": .neutral, "outcome/on": .neutral,
  ]

  /// What belongs to no subject of its own, by list.
  private static let edition: [String: FieldRule] = [
    "book/title": .neutral, "book/issuer": .neutral, "book/hotlines/*": .whereabouts,
    "book/hotlines/*/complaints": .neutral, "book/themes/*": .neutral, "book/preface": .text, "book/terms/*": .text,
    "book/former/*": .neutral, "book/former/*/until": .neutral, "book/disclosure": .neutral,
    "papers/*": .neutral, "papers/*/holder": .neutral, "papers/*/whose": .text, "papers/*/unique": .neutral,
    "papers/*/form": .neutral, "papers/*/issuer": .text, "papers/*/validity": .text, "papers/*/aliases": .neutral,
    "papers/*/get/*": .text, "papers/*/lookup/*": .presence(.loosen), "papers/*/notes/*": .text,
    "papers/*/accepts/*": .presence(.loosen),
    "facts/*": .neutral, "facts/*/ask": .text, "facts/*/many": .neutral, "facts/*/note": .text,
    "facts/*/options/*": .text, "facts/*/options/*/whenText": .text,
    "laws/*": .neutral, "laws/*/number": .neutral, "laws/*/effective": .neutral, "laws/*/until": .neutral,
    "subjects/*": .neutral, "subjects/*/kind": .neutral,
    "messages/*/sender": .neutral, "messages/*/urgency": .neutral, "messages/*/ttl": .neutral,
    "messages/*/collapse": .neutral, "messages/*/trigger": .text, "messages/*/next": .text,
    "messages/*/missing": .text, "calendar/*": .whereabouts, "calendar/*/off": .whereabouts,
    "calendar/*/working": .whereabouts,
  ]
}
