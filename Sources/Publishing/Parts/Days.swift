import Handbook
import Markup

extension Surface {
  /// A worked case day by day.
  func days(_ part: ItineraryPart, _ name: String, _ phrases: Phrases) -> Markup {
    """
    <ol class="days">
    \(part.dates.enumerated().map { number, date -> Markup in
      let maybe: Markup? = date.isCertain ? nil : "<span class=\"if-at-once\">\(phrases.ifAtOnce)</span>"
      let day: Markup = date.day.map { "<time datetime=\"\($0)\">\(date.words)</time>" } ?? "\(date.words)"
      return """
        <li\(pageAnchor("\(name)-\(number + 1)"))><p class="day">\(maybe)\(day)</p>
        <ul>
        \(date.calls.map { call($0, phrases) })</ul>
        </li>

        """
    })</ol>
    \(part.notes.map { "<p class=\"note\">\($0)</p>\n" })
    """
  }

  private func call(_ call: ItineraryPart.Call, _ phrases: Phrases) -> Markup {
    let receives: Markup? =
      call.receives.isEmpty
      ? nil : "<p class=\"received\">\(phrases.receives)\(call.receives.joined(separator: phrases.semicolon))</p>"
    let until: Markup? = call.until.map { " <b class=\"until\">\($0)</b>" }
    let open = call.open.map { text -> Markup in "<p class=\"if\">\(text)</p>" }
    return
      "<li class=\"call \(call.kind.rawValue)\"><p class=\"call-place\">\(call.place)</p><p>\(call.does.joined(separator: phrases.semicolon))\(until)</p>\(receives)\(open)</li>\n"
  }
}
