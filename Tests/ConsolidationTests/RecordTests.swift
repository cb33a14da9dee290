import Catalogue
import Consolidation
import Testing

extension BringLine {
  /// Field and rule of each derivation: `originals shown-once`.
  fileprivate var record: Set<String> { Set(derivations.map { "\($0.field.rawValue) \($0.rule.rawValue)" }) }
}

/// Each rule that made a line is on record with its field, and no other rule is.
@Suite struct `Rules on record` {
  private let names = CatalogueFile(
    "more.xml",
    """
    <evidence-types><evidence id="permit" of="person" name="permit"><alias>pass</alias></evidence></evidence-types>
    """)

  private func asks(_ id: String, _ evidence: String, _ more: String = "", _ inner: String = "") -> CatalogueFile {
    item(
      id,
      asks:
        "<requirement id=\"r\" evidence=\"\(evidence)\" treat=\"show\" originals=\"1\" certified=\"0\" \(more)>\(inner)</requirement>"
    )
  }

  private let counted: Set = ["originals shown-once", "copies copies-add-up"]

  @Test func `one office: only how many`() throws {
    #expect(try Fixture([asks("a", "id-card")]).plan().bring.map(\.record) == [counted])
  }

  @Test func `two offices, one of which uses another name`() throws {
    let plan = try Fixture([asks("a", "permit"), asks("b", "permit", "called=\"pass\"")], files: [names]).plan()
    #expect(plan.bring.map(\.record) == [counted.union(["evidence same-evidence", "evidence alias"])])
  }

  @Test func `two offices, one of which names a class`() throws {
    let plan = try Fixture(
      [asks("a", "id-card"), asks("b", "owner-identity", "of=\"applicant\"")], questions: #"<question fact="owner"/>"#
    ).plan(["owner": ["person"]])
    #expect(plan.bring.map(\.record) == [counted.union(["evidence same-evidence", "evidence class-of-papers"])])
  }

