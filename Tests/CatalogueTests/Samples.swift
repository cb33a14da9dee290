import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Proofreading

/// The catalogues that the tests read, found beside this file.
enum Samples {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let project = tests.deletingLastPathComponent().deletingLastPathComponent()
  static let services = project.appending(path: "services")

  /// A small catalogue with nothing wrong in it.
  static func sound() throws -> [CatalogueFile] { try files(in: tests.appending(path: "Sound")) }

  /// A case of `Broken`: the sound catalogue with the case's files in place of its own, or added; without those that
  /// `without.txt` names.
  static func broken(_ name: String) throws -> [CatalogueFile] { try over("Sound", "Broken/" + name) }

  /// A case of `Findings`: the clean catalogue with the case's files in place of its own, or added.
  static func finding(_ name: String) throws -> [CatalogueFile] { try over("Clean", "Findings/" + name) }

  static func over(_ base: String, _ changes: String) throws -> [CatalogueFile] {
    let folder = tests.appending(path: changes)
    let own = try files(in: folder)
    let without = (try? String(contentsOf: folder.appending(path: "without.txt"), encoding: .utf8)) ?? ""
    let gone = Set(without.split(separator: "\n").map(String.init) + own.map(\.path))
    return try files(in: tests.appending(path: base)).filter { !gone.contains($0.path) } + own
  }

  /// Reads, merges, proofreads and judges, as `onebook check` does.
  static func proofread(_ files: [CatalogueFile]) throws -> (judgement: Judgement, sources: [SourceText]) {
    let read = Catalogue.read(files)
    let surveys = Surveys(read.catalogue, besides: read.diagnostics)
    let proofs = Proofs(
      read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics)
    let found = read.diagnostics + surveys.diagnostics + proofs.diagnostics
    let known = try DiagnosticPages.reported()
    return (Judgement(found, read.catalogue.book?.policy ?? Policy(), known: known), read.sources)
  }

  /// Reads and merges, as `onebook check` does: everything there is to report.
  static func checked(_ files: [CatalogueFile]) -> ReadCatalogue {
    var read = Catalogue.read(files)
    let found = Surveys(read.catalogue, besides: read.diagnostics).diagnostics
    read.diagnostics = (read.diagnostics + found).inReadingOrder()
    return read
  }

  static let brokenCases = cases("Broken")
  static let findingCases = cases("Findings")

  private static func cases(_ folder: String) -> [String] {
    let folder = tests.appending(path: folder)
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The `.xml` files below a folder, their paths relative to it.
  static func files(in folder: URL) throws -> [CatalogueFile] {
    try names(in: folder, ending: ".xml").map { name in
      CatalogueFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  static func names(in folder: URL, ending: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// One item with one requirement under the condition: what the program makes of it.
  static func condition(_ text: String) -> Condition? {
    let item = """
      <item id="a" agency="b"><name>事</name><requirements>
        <requirement id="c" evidence="d" treat="show" when="\(text)"/>
      </requirements></item>
      """
    let read = Catalogue.read([CatalogueFile(path: "a.xml", bytes: Array(item.utf8))])
    guard case .single(let requirement) = read.catalogue.items["a"]?.requirements.value?.first else { return nil }
    return requirement.when
  }
}

/// Random numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A seed, printed so that a failure can be repeated with `ONEBOOK_SEED`.
func seed(for what: String) -> UInt64 {
  let given = ProcessInfo.processInfo.environment["ONEBOOK_SEED"].flatMap(UInt64.init)
  let seed = given ?? UInt64.random(in: 0...UInt64.max)
  print("\(what): ONEBOOK_SEED=\(seed)")
  return seed
}
