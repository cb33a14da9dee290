/// A case as it is written: services with what they ask for, and what is expected of their merged plan.
struct MergeCase: Decodable, Sendable {
  /// What is shared: so many services use one set of papers.
  struct Share: Decodable, Sendable {
    var services: [String]

    init(from decoder: any Decoder) throws {
      var fields = try ObjectFields(decoder)
      services = try fields.require("services")
      _ = try fields.take("counter", as: String.self)
      _ = try fields.take("basis", as: String.self)
      try fields.finish()
    }
  }

  struct EvidenceFacts: Decodable, Sendable {
    var isUnique: Bool

    init(from decoder: any Decoder) throws {
      var fields = try ObjectFields(decoder)
      isUnique = try fields.take("unique") ?? false
      try fields.finish()
    }
  }

  var id: String
  var title: String
  /// By name, so that the order of the file says nothing.
  var services: [CaseService]
  var types: [String: EvidenceFacts]
  var shares: [Share]
  var situation: [String: [Scalar]]
  /// Planned days, by step.
  var days: [String: Int]
  var quantities: [String: Int]
  var overrides: [CaseOverride]
  var date: String
  var expect: Expectation

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    id = try fields.require("id")
    title = try fields.take("title") ?? ""
    services = try fields.require("services", as: [String: CaseService].self).sorted { $0.key < $1.key }.map {
      var service = $0.value
      service.name = $0.key
      return service
    }
    types = try fields.take("types") ?? [:]
    shares = try fields.take("shares") ?? []
    situation = try fields.take("situation", as: [String: OneOrMany<Scalar>].self)?.mapValues(\.values) ?? [:]
    days = try fields.take("days") ?? [:]
    quantities = try fields.take("qty") ?? [:]
    overrides = try fields.take("overrides") ?? []
    date = try fields.take("today", "date") ?? "2026-06-01"
    expect = try fields.require("expect")
    let orders = try fields.take("edges", "before", as: [[String]].self) ?? []
    // How a case came about says nothing of it.
    for name in ["family", "seed", "tags", "rules"] { _ = try fields.take(name, as: OneOrMany<Scalar>.self) }
    try fields.finish()
    for order in orders { try add(order) }
    for index in services.indices {
      services[index].materials = services[index].materials.flatMap { $0.instances(quantities) }
    }
  }

  /// `["A1", "B1"]`: an order that the case states outside the steps.
  private mutating func add(_ order: [String]) throws {
    guard order.count == 2 else { throw CaseError("an edge is [first step, later step]") }
    let (service, step) = try step(order[1])
    for index in services.indices where services[index].name == service {
      for number in services[index].steps.indices where services[index].steps[number].id == step {
        services[index].steps[number].after.append(order[0])
      }
    }
  }

  /// The service and the step that a step's name means, said in a service or of the whole.
  func step(_ name: String, from service: String? = nil) throws -> (service: String, step: String) {
    let own = services.filter { $0.steps.contains { $0.id == name } }.map(\.name)
    if let service, own.contains(service) { return (service, name) }
    guard own.count == 1 else { throw CaseError(own.isEmpty ? "no step '\(name)'" : "several steps '\(name)'") }
    return (own[0], name)
  }
}

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
