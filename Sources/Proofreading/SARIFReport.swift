import Diagnostics

/// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard): what code review tools read.
extension Report {
  private struct Log: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]
    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }
  private struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }
  private struct Tool: Encodable { var driver: Driver }
  private struct Driver: Encodable {
    var name = "onebook"
    var version: String
    var rules: [Rule]
  }
  private struct Rule: Encodable {
    var id: String
    var shortDescription: Text
  }
  private struct Text: Encodable { var text: String }
  private struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var relatedLocations: [Location]?
    var suppressions: [Suppression]?
  }
  private struct Location: Encodable {
    var physicalLocation: Physical
    var message: Text?
  }
  private struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }
  private struct Artifact: Encodable { var uri: String }
  private struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }
  private struct Suppression: Encodable {
    var kind = "external"
    var status = "accepted"
    var justification: String
  }

  /// `rules`: the first sentence of each finding's page, by id.
  public func sarif(version: String, rules: [String: String]) throws -> [UInt8] {
    let all = judgement.standing.map { ($0, String?.none) } + judgement.accepted.map { ($0.diagnostic, $0.reason) }
    let ids = Set(all.map(\.0.id)).sorted()
    return try Report.encode(
      Log(runs: [
        Run(
          tool: Tool(
            driver: Driver(
              version: version, rules: ids.map { Rule(id: $0, shortDescription: Text(text: rules[$0] ?? $0)) })),
          results: all.map { diagnostic, reason in
            Result(
              ruleId: diagnostic.id, ruleIndex: ids.firstIndex(of: diagnostic.id) ?? 0,
              level: diagnostic.severity.rawValue, message: Text(text: message(diagnostic)),
              locations: [location(diagnostic.span)],
              relatedLocations: diagnostic.notes.compactMap { note in
                note.span.map { location($0, note.message[language]) }
              }, suppressions: reason.map { [Suppression(justification: $0)] })
          })
      ]))
  }

  /// The rule, then what to do: a review tool shows nothing else.
  private func message(_ diagnostic: Diagnostic) -> String {
    let stop = language == .chinese ? "。" : ". "
    return ([diagnostic.summary] + diagnostic.help).map { $0[language] }.joined(separator: stop)
  }

  private func location(_ span: Span, _ message: String? = nil) -> Location {
    let place = positions.place(of: span)
    // SARIF wants a URI: of a relative path, every byte that is no name character escaped.
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let uri = place.path.utf8.map { byte in
      allowed.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    var region: Region?
    if let line = place.line, let column = place.column, let endLine = place.endLine, let endColumn = place.endColumn {
      region = Region(startLine: line, startColumn: column, endLine: endLine, endColumn: endColumn)
    }
    return Location(
      physicalLocation: Physical(artifactLocation: Artifact(uri: uri), region: region),
      message: message.map { Text(text: $0) })
  }
}
