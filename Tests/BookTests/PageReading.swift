import Archive
import Diagnostics
import Handbook
import Markup
import Testing
import XMLFile

@testable import Publishing

/// The pages of an edition, read back as a browser or an EPUB reader would.
struct ReadPages {
  struct Page {
    var path: String
    var text: String
    var root: Element
  }

  private(set) var pages: [Page] = []
  /// Pages that are not well-formed, and why.
  private(set) var malformed: [String] = []

  /// Every page of the web book and the print book, and every file of the EPUB, under `EPUB/`.
  init(_ book: Handbook) throws {
    for file in try Edition(book).files where file.path.hasSuffix(".html") {
      add(file.path, ReadPages.closingVoidElements(String(decoding: file.bytes, as: UTF8.self)))
    }
    let epub = EPUBBook(book)
    for chapter in epub.chapters { add("EPUB/" + chapter.file, epub.page(chapter.title, chapter.body).string) }
    add("EPUB/nav.xhtml", epub.navigation.string)
    add("EPUB/package.opf", epub.package.string)
  }

  private mutating func add(_ path: String, _ text: String) {
    let (root, _, diagnostics) = XMLFile.read(Array(text.replacing("<!DOCTYPE html>\n", with: "").utf8), path: path)
    // A catalogue has no namespaces; an EPUB has.
    malformed += diagnostics.filter { $0.id != "namespaced-element" }.map { "\(path): \($0.summary.en)" }
    if let root { pages.append(Page(path: path, text: text, root: root)) }
  }

  /// HTML as the edition writes it differs from XML in void elements only (`Markup.htmlBytes`).
  private static func closingVoidElements(_ html: String) -> String {
    let void = ["meta", "link", "input", "br", "hr"]
    var result = ""
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      var quoted = false
      let end = rest[start...].firstIndex { character in
        if character == "\"" { quoted.toggle() }
        return character == ">" && !quoted
      }
      guard let end else { break }
      let name = rest[start...].dropFirst().prefix { $0.isLetter }
      result += rest[..<end]
      if void.contains(String(name)) { result += "/" }
      result += ">"
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }
}

extension Element {
  /// The element and everything in it.
  var everything: [Element] { [self] + children.flatMap(\.everything) }
  /// The same but for what is inside a drawing.
  var undrawn: [Element] { name == "svg" ? [self] : [self] + children.flatMap(\.undrawn) }
}
