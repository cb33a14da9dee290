/// The catalogue's ids for the names of a case, and back. One to one; the same whatever the order of the names.
struct NameTable {
  private(set) var ids: [String: String] = [:]
  private var names: [String: String] = [:]

  /// Ids begin with a prefix, so that none is a word of the format (`online`, `index`).
  init(_ prefix: String, _ all: some Sequence<String>) {
    for name in Set(all).sorted() {
      let words = name.lowercased().utf8.prefix(40).split { !(97...122).contains($0) && !(48...57).contains($0) }
      let word = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
      let base = word.isEmpty ? prefix : "\(prefix)-\(word)"
      var id = base
      var number = 2
      while names[id] != nil {
        id = "\(base)-\(number)"
        number += 1
      }
      ids[name] = id
      names[id] = name
    }
  }

  /// A name that stands nowhere in the case has no id.
  func id(_ name: String) throws -> String {
    guard let id = ids[name] else { throw CaseError("there is no '\(name)' in the case") }
    return id
  }

  func name(_ id: String) -> String { names[id] ?? "?\(id)" }

  /// `(name, id)`, by name.
  var sorted: [(name: String, id: String)] { ids.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
}

struct CaseNames {
  let services: NameTable
  let steps: NameTable
  let types: NameTable
  let subjects: NameTable
  let places: NameTable
  let templates: NameTable
  let attributes: NameTable
  /// Facts that some condition asks for, each with its answers.
  let facts: NameTable
  let answers: [String: NameTable]
  /// By service: `f`, or `f#0.1` inside a choice.
  let materials: [String: NameTable]

  init(_ input: MergeCase) {
    let services = input.services
    let papers = services.flatMap(\.materials).flatMap(\.papers).joined()
    self.services = NameTable("service", services.map(\.name))
    steps = NameTable("step", services.flatMap(\.steps).map(\.id))
    let outputs = services.flatMap(\.outputs)
    types = NameTable("type", papers.map(\.type) + outputs.map(\.type) + input.types.keys)
    subjects = NameTable("who", papers.map(\.subject) + outputs.map(\.subject))
    places = NameTable("at", services.flatMap(\.places))
    templates = NameTable("form", papers.compactMap { $0.template?.id })
    attributes = NameTable("spec", papers.flatMap(\.spec.keys))
    var answers: [String: Set<String>] = [:]
    for condition in input.conditions {
      for (fact, value) in condition.answers { answers[fact, default: []].insert(value.name) }
    }
    facts = NameTable("fact", answers.keys)
    self.answers = answers.mapValues { NameTable("is", $0) }
    var materials: [String: NameTable] = [:]
    for service in services { materials[service.name] = NameTable("paper", service.materials.flatMap(\.names)) }
    self.materials = materials
  }

  /// `A/f` for a requirement of the catalogue, the whole line where it is part of a choice.
  func source(_ item: String, _ requirement: String) -> String {
    let service = services.name(item)
    let material = materials[service]?.name(requirement) ?? requirement
    return "\(service)/\(material.prefix { $0 != "#" })"
  }
}

extension CaseMaterial {
  var isChoice: Bool { if case .choice = kind { true } else { false } }

  /// Its own name and those of the papers inside a choice.
  var names: [String] {
    guard isChoice else { return [id] }
    return [id] + papers.indices.flatMap { set in papers[set].indices.map { inner(set, $0) } }
  }

  /// The name of a paper inside a choice.
  func inner(_ set: Int, _ paper: Int) -> String { "\(id)#\(set).\(paper)" }
}

extension CaseService {
  /// Its counter and every other place and office that it names.
  var places: [String] {
    let offices = steps.map(\.actor).filter { $0 != "applicant" && $0 != "agency" }
    return [counter ?? name] + steps.compactMap(\.place) + fees.compactMap(\.payee) + offices
  }
}

extension MergeCase {
  var conditions: [CaseCondition] {
    var all: [CaseCondition?] = []
    for service in services {
      for paper in service.materials.flatMap(\.papers).joined() { all += [paper.when, paper.exempt?.when] }
      for fee in service.fees { all += [fee.when] + fee.waivers.map(\.when) }
      all += service.materials.map(\.when)
      all += service.steps.map(\.when)
      all += service.outputs.map(\.when)
      all.append(service.when)
    }
    return all.compactMap { $0 }
  }
}
