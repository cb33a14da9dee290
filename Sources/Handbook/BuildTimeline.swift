import Catalogue
import Consolidation

extension BookBuilder {
  /// Segments as stops on the way. What an office does at a place one has just been to is told there; two trips are
  /// never one stop.
  func stops(_ segments: [Trips.Segment], _ steps: [(step: PlannedStep, when: When)], withItems: Bool) -> [Stop] {
    var stops: [Stop] = []
    let someInPerson = steps.contains { $0.step.inPerson && $0.step.isOnSite }
    for segment in segments {
      if let id = segment.place {
        let place = place(id)
        stops.append(Stop(kind: .trip, place: place.name, agency: place.agency, steps: [], when: .always))
      }
      for number in segment.steps {
        let (step, when) = steps[number]
        let entry = entry(step, when, number: number, withItem: withItems, someInPerson)
        let place = place(of: step)
        let last = stops.last
        let belongs =
          segment.place != nil || last?.kind == place.kind && last?.place == place.name && place.kind != .trip
          || place.kind == .office && last?.kind == .trip && last?.agency == place.agency
        if !belongs {
          stops.append(Stop(kind: place.kind, place: place.name, agency: place.agency, steps: [], when: .always))
        }
        stops[stops.count - 1].steps.append(entry)
      }
    }
    // A stop counts when any of its steps does.
    for index in stops.indices {
      let whens = stops[index].steps.map(\.when)
      guard let first = whens.first else { continue }
      let any = whens.dropFirst().reduce(first) { $0.or($1, phrases) }
      stops[index].when = When(words: nil, clauses: any.clauses, open: nil)
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

  /// Who may do a step on site. That somebody else may is worth saying only where other steps take the person.
  private func attendance(_ step: PlannedStep, _ someInPerson: Bool) -> String? {
    guard step.isOnSite else { return nil }
    if step.inPerson { return phrases.inPerson }
    guard someInPerson else { return nil }
    return switch catalogue.items[step.item]?.agent?.allowed {
    case .yes: phrases.allowed(.yes)
    case .limited: phrases.agentSometimes
    case .no, nil: nil
    }
  }

  private func entry(
    _ step: PlannedStep, _ when: When, number: Int, withItem: Bool, _ someInPerson: Bool
  ) -> StepEntry {
    var labels: [String] = []
    if step.online { labels.append(phrases.mayBeOnline) }
    if step.stage == .collect {
      if step.ways.contains(.wait) { labels.append(phrases.waitForIt) }
      if step.ways.contains(.mail) { labels.append(phrases.byMail) }
    }
    return StepEntry(
      number: number, text: wording.plain(step.text), item: withItem ? item(step.item) : nil,
      byOffice: step.actor != .applicant && step.stage != .wait,
      duration: step.duration.map {
        step.stage == .wait || step.stage == .study ? phrases.duration($0) : phrases.within(phrases.duration($0))
      },
      labels: labels, attendance: attendance(step, someInPerson), inPerson: step.inPerson && step.isOnSite,
      mark: phrases.checked(step.checked), when: when)
  }
}
