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

  /// `A/f`: what is needed in some cases.
  var conditionalLines: Set<String> {
    Set(
      services.flatMap { service in
        service.materials.filter { $0.papers.joined().contains { $0.necessity == "conditional" } }.map { line in
          "\(service.name)/\(line.id.prefix { $0 != "#" })"
        }
      })
  }

  /// The service and the step that a step's name means, said in a service or of the whole.
  func step(_ name: String, from service: String? = nil) throws -> (service: String, step: String) {
    let own = services.filter { $0.steps.contains { $0.id == name } }.map(\.name)
    if let service, own.contains(service) { return (service, name) }
    guard own.count == 1 else { throw CaseError(own.isEmpty ? "no step '\(name)'" : "several steps '\(name)'") }
    return (own[0], name)
  }
}
