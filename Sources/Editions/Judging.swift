import CanonicalJSON
import Catalogue

/// What a rule says of one change.
struct Judged {
  var impact: Change.Impact
  var isMajor: Bool
  var isRewording = false
}

extension FieldRules {
  /// `names`: of papers, which no rewording may exchange.
  func judge(_ field: String, _ old: JSONValue?, _ new: JSONValue?, names: [String]) -> Judged {
    guard let rule = rule(field) else { return Judged(impact: .unknown, isMajor: true) }
    if rule.direction.mayBeReworded, let (a, b) = sentences(old, new, rule), Rewording(names: names).isOnly(a, b) {
      return Judged(impact: .neutral, isMajor: false, isRewording: true)
    }
    let impact = impact(rule.direction, old, new)
    let differs = rule.direction.isText && differsInSubstance(old, new, names)
    return Judged(impact: impact, isMajor: rule.isMajor || differs || [.tighten, .loosen].contains(impact))
  }

  private func impact(_ direction: FieldRule.Direction, _ old: JSONValue?, _ new: JSONValue?) -> Change.Impact {
    switch direction {
    case .neutral: return .neutral
    case .text, .fact: return .unknown
    case .more(let meaning):
      guard let a = amount(old), let b = amount(new), a != b else { return .unknown }
      return b > a ? meaning : meaning.opposite
    case .presence(let meaning):
      if isThere(old) == isThere(new) { return .unknown }
      return isThere(new) ? meaning : meaning.opposite
    case .ranked(let words):
      let a = old?.text.flatMap(words.firstIndex) ?? 0
      let b = new?.text.flatMap(words.firstIndex) ?? 0
      return a == b ? .unknown : b > a ? .tighten : .loosen
    case .condition(let meaning):
      guard let shift = ConditionShift(old, new) else { return .unknown }
      if shift.isNarrower { return meaning.opposite }
      return shift.isWider ? meaning : .unknown
    case .duty:
      guard let old, let new else { return old == nil ? .tighten : .loosen }
      guard let a = old["days"]?.number, let b = new["days"]?.number, a != b else { return .unknown }
      return b < a ? .tighten : .loosen
    }
  }

  /// “None” counts as zero; what is not stated is no number.
  private func amount(_ value: JSONValue?) -> Int? { value?.text == "none" ? 0 : value?.number }

  private func isThere(_ value: JSONValue?) -> Bool { value != nil && value?.text != "none" }

  /// The texts of two sentences that differ in nothing else; `nil` where more differs, or there is no text.
  private func sentences(_ old: JSONValue?, _ new: JSONValue?, _ rule: FieldRule) -> (String, String)? {
    if case .text = rule.direction, let a = old?.text, let b = new?.text { return (a, b) }
    guard var x = old, var y = new, let a = x["text"]?.text, let b = y["text"]?.text else { return nil }
    x["text"] = nil
    y["text"] = nil
    return x == y ? (a, b) : nil
  }

  /// Whether a number, a date, a paper, a duty or a negation is not the same: nobody may miss that.
  private func differsInSubstance(_ old: JSONValue?, _ new: JSONValue?, _ names: [String]) -> Bool {
    let rewording = Rewording(names: names)
    return rewording.substance(of: words(old)) != rewording.substance(of: words(new))
  }

  private func words(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: ""
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): String(flag)
    case .array(let elements): elements.map(words).joined(separator: "\n")
    // The members that say something; ids and sources are not read.
    case .object(let members):
      members.sorted { $0.key.precedes($1.key) }.filter { !["id", "basis", "checked"].contains($0.key) }
        .map { words($0.value) }.joined(separator: "\n")
    }
  }
}

extension FieldRule.Direction {
  /// Facts are said again only by somebody who means something else.
  var mayBeReworded: Bool {
    switch self {
    case .fact, .neutral: false
    default: true
    }
  }

  var isText: Bool {
    switch self {
    case .text, .duty, .condition: true
    default: false
    }
  }
}

extension Change.Impact {
  var opposite: Self {
    switch self {
    case .tighten: .loosen
    case .loosen: .tighten
    default: self
    }
  }
}
