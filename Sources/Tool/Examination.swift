import Catalogue
import Consolidation
import Diagnostics
import Editions
import Proofreading

/// A catalogue read, merged, proofread and compared with what was published of it: what `check` reports and `build` publishes.
struct Examination {
  let read: ReadCatalogue
  let surveys: Surveys
  let proofs: Proofs
  let judgement: Judgement
  /// What was published before.
  let history: History

  /// `edition`: in place of the id that `book.xml` has.
  init(_ read: ReadCatalogue, _ history: History, edition: String? = nil, _ terminal: Terminal) {
    self.read = read
    self.history = history
    var found = read.diagnostics
    terminal.progress(Message(zh: "正在合并、校对", en: "merging, proofreading"))
    let surveys = Surveys(read.catalogue, besides: read.diagnostics)
    found += surveys.diagnostics
    let proofs = Proofs(
      read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics)
    found += proofs.diagnostics
    // What could not be read is not gone.
    if !read.diagnostics.contains(where: { $0.severity == .error }) {
      found += Examination.compared(read.catalogue, history, edition)
    }
    terminal.progress(nil)
    self.surveys = surveys
    self.proofs = proofs
    judgement = Judgement(
      found, read.catalogue.book?.policy ?? Policy(), known: Set(DiagnosticPage.all.map(\.id)))
  }

  /// What can only be said beside the editions before: of it the words do not matter.
  private static func compared(_ catalogue: Catalogue, _ history: History, _ edition: String?) -> [Diagnostic] {
    guard let book = catalogue.book, let snapshot = Snapshot(catalogue, edition: edition) else { return [] }
    let publisher = Publisher(id: book.feed?.publisher ?? "", base: nil, language: book.lang)
    let log = EditionLog(snapshot, catalogue.changes, history, publisher) { _, _ in EventText.none }
    return EditionCheck(catalogue, log).diagnostics
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
