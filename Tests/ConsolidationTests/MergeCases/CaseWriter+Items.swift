import Catalogue

extension CaseWriter {
  func item(_ service: CaseService) throws -> String {
    let id = try names.services.id(service.name)
    let outputs = try service.outputs.map { output in
      xml(
        "output",
        [
          "evidence": try names.types.id(output.type), "of": try names.subjects.id(output.subject),
          "step": try output.step.map(names.steps.id), "when": try condition(output.when),
        ], xml(text: output.type))
    }
    let fees = try service.fees.enumerated().map { number, fee in
      xml("fee-ref", ["id": try feeID(service, number), "when": try condition(fee.when)])
    }
    // The order of steps says what follows what.
    let steps = try service.steps.enumerated().map { number, step in try self.step(step, number, service) }
    return xml(
      "item", ["id": id, "agency": try names.places.id(service.counter ?? service.name)],
      xml("name", [:], id) + known("requirements", try service.materials.map { try line($0, service) })
        + xml("steps", [:], steps.isEmpty ? nowhere : steps.joined()) + (try time(service))
        + known("fees", fees) + known("outputs", outputs)
        + (service.refusal.map { xml("refusal", [:], xml(text: $0)) } ?? ""))
  }

  /// Who names no step sends nobody anywhere; the papers are handed in all the same.
  private var nowhere: String {
    xml("step", ["id": "hand-in", "stage": "submit", "by": "applicant", "at": "home"], "x")
  }

  private func time(_ service: CaseService) throws -> String {
    guard let unit = service.promised?.unit ?? service.statutory?.unit else { return "" }
    if let other = service.statutory?.unit, other != unit { throw CaseError("times of \(service.name) in two units") }
    return xml(
      "time",
      [
        "statutory": service.statutory.map { "\($0.days)" }, "promised": service.promised.map { "\($0.days)" },
        "unit": unit,
      ])
  }

  // MARK: Steps

  private func step(_ step: CaseStep, _ number: Int, _ service: CaseService) throws -> String {
    let stages = ["process": "decide", "show": "inspect", "hearing": "review", "test": "review", "notice": "decide"]
    let own = try step.after.map { try input.step($0, from: service.name) }.filter { $0.service == service.name }
    let after = try own.map { try names.steps.id($0.step) }.joined(separator: " ")
    return xml(
      "step",
      [
        "id": try names.steps.id(step.id), "stage": stages[step.kind] ?? step.kind,
        "by": ["applicant", "agency"].contains(step.actor) ? step.actor : try names.places.id(step.actor),
        "at": try place(step.place ?? (service.counter == "online" ? "online" : nil)),
        "days": step.duration.map { "\($0.days)" }, "unit": step.duration?.unit,
        "after": !after.isEmpty ? after : number == 0 ? nil : "none", "when": try condition(step.when),
      ], xml(text: step.id))
  }

  private func place(_ name: String?) throws -> String? {
    guard let name else { return nil }
    return ["online", "home"].contains(name) ? name : try names.places.id(name)
  }

  // MARK: Requirements

  private func line(_ material: CaseMaterial, _ service: CaseService) throws -> String {
    guard let ids = names.materials[service.name] else { throw CaseError("no service '\(service.name)'") }
    let when = try condition(material.when)
    switch material.kind {
    case .catchAll: return xml("catch-all", ["id": try ids.id(material.id)], xml(text: material.id))
    case .paper(let paper): return try requirement(paper, try ids.id(material.id), when)
    case .choice(let sets, let pick):
      let written = try sets.indices.map { set in
        let papers = try sets[set].indices.map { paper in
          try requirement(
            sets[set][paper], try ids.id(material.inner(set, paper)), try condition(sets[set][paper].when))
        }
        return papers.count == 1 ? papers[0] : xml("all-of", [:], papers.joined())
      }
      return xml(
        "one-of", ["id": try ids.id(material.id), "when": when, "pick": pick == 1 ? nil : "\(pick)"], written.joined())
    }
  }

  private func requirement(_ paper: CasePaper, _ id: String, _ when: String?) throws -> String {
    let specification = try paper.spec.sorted { $0.key < $1.key }.map { name, values in
      xml("spec", ["name": try names.attributes.id(name), "is": values.joined(separator: "|")])
    }
    let waiver = try paper.exempt.map { exemption in
      xml("waiver", ["how": "lookup", "when": try condition(exemption.when)], xml(text: exemption.fallback))
    }
    return xml(
      "requirement",
      [
        "id": id, "evidence": try names.types.id(paper.type), "of": try names.subjects.id(paper.subject),
        "treat": paper.treat == "inspect" ? "show" : paper.treat, "originals": "\(paper.originals)",
        "copies": "\(paper.copies)", "certified": "\(paper.certified)",
        // Needed in some cases that nobody names: more than optional, less than anything else (`CaseOutcome`).
        "necessity": ["required": nil, "conditional": "optional"][paper.necessity] ?? paper.necessity,
        "due-days": paper.due.map { "\($0)" },
        "when": when, "max-age": paper.maxAge.map { "\($0)" }, "min-remaining": paper.minRemain.map { "\($0)" },
        "template": try paper.template.map { try names.templates.id($0.id) },
        "template-version": paper.template?.version,
        "media": paper.media.isEmpty ? nil : paper.media.joined(separator: " "),
      ], specification.joined() + (waiver ?? ""))
  }
}
