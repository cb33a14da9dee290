import Catalogue
import Consolidation
import Foundation
import Testing

/// The catalogue in `services/`, read once.
enum RealCatalogue {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "services")

  static let catalogue: Catalogue = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".xml") }.compactMap { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path).map {
        CatalogueFile(path: name, bytes: Array($0))
      }
    }
    return Catalogue.read(files).catalogue
  }()

  /// Every scenario in every situation, planned once for all tests.
  static let surveys = Surveys(catalogue)

  static let scenarios = catalogue.scenarios.keys.sorted()
}
