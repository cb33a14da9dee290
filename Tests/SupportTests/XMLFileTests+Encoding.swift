import Diagnostics
import Testing
import XMLFile

@Suite struct `Encodings of a file` {
  // GB18030 for 名称 and 食品.
  private let nameInGB: [UInt8] = [0xC3, 0xFB, 0xB3, 0xC6]
  private let foodInGB: [UInt8] = [0xCA, 0xB3, 0xC6, 0xB7]

  private func read(_ bytes: [UInt8]) -> (root: Element?, text: SourceText, diagnostics: [Diagnostic]) {
    XMLFile.read(bytes, path: "x.xml")
  }

  @Test(arguments: ["GB18030", "gbk", "GB2312"])
  func `a problem in a file in GB18030 is at the right line and column`(encoding: String) throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<a>\n".utf8)
    let good = read(head + Array("<b c=\"".utf8) + nameInGB + Array("\"/></a>".utf8))
    #expect(good.diagnostics.isEmpty)
    #expect(good.root?.children.first?["c"]?.value == "名称")

    let bad = read(head + nameInGB + foodInGB + Array(" & x</a>".utf8))
    let problem = try #require(bad.diagnostics.first)
    #expect(problem.id == "malformed-xml")
    #expect(bad.text.position(of: problem.span.offset) == (3, 6))
    #expect(bad.text.line(3) == "名称食品 & x</a>")
  }

  @Test func `bytes that are not in the declared encoding are pointed at`() throws {
    let (root, text, diagnostics) = read(
      Array("<?xml version='1.0' encoding='GB18030'?>\n<a>".utf8) + nameInGB + [0xFF] + Array("x</a>".utf8))
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["not-in-encoding"])
    let problem = try #require(diagnostics.first)
    #expect(text.position(of: problem.span.offset) == (2, 6))
    #expect(text.line(2) == "<a>名称\u{FFFD}x</a>")
    #expect(try text.text(of: #require(problem.notes.first?.span)) == "GB18030")
  }

  @Test func `a file that is not UTF-8 and declares nothing is told of GB18030`() throws {
    let (root, text, diagnostics) = read(Array("<a>\n中".utf8) + nameInGB + Array("</a>".utf8))
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["not-in-encoding"])
    let problem = try #require(diagnostics.first)
    #expect(text.position(of: problem.span.offset) == (2, 2))
    #expect(problem.help.contains { $0.zh.contains("GB18030") && $0.en.contains("GB18030") })
  }

  @Test func `an unknown encoding is reported where it is declared`() {
    for name in ["klingon", "UTF-8//TRANSLIT", "", "中"] {
      let (root, text, diagnostics) = read(Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8))
      #expect(root == nil)
      #expect(diagnostics.map(\.id) == ["unknown-encoding"])
      #expect(diagnostics.map { text.text(of: $0.span) } == [name])
    }
  }

  @Test func `a declaration that contradicts itself is refused`() {
    for name in ["UTF-16", "UCS-4", "IBM037"] {
      let (root, text, diagnostics) = read(Array("<?xml version='1.0' encoding='\(name)'?><a>x</a>".utf8))
      #expect(root == nil)
      #expect(diagnostics.map(\.id) == ["not-in-encoding"])
      #expect(diagnostics.map { text.text(of: $0.span) } == [name])
    }
  }

  @Test func `UTF-16 is known by its byte order mark, whatever the declaration says`() throws {
    let file = "<?xml version='1.0' encoding='UTF-16'?>\n<甲 乙='丙𠮷'>丁</甲>"
    for (isBig, mark) in [(false, [0xFF, 0xFE] as [UInt8]), (true, [0xFE, 0xFF])] {
      let bytes =
        mark
        + file.utf16.flatMap { unit in
          let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
          return isBig ? [high, low] : [low, high]
        }
      let (root, text, diagnostics) = read(bytes)
      #expect(diagnostics.isEmpty)
      #expect(root?["乙"]?.value == "丙𠮷")
      #expect(text.position(of: root?.textSpan.offset ?? -1) == (2, 11))

      let cut = read(Array(bytes.dropLast()))
      #expect(cut.root == nil)
      #expect(cut.diagnostics.map(\.id) == ["not-in-encoding"])
      #expect(cut.text.position(of: try #require(cut.diagnostics.first).span.offset) == (2, 15))
    }
  }

  @Test func `the byte order mark of UTF-8 counts for nothing`() {
    let (root, text, diagnostics) = read([0xEF, 0xBB, 0xBF] + Array("<甲/>".utf8))
    #expect(diagnostics.isEmpty)
    #expect(root?.span == Span(file: "x.xml", offset: 0, length: 6))
    #expect(text.bytes == Array("<甲/>".utf8))
  }

  @Test func `an empty file is empty in every encoding`() {
    for bytes in [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF, 0, 0x20]] as [[UInt8]] {
      let (root, _, diagnostics) = read(bytes)
      #expect(root == nil)
      #expect(diagnostics.map(\.id) == ["empty-file"])
    }
  }

  @Test func `a file beyond the limit is not looked into`() {
    let (root, text, diagnostics) = read([UInt8](repeating: 0x20, count: XMLFile.sizeLimit + 1))
    #expect(root == nil)
    #expect(text.bytes.isEmpty)
    #expect(diagnostics.map(\.id) == ["file-too-large"])
  }
}