  @Test func `what the paper must be like, in which form, and until when it may be handed in`() throws {
    let plan = try Fixture([
      asks("a", "letter", "media=\"paper electronic\"", #"<spec name="issuer" is="bank|employer"/>"#),
      asks(
        "b", "letter", "media=\"paper\" necessity=\"deferrable\" due-days=\"5\"", #"<spec name="issuer" is="bank"/>"#),
    ]).plan()
    #expect(
      plan.bring.map(\.record) == [
        counted.union([
          "evidence same-evidence", "specification specification-meet", "media media-meet",
          "necessity stronger-necessity", "due due-dates-kept",
        ])
      ])
  }

  @Test func `papers and forms that no value suits`() throws {
    let papers = try Fixture([
      asks("a", "letter", "", #"<spec name="issuer" is="bank"/>"#),
      asks("b", "letter", "", #"<spec name="issuer" is="employer"/>"#),
    ]).plan()
    #expect(
      papers.bring.map(\.record) == Array(repeating: counted.union(["specification specification-apart"]), count: 2))
    let forms = try Fixture([
      asks("a", "form", #"template="x" template-version="1""#),
      asks("b", "form", #"template="y" template-version="1""#),
    ]).plan()
    #expect(forms.bring.map(\.record) == Array(repeating: counted.union(["specification template-apart"]), count: 2))
  }

  @Test func `needs of which one hangs on an open fact`() throws {
    let plan = try Fixture([asks("a", "form"), asks("b", "form", "when=\"size=small\"")]).plan()
    #expect(plan.bring.map(\.record) == [counted.union(["evidence same-evidence", "condition any-condition"])])
  }

  @Test(arguments: [(20, "meet"), (90, "apart")])
  func `days of issue and the last day`(day: Int, rule: String) throws {
    let items = ["a", "b"].map { id in
      item(
        id,
        """
        <requirements><requirement id="r" evidence="letter" treat="show" originals="1" certified="0" max-age="30" min-remaining="10"/>
        </requirements><steps><step id="s" stage="submit" by="applicant">s</step></steps>
        """)
    }
    let plan = try Fixture(
      items,
      also: #"<planned member="a" step="s" day="0"/><planned member="b" step="s" day="\#(day)"/>"#
    ).plan()
    #expect(
      plan.bring.map(\.record) == [
        counted.union(["evidence same-evidence", "window windows-\(rule)", "validUntil latest-day"])
      ])
  }

  @Test(arguments: [false, true])
  func `what stays, by itself and in one set of papers`(isShared: Bool) throws {
    let items = ["a", "b"].map { id in
      item(id, asks: #"<requirement id="r" evidence="letter" treat="keep" originals="1" copies="1" certified="1"/>"#)
    }
    let plan = try Fixture(items, also: isShared ? #"<dossier members="a b">one</dossier>"# : "").plan()
    let (originals, copies) = isShared ? ("once-in-dossier", "once-in-dossier") : ("kept-add-up", "copies-add-up")
    #expect(
      plan.bring.map(\.record) == [
        ["evidence same-evidence", "originals \(originals)", "copies \(copies)", "certified \(copies)"]
      ])
  }

  @Test func `a document that exists once`() throws {
    let keep = item("b", asks: #"<requirement id="r" evidence="deed" treat="keep" originals="1" certified="0"/>"#)
    let plan = try Fixture([asks("a", "deed"), keep]).plan()
    #expect(
      plan.bring.map(\.record) == [["evidence same-evidence", "originals only-one", "copies copies-add-up"]])
    #expect(plan.explanations.filter { $0.kind == .edge }.map(\.rules) == [[.shownBeforeGiven]])
    #expect(try Fixture([asks("a", "deed")]).plan().bring.map(\.record) == [counted])
  }

  @Test func `a set of papers of which only one office wants this one`() throws {
    let keep = item("a", asks: #"<requirement id="r" evidence="letter" treat="keep" originals="1" certified="0"/>"#)
    let plan = try Fixture([keep, asks("b", "photo")], also: #"<dossier members="a b">one</dossier>"#).plan()
    #expect(plan.bring.first?.record == ["originals kept-add-up", "copies copies-add-up"])
  }

  @Test func `both of two times that nobody can compare`() throws {
    let plan = try Fixture(
      [("a", "workingDays"), ("b", "calendarDays")].map { id, unit in
        item(id, #"<steps><step id="d" stage="decide" by="agency" days="5" unit="\#(unit)">d</step></steps>"#)
      }
    ).plan()
    #expect(plan.explanations.first { $0.subject.first == "time" }?.subject == ["time", "0+5 5+0"])
  }

  @Test func `any two of three, and one of two`() throws {
    func papers(_ names: String...) -> String {
      names.map { #"<requirement id="\#($0)" evidence="\#($0)" treat="show" originals="1" certified="0"/>"# }.joined()
    }
    let two = try Fixture([
      item("a", asks: "<one-of id=\"o\" pick=\"2\">\(papers("photo", "id-card", "letter"))</one-of>")
    ])
    .plan()
    #expect(
      two.bring.map(\.record) == [counted.union(["alternatives smallest-sets", "alternatives any-of-several"])])
    let one = try Fixture([item("a", asks: "<one-of id=\"o\">\(papers("photo", "id-card"))</one-of>")]).plan()
    #expect(one.bring.map(\.record) == [counted.union(["alternatives smallest-sets"])])
  }

  @Test func `why steps follow each other`() throws {
    func steps(_ id: String, _ more: String) -> CatalogueFile {
      item(id, "\(more)<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step></steps>")
    }
    let plan = try Fixture(
      [
        steps("a", ""), steps("b", #"<outputs><output evidence="licence">l</output></outputs>"#),
        steps(
          "c",
          #"<requirements><requirement id="r" evidence="licence" treat="show" originals="1" copies="0"/></requirements>"#
        ),
      ],
      edges: """
        <before first="a" then="b">x</before><wait after="a" then="c" days="3" unit="calendarDays">w</wait>
        <handover from="b" to="c" evidence="licence"/>
        """
    ).plan()
    let edges = plan.edges.map { "\(plan.steps[$0.first].brief) \($0.rule.rawValue) \(plan.steps[$0.then].brief)" }
    #expect(
      Set(edges) == [
        "a.s stated b.s", "a.s waiting-time c.wait-a", "c.wait-a waiting-time c.s", "b.s output-feeds-input c.s",
      ])
  }

  @Test func `what is charged, and how often`() throws {
    let fees = ["a", "b"].map { id in
      item(id, #"<fees><fee-ref id="card"/><fee-ref id="plate"/><fee-ref id="less"/></fees>"#)
    }
    let plan = try Fixture(
      fees,
      files: [
        CatalogueFile(
          "more.xml", #"<fees><fee id="less" name="L" amount="9"><waiver percent="50">w</waiver></fee></fees>"#)
      ]
    ).plan()
    let records = Dictionary(
      plan.explanations.filter { $0.kind == .total }.map { ($0.subject.first ?? "", $0.rules) },
      uniquingKeysWith: { first, _ in first })
    #expect(records["fee.card"] == [.paidOnce])
    #expect(records["fee.plate"] == [.paidEach])
    #expect(records["fee.less"] == [.paidEach, .waived])
    #expect(records["trips"] == [.fewestTrips])
    #expect(records["time"] == [.longestPath])
  }

  @Test(arguments: [("merge", "evidence decided-to-merge"), ("split", "evidence decided-to-split")])
  func `what people decided`(verdict: String, derivation: String) throws {
    let items = [asks("a", "photo"), asks("b", verdict == "merge" ? "letter" : "photo")]
    let before = try Fixture(items).catalogue
    let sources = try ["a", "b"].map { id in
      let digest = try #require(before.digest(of: .requirement(item: id, id: "r")))
      return "<source item=\"\(id)\" requirement=\"r\" hash=\"\(digest)\"/>"
    }
    let decision = CatalogueFile(
      "decisions.xml",
      """
      <decisions><decision id="d" do="\(verdict)" by="x" second="y" on="2026-01-01">\(sources.joined())<reason>r</reason>
      </decision></decisions>
      """)
    let plan = try Fixture(items, files: [decision]).plan()
    let records = plan.explanations.filter { $0.kind == .line }
    #expect(plan.bring.count == (verdict == "merge" ? 1 : 2))
    for line in plan.bring { #expect(line.record.contains(derivation)) }
    if verdict == "merge" { #expect(records.map(\.decision) == ["d"]) }
  }
}
