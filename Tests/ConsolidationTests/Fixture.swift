import Catalogue
import Consolidation
import Diagnostics
import Testing

/// A scenario `s` over a few items, written as the small XML texts of a catalogue and read through the public door.
struct Fixture {
  let catalogue: Catalogue
  let scenario: Scenario

  /// The items' files come from `item`. Without `<member>` elements every item takes part, in the order given.
  init(
    _ items: [CatalogueFile], questions: String = "", members: String? = nil, edges: String = "", also: String = "",
    files: [CatalogueFile] = []
  ) throws {
    let everyone = items.map { "<member item=\"\($0.path.dropFirst(6).dropLast(4))\"/>" }.joined()
    let read = Catalogue.read(
      Fixture.basics + files + items + [
        CatalogueFile(
          "scenarios/s.xml",
          """
          <scenario id="s" theme="t"><title>S</title><audience>A</audience><summary>S</summary>
          <questions>\(questions)</questions><members>\(members ?? everyone)</members><edges>\(edges)</edges>\(also)</scenario>
          """)
      ])
    let errors = read.diagnostics.filter { $0.severity == .error }.map(\.summary.en)
    try #require(errors.isEmpty, "\(errors)")
    catalogue = read.catalogue
    scenario = try #require(catalogue.scenarios["s"])
  }

  var consolidation: Consolidation { Consolidation(catalogue) }

  func plan(_ answers: [String: Set<String>] = [:]) -> Plan { consolidation.plan(scenario, in: Situation(answers)) }

  static let basics = [
    CatalogueFile(
      "book.xml",
      """
      <book version="1" lang="zh-CN"><title>T</title><issuer>I</issuer><edition id="1" date="2026-01-01"/>
      <theme id="t" mark="M">T</theme></book>
      """),
    CatalogueFile(
      "subjects.xml",
      """
      <subjects>
      <subject id="applicant" kind="person">A</subject><subject id="agent" kind="person">G</subject>
      <subject id="buyer" kind="person">B</subject><subject id="seller" kind="person">S</subject>
      <subject id="vehicle" kind="vehicle">V</subject><subject id="old-car" kind="vehicle">O</subject>
      <subject id="new-car" kind="vehicle">N</subject>
      </subjects>
      """),
    CatalogueFile(
      "facts.xml",
      """
      <facts>
      <fact id="agent" ask="?"><option id="self">s</option><option id="agent">a</option></fact>
      <fact id="owner" ask="?"><option id="person">p</option><option id="company">c</option></fact>
      <fact id="size" ask="?"><option id="small">s</option><option id="large">l</option><option id="huge">h</option></fact>
      <fact id="lost" ask="?" choose="many"><option id="x">x</option><option id="y">y</option><option id="z">z</option></fact>
      </facts>
      """),
    CatalogueFile(
      "fees.xml",
      """
      <fees>
      <fee id="plate" name="P" amount="100">p</fee><fee id="big-plate" name="B" amount="150-200">b</fee>
      <fee id="card" name="C" amount="15" once="yes">c</fee><fee id="secret" name="S">s</fee>
      <fee id="test" name="T" amount="60" kind="third-party">t</fee>
      </fees>
      """),
    CatalogueFile(
      "evidence.xml",
      """
      <evidence-types>
      <evidence id="id-card" of="person" name="id card"/><evidence id="photo" of="person" name="photo"/>
      <evidence id="licence" of="vehicle" name="licence"/><evidence id="deed" of="vehicle" unique="yes" name="deed"/>
      <evidence id="form" of="case" name="form"/><evidence id="contract" of="case" name="contract"/>
      <evidence id="letter" of="person" name="letter"/><evidence id="agent-card" of="person" whose="agent" name="agent card"/>
      <evidence id="owner-identity" of="person" name="identity">
      <class when="owner=person"><evidence-ref id="id-card"/></class>
      <class when="owner=company"><evidence-ref id="letter" treat="keep"/><evidence-ref id="agent-card"/></class>
      </evidence>
      </evidence-types>
      """),
    CatalogueFile(
      "agencies.xml",
      """
      <agencies>
      <agency id="office" kind="police" name="office" short="office"/>
      <agency id="station" kind="police" name="station" short="station"/>
      <agency id="shop" kind="company" name="shop" short="shop"/>
      <agency id="north-desk" kind="police" name="north" short="north" hall="hall"/>
      <agency id="south-desk" kind="police" name="south" short="south" hall="hall"/>
      <hall id="hall" name="hall"/>
      </agencies>
      """),
  ]
}

/// One item's file. Agency and content may be left to the defaults where a test does not care.
func item(_ id: String, at agency: String = "office", _ content: String) -> CatalogueFile {
  CatalogueFile("items/\(id).xml", "<item id=\"\(id)\" agency=\"\(agency)\"><name>\(id)</name>\(content)</item>")
}

/// An item that asks for these papers.
func item(_ id: String, asks requirements: String) -> CatalogueFile {
  item(id, "<requirements>\(requirements)</requirements>")
}

extension CatalogueFile {
  init(_ path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

extension Document {
  /// `id-card(buyer)`.
  var brief: String { subject.map { "\(evidence)(\($0))" } ?? evidence }
}

extension Plan {
  /// Each line in short: `id-card(applicant) 1+2 a b` is one original and two copies for `a` and `b`; `?` follows a
  /// count of which a part is not stated; ` | ` stands between the sets of a choice.
  var list: [String] {
    bring.map { line in
      func count(_ count: Count) -> String { "\(count.known)\(count.complete ? "" : "?")" }
      let papers = line.alternatives.map { $0.map(\.brief).joined(separator: " & ") }.joined(separator: " | ")
      var members: [String] = []
      for use in line.uses where !members.contains(use.source.member) { members.append(use.source.member) }
      return "\(papers) \(count(line.originals))+\(count(line.copies)) \(members.joined(separator: " "))"
    }
  }

  /// Each paper that need not be brought, and for whom.
  var spared: [String] { notNeeded.map { "\($0.document.brief) \($0.use.source.member)" } }

  /// Each handover: `deed(vehicle) a→b`.
  var given: [String] { handovers.map { "\($0.document.brief) \($0.from)→\($0.to)" } }

  /// The steps in their order: `a.submit`.
  var order: [String] { steps.map(\.brief) }

  /// The trips: place and steps, `office: a.submit a.collect`.
  var route: [String] {
    visits.map { stop in "\(stop.place): \(stop.steps.map { steps[$0].brief }.joined(separator: " "))" }
  }

  /// The trips: each place with what one goes there for.
  var visits: [(place: String, steps: [Int])] {
    trips.segments.compactMap { segment in
      segment.place.map { ($0, segment.steps.filter { steps[$0].isOnSite }) }
    }
  }
}

extension PlannedStep {
  var brief: String { "\(member).\(id)" }
}

extension Plan {
  /// Whether one step stands before another; `false` when either is missing.
  func has(_ first: String, before then: String) -> Bool {
    guard let a = order.firstIndex(of: first), let b = order.firstIndex(of: then) else { return false }
    return a < b
  }
}
