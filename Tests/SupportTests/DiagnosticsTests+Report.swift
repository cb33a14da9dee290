import Diagnostics
import Testing

@Suite struct `The report on the console` {
  private func report(
    _ line: String, at offset: Int, _ length: Int, language: Language = .english, colour: Bool = false
  ) -> [String] {
    let source = SourceText(path: "x.xml", bytes: Array(line.utf8))
    let diagnostic = Diagnostic(
      "some-id", at: Span(file: "x.xml", offset: offset, length: length), Message(zh: "有错", en: "it is wrong"))
    return ConsoleReport(sources: [source], language: language, colour: colour).text([diagnostic])
      .split(separator: "\n").map(String.init)
  }

  @Test func `shows the place, the line, the marks, the notes and the help`() {
    let a = SourceText(path: "a.xml", bytes: Array("<a>\n  <b c=\"1\"/>\n</a>\n".utf8))
    let b = SourceText(path: "b.xml", bytes: Array("<甲/>".utf8))
    let diagnostic = Diagnostic(
      "conflict", .warning, at: Span(file: "a.xml", offset: 6, length: 10),
      Message(zh: "两处不一致", en: "two places differ"),
      notes: [
        Diagnostic.Note(Message(zh: "另一处", en: "the other"), at: Span(file: "b.xml", offset: 1, length: 3)),
        Diagnostic.Note(Message(zh: "无处", en: "nowhere")),
      ],
      help: [Message(zh: "改一处", en: "change one")])
    #expect(
      ConsoleReport(sources: [a, b], language: .english).text([diagnostic]) == """
        a.xml:2:3: warning: two places differ [conflict]
            2 |   <b c="1"/>
              |   ^~~~~~~~~~
        b.xml:1:2: note: the other
            1 | <甲/>
              |  ^~
           note: nowhere
           help: change one

        """)
    #expect(
      ConsoleReport(sources: [a, b], language: .chinese, format: .short).text([diagnostic])
        == "a.xml:2:3: warning: 两处不一致 [conflict]\n")
    #expect(
      ConsoleReport(sources: [], language: .chinese).text([diagnostic]) == """
        a.xml: warning: 两处不一致 [conflict]
        b.xml: note: 另一处
           note: 无处
           help: 改一处

        """)
  }

  @Test(arguments: [
    ("甲乙<c/>", 6, 4, 4, "^~~~"),
    ("甲乙丙", 3, 6, 2, "^~~~"),
    ("e\u{301}x", 3, 1, 1, "^"),
    ("\t\t<b/>", 2, 4, 8, "^~~~"),
    ("，：ＡＢx", 12, 1, 8, "^"),
    ("“甲”x", 9, 1, 4, "^"),
    ("ㄅ한😀x", 10, 1, 6, "^"),
    ("ab", 2, 0, 2, "^"),
    ("ab\ncd", 1, 4, 1, "^"),
  ])
  func `the mark stands under its character in terminal cells`(
    line: String, offset: Int, length: Int, indent: Int, marks: String
  ) {
    #expect(report(line, at: offset, length).last == "      | " + String(repeating: " ", count: indent) + marks)
  }

  @Test func `a long line is cut around the mark`() {
    let line = String(repeating: "甲", count: 100) + "<b/>" + String(repeating: "乙", count: 100)
    let lines = report(line, at: 300, 4)
    let shown = lines[1].dropFirst(8)
    #expect(shown.hasPrefix("…甲") && shown.hasSuffix("乙…"))
    #expect(shown.reduce(0) { $0 + ($1.isASCII || $1 == "…" ? 1 : 2) } <= 160)
    let mark = lines[2].dropFirst(8)
    let before = shown.prefix { $0 != "<" }.reduce(0) { $0 + ($1 == "…" ? 1 : 2) }
    #expect(mark == String(repeating: " ", count: before) + "^~~~")

    let end = report(line, at: 600, 6)
    #expect(end[1].hasSuffix("乙乙"))
    #expect(end[2].hasSuffix("^~~~"))
    let whole = report(line, at: 0, line.utf8.count)
    #expect(whole[2].dropFirst(8).count <= 160)
  }

  @Test func `nothing in a file or a message reaches the terminal as a command`() {
    let evil = "\u{1B}[31m\u{9B}2J\u{7}\u{7F}\u{202E}\u{85}"
    let source = SourceText(path: "x\u{1B}.xml", bytes: Array("a\(evil)b".utf8))
    let words = Message(zh: evil, en: "\(evil)\nerror: forged")
    let diagnostic = Diagnostic(
      "id\u{1B}", at: Span(file: "x\u{1B}.xml", offset: source.bytes.count - 1, length: 1), words,
      notes: [Diagnostic.Note(words)], help: [words])
    for format in [ConsoleReport.Format.full, .short] {
      let text = ConsoleReport(sources: [source], language: .english, format: format).text([diagnostic])
      let bad = text.unicodeScalars.filter { scalar in
        scalar != "\n" && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}")
      }
      #expect(bad.isEmpty)
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("error: forged") })
    }
    #expect(report("\u{1B}x", at: 1, 1)[1] == "    1 | ␛x")
    #expect(report("\u{1B}x", at: 1, 1)[2] == "      |  ^")
  }

  @Test func `colour is written only if asked for`() {
    #expect(report("<a>", at: 0, 3)[0] == "x.xml:1:1: error: it is wrong [some-id]")
    #expect(
      report("<a>", at: 0, 3, colour: true)[0]
        == "\u{1B}[1mx.xml:1:1: \u{1B}[0m\u{1B}[1;31merror:\u{1B}[0m it is wrong [some-id]")
  }

  @Test func `the order of arrival does not show, and equal problems are printed once`() {
    let words = Message(zh: "", en: "")
    let inOrder = [("a", 1, "y"), ("a", 2, "x"), ("a", 2, "y"), ("a", 10, "a"), ("b", 0, "a")].map {
      Diagnostic($0.2, at: Span(file: $0.0, offset: $0.1, length: 0), words)
    }
    for _ in 0..<20 {
      #expect((inOrder + inOrder).shuffled().inReadingOrder() == inOrder)
    }
  }

  @Test func `the tally counts problems, and files with notes in them`() {
    let words = Message(zh: "", en: "")
    let note = Diagnostic.Note(words, at: Span(file: "b", offset: 0, length: 0))
    let one = Diagnostic("x", at: Span(file: "a", offset: 0, length: 0), words, notes: [note])
    #expect(Tally([one, one]).summary(ofFiles: 214).en == "1 problem in 2 of 214 files")
    #expect(Tally([one]).summary(ofFiles: 214).zh == "214 个文件中的 2 个有问题，共 1 处")
    #expect(Tally([]).summary(ofFiles: 1).en == "1 file, no problems")
    let two = Diagnostic("y", .warning, at: Span(file: "a", offset: 0, length: 0), words)
    #expect(Tally([one, two]).errors == 1 && Tally([one, two]).warnings == 1)
  }
}
