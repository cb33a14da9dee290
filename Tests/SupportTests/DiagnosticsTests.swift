import Diagnostics
import Testing

@Suite struct `Offsets, lines and columns` {
  @Test func `a column counts characters, not bytes`() {
    let text = SourceText(path: "x", bytes: Array("甲乙\n𠮷<丙>".utf8))
    #expect(text.position(of: 3) == (1, 2))
    #expect(text.position(of: 4) == (1, 2))
    #expect(text.position(of: 7) == (2, 1))
    #expect(text.position(of: 11) == (2, 2))
    #expect(text.position(of: 999) == (2, 5))
    #expect(text.position(of: -1) == (1, 1))
  }

  @Test func `every line break of XML ends a line and is no part of it`() {
    let text = SourceText(path: "x", bytes: Array("a\r\nb\rc\n\nd".utf8))
    #expect((1...text.lineCount).map(text.line) == ["a", "b", "c", "", "d"])
    #expect(text.position(of: 3) == (2, 1))
    #expect(text.line(0).isEmpty && text.line(6).isEmpty)
  }

  @Test func `offset to line and column and back is the identity`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("offsets: seed \(seed)")
    var random = SplitMix(state: seed)
    let letters: [String] = ["a", "甲", "𠮷", "é", "e\u{301}", "\t", "\n", "\r\n", "\r", "👩‍👩‍👧", " "]
    for round in 0..<200 {
      let content = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? ""
      }.joined()
      let text = SourceText(path: "x", bytes: Array(content.utf8))
      var offset = 0
      for scalar in content.unicodeScalars {
        let (line, column) = text.position(of: offset)
        #expect(text.offset(line: line, column: column) == offset, "seed \(seed), round \(round), at \(offset)")
        offset += UTF8.width(scalar)
      }
      let (line, column) = text.position(of: offset)
      #expect(text.offset(line: line, column: column) == offset, "seed \(seed), round \(round), end")
      #expect(text.offset(line: line, column: column + 1) == nil)
    }
  }
}

@Suite struct `The word that was probably meant` {
  @Test func `is the nearest, and the first of equally near ones`() {
    let words = ["material", "step", "stop", "name", "身份证", "驾驶证"]
    #expect(nearest("materail", in: words) == "material")
    #expect(nearest("setp", in: words) == "step")
    #expect(nearest("st*p", in: words) == "step")
    #expect(nearest("Name", in: words) == "name")
    #expect(nearest("身分证", in: words) == "身份证")
    #expect(nearest("conter", in: words) == nil)
    #expect(nearest("x", in: ["y", "xy"]) == "xy")
    #expect(nearest("", in: ["a"]) == nil)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
