import Catalogue
import Consolidation

extension BookBuilder {
  /// Steps as stops on the way. What an office does at a place one has just been to is told there.
  func stops(_ groups: [[(step: PlannedStep, when: When)]], withItems: Bool) -> [Stop] {
    var stops: [Stop] = []
    for group in groups {
      guard let lead = group.first(where: { $0.step.isOnSite }) ?? group.first else { continue }
      let place = self.place(of: lead.step)
      let entries = group.map { entry($0.step, $0.when, withItem: withItems) }
      if let last = stops.indices.last, stops[last].place == place.name,
        place.kind == stops[last].kind || place.kind == .office && stops[last].kind == .trip
      {
        stops[last].steps += entries
      } else {
        stops.append(Stop(kind: place.kind, place: place.name, agency: place.agency, steps: entries, when: lead.when))
      }
    }
    // A stop counts when any of its steps does.
    for index in stops.indices {
      let whens = stops[index].steps.map(\.when)
      if whens.contains(where: { $0.clauses == nil }) {
        stops[index].when = When(words: nil, clauses: nil, open: nil)
      } else {
        let clauses = Set(whens.compactMap(\.clauses)).sorted().joined(separator: ";")
        stops[index].when = When(words: nil, clauses: clauses, open: nil)
      }
    }
    return stops
  }

  private func place(of step: PlannedStep) -> (kind: Stop.Kind, name: String, agency: Reference?) {
    guard step.actor == .applicant else {
      let id: String =
        if case .other(let other) = step.actor { other } else { catalogue.items[step.item]?.agency ?? "" }
      if step.stage == .wait { return (.office, "", nil) }
      return (.office, agency(id).text, agency(id))
    }
    switch step.place {
    case .online: return (.online, phrases.online, nil)
    case .home: return (.home, phrases.atHome, nil)
    case .agency(let id):
      // Mailed results need no trip of their own.
      return step.isOnSite ? (.trip, agency(id).text, agency(id)) : (.office, agency(id).text, agency(id))
    }
  }

  private func entry(_ step: PlannedStep, _ when: When, withItem: Bool) -> StepEntry {
    var labels: [String] = []
    if step.online { labels.append(phrases.mayBeOnline) }
    if step.stage == .collect {
      if step.ways.contains(.wait) { labels.append(phrases.waitForIt) }
      if step.ways.contains(.mail) { labels.append(phrases.byMail) }
    }
    return StepEntry(
      text: step.text, item: withItem ? item(step.item) : nil,
      byOffice: step.actor != .applicant && step.stage != .wait,
      duration: step.duration.map {
        step.stage == .wait || step.stage == .study ? phrases.duration($0) : phrases.within(phrases.duration($0))
      },
      labels: labels, mark: phrases.checked(step.checked), when: when)
  }
}
