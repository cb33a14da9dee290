import Foundation
import Publishing

/// The folder an edition is written to. The edition appears whole or not at all, and a killed build leaves the last one
/// readable.
struct EditionFolder {
  var path: String

  /// What a repository may keep in the folder besides the edition.
  static let kept: Set<String> = ["README.md", ".gitignore"]
  /// What an edition of another time may hold at its top, or what was made of it there. `handbook.pdf` is printed from
  /// one edition and wrong beside another, so it goes with the edition it was made of.
  private static let former: Set<String> = [
    "handbook.pdf", "handbook-large.pdf", "handbook-staff.pdf", "errata.pdf", "booklets", "halls", "posters", "notices",
    "archive", "topic", "editions", "edition.json", "catalogue.html", "catalogue.csv", "check.html",
    "consultation",
  ]

  func replace(with files: [OutputFile]) throws(FileProblem) {
    let place = FolderSwap(path: path)
    place.restore()
    try refuseForeign(place.target, besides: Set(files.map { String($0.path.prefix { $0 != "/" }) }))
    try place.replace { fresh in
      let manager = FileManager.default
      for file in files {
        let url = fresh.appendingPathComponent(file.path)
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      for name in EditionFolder.kept {
        let old = place.target.appendingPathComponent(name)
        if manager.fileExists(atPath: old.path) {
          try manager.copyItem(at: old, to: fresh.appendingPathComponent(name))
        }
      }
    }
  }

  /// Whether the folder's edition has this file as it is.
  func holds(_ file: OutputFile?) -> Bool {
    guard let file else { return false }
    let url = URL(fileURLWithPath: path).appendingPathComponent(file.path)
    return (try? Data(contentsOf: url)).map { Array($0) == file.bytes } ?? false
  }

  /// What was printed of the folder's edition, and the e-book, which knows the printed pages.
  func printed(_ edition: String) -> [OutputFile] {
    let root = URL(fileURLWithPath: path)
    let folders = ["", "booklets/", "halls/", "posters/", "notices/", "editions/\(edition)/"]
    return folders.flatMap { folder -> [OutputFile] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
      let own = names.sorted().filter {
        $0.hasSuffix(".pdf") || ["handbook.epub", "print.html", "pages.json"].contains($0)
      }
      return own.compactMap { name in
        guard let data = try? Data(contentsOf: root.appendingPathComponent(folder + name)) else { return nil }
        return OutputFile(path: folder + name, bytes: Array(data))
      }
    }
  }

  /// A folder with something in it that no edition holds is not ours to replace; nor is one that has only some of the
  /// names. The first such entry is named.
  private func refuseForeign(_ target: URL, besides names: Set<String>) throws(FileProblem) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return }
    // A portal holds former editions besides; building into it would lose them.
    if manager.fileExists(atPath: target.appendingPathComponent(Portal.index).path) {
      throw FileProblem(.published, path)
    }
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
}
