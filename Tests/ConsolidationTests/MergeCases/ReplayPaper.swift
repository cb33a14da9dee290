import Catalogue
import Consolidation

/// Whether an office takes a paper as the plan describes it, whichever of the described papers one brings.
struct ReplayPaper {
  let run: CaseRun
  let plan: Plan
  let service: CaseService

  /// What the office finds wrong; a handed paper (no line) is as it is given.
  func problem(_ paper: CasePaper, _ name: String, _ line: BringLine?) -> String? {
    guard let line else { return nil }
    guard let document = line.document else { return "is offered a choice for \(paper.key)" }
    let isSame =
      run.names.types.ids[paper.type] == document.evidence && run.names.subjects.ids[paper.subject] == document.subject
    if !isSame, !isMerged(name) { return "wants \(paper.key), gets another paper" }
    if let template = paper.template {
      let own = "\(run.names.templates.ids[template.id] ?? "")@\(template.version)"
      if line.specification["template"] != [own] { return "wants \(paper.key) on form \(template.id)" }
    }
    for (attribute, values) in paper.spec {
      let offered = run.names.attributes.ids[attribute].flatMap { line.specification[$0] } ?? []
      if offered.isEmpty || !Set(offered).isSubset(of: values) {
        return "wants \(paper.key) with \(attribute) \(values)"
      }
    }
    let takes = paper.media.isEmpty ? ["paper"] : paper.media
    if !Set(line.media.isEmpty ? ["paper"] : line.media.map(\.rawValue)).isSubset(of: takes) {
      return "takes \(paper.key) only as \(takes)"
    }
    if paper.maxAge != nil, documents(paper, line).isEmpty { return "finds no \(paper.key) that is fresh enough" }
    if let least = paper.minRemain, let day, (line.validUntil ?? .min) < day + least {
      return "wants \(paper.key) valid until day \(day + least)"
    }
    return nil
  }

  /// Which of a line's documents will do on the day.
  func documents(_ paper: CasePaper, _ line: BringLine) -> [Int] {
    if line.windows.isEmpty {
      // Without days for everybody the limit stays as the guide says it.
      return paper.maxAge == nil || line.uses.contains { plannedDay(of: $0.source.item) == nil } ? [0] : []
    }
    return line.windows.indices.filter { index in
      guard let day else { return true }
      let window = line.windows[index]
      return window.upperBound <= day && (paper.maxAge.map { window.lowerBound >= day - $0 } ?? true)
    }
  }

  private var day: Int? { service.desk.flatMap { run.input.days[$0.id] } }

  private func plannedDay(of item: String) -> Int? {
    let service = run.input.services.first { $0.name == run.names.services.name(item) }
    return service?.desk.flatMap { run.input.days[$0.id] }
  }

  /// People decided that it is the same paper as another.
  private func isMerged(_ name: String) -> Bool {
    let line = String(name.prefix { $0 != "#" })
    return run.input.overrides.contains { override in
      guard override.verdict == "merge", (try? run.input.isLive(override)) == true else { return false }
      return override.on.contains(line) || override.on.contains { !$0.contains("/") }
    }
  }
}
