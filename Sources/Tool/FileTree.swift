import CExchange
import Foundation
import Publishing

/// Looking at folders without following links. Foundation's attributes look up the owner of every file as well, which takes
/// longer than the files.
enum FileTree {
  static func isFile(_ url: URL) -> Bool { unsafe kind_of_path(url.path) == 1 }
  static func isFolder(_ url: URL) -> Bool { unsafe kind_of_path(url.path) == 2 }

  /// When a file was written last, in seconds since 1970; `nil` if there is none.
  static func second(_ url: URL) -> Int? {
    let second = unsafe modified_second(url.path)
    return second < 0 ? nil : second
  }

  /// Everything below a folder that is no folder itself, sorted; a link is a file.
  static func files(in folder: URL) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let path = folders.popLast() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)) ?? []
      for name in names {
        let own = path.isEmpty ? name : "\(path)/\(name)"
        if isFolder(folder.appendingPathComponent(own)) { folders.append(own) } else { found.append(own) }
      }
    }
    return found.sorted()
  }

  /// Whether a file has just these bytes.
  static func holds(_ file: Manifest.File, _ url: URL) -> Bool {
    guard isFile(url), let data = try? Data(contentsOf: url), data.count == file.size else { return false }
    return Manifest.File(path: file.path, bytes: data) == file
  }
}
