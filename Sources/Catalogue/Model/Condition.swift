/// A condition of the catalogue's closed language over finite facts: `agent=agent and not origin=imported`.
public indirect enum Condition: Hashable, Sendable {
  case always
  case never
  /// The fact's chosen options meet these (sorted, not empty).
  case chosen(fact: String, options: [String])
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// Both hold; simplifies the constants away.
  public static func && (a: Condition, b: Condition) -> Condition {
    switch (a, b) {
    case (.never, _), (_, .never): .never
    case (.always, let x), (let x, .always): x
    case (.all(let x), .all(let y)): .all(x + y.filter { !x.contains($0) })
    case (.all(let x), let y): x.contains(y) ? a : .all(x + [y])
    case (let x, .all(let y)): y.contains(x) ? b : .all([x] + y)
    default: a == b ? a : .all([a, b])
    }
  }

  /// Either holds; simplifies the constants away.
  public static func || (a: Condition, b: Condition) -> Condition {
    switch (a, b) {
    case (.always, _), (_, .always): .always
    case (.never, let x), (let x, .never): x
    case (.any(let x), .any(let y)): .any(x + y.filter { !x.contains($0) })
    case (.any(let x), let y): x.contains(y) ? a : .any(x + [y])
    case (let x, .any(let y)): y.contains(x) ? b : .any([x] + y)
    default: a == b ? a : .any([a, b])
    }
  }

  public static prefix func ! (a: Condition) -> Condition {
    switch a {
    case .always: .never
    case .never: .always
    case .not(let x): x
    default: .not(a)
    }
  }

  /// The same condition with every `fact=option` replaced by what `substitute` says of it.
  public func mapped(_ substitute: (_ fact: String, _ options: [String]) -> Condition) -> Condition {
    switch self {
    case .always, .never: self
    case .chosen(let fact, let options): substitute(fact, options)
    case .not(let x): !x.mapped(substitute)
    case .all(let list): list.reduce(.always) { $0 && $1.mapped(substitute) }
    case .any(let list): list.reduce(.never) { $0 || $1.mapped(substitute) }
    }
  }

  /// What is left of the condition once the situation's answers are filled in: `.always`, `.never`, or a
  /// condition over facts that stay open.
  public func resolved(in situation: Situation) -> Condition {
    mapped { fact, options in
      guard let chosen = situation.answers[fact] else { return .chosen(fact: fact, options: options) }
      return chosen.isDisjoint(with: options) ? .never : .always
    }
  }

  /// Every fact that the condition mentions.
  public var facts: Set<String> {
    switch self {
    case .always, .never: []
    case .chosen(let fact, _): [fact]
    case .not(let x): x.facts
    case .all(let list), .any(let list): list.reduce(into: []) { $0.formUnion($1.facts) }
    }
  }
}

/// Answers to questions: for each fact the chosen options (one, or several where the fact is `choose="many"`).
public struct Situation: Hashable, Sendable {
  public var answers: [String: Set<String>]

  public init(_ answers: [String: Set<String>] = [:]) { self.answers = answers }
}
