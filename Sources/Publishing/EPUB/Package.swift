import Handbook
import Markup

extension EPUBBook {
  /// The package document: metadata, manifest, spine.
  var package: Markup {
    let phrases = book.phrases
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="\(phrases.lang)">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">\(identifier)</dc:identifier>
      <dc:title>\(book.title)</dc:title>
      <dc:language>\(phrases.lang)</dc:language>
      <dc:creator>\(book.issuer)</dc:creator>
      <dc:publisher>\(book.issuer)</dc:publisher>
      <dc:date>\(book.isoDate)</dc:date>
      <meta property="dcterms:modified">\(book.isoDate)T00:00:00Z</meta>
      <meta property="schema:accessMode">textual</meta>
      <meta property="schema:accessMode">visual</meta>
      <meta property="schema:accessModeSufficient">textual</meta>
      <meta property="schema:accessibilityFeature">structuralNavigation</meta>
      <meta property="schema:accessibilityFeature">tableOfContents</meta>
      <meta property="schema:accessibilityFeature">displayTransformability</meta>
      <meta property="schema:accessibilityFeature">readingOrder</meta>
      <meta property="schema:accessibilityFeature">alternativeText</meta>
      <meta property="schema:accessibilityFeature">longDescription</meta>
      \(printed)<meta property="schema:accessibilityHazard">none</meta>
      <meta property="schema:accessibilitySummary">\(phrases.accessibility)</meta>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="css" href="book.css" media-type="text/css"/>
      <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      \(chapters.map { "<item id=\"\(id(of: $0))\" href=\"\($0.file)\" media-type=\"application/xhtml+xml\"\(properties(of: $0))/>\n" })</manifest>
      <spine>
      <itemref idref="cover"/>
      <itemref idref="nav"/>
      \(chapters.map { "<itemref idref=\"\(id(of: $0))\"/>\n" })</spine>
      </package>

      """
  }

  /// That the pages of the printed book are marked, and which book that is.
  private var printed: Markup {
    breaks.isEmpty
      ? ""
      : """
      <meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
      <meta property="schema:accessibilityFeature">pageNavigation</meta>
      <meta property="pageBreakSource">\(identifier):print</meta>

      """
  }

  /// Stays the same for the same book and edition. A URN of the book's own name: nobody has to be asked for it.
  private var identifier: String {
    let name = (book.base ?? book.title + " " + book.issuer) + " " + book.edition
    let encoded = name.utf8.map { byte -> String in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "urn:onebook:" + encoded.joined()
  }

  /// EPUB 3.3 asks for it where a page draws.
  private func properties(of chapter: Chapter) -> Markup {
    chapter.draws ? " properties=\"svg\"" : ""
  }

  private func id(of chapter: Chapter) -> String { "c-" + chapter.file.prefix { $0 != "." } }

  /// The navigation document: a nested table of contents and landmarks.
  var navigation: Markup {
    let phrases = book.phrases
    return page(
      phrases.contents,
      """
      <nav epub:type="toc" role="doc-toc" id="toc">
      <h1>\(phrases.contents)</h1>
      <ol>
      \(parts.map { part -> Markup in
        let inner: Markup? =
          part.children.isEmpty
          ? nil : "\n<ol>\n\(part.children.map { "<li><a href=\"\($0.file)\">\($0.title)</a></li>\n" })</ol>\n"
        return "<li><a href=\"\(part.file)\">\(part.title)</a>\(inner)</li>\n"
      })</ol>
      </nav>
      <nav epub:type="landmarks" hidden="hidden" aria-label="\(phrases.landmarks)">
      <ol>
      <li><a epub:type="cover" href="cover.xhtml">\(book.title)</a></li>
      <li><a epub:type="toc" href="nav.xhtml#toc">\(phrases.contents)</a></li>
      <li><a epub:type="bodymatter" href="\(parts.first?.file ?? "cover.xhtml")">\(phrases.howToUse)</a></li>
      <li><a epub:type="glossary" href="glossary.xhtml">\(phrases.glossary)</a></li>
      <li><a epub:type="index" href="evidence.xhtml">\(phrases.evidenceIndex)</a></li>
      </ol>
      </nav>
      \(pageNavigation)

      """)
  }
}
