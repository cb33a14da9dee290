import Catalogue
import Consolidation
import Foundation
import Handbook
import Publishing
import Testing

/// The book of the catalogue in `services/`, made once for all tests.
enum RealBook {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let files: [CatalogueFile] = {
    let folder = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "services")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path).map {
        CatalogueFile(path: name, bytes: Array($0))
      }
    }
  }()
  static let read = Catalogue.read(files)
  static let catalogue = read.catalogue
  static let surveys = Surveys(catalogue)
  static let handbook = Handbook(catalogue, surveys: surveys, sources: read.sources)
  static let edition = handbook.flatMap { try? Edition($0) }
}

extension Situation {
  /// `agent=self lost=plate-one,licence`, in the order of the questions' ids.
  init(_ text: String) {
    self.init()
    for answer in text.split(separator: " ") {
      let parts = answer.split(separator: "=", maxSplits: 1)
      answers[String(parts[0])] = Set(parts[1].split(separator: ",").map(String.init))
    }
  }
}

extension CatalogueFile {
  init(_ path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
