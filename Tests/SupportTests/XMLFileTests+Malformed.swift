import Diagnostics
import Testing
import XMLFile

@Suite struct `What is wrong with a file that is not XML` {
  /// The one diagnostic of a file that cannot be read.
  private func problem(in file: String) throws -> (Diagnostic, SourceText) {
    let (root, text, diagnostics) = XMLFile.read(Array(file.utf8), path: "x.xml")
    #expect(root == nil)
    #expect(diagnostics.count == 1)
    return (try #require(diagnostics.first), text)
  }

  @Test(arguments: [
    ("<a>\n 中 & 文</a>", 2, 4, "& does not start a reference"),
    ("<a>中文&b c</a>", 1, 6, "& does not start a reference"),
    ("<a b='中 & 文'/>", 1, 9, "& does not start a reference"),
    ("<a>中 < 3</a>", 1, 6, "< does not start a tag"),
    ("<甲 b='1<2'/>", 1, 8, "< is not allowed in an attribute value"),
    ("<a>中文&nbsp;文</a>", 1, 6, "unknown entity &nbsp;"),
    ("<a>中&#0;</a>", 1, 5, "&#0; is not a character of XML"),
    ("<a>中\u{1B}</a>", 1, 5, "character U+001B is not allowed in XML"),
    ("<a>中\u{FFFF}</a>", 1, 5, "character U+FFFF is not allowed in XML"),
    ("<a>\0</a>", 1, 4, "character U+0000 is not allowed in XML"),
    ("<a 名=中/>", 1, 6, "an attribute value stands in quotes"),
    ("<a 名/>", 1, 4, "attribute '名' has no value"),
    ("<a 名='中'b='2'/>", 1, 9, "a space is missing here"),
    ("<a><!-- 中 -- --></a>", 1, 11, "-- is not allowed in a comment"),
    ("<a>中]]>b</a>", 1, 5, "]]> is not allowed in text"),
    ("<a/>\n中文", 2, 1, "text is not allowed after the root element"),
    ("<a/>\n<b/>", 2, 1, "a file has only one root element"),
    ("<a></a></b>", 1, 8, "</b> closes nothing"),
    ("中文<a/>", 1, 1, "text is not allowed before the root element"),
    ("<!-- 中 -->\n", 1, 11, "the file has no element"),
    ("\n<?xml version='1.0'?><a/>", 2, 1, "an XML declaration stands only at the very start of a file"),
    ("<a>中<b \n</a>", 1, 5, "tag has no closing >"),
    ("<a>中<!-- b", 1, 5, "<!-- has no --> before the file ends"),
    ("<a>中<b c='d", 1, 8, "the value of attribute 'c' is never closed"),
    ("<a>中<b c", 1, 5, "the file ends inside a tag"),
    ("<?xml version='1.0' standalone='x'?><a/>", 1, 33, "not well-formed XML: standalone accepts only 'yes' or 'no'"),
  ])
  func `is said in plain words at the exact place`(file: String, line: Int, column: Int, words: String) throws {
    let (problem, text) = try problem(in: file)
    #expect(problem.id == "malformed-xml")
    #expect(problem.summary.en == words)
    #expect(!problem.summary.zh.isEmpty)
    #expect(text.position(of: problem.span.offset) == (line, column))
  }

  @Test(arguments: ["", "\n"])
  func `an end tag that does not match names both and points to the start`(rest: String) throws {
    let (problem, text) = try problem(in: "<甲>\n  <乙 c='1'>中文</甲>" + rest)
    #expect(problem.summary.en == "</甲> does not close <乙>")
    #expect(text.text(of: problem.span) == "</甲>")
    #expect(text.position(of: problem.span.offset) == (2, 14))
    #expect(try text.text(of: #require(problem.notes.first?.span)) == "<乙 c='1'>")
    #expect(problem.help.map(\.en) == ["write </乙> before it"])
  }

  @Test func `an element that is never closed is shown where it was opened`() throws {
    let (problem, text) = try problem(in: "<甲>\r\n  <乙>中文\r\n  </乙>\r\n\r\n")
    #expect(problem.summary.en == "the file ends, and <甲> is not closed")
    #expect(text.position(of: problem.span.offset) == (3, 7))
    #expect(try text.text(of: #require(problem.notes.first?.span)) == "<甲>")
  }

  @Test func `an attribute given twice points to both`() throws {
    let (problem, text) = try problem(in: "<a 名='1' c='>' 名='2'/>")
    #expect(problem.summary.en == "attribute '名' is given twice")
    #expect(text.position(of: problem.span.offset) == (1, 16))
    #expect(text.position(of: try #require(problem.notes.first?.span).offset) == (1, 4))
  }

  @Test func `a missing quote is found where the value began`() throws {
    let (problem, text) = try problem(in: "<a>\n<b c=\"中/>\n<d e=\"1\"/></a>")
    #expect(text.position(of: problem.span.offset) == (3, 1))
    #expect(try text.text(of: #require(problem.notes.first?.span)) == "c=\"")
  }

  @Test func `256 levels are read and 257 are not`() throws {
    let deep = { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }
    #expect(XMLFile.read(Array(deep(256).utf8), path: "x.xml").diagnostics.isEmpty)
    let (problem, _) = try problem(in: deep(257))
    #expect(problem.summary.en == "elements are nested more than 256 deep")
    #expect(problem.span.offset == 256 * 3)
  }
}
