import Catalogue
import Consolidation
import Testing

/// P4: a merged list, written down as if one office asked for it, merges into itself.
@Suite struct `Merging again` {
  @Test func `a merged list merges into itself`() throws {
    var compared = 0
    for seed in (1...200).map(UInt64.init) {
      let fixture = try Fixture(RandomScenario(seed: seed))
      var generator = SeededGenerator(seed: seed)
      guard let situation = SituationSpace(fixture.scenario).situations.randomElement(using: &generator) else {
        continue
      }
      let lines = fixture.consolidation.plan(fixture.scenario, in: situation).recommended.filter(\.isPlain)
      if lines.isEmpty { continue }
      let asked = lines.enumerated().map { $1.asRequirement($0) }.joined()
      let again = try Fixture([item("all", asks: asked)]).plan()
      compared += lines.count
      #expect(Set(again.recommended.map(\.content)) == Set(lines.map(\.content)), "seed \(seed)")
      #expect(again.recommended.count == lines.count, "seed \(seed)")
    }
    #expect(compared > 300)
  }
}

extension BringLine {
  fileprivate struct Content: Hashable {
    var document: Document?
    var counts: [Count]
    var treatment: Requirement.Treatment
    var necessity: Requirement.Necessity
    var specification: [String: [String]]
    var media: [Requirement.Medium]
  }

  fileprivate var content: Content {
    Content(
      document: document, counts: [originals, copies, certified], treatment: treatment, necessity: necessity,
      specification: specification, media: media)
  }

  /// Can be said in one requirement: its condition is not open and no count is stated in part.
  fileprivate var isPlain: Bool {
    condition == .always && document != nil && treatment != .record
      && [originals, copies, certified].allSatisfy { $0.complete || $0.known == 0 }
  }

  fileprivate func asRequirement(_ number: Int) -> String {
    let template = specification["template"]?.first?.split(separator: "@") ?? []
    let form = template.count == 2 ? "template=\"\(template[0])\" template-version=\"\(template[1])\"" : ""
    let attributes = specification.filter { $0.key != "template" }.sorted { $0.key < $1.key }.map {
      "<spec name=\"\($0.key)\" is=\"\($0.value.joined(separator: "|"))\"/>"
    }
    let owner = document?.subject.map { "of=\"\($0)\"" } ?? ""
    let due = necessity == .deferrable ? "due-days=\"5\"" : ""
    let taken = media.isEmpty ? "" : "media=\"\(media.map(\.rawValue).joined(separator: " "))\""
    return """
      <requirement id="r\(number)" evidence="\(document?.evidence ?? "")" \(owner) treat="\(treatment.rawValue)" \
      \(stated("originals", originals)) \(stated("copies", copies)) \(stated("certified", certified)) \
      necessity="\(necessity.rawValue)" \(due) \(form) \(taken)>\(attributes.joined())</requirement>
      """
  }

  private func stated(_ name: String, _ count: Count) -> String { count.complete ? "\(name)=\"\(count.known)\"" : "" }
}
