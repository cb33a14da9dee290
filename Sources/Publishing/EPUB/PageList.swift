import Handbook
import Markup

/// The pages of the printed book in the e-book, so that people with either can tell each other where something is.
/// Source: EPUB 3.3, 5.4.2.3 (page list); EPUB Accessibility 1.1, 3.6.
extension EPUBBook {
  /// A chapter with a mark where each page of the printed book begins.
  func broken(_ body: Markup) -> Markup {
    breaks.isEmpty
      ? body
      : body.inserting { anchor in
        (breaks[anchor] ?? []).map { page in
          "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"page-\(page)\" aria-label=\"\(page)\"></span>"
        }.joined()
      }
  }

  /// Each page of the printed book that begins in the e-book, and in which file.
  var pageList: [(page: Int, file: String)] {
    chapters.flatMap { chapter in
      chapter.body.anchors.flatMap { breaks[$0] ?? [] }.map { ($0, chapter.file) }
    }.sorted { $0.page < $1.page }
  }

  var pageNavigation: Markup {
    let list = pageList
    guard !list.isEmpty else { return "" }
    return """
      <nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="\(book.phrases.pageList)">
      <ol>
      \(list.map { "<li><a href=\"\($0.file)#page-\($0.page)\">\($0.page)</a></li>\n" })</ol>
      </nav>

      """
  }
}
