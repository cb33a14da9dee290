import Catalogue
import Foundation

/// Reads a catalogue's files from the disk.
struct CatalogueFolder {
  /// The folder as the user named it; it may be a link to one.
  var path: String

  /// The `.xml` files in the folder and the folders below it. Hidden ones are left out, and so are links to folders. What
  /// is called `.xml` and is neither a regular file nor a folder (a link, a pipe) is refused rather than passed over, so
  /// that no page is missing in silence and nothing outside the catalogue is read.
  func files() throws(FileProblem) -> [CatalogueFile] {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard unsafe manager.fileExists(atPath: path, isDirectory: &isDirectory) else { throw FileProblem(.missing, path) }
    guard isDirectory.boolValue else { throw FileProblem(.notAFolder, path) }
    var files: [CatalogueFile] = []
    var folders = [path.hasSuffix("/") ? String(path.dropLast()) : path]
    while let folder = folders.popLast() {
      guard let names = try? manager.contentsOfDirectory(atPath: folder.isEmpty ? "/" : folder) else {
        throw FileProblem(.unreadable, folder)
      }
      for name in names.sorted() where !name.hasPrefix(".") {
        let full = folder + "/" + name
        let type = (try? manager.attributesOfItem(atPath: full))?[.type] as? FileAttributeType
        if type == .typeDirectory {
          folders.append(full)
        } else if name.hasSuffix(".xml") {
          guard let type else { throw FileProblem(.unreadable, full) }
          guard type == .typeRegular else { throw FileProblem(.notAFile, full) }
          guard let data = manager.contents(atPath: full) else { throw FileProblem(.unreadable, full) }
          files.append(CatalogueFile(path: full, bytes: Array(data)))
        }
      }
    }
    if files.isEmpty { throw FileProblem(.noFiles, path) }
    return files
  }
}

/// Something wrong with the outside world rather than with the catalogue.
struct FileProblem: Error {
  enum Kind { case missing, notAFolder, notAFile, unreadable, noFiles, unwritable, inTheWay, mounted, published }
  var kind: Kind
  var path: String

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }
}
