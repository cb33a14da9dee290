import Catalogue
public import Diagnostics
import Foundation

/// Everything that was found in a catalogue, for programs: `onebook check --format json` and `--format sarif`.
///
/// Documented in `docs/check.md`. The same findings give the same bytes. Lines and columns count from 1; a column counts
/// Unicode code points; the end is the first place after the span.
public struct Report {
  let judgement: Judgement
  let proofs: Proofs?
  let positions: Positions
  let language: Language

  /// `proofs`: none where the catalogue could not be read far enough to be proofread.
  public init(_ judgement: Judgement, proofs: Proofs?, sources: [SourceText], language: Language) {
    self.judgement = judgement
    self.proofs = proofs
    self.language = language
    positions = Positions(sources)
  }

  /// - Throws: what `JSONEncoder` throws; strings and whole numbers do not.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value)) + [0x0A]
  }
}

/// Lines and columns of spans.
struct Positions {
  private let sources: [String: SourceText]

  init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A place in a file; the numbers are missing where the file was not read.
  struct Place: Encodable {
    var path: String
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
  }

  func place(of span: Span) -> Place {
    guard let source = sources[span.file] else { return Place(path: span.file) }
    let start = source.position(of: span.offset)
    let end = source.position(of: span.offset + span.length)
    return Place(path: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
