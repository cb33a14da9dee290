import Archive
import Testing

/// The archive, read back by a reader that knows only the ZIP specification.
struct ArchiveTests {
  static let mimetype = Array("application/epub+zip".utf8)

  @Test func `the mimetype stands where a reader looks for it`() throws {
    var archive = Archive()
    try archive.add("mimetype", Self.mimetype)
    try archive.add("EPUB/nav.xhtml", Array("<html/>".utf8))
    let bytes = archive.finish()
    #expect(
      bytes[0..<30] == [
        0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x6F, 0x61, 0xAB, 0x2C, 20, 0, 0, 0, 20, 0, 0, 0, 8, 0, 0,
        0,
      ])
    #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
  }

  @Test func `what is read is what was added, in the same order`() throws {
    let files: [(String, [UInt8])] = [
      ("mimetype", Self.mimetype), ("空.txt", []),
      ("a/b.xhtml", Array(String(repeating: "<p>新车上牌</p>", count: 999).utf8)), ("one", [7]),
    ]
    var archive = Archive()
    for (name, bytes) in files { try archive.add(name, bytes) }
    let entries = try #require(readZIP(archive.finish()))
    #expect(entries.map(\.name) == files.map(\.0))
    #expect(entries.map(\.content) == files.map(\.1))
    #expect(entries.map(\.method) == [0, 0, 8, 0])
    #expect(entries.map(\.flags) == [0, 1 << 11, 0, 0])
    #expect(entries.allSatisfy { $0.mode == 0o100644 && $0.madeBy == 3 << 8 | 20 && $0.needed == 20 && $0.extra == 0 })
  }

  @Test(arguments: 1...6)
  func `any bytes come back`(seed: UInt64) throws {
    var source = ByteSource(state: seed)
    var archive = Archive()
    var files: [[UInt8]] = []
    for number in 0..<12 {
      let range: ClosedRange<UInt8> = number % 2 == 0 ? 0...255 : 97...100
      let size = Int.random(in: 0...(number == 3 ? 70_000 : 3_000), using: &source)
      files.append((0..<size).map { _ in UInt8.random(in: range, using: &source) })
      try archive.add("\(number)", files[number], stored: number == 5)
    }
    let bytes = archive.finish()
    let entries = try #require(readZIP(bytes), "seed \(seed)")
    #expect(entries.map(\.content) == files, "seed \(seed)")
    #expect(entries[0].method == 0 && entries[3].method == (files[3].isEmpty ? 0 : 8), "seed \(seed)")
    #expect(bytes.count < files.map(\.count).reduce(22) { $0 + $1 + 78 + 2 }, "seed \(seed)")
  }

  @Test func `the same calls give the same bytes`() throws {
    func build() throws -> [UInt8] {
      var archive = Archive()
      for number in 0..<50 { try archive.add("\(number).txt", Array(String(repeating: "\(number) ", count: 200).utf8)) }
      return archive.finish()
    }
    #expect(try build() == build())
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", "..", "a/../b", "./a", "a/.", "a\\b", "a\u{0}", "a\nb", "C:a", "a*", "a?", "a|b", "a\"",
    "<a>", "a.", "../\u{301}a",
    String(repeating: "a", count: 65_536),
  ])
  func `a name that could leave the folder is refused`(name: String) throws {
    var archive = Archive()
    #expect(refusal { () throws(ArchiveError) in try archive.add(name, []) } == .badName(name))
    try archive.add("a..b/.c", [])
    #expect(readZIP(archive.finish())?.map(\.name) == ["a..b/.c"])
  }

  @Test func `a name stands once, whatever its letters`() throws {
    var archive = Archive()
    try archive.add("a/B\u{E9}.html", [])
    for name in ["a/B\u{E9}.html", "A/b\u{C9}.HTML", "a/Be\u{301}.html"] {
      #expect(refusal { () throws(ArchiveError) in try archive.add(name, []) } == .duplicateName(name))
    }
    #expect(refusal { () throws(ArchiveError) in try archive.add("mimetype", []) } == .mimetypeNotFirst)
    _ = archive.finish()
  }

  @Test func `65,535 entries are the most`() throws {
    var archive = Archive()
    for number in 0..<65_535 { try archive.add("\(number)", []) }
    #expect(refusal { () throws(ArchiveError) in try archive.add("last", []) } == .tooLarge)
    #expect(readZIP(archive.finish())?.count == 65_535)
  }

  @Test func `an archive of nothing is an end record`() {
    #expect(Archive().finish() == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }
}

private func refusal(_ body: () throws(ArchiveError) -> Void) -> ArchiveError? {
  do { try body() } catch { return error }
  return nil
}

/// SplitMix64, so that a seed names a case.
private struct ByteSource: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
