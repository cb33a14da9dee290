import CanonicalJSON
import Catalogue
import Foundation
import Testing

@testable import Editions

/// The catalogue in `services/`, a part of it, and what becomes of it under a compiler's hands.
enum Sample {
  static let services = Vectors.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "services")
  static let files: [CatalogueFile] = {
    let names = FileManager.default.enumerator(atPath: services.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: services.appending(path: name).path).map {
        CatalogueFile(path: name, bytes: Array($0))
      }
    }
  }()
  static let whole = Catalogue.read(files).catalogue

  /// What two scenarios need: small enough to be read many times.
  static let small: [CatalogueFile] = {
    let scenarios = ["used-car", "renew-licence"].compactMap { whole.scenarios[$0] }
    let items = Set(scenarios.flatMap { $0.members.map(\.item) })
    return files.filter { file in
      let name = file.path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      if file.path.hasPrefix("items/") { return items.contains(name) }
      if file.path.hasPrefix("scenarios/") { return scenarios.contains { $0.id == name } }
      return file.path != "decisions.xml"
    }
  }()

  static func snapshot(_ files: [CatalogueFile]) throws -> Snapshot {
    try #require(Snapshot(Catalogue.read(files).catalogue))
  }

  /// Some edits a person might make: a line dropped, said twice or moved, a number, a word or a sentence changed, a file
  /// taken away.
  static func edited(_ files: [CatalogueFile], seed: UInt64) -> [CatalogueFile] {
    var generator = Generator(state: seed)
    var files = files
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let index = Int.random(in: files.indices, using: &generator)
      if files[index].path == "book.xml" { continue }
      if Int.random(in: 0..<12, using: &generator) == 0, files[index].path.contains("/") {
        files.remove(at: index)
        continue
      }
      var lines = String(decoding: files[index].bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      // The first lines are the root and what identifies it.
      guard lines.count > 8 else { continue }
      let line = Int.random(in: 4..<lines.count - 2, using: &generator)
      let isWhole = lines[line].contains("/>") || lines[line].contains("</")
      switch Int.random(in: 0..<6, using: &generator) {
      case 0 where isWhole: lines.remove(at: line)
      case 1 where isWhole: lines.insert(lines[line].replacing(/\sid="([^"]*)"/) { " id=\"\($0.1)-2\"" }, at: line)
      case 2 where isWhole && lines[line - 1].contains("/>"): lines.swapAt(line, line - 1)
      case 3: lines[line] = lines[line].replacing(/[1-8]/) { String((Int(String($0.output)) ?? 0) + 1) }
      case 4: lines[line] = lines[line].replacing("应当", with: "可以").replacing("不", with: "也").replacing("要", with: "得")
      default: lines[line] = lines[line].replacing("</", with: "，请注意</")
      }
      files[index] = CatalogueFile(path: files[index].path, bytes: Array(lines.joined(separator: "\n").utf8))
    }
    return files
  }

  /// SplitMix64.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}

@Suite("Laws of the difference between editions")
struct LawTests {
  private static let seeds: [UInt64] = Array(1...16)

  @Test("D1 the changes applied to the old edition give the new one, byte for byte", arguments: seeds)
  func apply(seed: UInt64) throws {
    let old = try Sample.snapshot(Sample.edited(Sample.small, seed: seed &+ 1000))
    let new = try Sample.snapshot(Sample.edited(Sample.small, seed: seed))
    let changes = EditionChanges(from: old, to: new)
    let applied = try changes.applied().json.canonical()
    let isSame = try applied == new.json.canonical()
    #expect(isSame, "seed \(seed)")
    // A change is never said of two places.
    for entry in changes.entries {
      let places = entry.changes.map(\.pointer)
      #expect(Set(places).count == places.count, "seed \(seed) \(entry.subject.topic)")
    }
  }

  @Test("D2 an edition does not differ from itself, nor from what it was kept as", arguments: seeds.prefix(4))
  func itself(seed: UInt64) throws {
    let snapshot = try Sample.snapshot(Sample.edited(Sample.small, seed: seed))
    #expect(EditionChanges(from: snapshot, to: snapshot).isEmpty)
    let kept = try #require(Snapshot(JSONValue(reading: snapshot.json.readable())))
    #expect(EditionChanges(from: snapshot, to: kept).isEmpty)
  }

  @Test("D3 files in another order are no change", arguments: seeds.prefix(4))
  func order(seed: UInt64) throws {
    var generator = Sample.Generator(state: seed)
    let files = Sample.small
    let shuffled = files.shuffled(using: &generator)
    let isSame = try Sample.snapshot(files).json.canonical() == Sample.snapshot(shuffled).json.canonical()
    #expect(isSame, "seed \(seed)")
  }

  @Test("D3 lines in another order, other comments and another layout are no change")
  func lines() throws {
    let item = try #require(Sample.small.firstIndex { $0.path == "items/vehicle-transfer.xml" })
    var files = Sample.small
    let lines = String(decoding: files[item].bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let requirements = lines.filter { $0.contains("<requirement ") && $0.hasSuffix("/>") }
    try #require(requirements.count > 1)
    var moved = requirements.makeIterator()
    let turned = Dictionary(
      uniqueKeysWithValues: requirements.reversed().compactMap { line in
        moved.next().map { ($0, "\n" + line) }
      })
    let text = lines.map { turned[$0] ?? $0 }
    files[item].bytes = Array(text.joined(separator: "\n  ").utf8)
    let isSame = try Sample.snapshot(files).fingerprint == Sample.snapshot(Sample.small).fingerprint
    #expect(isSame)
  }

  @Test("Every field of the real catalogue's records is declared")
  func declared() throws {
    let snapshot = try #require(Snapshot(Sample.whole))
    var undeclared: Set<String> = []
    func visit(_ value: JSONValue, _ field: [String]) {
      switch value {
      case .object(let members):
        for (key, value) in members where key != "id" { visit(value, field + [key]) }
      case .array(let elements) where elements.contains { $0.members != nil }:
        for element in elements {
          if FieldRules.all.rule((field + ["*"]).joined(separator: "/")) == nil {
            undeclared.insert((field + ["*"]).joined(separator: "/"))
          }
          // What has no id is compared as a whole.
          if element["id"] != nil { visit(element, field + ["*"]) }
        }
      default:
        let name = field.joined(separator: "/")
        if FieldRules.all.rule(name) == nil { undeclared.insert(name) }
      }
    }
    for kind in EditionChanges.Subject.Kind.allCases {
      for record in kind.list.flatMap({ snapshot.records[$0]?.elements }) ?? [] { visit(record, []) }
    }
    visit(snapshot.whole, [])
    #expect(undeclared.isEmpty, "\(undeclared.sorted())")
  }
}
