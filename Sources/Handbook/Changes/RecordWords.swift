import CanonicalJSON
import Catalogue

/// The value of a member in words: codes are said, ids named, conditions told.
struct RecordWords {
  let labels: ChangeLabels
  let member: String

  private var phrases: Phrases { labels.phrases }

  /// In quotation marks where it is a text of the catalogue.
  func quoted(_ value: JSONValue) -> String { value.number == nil ? phrases.quoted(say(value)) : say(value) }

  func say(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): code(text)
    case .integer(let number): amount(number)
    case .bool(let flag): phrases.yesOrNo(flag)
    case .null: phrases.notStated
    case .array(let elements):
      elements.isEmpty ? phrases.none : elements.map(say).joined(separator: phrases.separator)
    case .object(let members): record(members)
    }
  }

  private func amount(_ number: Int) -> String {
    switch member {
    case "amountFen", "upToFen": labels.wording.yuan(number, number)
    case "originals", "copies", "certified": phrases.pieces(number)
    case "dueDays", "maxAge", "minRemaining": phrases.numberOfDays(number)
    default: String(number)
    }
  }

  /// What a record of its own says: its text and when, or the texts of its members.
  private func record(_ members: [String: JSONValue]) -> String {
    let value = JSONValue.object(members)
    if let number = value["n"]?.number, let unit = value["unit"]?.text { return duration(number, unit) }
    let texts = ["name", "title", "ask", "id", "text", "answer", "content", "value"].compactMap { key in
      members[key].map { RecordWords(labels: labels, member: key).say($0) }
    }
    let said =
      texts.isEmpty
      ? members.sorted { $0.key < $1.key }.filter { !["basis", "checked", "when"].contains($0.key) }.map {
        (phrases.name(ofMember: $0.key) ?? $0.key) + phrases.colon
          + RecordWords(labels: labels, member: $0.key).say($0.value)
      } : unique(texts)
    let text =
      said.joined(separator: phrases.colon)
      + (members["sample"] == true ? phrases.inParentheses(phrases.sample) : "")
    guard let when = labels.words(members["when"]) else { return text }
    return text + phrases.inParentheses(phrases.ifCondition(when))
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
  }

  func duration(_ number: Int, _ unit: String) -> String {
    number == 0
      ? phrases.instant : phrases.duration(Duration(days: number, unit: unit == "wd" ? .workingDays : .calendarDays))
  }

  private func code(_ text: String) -> String {
    switch member {
    case "when": return labels.words(.string(text)) ?? (text == "never" ? phrases.noCase : phrases.allCases)
    case "treatment":
      return Requirement.Treatment(rawValue: text).map(phrases.handled) ?? text
    case "necessity": return Requirement.Necessity(rawValue: text).map(phrases.necessity) ?? text
    case "checked", "feesChecked": return Checked(rawValue: text).map { phrases.certainty($0) } ?? text
    case "allowed": return ServiceItem.AgentRule.Allowed(rawValue: text).map { phrases.allowed($0) } ?? text
    case "unit": return phrases.unit(text)
    case "basis": return law(text)
    case "articles": return labels.wording.words(article: text)
    case "agency", "at", "by", "payee", "from":
      return phrases.place(text) ?? labels.name("agencies", text, member: "short")
        ?? labels.name("agencies", text, member: "title") ?? text
    case "item": return labels.name("guides", text, member: "title") ?? text
    case "of", "whose", "subject": return labels.name("subjects", text, member: "name") ?? text
    case "status": return Consultation.Status(rawValue: text).map(phrases.status) ?? text
    case "type": return labels.name("papers", text, member: "name") ?? text
    case "after", "step", "id": return text
    default: return text == "none" ? phrases.none : phrases.code(member, text) ?? labels.wording.plain(text)
    }
  }

  /// `registration§25`
  private func law(_ source: String) -> String {
    let parts = source.split(separator: "§", maxSplits: 1).map(String.init)
    return labels.wording.words(Citation(law: parts.first ?? source, article: parts.count > 1 ? parts[1] : nil))
  }
}
