import Catalogue

extension CaseWriter {
  /// The overrides as decisions on texts as they read now, or read once.
  func decisions(_ catalogue: Catalogue) throws -> CatalogueFile {
    let all = try input.overrides.enumerated().map { number, override in
      let isCurrent = try input.isCurrent(override)
      let sources = try override.on.flatMap(places).map { place in
        let hash = isCurrent ? catalogue.digest(of: place) ?? "" : "sha256:" + String(repeating: "0", count: 64)
        return switch place {
        case .requirement(let item, let id): xml("source", ["item": item, "requirement": id, "hash": hash])
        case .evidence(let id): xml("source", ["evidence": id, "hash": hash])
        }
      }
      // A person where the format wants two.
      let other = override.by == "reviewer-2" ? "reviewer-1" : "reviewer-2"
      return xml(
        "decision",
        [
          "id": "decision-\(number)", "do": override.verdict, "by": override.by,
          "second": override.second ?? (override.verdict == "split" ? nil : other),
          "on": override.date ?? min(input.date, override.until ?? input.date), "until": override.until,
        ], sources.joined() + xml("reason", [:], xml(text: override.reason)))
    }
    return CatalogueFile("decisions.xml", list("decisions", all))
  }

  /// `A/f`, or an evidence type.
  private func places(_ name: String) throws -> [Decision.Source.Place] {
    guard let (service, material) = try input.material(name) else { return [.evidence(try names.types.id(name))] }
    guard let ids = names.materials[service.name] else { throw CaseError("no '\(name)'") }
    let item = try names.services.id(service.name)
    if !material.isChoice { return [.requirement(item: item, id: try ids.id(material.id))] }
    return try material.papers.indices.flatMap { set in
      try material.papers[set].indices.map { paper in
        .requirement(item: item, id: try ids.id(material.inner(set, paper)))
      }
    }
  }
}

extension MergeCase {
  /// The line that `A/f` means; `nil` where a name is no line's.
  func material(_ name: String) throws -> (service: CaseService, material: CaseMaterial)? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let service = services.first(where: { $0.name == parts[0] }) else { return nil }
    guard let material = service.materials.first(where: { $0.id == parts[1] }) else {
      throw CaseError("there is no '\(name)' in the case")
    }
    return (service, material)
  }

  /// Made on the text as it is in the case: its own hash, or one that is only hinted at.
  func isCurrent(_ override: CaseOverride) throws -> Bool {
    try override.hashes.enumerated().allSatisfy { number, hash in
      if hash.hasSuffix("…") || hash.hasSuffix("...") { return true }
      let about = override.hashes.count == 1 ? override.on : Array(override.on.dropFirst(number).prefix(1))
      return try about.contains { try material($0)?.material.hash == hash }
    }
  }

  func isLive(_ override: CaseOverride) throws -> Bool {
    try isCurrent(override) && (override.until.map { $0 >= date } ?? true)
  }
}
