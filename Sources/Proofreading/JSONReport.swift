import Catalogue
import Diagnostics

extension Report {
  private struct Document: Encodable {
    var version = 1
    var findings: [Finding]
    var rewrites: [Page]
    var completeness: Table?
  }
  private struct Finding: Encodable {
    var id: String
    var severity: String
    var place: Positions.Place
    var summary: String
    var notes: [Note]
    var help: [String]
    /// Why it stands although it was seen.
    var accepted: String?
  }
  private struct Note: Encodable {
    var message: String
    var place: Positions.Place?
  }
  private struct Page: Encodable {
    var page: String
    var id: String?
    var place: Positions.Place
    var words: [Words]
  }
  private struct Words: Encodable {
    var official: String
    var plain: String
  }
  private struct Table: Encodable {
    var elements: [Element]
    var agencies: [Row]
    var items: [Row]
    var total: Row
  }
  private struct Element: Encodable {
    var id: String
    var nationalField: String?
  }
  private struct Row: Encodable {
    var id: String
    var known: Int
    var none: Int
    var notStated: Int
    var percent: Int
    /// One state an element, in their order; only of an item.
    var states: [String]?
  }

  /// One object: `findings`, `rewrites` (plain words put in, by page), `completeness`.
  public func json() throws -> [UInt8] {
    try Report.encode(
      Document(
        findings: judgement.standing.map { finding($0, nil) }
          + judgement.accepted.map { finding($0.diagnostic, $0.reason) },
        rewrites: (proofs?.rewrites ?? []).map { rewrite in
          Page(
            page: rewrite.owner.element, id: rewrite.owner.id, place: positions.place(of: rewrite.span),
            words: rewrite.replaced.map { Words(official: $0.official, plain: $0.plain) })
        }, completeness: proofs.map { table($0.completeness) }))
  }

  private func finding(_ diagnostic: Diagnostic, _ reason: String?) -> Finding {
    Finding(
      id: diagnostic.id, severity: diagnostic.severity.rawValue, place: positions.place(of: diagnostic.span),
      summary: diagnostic.summary[language],
      notes: diagnostic.notes.map { note in
        Note(message: note.message[language], place: note.span.map(positions.place))
      }, help: diagnostic.help.map { $0[language] }, accepted: reason)
  }

  private func table(_ completeness: Completeness) -> Table {
    func row(_ id: String, _ score: Completeness.Score, _ states: [Completeness.State]? = nil) -> Row {
      Row(
        id: id, known: score.known, none: score.none, notStated: score.notStated, percent: score.percent,
        states: states?.map(\.rawValue))
    }
    return Table(
      elements: GuideElement.allCases.map { Element(id: $0.rawValue, nationalField: $0.nationalField) },
      agencies: completeness.agencies.map { row($0.id, $0.score) },
      items: completeness.items.map { row($0.id, $0.score, $0.states) }, total: row("total", completeness.total))
  }
}
