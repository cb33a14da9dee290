import Catalogue

/// Writes a case as the XML texts of a catalogue, with the scenario `s` over all its services.
struct CaseWriter {
  let input: MergeCase
  let names: CaseNames
  /// Everything whose order says nothing is written the other way round.
  var isReversed = false

  func files() throws -> [CatalogueFile] {
    var files = [
      CatalogueFile(
        "book.xml",
        """
        <book version="1" lang="zh-CN"><title>T</title><issuer>I</issuer>\
        \(xml("edition", ["id": "1", "date": input.date]))<theme id="t" mark="M">T</theme></book>
        """),
      CatalogueFile(
        "subjects.xml",
        list("subjects", names.subjects.sorted.map { xml("subject", ["id": $0.id, "kind": "person"], $0.id) })),
      CatalogueFile("facts.xml", list("facts", names.facts.sorted.map { fact($0.name, $0.id) })),
      CatalogueFile("fees.xml", list("fees", try input.services.flatMap(fees))),
      CatalogueFile("evidence.xml", list("evidence-types", names.types.sorted.map { evidence($0.name, $0.id) })),
      CatalogueFile(
        "agencies.xml",
        list(
          "agencies",
          names.places.sorted.map { xml("agency", ["id": $0.id, "kind": "government", "name": $0.id, "short": $0.id]) })
      ),
    ]
    for service in input.services {
      files.append(CatalogueFile("items/\(try names.services.id(service.name)).xml", try item(service)))
    }
    files.append(CatalogueFile("scenarios/s.xml", try scenario()))
    return isReversed ? files.reversed() : files
  }

  func ordered<Value>(_ values: [Value]) -> [Value] { isReversed ? values.reversed() : values }

  func list(_ name: String, _ elements: [String]) -> String { xml(name, [:], ordered(elements).joined()) }

  /// Elements of a list that is known to be empty where there are none.
  func known(_ name: String, _ elements: [String]) -> String {
    elements.isEmpty ? xml(name, ["none": "yes"]) : list(name, elements)
  }

  /// The options are the values that occur, and one that stands for everything else.
  private func fact(_ name: String, _ id: String) -> String {
    let many = (input.situation[name]?.count ?? 0) > 1
    let options = (names.answers[name]?.sorted.map(\.id) ?? []) + ["other"]
    return xml(
      "fact", ["id": id, "ask": "?", "choose": many ? "many" : nil],
      options.map { xml("option", ["id": $0], $0) }.joined())
  }

  private func evidence(_ name: String, _ id: String) -> String {
    xml(
      "evidence", ["id": id, "of": "person", "name": id, "unique": input.types[name]?.isUnique == true ? "yes" : nil])
  }

  // MARK: Fees

  func feeID(_ service: CaseService, _ number: Int) throws -> String {
    "fee-\(try names.services.id(service.name))-\(number)"
  }

  private func fees(_ service: CaseService) throws -> [String] {
    try service.fees.enumerated().map { number, fee in
      let waivers = try fee.waivers.map { waiver in
        xml("waiver", ["when": try condition(waiver.when), "percent": "\(waiver.percent)"], "waived")
      }
      return xml(
        "fee",
        [
          "id": try feeID(service, number), "name": fee.code, "code": fee.code,
          "amount": fee.amount.map { $0.lowerBound == $0.upperBound ? yuan($0.lowerBound) : range($0) },
          "per": fee.per, "payee": try fee.payee.map(names.places.id), "kind": fee.kind,
          "once": fee.isOnce ? "yes" : nil,
        ], waivers.joined())
    }
  }

  private func range(_ fen: ClosedRange<Int>) -> String { "\(yuan(fen.lowerBound))-\(yuan(fen.upperBound))" }

  private func yuan(_ fen: Int) -> String {
    let rest = fen % 100
    return rest == 0 ? "\(fen / 100)" : "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: Conditions

  /// In the catalogue's language; `nil` = always.
  func condition(_ condition: CaseCondition?) throws -> String? {
    guard let condition else { return nil }
    func parts(_ list: [CaseCondition], _ word: String) throws -> String {
      try list.map { "(\(try self.condition($0) ?? ""))" }.joined(separator: " \(word) ")
    }
    switch condition {
    case .fact(let fact, let values):
      guard let options = names.answers[fact] else { throw CaseError("no fact '\(fact)'") }
      return "\(try names.facts.id(fact))=\(try values.map { try options.id($0.name) }.joined(separator: "|"))"
    case .all(let list) where !list.isEmpty: return try parts(list, "and")
    case .any(let list) where !list.isEmpty: return try parts(list, "or")
    case .not(let inner): return "not (\(try self.condition(inner) ?? ""))"
    case .all, .any: throw CaseError("a condition over nothing")
    }
  }

  /// What the case says of the facts; the rest is answered with what stands for everything else.
  var situation: Situation {
    Situation(
      Dictionary(
        uniqueKeysWithValues: names.facts.sorted.map { fact, id in
          let chosen = (input.situation[fact] ?? []).map { names.answers[fact]?.ids[$0.name] ?? "other" }
          return (id, chosen.isEmpty ? ["other"] : Set(chosen))
        }))
  }
}

/// An element as text; attributes that are `nil` are left out.
func xml(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String = "") -> String {
  func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: "&<\"".utf8.contains) { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
  let written = attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
  return content.isEmpty ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
}

/// Text between tags.
func xml(text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
