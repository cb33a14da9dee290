import Handbook
import Markup

/// A part of a printed edition: it has pages of its own, with its name at their head and a tab in their margin.
struct PrintSection {
  /// Its anchor, and the name of its pages.
  var id: String
  var title: String
  /// The tab in the margin and which of the seven places it has, so that equal parts have equal places; `nil` = no tab.
  var tab: (text: String, place: Int)?
  var body: Markup
  /// What stands under it in the contents.
  var entries: [Reference] = []
  /// Listed in the contents under this heading; `nil`: by itself.
  var group: (mark: String, name: String)?
  /// Goes on where the section before it ends, on that one's pages.
  var follows = false
  /// Left out of the contents: the cover, the contents themselves.
  var isListed = true
}

/// A printed edition as one page for a browser: its sections, set by one style sheet, and the rules for its pages.
struct PrintSheet {
  let book: Handbook
  /// `book`, `large`, …: the style sheet's name for it.
  let kind: String
  let title: String
  let paper: Paper
  let sections: [PrintSection]

  enum Paper: String {
    case a4 = "A4"
    case a5 = "A5"

    /// Top, outer, bottom and inner margin in millimetres.
    var margins: (top: Int, outer: Int, bottom: Int, inner: Int) {
      switch self {
      case .a4: (19, 17, 19, 20)
      case .a5: (13, 11, 13, 13)
      }
    }
  }

  /// `rules` is the name of the style sheet with the page rules; `measured`: for finding out where anchors are, every one of
  /// them is named once more, out of sight.
  func markup(rules: String, measured: Bool) -> Markup {
    let body = sections.map(\.body).joined()
    let places: Markup? =
      measured
      ? "<nav hidden=\"hidden\" aria-label=\"\(book.phrases.landmarks)\">\(body.anchors.map { "<a href=\"\(Link(fragment: $0))\">\($0)</a>\n" })</nav>\n"
      : nil
    return """
      <!DOCTYPE html>
      <html lang="\(book.phrases.lang)" class="\(kind)">
      <head>
      <meta charset="utf-8"/>
      <title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <link rel="stylesheet" href="assets/book.css"/>
      <link rel="stylesheet" href="assets/print.css"/>
      <link rel="stylesheet" href="assets/\(rules)"/>
      </head>
      <body class="book">
      <main>
      \(body)</main>
      \(places)</body>
      </html>

      """
  }

  /// The anchors in reading order.
  var anchors: [String] { sections.map(\.body).joined().anchors }

  /// Size, margins, running heads and tabs, for each section its own: `string-set` is not to be had.
  var rules: [UInt8] {
    let (top, outer, bottom, inner) = paper.margins
    // Seven below each other; an eighth is at the top again.
    let tabHeight = paper == .a5 ? 20 : 30
    let edition = "\(book.title) · \(book.phrases.edition(book.edition, book.date))"
    var lines = [
      "@page { size: \(paper.rawValue); margin: \(top)mm \(outer)mm \(bottom)mm \(inner)mm; }",
      "@page :left { margin-left: \(outer)mm; margin-right: \(inner)mm;"
        + " @bottom-left { content: counter(page); font: 10pt var(--sans); } @bottom-right { content: \(quoted(edition)); font: 8.5pt var(--sans); color: #333; } }",
      "@page :right {"
        + " @bottom-right { content: counter(page); font: 10pt var(--sans); } @bottom-left { content: \(quoted(edition)); font: 8.5pt var(--sans); color: #333; } }",
      "@page front { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }",
      "@page front:left { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }",
      "@page front:right { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }",
    ]
    for section in sections where section.id != "front" && !section.follows {
      let head = "content: \(quoted(section.title)); font: 9pt var(--sans); color: #333;"
      lines.append("#\(section.id), [data-pages=\"\(section.id)\"] { page: \(section.id); }")
      for (side, first) in [("left", "left"), ("right", "right")] {
        let tab = section.tab.map { tab in
          " @\(side)-top { content: \(quoted(tab.text)); writing-mode: vertical-rl; background: #222; color: #fff; font: 700 11pt var(--sans);"
            + " letter-spacing: .25em; text-align: center; vertical-align: middle; width: 8mm; height: \(tabHeight)mm;"
            + " margin-top: \(4 + tab.place % 7 * (tabHeight + 4))mm; margin-\(side == "left" ? "right" : "left"): \(outer - 8)mm; }"
        }
        lines.append("@page \(section.id):\(side) { @top-\(first) { \(head) }\(tab ?? "") }")
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A text as a CSS string: everything but letters and digits by number, so that nothing in it ends the string.
  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
        ? "\\" + String(scalar.value, radix: 16) + " " : String(scalar)
    }
    return "\"" + escaped.joined() + "\""
  }
}
