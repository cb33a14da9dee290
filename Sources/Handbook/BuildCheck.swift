import Catalogue
import Diagnostics
import Proofreading

extension BookBuilder {
  /// The proofreader's report in words. Its language is the book's.
  func check(_ proofs: Proofs, _ judgement: Judgement, sources: [SourceText]) -> CheckChapter {
    let texts = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let completeness = proofs.completeness
    let standing = judgement.standing
    return CheckChapter(
      source: catalogue.book?.policy.source, errors: standing.count { $0.severity == .error },
      warnings: standing.count { $0.severity == .warning },
      findings: standing.map { finding($0, nil, texts) },
      accepted: judgement.accepted.map { finding($0.diagnostic, $0.reason, texts) },
      total: row(phrases.total, completeness.total),
      agencies: completeness.agencies.map { row($0.name, $0.score, page: agency($0.id)) },
      elements: completeness.elements.map { row(name(of: $0.element), $0.score) },
      items: completeness.items.map { item in
        row(item.name, item.score, page: self.item(item.id), missing: item.missing.map(name))
      }, rewrites: rewrites(proofs))
  }

  func name(of element: GuideElement) -> String { Completeness.name(of: element)[phrases.language] }

  private func finding(_ diagnostic: Diagnostic, _ reason: String?, _ texts: [String: SourceText])
    -> CheckChapter.Finding
  {
    var line = (before: "", marked: "", after: "")
    let place = places.place(of: diagnostic.span)
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    if let source = texts[diagnostic.span.file] {
      let range = source.range(ofLine: source.position(of: diagnostic.span.offset).line)
      let start = min(max(diagnostic.span.offset, range.lowerBound), range.upperBound)
      let end = min(max(start, start + diagnostic.span.length), range.upperBound)
      func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }
      line = (text(range.lowerBound..<start), text(start..<end), text(end..<range.upperBound))
    }
    return CheckChapter.Finding(
      id: diagnostic.id, severity: diagnostic.severity.rawValue, place: place,
      path: parts.first.map(String.init) ?? place, line: parts.last.flatMap { Int($0) },
      summary: diagnostic.summary[phrases.language], text: line,
      notes: diagnostic.notes.map { ($0.message[phrases.language], $0.span.map(places.place)) },
      help: diagnostic.help.map { $0[phrases.language] }, accepted: reason)
  }

  private func row(
    _ name: String, _ score: Completeness.Score, page: Reference? = nil, missing: [String] = []
  ) -> CheckChapter.Row {
    CheckChapter.Row(
      name: name, page: page, known: score.known, none: score.none, notStated: score.notStated,
      percent: score.percent, missing: missing)
  }

  /// By page, in the order of the catalogue's files.
  private func rewrites(_ proofs: Proofs) -> [CheckChapter.Rewrite] {
    var pages: [CheckChapter.Rewrite] = []
    var places: [PageText.Owner: Int] = [:]
    for rewrite in proofs.rewrites {
      let words = rewrite.replaced.map { (official: $0.official, plain: $0.plain) }
      if let index = places[rewrite.owner] {
        pages[index].words += words
      } else {
        places[rewrite.owner] = pages.count
        let page = page(of: rewrite.owner)
        pages.append(.init(page: page, name: page?.text ?? rewrite.owner.element, words: words))
      }
    }
    return pages
  }

  private func page(of owner: PageText.Owner) -> Reference? {
    guard let id = owner.id else { return nil }
    return switch owner.element {
    case "item": item(id)
    case "scenario": catalogue.scenarios[id].map(reference)
    case "evidence": evidenceReference(id)
    default: nil
    }
  }
}
