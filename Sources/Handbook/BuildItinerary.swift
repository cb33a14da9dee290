import Catalogue
import Consolidation

extension BookBuilder {
  /// A plan day by day from a first day on.
  func itinerary(_ plan: Plan, from start: Day) -> ItineraryPart {
    let itinerary = plan.itinerary(from: start, catalogue.calendar)
    let steps = plan.steps.map { (step: $0, when: when(open: $0.condition)) }
    let given = receipts(plan)
    var dated = stops(plan.trips.segments, steps, withItems: false).map { stop in
      let own = stop.steps.map(\.number)
      // A trip is made on its own day, whatever is done on the way.
      let counted = stop.kind == .trip ? own.filter { plan.steps[$0].isOnSite } : own
      let moments = counted.map { itinerary.steps[$0].begin }
      let begin = moments.min { ($0.day?.number ?? .max) < ($1.day?.number ?? .max) }
      return (stop: stop, own: own, begin: begin ?? itinerary.last)
    }
    // In the order of the days, on one day what is certain first: it waits for nothing that is not. Then that of the way.
    dated = dated.enumerated().sorted { a, b in
      let (one, other) = (a.element.begin, b.element.begin)
      return (one.day?.number ?? .max, one.gaps.isEmpty ? 0 : 1, a.offset)
        < (other.day?.number ?? .max, other.gaps.isEmpty ? 0 : 1, b.offset)
    }.map(\.element)
    var dates: [ItineraryPart.Date] = []
    var trip = 0
    for (stop, own, begin) in dated {
      if stop.kind == .trip { trip += 1 }
      let said = said(stop, own, trip, plan, itinerary, start, receives: own.flatMap { given[$0] ?? [] })
      let words = begin.day.map { phrases.day($0, in: start) } ?? phrases.dayBeyond
      if let last = dates.last, last.words == words, last.isCertain == begin.isCertain {
        dates[dates.count - 1].calls.append(said)
      } else {
        dates.append(
          .init(day: begin.day?.description, words: words, isCertain: begin.isCertain, calls: [said]))
      }
    }
    return ItineraryPart(dates: dates, notes: notes(plan, itinerary, start))
  }

  private func said(
    _ stop: Stop, _ own: [Int], _ trip: Int, _ plan: Plan, _ itinerary: Itinerary, _ start: Day, receives: [String]
  ) -> ItineraryPart.Call {
    let place: String =
      switch stop.kind {
      case .trip: "\(phrases.tripCounter.0)\(trip)\(phrases.tripCounter.1)\(stop.place)"
      case .home, .online: stop.place
      case .office: stop.place.isEmpty ? phrases.wait : stop.place + phrases.inParentheses(phrases.officeWorks)
      }
    let timed = own.filter { plan.steps[$0].duration != nil }
    let end = timed.map { itinerary.steps[$0].end }.max { ($0.day?.number ?? .max) < ($1.day?.number ?? .max) }
    return ItineraryPart.Call(
      kind: stop.kind, trip: stop.kind == .trip ? trip : nil, place: place,
      does: stop.steps.map { step in
        let text = step.byOffice && stop.kind == .trip ? phrases.byOffice(step.text) : step.text
        let when = step.when.words.map { phrases.ifCondition($0) + phrases.colon } ?? ""
        return when + text + (step.duration.map(phrases.inParentheses) ?? "")
      },
      receives: receives, untilDay: end?.day?.description,
      until: end.map { moment in
        moment.day.map { phrases.until(phrases.day($0, in: start)) } ?? phrases.untilBeyond
      },
      open: own.flatMap { itinerary.steps[$0].gaps }.uniqued().map { gap in
        gap.text.map(phrases.gapOnTop)
          ?? phrases.gap(plan.members.first { $0.id == gap.member }.map { item($0.item).text } ?? gap.member)
      })
  }

  /// What one is given, by the step with which it is there.
  private func receipts(_ plan: Plan) -> [Int: [String]] {
    var result: [Int: [String]] = [:]
    for output in plan.outputs {
      let own = plan.steps.indices.filter { plan.steps[$0].member == output.member && plan.steps[$0].stage != .wait }
      let stated = catalogue.items[output.item]?.outputs.first {
        $0.evidence == output.evidence && $0.text == output.text
      }?.step
      guard let step = own.first(where: { plan.steps[$0].id == stated }) ?? own.last else { continue }
      let owner = output.subject.flatMap { id in id == "applicant" || id == "vehicle" ? nil : subjectName(id) }
      let text = (owner.map(phrases.belongs(to:)) ?? "") + output.text
      let when = wording.words(output.condition).map { phrases.inParentheses(phrases.ifCondition($0)) } ?? ""
      result[step, default: []].append(text + when)
    }
    return result.mapValues { $0.uniqued() }
  }

  private func notes(_ plan: Plan, _ itinerary: Itinerary, _ start: Day) -> [String] {
    var notes = [phrases.daysAreLatest]
    if !itinerary.last.isCertain { notes.append(phrases.ifAtOnceMeans) }
    if itinerary.steps.contains(where: { $0.end.day == nil }) { notes.append(phrases.noCalendar + phrases.stop) }
    if let finish = plan.time.finish(from: start, catalogue.calendar), let last = itinerary.last.day, finish < last {
      notes.append(phrases.fewTripsTakeLonger(phrases.day(finish, in: start)))
    }
    return notes
  }

  /// From when until when, in one sentence.
  func span(_ plan: Plan, from start: Day) -> String {
    guard let last = plan.itinerary(from: start, catalogue.calendar).last.day else { return phrases.noCalendar }
    return plan.time.isComplete
      ? phrases.finish(phrases.date(start), phrases.date(last))
      : phrases.finishAtLeast(phrases.date(start), phrases.date(last))
  }
}
