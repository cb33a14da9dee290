import CanonicalJSON
import Catalogue

/// What an item asks for, line by line.
extension Records {
  func materials(_ lines: [RequirementLine]) -> [JSONValue] {
    lines.compactMap { if case .single(let requirement) = $0 { material(requirement) } else { nil } }
  }

  func choice(_ line: RequirementLine) -> JSONValue? {
    guard case .oneOf(let choice) = line else { return nil }
    return .record([
      "id": .string(choice.id), "pick": .integer(choice.pick), "when": when(choice.when),
      "alternatives": Records.list(
        choice.alternatives.map { set in
          .record([
            "id": .string(set.map(\.id).sorted().joined(separator: "+")), "materials": Records.list(set.map(material)),
          ])
        }),
    ])
  }

  func openEnded(_ line: RequirementLine) -> JSONValue? {
    guard case .catchAll(let entry) = line else { return nil }
    return .record(["id": .string(entry.id), "text": .string(entry.text)])
  }

  private func material(_ requirement: Requirement) -> JSONValue {
    let type = catalogue.evidence[requirement.evidence]
    return .record([
      "id": .string(requirement.id), "type": .string(requirement.evidence),
      "name": text(requirement.called), "of": text(requirement.of),
      "accepts": Records.list((type?.resolutions ?? []).map(accepted)),
      "treatment": .string(requirement.treatment.rawValue), "endorsed": flag(requirement.endorsed),
      "originals": count(requirement.originals), "copies": count(requirement.copies),
      "certified": count(requirement.certified), "necessity": .string(requirement.necessity.rawValue),
      "dueDays": requirement.dueDays.map { .integer($0) }, "when": when(requirement.when),
      "from": text(requirement.from), "maxAge": requirement.maxAge.map { .integer($0) },
      "minRemaining": requirement.minRemaining.map { .integer($0) }, "notes": statements(requirement.notes),
      "waivers": Records.list(requirement.waivers.map(waiver)), "basis": basis(requirement.basis),
      "checked": checked(requirement.checked),
      "template": requirement.template.map { .string("\($0.id) \($0.version)") },
      "specification": Records.list(
        requirement.specification.map { .record(["id": .string($0.key), "values": .set($0.value)]) }),
      "media": texts(requirement.media.map(\.rawValue)), "step": text(requirement.step),
    ])
  }

  private func waiver(_ waiver: Requirement.Waiver) -> JSONValue {
    .record([
      "how": .string(waiver.how.rawValue), "fallback": text(waiver.fallback), "when": when(waiver.when),
      "basis": basis(waiver.basis), "checked": checked(waiver.checked),
    ])
  }

  /// One way in which a class of papers (车主身份证明) is met.
  func accepted(_ resolution: EvidenceType.Resolution) -> JSONValue {
    .record([
      "when": when(resolution.when),
      "papers": Records.list(
        resolution.parts.map { part in
          .record(["id": .string(part.evidence), "treatment": text(part.treatment?.rawValue)])
        }),
    ])
  }
}
