import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Proofreading
import Publishing
import Testing

/// A catalogue of a few items in one scenario `s`: read, surveyed, planned, assembled and set. What the decision cases
/// look at.
struct CaseBook {
  let read: ReadCatalogue
  let surveys: Surveys
  /// What is reported, in reading and in merging.
  let diagnostics: [Diagnostic]

  /// Every item takes part, in the order given, unless `members` says otherwise. `files` stand in place of those of the
  /// same name.
  init(
    _ items: [CatalogueFile], questions: String = "", members: String? = nil, edges: String = "", also: String = "",
    files: [CatalogueFile] = []
  ) {
    let everyone = items.map { "<member item=\"\($0.path.dropFirst(6).dropLast(4))\"/>" }.joined()
    let scenario = CatalogueFile(
      "scenarios/s.xml",
      """
      <scenario id="s" theme="t"><title>一件事</title><audience>大家</audience><summary>办一件事</summary>
      <questions>\(questions)</questions><members>\(members ?? everyone)</members><edges>\(edges)</edges>
      <messages><message phase="before" on="要办">去办</message><message phase="during" on="在办">等着</message>
      <message phase="after" on="办完">办完了</message></messages>\(also)</scenario>
      """)
    let own = Set(files.map(\.path))
    read = Catalogue.read(CaseBook.basics.filter { !own.contains($0.path) } + files + items + [scenario])
    surveys = Surveys(read.catalogue, besides: read.diagnostics)
    diagnostics = read.diagnostics + surveys.diagnostics
  }

  func found(_ id: String) -> [Diagnostic] { diagnostics.filter { $0.id == id } }

  /// What proofreading says of words that leave something open.
  var vague: [Diagnostic] {
    Proofs(read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics).diagnostics
      .filter { ["catch-all-words", "vague-words"].contains($0.id) }
  }

  /// The ids of everything that is reported.
  var ids: [String] { diagnostics.map(\.id) }

  /// The words at a place in the catalogue.
  func text(at span: Span) -> String {
    let bytes = read.sources.first { $0.path == span.file }?.bytes ?? []
    return String(
      decoding: bytes[min(span.offset, bytes.count)..<min(span.offset + span.length, bytes.count)], as: UTF8.self)
  }

  func plan(_ answers: [String: Set<String>] = [:]) throws -> Plan {
    surveys.consolidation.plan(try scenario, in: Situation(answers))
  }

  /// The plan as the terminal prints it.
  func sheet(_ answers: [String: Set<String>] = [:]) throws -> String {
    try #require(PlanSheet(read.catalogue, scenario, Situation(answers), start: nil)).text
  }

  /// What `onebook why` says of a paper.
  func why(_ words: String) throws -> String {
    let sheet = try #require(WhySheet(read.catalogue, scenario, sources: read.sources))
    return sheet.matching(words).map(sheet.text).joined(separator: "\n")
  }

  var handbook: Handbook {
    get throws {
      try #require(read.isBearable, "\(ids)")
      return try #require(Handbook(read.catalogue, surveys: surveys, sources: read.sources))
    }
  }

  /// The records of the scenario as they stand in the appendix.
  var records: [WhyRecord] { get throws { try #require(try handbook.why.first).records } }

  /// A page of the web book as a reader sees it, without its tags and scripts.
  func page(_ path: String = "scenario/s.html") throws -> String {
    let file = try #require(try Edition(handbook).files.first { $0.path == path }, "\(path)")
    let text = String(decoding: file.bytes, as: UTF8.self).replacing(/<script[^>]*>[^<]*<\/script>/, with: "")
    return text.replacing(/<[^>]*>/, with: "").split(separator: /\s*\n\s*/).joined(separator: "\n")
  }

  func json() throws -> String {
    String(decoding: try #require(try Edition(handbook).files.first { $0.path == "book.json" }).bytes, as: UTF8.self)
  }

  private var scenario: Scenario { get throws { try #require(read.catalogue.scenarios["s"]) } }

  /// One item's file: an application and an office that decides within a day, unless `content` has steps.
  static func item(_ id: String, _ name: String, at agency: String = "first", asks: String = "", _ content: String = "")
    -> CatalogueFile
  {
    let steps =
      content.contains("<steps")
      ? ""
      : """
      <steps><step id="submit" stage="submit" by="applicant">交\(name)的材料</step>
      <step id="decide" stage="decide" by="agency">办理\(name)</step></steps>
      """
    let time = content.contains("<time") ? "" : "<time statutory=\"1\" unit=\"workingDays\"/>"
    let fees = content.contains("<fees") ? "" : "<fees none=\"yes\"/>"
    let requirements = asks.isEmpty ? "<requirements none=\"yes\"/>" : "<requirements>\(asks)</requirements>"
    return CatalogueFile(
      "items/\(id).xml",
      "<item id=\"\(id)\" agency=\"\(agency)\"><name>\(name)</name>\(requirements)\(steps)\(time)\(fees)\(content)</item>"
    )
  }

  /// What stands in most of the cases: a paper that an office looks at.
  static func shown(_ evidence: String, _ also: String = "", id: String = "paper") -> String {
    "<requirement id=\"\(id)\" evidence=\"\(evidence)\" treat=\"show\" originals=\"1\" \(also)/>"
  }

  static func kept(_ evidence: String, _ also: String = "", id: String = "paper") -> String {
    "<requirement id=\"\(id)\" evidence=\"\(evidence)\" treat=\"keep\" originals=\"1\" \(also)/>"
  }
}
