import Handbook
import Markup

extension Surface {
  /// The way from start to end: stops, and what happens at each.
  func way(_ stops: [Stop], _ phrases: Phrases) -> Markup {
    """
    <ol class="way">
    \(stops.enumerated().map { stop($0.element, number: $0.offset + 1, phrases) })</ol>

    """
  }

  private func stop(_ stop: Stop, number: Int, _ phrases: Phrases) -> Markup {
    let place: Markup = stop.agency.map(anchor) ?? "\(stop.place)"
    let heading: Markup
    switch stop.kind {
    case .trip:
      let (before, after) = phrases.tripCounter
      heading =
        "<h3><span class=\"count\" data-before=\"\(before)\" data-after=\"\(after)\" data-maybe=\"\(phrases.tripMaybe)\"></span>\(place)</h3>"
    case .home, .online: heading = "<h3>\(place)</h3>"
    case .office:
      heading =
        stop.place.isEmpty
        ? "<h3>\(phrases.wait)</h3>" : "<h3>\(place)<span class=\"working\">\(phrases.officeWorks)</span></h3>"
    }
    // A condition that all steps share is said once, above them.
    let shared = Set(stop.steps.map(\.when)).count == 1 ? stop.steps.first?.when : nil
    let said: Markup? = shared.map { condition($0, phrases) }
    return """
      <li class="stop \(stop.kind.rawValue)\(stop.when.clauses == nil ? "" : " maybe")" data-kind="\(stop.kind.rawValue)" data-place="\(stop.place)"\(pageAnchor("stop-\(number)"))\(conditions(shared ?? stop.when, phrases))>
      \(heading)
      \(said)
      <ul>
      \(stop.steps.map { step($0, phrases, said: shared != nil) })</ul>
      </li>

      """
  }

  private func step(_ step: StepEntry, _ phrases: Phrases, said: Bool) -> Markup {
    let words = step.labels + [step.attendance].compactMap { $0 }
    let labels: Markup? =
      words.isEmpty ? nil : " <span class=\"label\">\(words.joined(separator: phrases.comma))</span>"
    let duration: Markup? = step.duration.map { " <span class=\"time\">\($0)</span>" }
    let item: Markup? = step.item.map { " <span class=\"of\">\(anchor(to: $0))</span>" }
    // On the web the words stay with the step: the script may move it to another stop.
    let when: Markup? =
      said && kind != .web ? nil : step.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
    let mark: Markup? = said && step.when.words != nil ? " class=\"said\"" : nil
    let number: Markup? = kind == .web ? " data-step=\"\(step.number)\"\(mark)" : nil
    return
      "<li\(number)\(conditions(step.when, phrases))>\(when)\(step.byOffice ? phrases.byOffice(step.text) : step.text)\(duration)\(labels)\(item)\(source([], step.mark, phrases))</li>\n"
  }

  func fees(_ part: FeePart, _ phrases: Phrases) -> Markup {
    // What is the same for many charges is said once, below.
    var grounds: [Markup] = []
    var remarks: [(names: [String], text: String)] = []
    for line in part.lines {
      let ground: Markup = "\(line.kind)\(source(line.basis, line.mark, phrases))"
      if !grounds.contains(ground) { grounds.append(ground) }
      guard !line.remark.isEmpty else { continue }
      if let same = remarks.firstIndex(where: { $0.text == line.remark }) {
        if !remarks[same].names.contains(line.name) { remarks[same].names.append(line.name) }
      } else {
        remarks.append(([line.name], line.remark))
      }
    }
    let lines: Markup? =
      part.lines.isEmpty
      ? nil
      : """
      <ul class="fees">
      \(part.lines.map { line -> Markup in
        """
        <li\(conditions(line.when, phrases))>
        <p><span class="name">\(line.name)</span> <span class="amount">\(line.amount)</span></p>
        \(condition(line.when, phrases))
        </li>

        """
      })</ul>
      \(folded(phrases.legal, "\(grounds.map { "<p class=\"note\">\($0)</p>\n" })\(remarks.map { "<p class=\"note\">\(phrases.remark($0.names.joined(separator: phrases.separator), $0.text))</p>\n" })"))<p class="note">\(phrases.feeCaution)</p>

      """
    return "\(lines)\(named(phrases.freeItems, part.free, phrases))\(named(phrases.feeUnknown, part.unknown, phrases))"
  }

  /// Small print: folded on the web, in full on paper.
  private func folded(_ title: String, _ body: Markup) -> Markup {
    kind == .web ? "<details class=\"asked\"><summary>\(title)</summary>\n\(body)</details>\n" : body
  }

  func agency(_ agency: AgencyChapter, _ phrases: Phrases, heading: Bool = true) -> Markup {
    func row(_ label: String, _ text: String?, _ fact: String) -> Markup {
      let sayings = agency.unconfirmed(fact)
      let unknown: Markup = "<span class=\"unknown\">\(phrases.notStated)</span>"
      let value: Markup = text.map { "\($0)" } ?? (sayings.isEmpty ? unknown : self.sayings(sayings, phrases))
      return "<dt>\(label)</dt><dd>\(value)</dd>\n"
    }
    if agency.address == nil, agency.hours == nil, agency.phones.isEmpty, agency.sayings.allSatisfy(\.overruled) {
      let name: Markup? = heading ? "<h3>\(anchor(to: agency.reference))</h3>\n" : nil
      return """
        <div class="agency">
        \(name)<p class="note">\(phrases.whereUnknown)</p>
        </div>

        """
    }
    let title: Markup? = heading ? "<h3>\(anchor(to: agency.reference))</h3>\n" : nil
    return """
      <div class="agency">
      \(title)<dl class="facts">
      \(row(phrases.address, agency.address, "address"))\(row(phrases.hours, agency.hours, "hours"))\(row(phrases.phone, agency.phones.isEmpty ? nil : agency.phones.joined(separator: phrases.separator), "phone"))</dl>
      </div>

      """
  }

  /// What guides say for want of a record, each with its source; where they disagree nobody should just go there.
  private func sayings(_ sayings: [AgencyChapter.Saying], _ phrases: Phrases) -> Markup {
    let said = sayings.map { saying -> Markup in
      "\(saying.text) <span class=\"source\">\(phrases.accordingTo(saying.items.map(\.text)))</span>"
    }
    guard said.count > 1 else { return said.joined() }
    return "<ul class=\"plain\">\(said.map { "<li>\($0)</li>\n" })</ul><p class=\"if\">\(phrases.sayingsDiffer)</p>"
  }
}
