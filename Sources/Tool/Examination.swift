import Catalogue
import Consolidation
import Diagnostics
import Proofreading

/// A catalogue read, merged and proofread: what `check` reports and `build` publishes.
struct Examination {
  let read: ReadCatalogue
  let surveys: Surveys
  let proofs: Proofs
  let judgement: Judgement

  init(_ read: ReadCatalogue, _ terminal: Terminal) {
    self.read = read
    var found = read.diagnostics
    terminal.progress(Message(zh: "正在合并、校对", en: "merging, proofreading"))
    let surveys = Surveys(read.catalogue, besides: read.diagnostics)
    found += surveys.diagnostics
    let proofs = Proofs(
      read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics)
    found += proofs.diagnostics
    terminal.progress(nil)
    self.surveys = surveys
    self.proofs = proofs
    judgement = Judgement(
      found, read.catalogue.book?.policy ?? Policy(), known: Set(DiagnosticPage.all.map(\.id)))
  }

  /// Errors with which nothing is published. A contradiction that blocks a scenario is none: the book says so on its
  /// page.
  var stops: Bool {
    let blocking = Set(surveys.diagnostics)
    return judgement.standing.contains {
      $0.severity == .error && !Catalogue.bearableErrors.contains($0.id) && !blocking.contains($0)
    }
  }
}
