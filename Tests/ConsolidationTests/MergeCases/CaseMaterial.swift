/// A line of one service's list: a paper, a choice between sets of papers, or “other papers”.
struct CaseMaterial: Decodable, Sendable {
  enum Kind: Sendable {
    case paper(CasePaper)
    /// So many of these sets.
    case choice([[CasePaper]], pick: Int)
    case catchAll
  }

  var id: String
  var kind: Kind
  var when: CaseCondition?
  /// What its text was hashed to.
  var hash: String?
  /// One for each of so many children, cars, …
  var per: String?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    id = try fields.require("id")
    when = try fields.take("when")
    hash = try fields.take("hash", "sourceHash")
    per = try fields.take("per")
    let isCatchAll = try fields.take("catchall", as: Bool.self) ?? false
    let sets = try fields.take("any", "of", as: [OneOrMany<CasePaper>].self)
    let pick = try fields.take("pick", "k", "choose", "atLeast", as: Int.self) ?? 1
    let own = try CasePaper(&fields)
    try fields.finish()
    if isCatchAll {
      kind = .catchAll
    } else if let sets {
      // Their order in a case carries no meaning.
      let whole = sets.map { set in set.values.map { $0.filled(from: own) } }
      kind = .choice(
        whole.sorted { a, b in
          let (x, y) = (a.map(\.key).sorted(), b.map(\.key).sorted())
          return x.count == y.count ? x.lexicographicallyPrecedes(y) : x.count < y.count
        }, pick: pick)
    } else {
      kind = .paper(own)
    }
    for paper in papers.joined() where paper.type.isEmpty { throw fields.fail("'type' is missing") }
  }

  /// The line for each child or car: what it asks for is theirs.
  func instances(_ quantities: [String: Int]) -> [CaseMaterial] {
    guard let per, case .paper(let paper) = kind, let count = quantities[per] else { return [self] }
    return (0..<count).map { number in
      var one = self
      one.id = "\(id)#\(number + 1)"
      one.kind = .paper(paper.of("\(paper.subject)/\(per)\(number + 1)"))
      return one
    }
  }

  /// The sets of papers: one set of one paper unless it is a choice.
  var papers: [[CasePaper]] {
    switch kind {
    case .paper(let paper): [[paper]]
    case .choice(let sets, _): sets
    case .catchAll: []
    }
  }
}

/// A paper as a service asks for it. What is absent inside `any` is taken from the line around it.
struct CasePaper: Decodable, Sendable {
  struct Template: Decodable, Sendable {
    var id: String
    var version: String

    init(from decoder: any Decoder) throws {
      var fields = try ObjectFields(decoder)
      id = try fields.require("id")
      version = try fields.require("ver", as: Scalar.self).text
      try fields.finish()
    }
  }

  private var stated: Stated

  private struct Stated: Sendable {
    var type, subject, treat, necessity: String?
    var orig, copy, cert, due, maxAge, minRemain: Int?
    var template: Template?
    var spec: [String: OneOrMany<Scalar>]?
    var media: OneOrMany<String>?
    var exempt: Exemption?
  }

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    let when = try fields.take("when", as: CaseCondition.self)
    try self.init(&fields)
    self.when = when
    try fields.finish()
  }

  init(_ fields: inout ObjectFields) throws {
    stated = Stated()
    stated.type = try fields.take("type")
    stated.subject = try fields.take("subject")
    stated.treat = try fields.take("treat")
    stated.necessity = try fields.take("necessity")
    stated.orig = try fields.take("orig")
    stated.copy = try fields.take("copy")
    stated.cert = try fields.take("cert")
    stated.due = try fields.take("due", "dueDays", "deferDays")
    stated.maxAge = try fields.take("maxAge")
    stated.minRemain = try fields.take("minRemain")
    stated.template = try fields.take("template")
    stated.spec = try fields.take("spec")
    stated.media = try fields.take("media")
    stated.exempt = try fields.take("exempt")
  }

  func filled(from outer: CasePaper) -> CasePaper {
    func either<Value>(_ field: KeyPath<Stated, Value?>) -> Value? {
      stated[keyPath: field] ?? outer.stated[keyPath: field]
    }
    var copy = self
    copy.stated = Stated(
      type: either(\.type), subject: either(\.subject), treat: either(\.treat), necessity: either(\.necessity),
      orig: either(\.orig), copy: either(\.copy), cert: either(\.cert), due: either(\.due), maxAge: either(\.maxAge),
      minRemain: either(\.minRemain), template: either(\.template), spec: either(\.spec), media: either(\.media),
      exempt: either(\.exempt))
    return copy
  }

  func of(_ subject: String) -> CasePaper {
    var copy = self
    copy.stated.subject = subject
    return copy
  }

  /// Only inside `any`; otherwise the line's own.
  var when: CaseCondition?
  var type: String { stated.type ?? "" }
  var subject: String { stated.subject ?? "owner" }
  var treat: String { stated.treat == "show" ? "inspect" : stated.treat ?? "inspect" }
  var isGiven: Bool { treat == "keep" || treat == "surrender" }
  var necessity: String { stated.necessity ?? "required" }
  /// A paper of which nothing is said is wanted in the original.
  var originals: Int { stated.orig ?? (stated.copy == nil && stated.cert == nil && treat != "record" ? 1 : 0) }
  var copies: Int { stated.copy ?? 0 }
  var certified: Int { stated.cert ?? 0 }
  var due: Int? { stated.due }
  var maxAge: Int? { stated.maxAge }
  var minRemain: Int? { stated.minRemain }
  var template: Template? { stated.template }
  var media: [String] { stated.media?.values.sorted() ?? [] }
  var exempt: Exemption? { stated.exempt?.isExempt == true ? stated.exempt : nil }
  /// Attribute -> values that will do.
  var spec: [String: [String]] { stated.spec?.mapValues { $0.values.map(\.text).sorted() } ?? [:] }

  /// `id-card:owner`
  var key: String { "\(type):\(subject)" }
}

/// The office need not be shown it: `true`, or how it checks.
struct Exemption: Decodable, Sendable {
  var isExempt = true
  var fallback = "bring it if the check fails"
  var when: CaseCondition?

  init(from decoder: any Decoder) throws {
    if let plain = try? decoder.singleValueContainer().decode(Bool.self) {
      isExempt = plain
      return
    }
    var fields = try ObjectFields(decoder)
    _ = try fields.take("system", as: String.self)
    _ = try fields.take("basis", as: String.self)
    fallback = try fields.take("fallback") ?? fallback
    when = try fields.take("when")
    try fields.finish()
  }
}
