import Diagnostics
import Testing
import XMLFile

@Suite struct `Files that mean harm or are broken anyhow` {
  @Test(arguments: [
    "<!DOCTYPE a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>",
    "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'><!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]>",
    "<!DOCTYPE",
    "<!DOCTYPE a PUBLIC",
  ])
  func `a DOCTYPE is refused where it stands`(doctype: String) {
    let (root, text, diagnostics) = XMLFile.read(
      Array("<!-- 中 -->\n \(doctype)\n<a>&x;&y;</a>".utf8), path: "x.xml")
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["doctype-refused"])
    #expect(diagnostics.map { text.position(of: $0.span.offset).line } == [2])
    #expect(diagnostics.map { text.position(of: $0.span.offset).column } == [2])
    #expect(diagnostics.map { text.text(of: $0.span) } == ["<!DOCTYPE"])
  }

  @Test func `a comment about a DOCTYPE is not one`() {
    let diagnostics = XMLFile.read(Array("<!-- <!DOCTYPE a> -->\n中<a/>".utf8), path: "x.xml").diagnostics
    #expect(diagnostics.map(\.id) == ["malformed-xml"])
  }

  @Test(arguments: ["<", "<a ", "&", "<a b='", "中", "]]>", "<!--", "</a>", "\u{1}", "<a/>"])
  func `garbage of any kind gives one diagnostic`(piece: String) {
    let garbage = Array("<a>".utf8) + repeated(Array(piece.utf8), to: 200_000)
    #expect(XMLFile.read(garbage, path: "x.xml").diagnostics.count == 1)
  }

  @Test(arguments: ["", "<?xml version='1.0' encoding='GB18030'?>"])
  func `10 MB of garbage give one diagnostic, and soon`(head: String) {
    let garbage = Array(head.utf8) + repeated([0x3C, 0x26, 0xB0, 0x0A, 0xFF, 0x20], to: 10_000_000)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(XMLFile.read(garbage, path: "x.xml").diagnostics.count == 1)
    // A release build takes about half a second; this may be a debug build on a busy machine.
    #expect(clock.now - start < .seconds(60))
  }

  private func repeated(_ piece: [UInt8], to size: Int) -> [UInt8] {
    var bytes = piece
    while bytes.count < size { bytes += bytes }
    return Array(bytes.prefix(size))
  }

  @Test func `every prefix of a good file is reported`() {
    let file = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- 说明 -->
      <事项 id="甲" 名='食品 &amp; 许可'>
        <?处理 x?>
        <材料 份="2">身份证，<![CDATA[ <原件> ]]>&#x4E2D;</材料>
        <空/>
      </事项>
      """.utf8)
    #expect(XMLFile.read(file, path: "x.xml").root != nil)
    for count in file.indices {
      let (root, text, diagnostics) = XMLFile.read(Array(file[..<count]), path: "x.xml")
      #expect(root == nil && diagnostics.count == 1, "prefix of \(count) bytes")
      #expect(diagnostics.allSatisfy { isInside($0, text) }, "prefix of \(count) bytes")
    }
  }

  @Test func `flipped bytes never crash and are never passed over in silence`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("flipped bytes: seed \(seed)")
    var random = SplitMix(state: seed)
    let heads = ["", "<?xml version='1.0' encoding='GB18030'?>", "<?xml version='1.0'?>"]
    let sample = "<a xmlns:xsi='u' 名='1 &lt; 2'><!-- 中 --><b c=\"d\">文&#65; <![CDATA[<]]></b><b/>\r\n x</a>"
    for round in 0..<4000 {
      let head = heads[round % heads.count]
      var bytes = Array((head + sample).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert("<>&;'\"/!-[]=? \n\0".utf8.randomElement(using: &random) ?? 0, at: index)
        default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      let (root, text, diagnostics) = XMLFile.read(bytes, path: "x.xml")
      #expect(root != nil || diagnostics.count == 1, "seed \(seed), round \(round): \(bytes)")
      #expect(diagnostics.allSatisfy { isInside($0, text) }, "seed \(seed), round \(round): \(bytes)")
      #expect(!ConsoleReport(sources: [text], language: .english).text(diagnostics).unicodeScalars.contains("\u{1B}"))
    }
  }

  private func isInside(_ diagnostic: Diagnostic, _ text: SourceText) -> Bool {
    ([diagnostic.span] + diagnostic.notes.compactMap(\.span)).allSatisfy {
      $0.offset >= 0 && $0.length >= 0 && $0.offset + $0.length <= text.bytes.count
    }
  }
}

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
