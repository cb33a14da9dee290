import Handbook
import Markup

extension Surface {
  /// The page by its path without the ending: `scenario/used-car`.
  var pageID: String { path.hasSuffix(".html") ? String(path.dropLast(5)) : path }

  /// At the foot of every page of the web book: where to ask, complain and appeal, which page this is, and where to say
  /// that it is wrong.
  func responding(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let lines = book.hotlines.map { line -> Markup in "\(number(line.number)) \(line.name)" }
    let ask: Markup? =
      lines.isEmpty
      ? nil : "\(phrases.askAndComplain)\(phrases.colon)\(lines.joined(separator: "\(phrases.separator)")) · "
    return """
      <p>\(ask)<a href="\(link(page: "index.html", fragment: "hotlines"))">\(phrases.appeal)</a></p>
      <p class="page">\(book.pageName(pageID)) · \(report(book))</p>

      """
  }

  private func report(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let link: Link? =
      switch book.responding {
      case .mail(let address): Link(mail: address, subject: "\(book.title) \(book.pageName(pageID))")
      case .form(let address): Link(template: address, filling: ["page": pageID, "edition": book.edition])
      case .call, .ask: nil
      }
    if let link { return "<a href=\"\(link)\">\(phrases.reportPage)</a>" }
    if case .call(let number) = book.responding { return "\(phrases.reportByPhone(number))" }
    return "\(phrases.reportAtCounter)"
  }

  /// The same for the whole book on paper, where no link can be followed.
  func respondingInShort(_ book: Handbook) -> Markup {
    let phrases = book.phrases
    let words =
      switch book.responding {
      case .mail(let address): phrases.reportBookTo(address, book.edition)
      case .form: phrases.reportBookOnline(book.edition)
      case .call(let number): phrases.reportBookByPhone(number, book.edition)
      case .ask: phrases.reportBookAtCounter(book.edition)
      }
    return "<p>\(phrases.reportBook)\(phrases.colon)\(words)</p>\n"
  }

  /// A telephone number that can be called.
  func number(_ number: String) -> Markup {
    Link(phone: number).map { "<a href=\"\($0)\">\(number)</a>" } ?? "\(number)"
  }
}
