import CExchange
import Foundation
import Publishing

/// The folder an edition is written to. The edition appears whole or not at all: it is built beside the folder and then
/// swapped in, so that a killed build leaves the last edition readable.
struct EditionFolder {
  var path: String

  /// What a repository may keep in the folder besides the edition.
  private static let kept: Set<String> = ["README.md", ".gitignore"]
  /// What an edition of another time may hold at its top, or what was made of it there. `handbook.pdf` is printed from
  /// one edition and wrong beside another, so it goes with the edition it was made of.
  private static let former: Set<String> = [
    "handbook.pdf", "handbook-large.pdf", "handbook-staff.pdf", "errata.pdf", "booklets", "halls", "posters", "notices",
    "archive", "topic", "edition.json", "catalogue.html", "catalogue.csv", "check.html",
    "consultation",
  ]

  func replace(with files: [OutputFile]) throws(FileProblem) {
    let manager = FileManager.default
    let target = followed(URL(fileURLWithPath: path))
    let parent = target.deletingLastPathComponent()
    let leftovers = Leftovers(of: target)
    leftovers.restoreTarget()
    try refuseForeign(target, besides: Set(files.map { String($0.path.prefix { $0 != "/" }) }))
    var made: URL?
    do {
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      let fresh = try leftovers.newFolder()
      made = fresh
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
      if let made { try? manager.removeItem(at: made) }
      throw FileProblem(.unwritable, path)
    }
    leftovers.remove()
  }

  /// Whether the folder's edition has this file as it is.
  func holds(_ file: OutputFile?) -> Bool {
    guard let file else { return false }
    let url = URL(fileURLWithPath: path).appendingPathComponent(file.path)
    return (try? Data(contentsOf: url)).map { Array($0) == file.bytes } ?? false
  }

  /// What was printed of the folder's edition, and the e-book, which knows the printed pages.
  func printed() -> [OutputFile] {
    let root = URL(fileURLWithPath: path)
    let folders = ["", "booklets/", "halls/", "posters/", "notices/"]
    return folders.flatMap { folder -> [OutputFile] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
      let own = names.sorted().filter { $0.hasSuffix(".pdf") || $0 == "handbook.epub" || $0 == "print.html" }
      return own.compactMap { name in
        guard let data = try? Data(contentsOf: root.appendingPathComponent(folder + name)) else { return nil }
        return OutputFile(path: folder + name, bytes: Array(data))
      }
    }
  }

  /// Where a link leads, so that the folder behind it is replaced and not the link, even if there is no folder yet.
  private func followed(_ url: URL) -> URL {
    let manager = FileManager.default
    var target = url.standardizedFileURL
    // No system follows more links than this.
    for _ in 0..<40 {
      guard let link = try? manager.destinationOfSymbolicLink(atPath: target.path) else { break }
      target = URL(fileURLWithPath: link, relativeTo: target.deletingLastPathComponent()).standardizedFileURL
    }
    return target.resolvingSymlinksInPath()
  }

  /// A folder with something in it that no edition holds is not ours to replace; nor is one that has only some of the
  /// names. The first such entry is named.
  private func refuseForeign(_ target: URL, besides names: Set<String>) throws(FileProblem) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return }
    guard let found = try? manager.contentsOfDirectory(atPath: target.path).sorted() else {
      throw FileProblem(.inTheWay, path)
    }
    let ours = EditionFolder.kept.union(EditionFolder.former).union(names)
    let isEdition = found.contains("book.json") && found.contains("index.html")
    let known = isEdition ? ours : EditionFolder.kept
    if let foreign = found.first(where: { !ours.contains($0) }) ?? found.first(where: { !known.contains($0) }) {
      throw FileProblem(.inTheWay, (path.hasSuffix("/") ? path : path + "/") + foreign)
    }
  }

  /// Exchanges the two folders in one step where the system can; else moves one out of the way first. Once the new
  /// edition stands, the old one is only clutter: if it cannot be removed, the next build tries again.
  private func swap(_ fresh: URL, _ target: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else {
      try manager.moveItem(at: fresh, to: target)
      return
    }
    if unsafe exchange_paths(fresh.path, target.path) == 0 {
      try? manager.removeItem(at: fresh)
      return
    }
    let old = fresh.appendingPathExtension(Leftovers.setAside)
    try manager.moveItem(at: target, to: old)
    do { try manager.moveItem(at: fresh, to: target) } catch {
      try manager.moveItem(at: old, to: target)
      throw error
    }
    try? manager.removeItem(at: old)
  }
}

/// The hidden folders beside an edition in which builds work, `.NAME.new-PROCESS-RANDOM`, and those that a killed build
/// left behind.
private struct Leftovers {
  /// The extension of an edition that was moved out of the way.
  static let setAside = "old"

  private let target: URL
  private let parent: URL
  private let prefix: String

  init(of target: URL) {
    self.target = target
    parent = target.deletingLastPathComponent()
    prefix = ".\(target.lastPathComponent).new-"
  }

  /// A folder that nobody else has, under a name that nobody can foresee: creating it fails if anything stands there.
  func newFolder() throws -> URL {
    func candidate() throws -> URL {
      let random = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let url = parent.appendingPathComponent("\(prefix)\(ProcessInfo.processInfo.processIdentifier)-\(random)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      return url
    }
    for _ in 0..<8 { if let url = try? candidate() { return url } }
    return try candidate()
  }

  /// A build that was killed between two moves left no edition in its place, but the last one beside it: back with it.
  func restoreTarget() {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: target.path) else { return }
    let old = abandoned().filter { $0.pathExtension == Leftovers.setAside }
    if let last = old.last { try? manager.moveItem(at: last, to: target) }
  }

  /// Removes what killed builds left. What a build still works in stays.
  func remove() { for url in abandoned() { try? FileManager.default.removeItem(at: url) } }

  /// The folders whose process is known to be gone, by name.
  private func abandoned() -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.sorted().filter { name in
      guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count).prefix(while: \.isNumber)),
        process > 0
      else { return false }
      return kill(process, 0) == -1 && errno == ESRCH
    }.map { parent.appendingPathComponent($0) }
  }
}
