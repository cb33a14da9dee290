import CExchange
import Foundation
import Publishing

/// The folder an edition is written to. The edition appears whole or not at all: it is built beside the folder and then
/// swapped in, so that a killed build leaves the last edition readable.
struct EditionFolder {
  var path: String

  /// What a repository may keep in the folder besides the edition.
  private static let kept: Set<String> = ["README.md", ".gitignore"]

  func replace(with files: [OutputFile]) throws(FileProblem) {
    let manager = FileManager.default
    let target = URL(fileURLWithPath: path).standardizedFileURL
    try refuseForeign(target)
    let parent = target.deletingLastPathComponent()
    removeLeftovers(of: target, in: parent)
    let fresh = parent.appendingPathComponent(
      ".\(target.lastPathComponent).new-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try? manager.removeItem(at: fresh)
      try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
      for file in files {
        let url = fresh.appendingPathComponent(file.path)
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      for name in EditionFolder.kept {
        let old = target.appendingPathComponent(name)
        if manager.fileExists(atPath: old.path) {
          try manager.copyItem(at: old, to: fresh.appendingPathComponent(name))
        }
      }
      try swap(fresh, target)
    } catch {
      try? manager.removeItem(at: fresh)
      throw FileProblem(.unwritable, path)
    }
  }

  /// Half-built editions of builds that were killed. One that is still being built is left alone.
  private func removeLeftovers(of target: URL, in parent: URL) {
    let manager = FileManager.default
    let prefix = ".\(target.lastPathComponent).new-"
    for name in (try? manager.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }), kill(process, 0) != 0 else {
        continue
      }
      try? manager.removeItem(at: parent.appendingPathComponent(name))
    }
  }

  /// A folder with something in it that is no edition is not ours to replace.
  private func refuseForeign(_ target: URL) throws(FileProblem) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return }
    guard let names = try? manager.contentsOfDirectory(atPath: target.path) else { throw FileProblem(.inTheWay, path) }
    let foreign = names.filter { !EditionFolder.kept.contains($0) }
    if !foreign.isEmpty, !(names.contains("book.json") && names.contains("index.html")) {
      throw FileProblem(.inTheWay, path)
    }
  }

  /// Exchanges the two folders in one step where the system can; else moves one out of the way first.
  private func swap(_ fresh: URL, _ target: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else {
      try manager.moveItem(at: fresh, to: target)
      return
    }
    if unsafe exchange_paths(fresh.path, target.path) == 0 {
      try manager.removeItem(at: fresh)
    } else {
      let old = fresh.appendingPathExtension("old")
      try manager.moveItem(at: target, to: old)
      do { try manager.moveItem(at: fresh, to: target) } catch {
        try manager.moveItem(at: old, to: target)
        throw error
      }
      try manager.removeItem(at: old)
    }
  }
}
