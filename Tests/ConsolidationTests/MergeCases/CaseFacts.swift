/// A condition as a case writes it.
indirect enum CaseCondition: Decodable, Sendable {
  case fact(String, [Scalar])
  case all([CaseCondition])
  case any([CaseCondition])
  case not(CaseCondition)

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    if let fact = try fields.take("fact", as: String.self) {
      let values = try fields.take("is", as: OneOrMany<Scalar>.self)?.values
      guard let values, !values.isEmpty else { throw fields.fail("'is' is missing") }
      self = .fact(fact, values)
    } else if let list = try fields.take("all", as: [CaseCondition].self) {
      self = .all(list)
    } else if let list = try fields.take("any", as: [CaseCondition].self) {
      self = .any(list)
    } else if let inner = try fields.take("not", as: CaseCondition.self) {
      self = .not(inner)
    } else {
      throw fields.fail("a condition says fact and is, all, any, or not")
    }
    try fields.finish()
  }

  /// Every fact with the answers it is asked for.
  var answers: [(fact: String, value: Scalar)] {
    switch self {
    case .fact(let fact, let values): values.map { (fact, $0) }
    case .all(let list), .any(let list): list.flatMap(\.answers)
    case .not(let inner): inner.answers
    }
  }

  /// A fact that the situation does not answer has none of the values.
  func holds(in situation: [String: [Scalar]]) -> Bool {
    switch self {
    case .fact(let fact, let values): (situation[fact] ?? []).contains(where: values.contains)
    case .all(let list): list.allSatisfy { $0.holds(in: situation) }
    case .any(let list): list.contains { $0.holds(in: situation) }
    case .not(let inner): !inner.holds(in: situation)
    }
  }
}

extension CaseCondition? {
  func holds(in situation: [String: [Scalar]]) -> Bool { self?.holds(in: situation) ?? true }
}

struct CaseFee: Decodable, Sendable {
  struct Waiver: Decodable, Sendable {
    var when: CaseCondition?
    var percent: Int

    init(from decoder: any Decoder) throws {
      var fields = try ObjectFields(decoder)
      when = try fields.take("when")
      percent = try fields.take("percent") ?? 100
      _ = try fields.take("basis", as: String.self)
      try fields.finish()
    }
  }

  var code: String
  var payee: String?
  var kind: String
  /// In fen, lowest and highest; `nil` = not stated.
  var amount: ClosedRange<Int>?
  var per: String?
  var isOnce: Bool
  var waivers: [Waiver]
  var when: CaseCondition?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    code = try fields.require("code")
    payee = try fields.take("payee")
    kind = try fields.take("kind") ?? "government"
    let ends = try fields.take("amount", as: OneOrMany<Int>.self)?.values
    if let ends {
      guard let low = ends.first, let high = ends.last, ends.count <= 2, low <= high else {
        throw fields.fail("'amount' is one number, or the lowest and the highest")
      }
      amount = low...high
    }
    per = try fields.take("per")
    isOnce = try fields.take("once") ?? false
    waivers = try fields.take("waivers") ?? []
    when = try fields.take("when")
    try fields.finish()
  }
}

/// What people decided about merging.
struct CaseOverride: Decodable, Sendable {
  /// `A/f`, the first of them and those that it concerns too.
  var on: [String]
  var verdict: String
  var by: String
  var second: String?
  var reason: String
  var hashes: [String]
  /// When it was made.
  var date: String?
  var until: String?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    on = try fields.require("on", as: OneOrMany<String>.self).values
    on += try fields.take("with", as: OneOrMany<String>.self)?.values ?? []
    verdict = try fields.take("do", "verdict") ?? "split"
    by = try fields.take("by") ?? "reviewer-1"
    second = try fields.take("by2", "second")
    reason = try fields.take("reason") ?? "a reason"
    hashes = try fields.take("sourceHash", "hash", as: OneOrMany<String>.self)?.values ?? []
    date = try fields.take("date", "at")
    until = try fields.take("expires", "until")
    try fields.finish()
    if on.isEmpty { throw fields.fail("'on' names nothing") }
  }
}
