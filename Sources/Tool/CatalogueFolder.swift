import Catalogue
import Foundation

/// Reads a catalogue's files from the disk.
struct CatalogueFolder {
  /// The folder as the user named it.
  var path: String

  /// The `.xml` files below the folder, hidden ones left out. A symbolic link is not followed out of the catalogue.
  func files() throws(FileProblem) -> [CatalogueFile] {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard unsafe manager.fileExists(atPath: path, isDirectory: &isDirectory) else { throw FileProblem(.missing, path) }
    guard isDirectory.boolValue else { throw FileProblem(.notAFolder, path) }
    guard let names = manager.enumerator(atPath: path) else { throw FileProblem(.unreadable, path) }
    var found: [String] = []
    for case let name as String in names where name.hasSuffix(".xml") {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      if !isHidden { found.append(name) }
    }
    if found.isEmpty { throw FileProblem(.noFiles, path) }
    var files: [CatalogueFile] = []
    for name in found.sorted() {
      let full = path.hasSuffix("/") ? path + name : path + "/" + name
      guard let data = manager.contents(atPath: full) else { throw FileProblem(.unreadable, full) }
      files.append(CatalogueFile(path: full, bytes: Array(data)))
    }
    return files
  }
}

/// Something wrong with the outside world rather than with the catalogue.
struct FileProblem: Error {
  enum Kind { case missing, notAFolder, unreadable, noFiles, unwritable, inTheWay }
  var kind: Kind
  var path: String

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }
}
