/// A service of a case: what it asks for, its steps, what it gives and charges.
struct CaseService: Decodable, Sendable {
  var name = ""
  var counter: String?
  var materials: [CaseMaterial]
  var steps: [CaseStep]
  var outputs: [CaseOutput]
  var fees: [CaseFee]
  var statutory: CaseDuration?
  var promised: CaseDuration?
  var refusal: String?
  /// In which situations it is needed at all.
  var when: CaseCondition?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    counter = try fields.take("counter")
    materials = try fields.take("materials") ?? []
    steps = try fields.take("steps") ?? []
    outputs = try fields.take("outputs") ?? []
    fees = try fields.take("fees") ?? []
    statutory = try fields.take("statutory")
    promised = try fields.take("promised")
    refusal = try fields.take("refusal")
    if try fields.take("refusable", as: Bool.self) == true || outputs.contains(where: \.isRefusable) {
      refusal = refusal ?? "what one can do then"
    }
    when = try fields.take("when")
    try fields.finish()
    // A limit that its one office step states is the service's.
    let limits = steps.filter { $0.statutory != nil || $0.promised != nil }
    if let limit = limits.first, limits.count == 1, statutory == nil, promised == nil {
      (statutory, promised) = (limit.statutory, limit.promised)
    } else if !limits.isEmpty {
      throw fields.fail("'statutory' and 'promised' of several steps")
    }
  }

  /// Where papers are handed in: the first step at which the applicant submits.
  var desk: CaseStep? {
    steps.first { $0.kind == "submit" && $0.actor == "applicant" } ?? steps.first { $0.actor == "applicant" }
      ?? steps.first
  }
}

/// `[5, "wd"]`: working days or calendar days.
struct CaseDuration: Decodable, Sendable {
  var days: Int
  var unit: String

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    days = try container.decode(Int.self)
    let short = try container.decode(String.self)
    guard let long = ["wd": "workingDays", "cd": "calendarDays"][short], container.isAtEnd else {
      throw CaseError("a time is [days, \"wd\" or \"cd\"]", decoder.codingPath)
    }
    unit = long
  }
}

struct CaseStep: Decodable, Sendable {
  var id: String
  var kind: String
  var actor: String
  var place: String?
  var duration: CaseDuration?
  var after: [String]
  var when: CaseCondition?
  var statutory: CaseDuration?
  var promised: CaseDuration?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    id = try fields.require("id")
    kind = try fields.take("kind") ?? "submit"
    actor = try fields.take("actor") ?? (kind == "process" ? "agency" : "applicant")
    place = try fields.take("place")
    duration = try fields.take("dur")
    after = try fields.take("after", as: OneOrMany<String>.self)?.values ?? []
    when = try fields.take("when")
    statutory = try fields.take("statutory")
    promised = try fields.take("promised")
    try fields.finish()
  }
}

struct CaseOutput: Decodable, Sendable {
  var type: String
  var step: String?
  var subject: String
  var when: CaseCondition?
  /// What it is given as; paper where nobody says.
  var media: [String]
  /// The office may say no.
  var isRefusable: Bool

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    type = try fields.require("type")
    step = try fields.take("step")
    subject = try fields.take("subject") ?? "owner"
    when = try fields.take("when")
    media = try fields.take("media", as: OneOrMany<String>.self)?.values ?? ["paper"]
    isRefusable = try fields.take("refusable") ?? false
    try fields.finish()
  }
}
