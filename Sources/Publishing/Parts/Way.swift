import Handbook
import Markup

extension Surface {
  /// The way from start to end: stops, and what happens at each.
  func way(_ stops: [Stop], _ phrases: Phrases) -> Markup {
    """
    <ol class="way">
    \(stops.map { stop($0, phrases) })</ol>

    """
  }

  private func stop(_ stop: Stop, _ phrases: Phrases) -> Markup {
    let place: Markup = stop.agency.map(anchor) ?? "\(stop.place)"
    let heading: Markup
    switch stop.kind {
    case .trip:
      let (before, after) = phrases.tripCounter
      heading = "<h3><span class=\"count\" data-before=\"\(before)\" data-after=\"\(after)\"></span>\(place)</h3>"
    case .home, .online: heading = "<h3>\(place)</h3>"
    case .office: heading = stop.place.isEmpty ? "<h3>\(phrases.wait)</h3>" : "<h3>\(place)<span class=\"working\">\(phrases.officeWorks)</span></h3>"
    }
    return """
      <li class="stop \(stop.kind.rawValue)" data-place="\(stop.place)"\(conditions(stop.when, phrases))>
      \(heading)
      <ul>
      \(stop.steps.map { step($0, phrases) })</ul>
      </li>

      """
  }

  private func step(_ step: StepEntry, _ phrases: Phrases) -> Markup {
    let labels: Markup? = step.labels.isEmpty ? nil : " <span class=\"label\">\(step.labels.joined(separator: "，"))</span>"
    let duration: Markup? = step.duration.map { " <span class=\"time\">\($0)</span>" }
    let item: Markup? = step.item.map { " <span class=\"of\">\(anchor(to: $0))</span>" }
    let when: Markup? = step.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
    return "<li\(conditions(step.when, phrases))>\(when)\(step.text)\(duration)\(labels)\(item)\(source([], step.mark, phrases))</li>\n"
  }

  func fees(_ part: FeePart, _ phrases: Phrases) -> Markup {
    let lines: Markup? =
      part.lines.isEmpty
      ? nil
      : """
      <ul class="fees">
      \(part.lines.map { line -> Markup in
        let remark: Markup? = line.remark.isEmpty ? nil : "<p class=\"note\">\(line.remark)</p>\n"
        return """
          <li\(conditions(line.when, phrases))>
          <p><span class="name">\(line.name)</span> <span class="amount">\(line.amount)</span></p>
          \(condition(line.when, phrases))
          <p class="note">\(line.kind)\(source(line.basis, line.mark, phrases))</p>
          \(remark)</li>

          """
      })</ul>
      <p class="note">\(phrases.feeCaution)</p>

      """
    let free: Markup? =
      part.free.isEmpty ? nil : "<p>\(phrases.freeItems)\(part.free.joined(separator: phrases.separator))</p>\n"
    let unknown: Markup? =
      part.unknown.isEmpty ? nil : "<p>\(phrases.feeUnknown)\(part.unknown.joined(separator: phrases.separator))</p>\n"
    return "\(lines)\(free)\(unknown)"
  }

  func agency(_ agency: AgencyChapter, _ phrases: Phrases, heading: Bool = true) -> Markup {
    func row(_ label: String, _ text: String?) -> Markup {
      let value: Markup = text.map { "\($0)" } ?? "<span class=\"unknown\">\(phrases.notStated)</span>"
      return "<dt>\(label)</dt><dd>\(value)</dd>\n"
    }
    let title: Markup? = heading ? "<h3>\(anchor(to: agency.reference))</h3>\n" : nil
    return """
      <div class="agency">
      \(title)<dl class="facts">
      \(row(phrases.address, agency.address))\(row(phrases.hours, agency.hours))\(row(phrases.phone, agency.phones.isEmpty ? nil : agency.phones.joined(separator: phrases.separator)))</dl>
      </div>

      """
  }
}
