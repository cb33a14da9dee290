import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Testing

@Suite struct `Whatever the files hold` {
  @Test func `10 MB of garbage are one diagnostic, and the others are still reported`() throws {
    let pattern: [UInt8] = [0x3C, 0x26, 0xB0, 0x0A, 0xFF, 0x20, 0x69, 0x64, 0x3D]
    var garbage: [UInt8] = []
    garbage.reserveCapacity(10_000_000)
    while garbage.count < 10_000_000 { garbage += pattern }
    let files = try Samples.broken("bad-money") + [CatalogueFile(path: "items/rubbish.xml", bytes: garbage)]
    let read = Catalogue.read(files)
    let report = ConsoleReport(sources: read.sources, language: .english, format: .short).text(read.diagnostics)
    #expect(
      report == """
        fees.xml:3:45: error: '一百元' is not an amount [bad-money]
        items/rubbish.xml:1:3: error: this is not UTF-8 text [not-in-encoding]

        """)
    #expect(read.catalogue.scenarios.count == 2)
  }

  @Test func `a file that is too large is one diagnostic`() throws {
    let huge = CatalogueFile(path: "items/huge.xml", bytes: Array(repeating: 0x20, count: 17 << 20))
    let read = Catalogue.read(try Samples.sound() + [huge])
    let report = ConsoleReport(sources: read.sources, language: .english, format: .short).text(read.diagnostics)
    #expect(report == "items/huge.xml:1:1: error: file is too large: 17 MB; the limit is 16 MB [file-too-large]\n")
  }

  @Test func `every prefix of an item is reported`() throws {
    let bytes = Array(try Data(contentsOf: Samples.services.appending(path: "items/vehicle-registration.xml")))
    let whole = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
    for length in stride(from: 0, through: whole, by: 7) {
      let read = Catalogue.read([CatalogueFile(path: "items/a.xml", bytes: Array(bytes.prefix(length)))])
      let isReported = read.diagnostics.contains { $0.span.file == "items/a.xml" && $0.severity == .error }
      #expect(isReported, "the first \(length) bytes")
      #expect(read.catalogue.items.isEmpty, "the first \(length) bytes")
    }
  }

  /// A changed byte may change a word or a number; it may not change what the markup says in silence.
  @Test func `random bytes never crash it, and no markup changes in silence`() throws {
    let seed = seed(for: "flipped bytes")
    var random = SplitMix(state: seed)
    let sound = try Samples.sound()
    let untouched = Catalogue.read(sound).catalogue
    for round in 0..<300 {
      var files = sound
      var inMarkup = true
      if round % 3 == 0 {
        let (file, offset) = letterOfMarkup(in: sound, &random)
        files[file].bytes[offset] = UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &random)
      }
      for _ in 0..<(round % 3) {
        let file = Int.random(in: files.indices, using: &random)
        let offset = Int.random(in: files[file].bytes.indices, using: &random)
        files[file].bytes[offset] ^= UInt8.random(in: 1...255, using: &random)
        inMarkup = inMarkup && isMarkup(offset, in: sound[file].bytes)
      }
      let read = Catalogue.read(files)
      _ = ConsoleReport(sources: read.sources, language: .chinese).text(read.diagnostics)
      if inMarkup, read.diagnostics.isEmpty {
        #expect(read.catalogue == untouched, "round \(round) of seed \(seed)")
      }
    }
  }

  /// Where a small letter of a name in a tag stands: what a slip of the finger changes.
  private func letterOfMarkup(in files: [CatalogueFile], _ random: inout SplitMix) -> (file: Int, offset: Int) {
    while true {
      let file = Int.random(in: files.indices, using: &random)
      let offset = Int.random(in: files[file].bytes.indices, using: &random)
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(files[file].bytes[offset])
      if isLetter, isMarkup(offset, in: files[file].bytes) { return (file, offset) }
    }
  }

  /// Whether the byte belongs to a tag and not to a value in it.
  private func isMarkup(_ offset: Int, in bytes: [UInt8]) -> Bool {
    var inTag = false
    var inValue = false
    for index in 0...offset {
      switch bytes[index] {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">") where !inValue:
        if index == offset { return true }
        inTag = false
      case UInt8(ascii: "\"") where inTag:
        if index == offset { return true }
        inValue.toggle()
      default: break
      }
    }
    return inTag && !inValue
  }

  @Test(arguments: ["(", "not ", "a=b and ", "a=b or ", "a=", "|", "=", "a=b|"])
  func `a condition of any length is read or refused`(piece: String) {
    let text = String(repeating: piece, count: 20_000) + "a=b"
    #expect(Samples.condition(text) == .never)
  }

  @Test func `a chain of any length is no cycle`() throws {
    let (long, ring) = (try chain(3_000), try chain(3_000, isRing: true))
    #expect(long.diagnostics == [] && ring.diagnostics == [])
    #expect(try plan(long).problems == [])
    guard case .cycle(let steps, _) = try plan(ring).problems.first else {
      Issue.record("the ring is no cycle")
      return
    }
    #expect(steps.count == 3_000)
  }

  /// One plan and no survey of it: what a survey compares grows faster than the chain.
  private func plan(_ read: ReadCatalogue) throws -> Plan {
    Consolidation(read.catalogue).plan(try #require(read.catalogue.scenarios["long"]), in: Situation())
  }

  @Test func `a long cycle is one diagnostic of one line`() throws {
    let ring = try chain(100, isRing: true)
    let found = Surveys(ring.catalogue).diagnostics
    let report = ConsoleReport(sources: ring.sources, language: .english, format: .short).text(found)
    #expect(
      report == """
        long.xml:2:3017: error: 'long': these wait for each other: 'm0', 'm1', 'm10', 'm11', 'm12', 'm13', 'm14', 'm15' \
        and 92 more [service-cycle]

        """)
  }

  /// A scenario whose members follow one another, and the first the last. They ask for nothing: it is their order that is
  /// tried.
  private func chain(_ count: Int, isRing: Bool = false) throws -> ReadCatalogue {
    let members = (0..<count).map { "<member item=\"link\" id=\"m\($0)\"/>" }.joined()
    let edges = (1..<count).map { "<before first=\"m\($0 - 1)\" then=\"m\($0)\"/>" }.joined()
    let back = isRing ? "<before first=\"m\(count - 1)\" then=\"m0\"/>" : ""
    let scenario = """
      <scenario id="long" theme="vehicle"><title>长</title><audience>人</audience><summary>事</summary>
      <members>\(members)</members><edges>\(edges)\(back)</edges>
      <messages><message phase="before" on="一">一</message><message phase="during" on="二">二</message>\
      <message phase="after" on="三">三</message></messages></scenario>
      """
    let item = "<item id=\"link\" agency=\"insurer\"><name>一环</name><requirements none=\"yes\"/></item>"
    return Catalogue.read(
      try Samples.sound() + [
        CatalogueFile(path: "long.xml", bytes: Array(scenario.utf8)),
        CatalogueFile(path: "link.xml", bytes: Array(item.utf8)),
      ])
  }
}

@Suite struct `The order of the files` {
  @Test func `says nothing`() throws {
    let seed = seed(for: "order of files")
    var random = SplitMix(state: seed)
    let names = [
      "fine-escaped-markup", "unknown-evidence-everywhere", "duplicate-id-files", "duplicate-book", "service-cycle",
    ]
    for name in names {
      let files = try Samples.broken(name)
      let first = Samples.checked(files)
      for round in 0..<10 {
        let read = Samples.checked(files.shuffled(using: &random))
        #expect(read.catalogue == first.catalogue, "\(name), round \(round) of seed \(seed)")
        let same = read.diagnostics.inReadingOrder() == first.diagnostics.inReadingOrder()
        #expect(same, "\(name), round \(round) of seed \(seed)")
      }
    }
  }
}
