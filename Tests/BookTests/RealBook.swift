import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Proofreading
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
  static let findings = proofread(read, surveys)
  static let handbook = Handbook(catalogue, surveys: surveys, sources: read.sources, findings: findings)
  /// Without the sheets of the scenarios that have hundreds: what is seen of all pages is seen of the others'.
  static let smaller = handbook.map(smaller)
  static func smaller(_ book: Handbook) -> Handbook {
    var smaller = book
    smaller.notices.removeAll { $0.notices.count > 60 }
    return smaller
  }
  static let edition = smaller.flatMap { try? Edition($0) }

  /// Proofread and judged, as `onebook build` does.
  static func proofread(_ read: ReadCatalogue, _ surveys: Surveys) -> (proofs: Proofs, judgement: Judgement) {
    let proofs = Proofs(
      read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics)
    let found = read.diagnostics + surveys.diagnostics + proofs.diagnostics
    let policy = read.catalogue.book?.policy ?? Policy()
    return (proofs, Judgement(found, policy, known: Set(found.map(\.id)).union(policy.accepted.map(\.id))))
  }
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
