import Handbook
import Markup
import QRCode

/// What stands on paper only: page numbers and codes to scan.
extension Surface {
  /// The page of an anchor. `nil`: there is none, as elsewhere than on paper. Before it is known, a number as wide.
  private func page(of anchor: String) -> Int? {
    guard kind == .print else { return nil }
    return pages.map { $0.pages[anchor] } ?? 100
  }

  /// The page of an anchor at the end of a line.
  func number(of anchor: String) -> Markup? { page(of: anchor).map { " <span class=\"pp\">\($0)</span>" } }

  /// （见第N页）, in running text.
  func seePage(_ reference: Reference, _ phrases: Phrases) -> Markup? {
    page(of: Surface.key(reference.kind, reference.id)).map { number in
      "<span class=\"see\">\(phrases.inParentheses(phrases.seePage(number)))</span>"
    }
  }

  /// The code of a page with its address in words; where there is no address, that it is not stated.
  func code(_ path: String, answers: [(question: String, options: [String])] = [], _ phrases: Phrases) -> Markup {
    guard let addresses, let plain = addresses.plain(path), let full = addresses.full(path, answers: answers) else {
      return kind == .print ? "<p class=\"unknown\">\(phrases.addressNotStated)</p>\n" : ""
    }
    let sample: Markup? = addresses.isSample ? "<b>\(phrases.inParentheses(phrases.sample))</b>" : nil
    let drawing: Markup? = (try? QRCode(full)).map { code in
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(phrases.scanned(plain))\" viewBox=\"0 0 \(code.side) \(code.side)\" shape-rendering=\"crispEdges\"><path d=\"\(code.path)\"/></svg>\n"
    }
    return """
      <figure class="code">
      \(drawing)<figcaption>\(plain)\(sample)</figcaption>
      </figure>

      """
  }
}
