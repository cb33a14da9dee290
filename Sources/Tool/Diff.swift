import ArgumentParser
import CanonicalJSON
import Catalogue
import Diagnostics
import Editions
import Foundation
import Handbook
import Publishing

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "两版有什么不同。What is different between two editions.",
    discussion: """
      每一版可以写：目录的文件夹、编好的书的文件夹、snapshot.json，或者发布过的版次（从 --catalogue 里找）。没有不同返回 0，有不同返回 1。
      Each may be a catalogue's folder, a built edition's folder, a snapshot.json, or the id of a published edition (looked up in --catalogue). Ends with 0 when nothing differs, with 1 when something does.
      """)

  @Argument(help: "旧的一版。The older edition.")
  var old: String

  @Argument(help: "新的一版。The newer edition.")
  var new = "services"

  @Option(help: "发布过的版次从哪个目录里找。The catalogue whose published editions are meant.")
  var catalogue = "services"

  @Flag(help: "给程序读的 JSON。As JSON, for programs.")
  var json = false

  func run() throws {
    let terminal = Terminal()
    let changes = try EditionChanges(from: snapshot(old, terminal), to: snapshot(new, terminal))
    let report = DifferenceReport(changes, lang: terminal.language == .chinese ? "zh-CN" : "en")
    if json { try terminal.write(report.json.readable()) } else { terminal.print(report.text) }
    if !report.isEmpty { throw ExitCode(1) }
  }

  private func snapshot(_ name: String, _ terminal: Terminal) throws -> Snapshot {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if unsafe manager.fileExists(atPath: name, isDirectory: &isFolder) {
      if !isFolder.boolValue { return try kept(name) }
      if let built = BuiltEdition.snapshot(in: name) { return try kept(built) }
      let read = try terminal.read(name)
      if let snapshot = Snapshot(read.catalogue) { return snapshot }
      terminal.report(read.diagnostics, read.sources)
      throw ValidationError("\(name)：没有 book.xml / there is no book.xml")
    }
    if let snapshot = try terminal.history(of: catalogue).snapshot(of: name) { return snapshot }
    throw ValidationError(
      "\(name)：没有这个文件、文件夹，\(catalogue) 也没有发布过这一版 / no such file or folder, and no edition of that id was published from \(catalogue)"
    )
  }

  private func kept(_ path: String) throws -> Snapshot {
    guard let data = FileManager.default.contents(atPath: path), let json = try? JSONValue(reading: data),
      let snapshot = Snapshot(json)
    else { throw ValidationError("\(path)：不是一版的 snapshot.json / is no edition's snapshot.json") }
    return snapshot
  }
}

/// A built or published edition on the disk, as far as its log is concerned.
struct BuiltEdition {
  let folder: URL
  let manifest: Manifest

  /// The snapshot of the edition in a folder; `nil` when no edition was built there.
  static func snapshot(in folder: String) -> String? {
    let url = URL(fileURLWithPath: folder)
    guard let data = try? Data(contentsOf: url.appendingPathComponent(Manifest.path)),
      let manifest = Manifest(json: data)
    else { return nil }
    return url.appendingPathComponent("editions/\(manifest.edition)/snapshot.json").path
  }

  /// Its whole log, from the live page and the archives.
  /// - Throws: where the pages do not fit together.
  func ledger() throws(LogProblem) -> Ledger {
    let paths = manifest.files.map(\.path).filter { $0.hasPrefix("archive/") } + ["feed.json"]
    var items: [(item: JSONValue, path: String)] = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path),
        let page = try? JSONValue(reading: data), let own = page["items"]?.elements
      else { throw LogProblem(path: path, problem: nil) }
      items += own.map { ($0, path) }
    }
    var ledger = Ledger()
    for (item, path) in items.sorted(by: { BuiltEdition.number($0.item) < BuiltEdition.number($1.item) }) {
      do { try ledger.add(item) } catch { throw LogProblem(path: path, problem: error) }
    }
    return ledger
  }

  private static func number(_ item: JSONValue) -> Int { item["_onebook"]?["seq"]?.number ?? 0 }
}

/// The log of an edition does not hold together.
struct LogProblem: Error {
  /// From the edition's root.
  var path: String
  /// `nil`: the page cannot be read.
  var problem: Ledger.Problem?
}
