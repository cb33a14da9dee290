import Catalogue

extension CaseWriter {
  func scenario() throws -> String {
    let questions = names.facts.sorted.map { xml("question", ["fact": $0.id]) }
    let members = try input.services.map {
      xml("member", ["item": try names.services.id($0.name), "when": try condition($0.when)])
    }
    let dossiers = try input.shares.map { share in
      xml("dossier", ["members": try share.services.map(names.services.id).joined(separator: " ")], "one set of papers")
    }
    // What only lines are counted by has become lines of their own; a quantity is said of charges.
    let charged = Set(input.services.flatMap(\.fees).compactMap(\.per))
    let quantities = input.quantities.filter { charged.contains($0.key) }.sorted { $0.key < $1.key }.map {
      xml("quantity", ["per": $0.key, "is": "\($0.value)"])
    }
    let planned = try input.days.sorted { $0.key < $1.key }.map { name, day in
      let (service, step) = try input.step(name)
      return xml(
        "planned",
        ["member": try names.services.id(service), "step": try names.steps.id(step), "day": "\(day)"])
    }
    let edges = try handovers() + across()
    return xml(
      "scenario", ["id": "s", "theme": "t"],
      "<title>S</title><audience>A</audience><summary>S</summary>" + known("questions", questions)
        + list("members", members) + (edges.isEmpty ? "" : list("edges", edges)) + ordered(dossiers).joined()
        + ordered(quantities).joined() + ordered(planned).joined())
  }

  /// Everything that one service gives and another asks for in that form: which of them count is for the plan to say.
  private func handovers() throws -> [String] {
    var edges: [String] = []
    for giver in input.services {
      for output in giver.outputs {
        for taker in input.services where taker.name != giver.name {
          let asks = taker.materials.flatMap(\.papers).joined().contains {
            $0.type == output.type && $0.subject == output.subject && ($0.exempt == nil || $0.exempt?.when != nil)
              && !Set($0.media.isEmpty ? ["paper"] : $0.media).isDisjoint(with: output.media)
          }
          guard asks else { continue }
          let edge = xml(
            "handover",
            [
              "from": try names.services.id(giver.name), "to": try names.services.id(taker.name),
              "evidence": try names.types.id(output.type),
            ])
          if !edges.contains(edge) { edges.append(edge) }
        }
      }
    }
    return edges
  }

  /// What a step waits for in other services.
  private func across() throws -> [String] {
    try input.services.flatMap { service in
      try service.steps.flatMap { step in
        try step.after.map { try input.step($0, from: service.name) }.filter { $0.service != service.name }.map {
          first in
          xml(
            "before",
            [
              "first": try names.services.id(first.service), "first-step": try names.steps.id(first.step),
              "then": try names.services.id(service.name), "then-step": try names.steps.id(step.id),
            ], "first this")
        }
      }
    }
  }

  // MARK: Calendar

  /// The days off of 2026 by the State Council's notice; of other years only the weekends are known.
  func calendar() -> [CatalogueFile] {
    let dates = (input.expect.finish ?? [:]).flatMap { [$0.key, $0.value.date] } + (input.expect.critical ?? [:]).keys
    let years = Set(dates.map { $0.prefix(4) } + (dates.isEmpty ? [] : ["2026"]))
    return years.sorted().map { year in
      CatalogueFile("calendar/\(year).xml", year == "2026" ? Self.calendar2026 : "<calendar year=\"\(year)\"/>")
    }
  }

  private static let calendar2026 = """
    <calendar year="2026">
    <off from="2026-01-01" to="2026-01-03">a</off><off from="2026-02-15" to="2026-02-23">b</off>
    <off from="2026-04-04" to="2026-04-06">c</off><off from="2026-05-01" to="2026-05-05">d</off>
    <off from="2026-06-19" to="2026-06-21">e</off><off from="2026-09-25" to="2026-09-27">f</off>
    <off from="2026-10-01" to="2026-10-07">g</off>
    <work on="2026-01-04"/><work on="2026-02-14"/><work on="2026-02-28"/>
    <work on="2026-05-09"/><work on="2026-09-20"/><work on="2026-10-10"/>
    </calendar>
    """
}
