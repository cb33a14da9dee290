import Catalogue
import Consolidation
import Testing

@Suite struct `Classes and waivers` {
  @Test(arguments: [("person", []), ("company", ["letter(buyer)", "agent-card(agent)"])])
  func `what is waived for a class is not waived for a paper that is treated otherwise or is somebody else's`(
    owner: String, brought: [String]
  ) throws {
    let plan = try Fixture(
      [
        item(
          "a",
          asks: """
            <requirement id="r" evidence="owner-identity" of="buyer" treat="show" originals="1" copies="0">
            <waiver how="lookup">x</waiver></requirement>
            """)
      ], questions: #"<question fact="owner"/>"#
    ).plan(["owner": [owner]])
    #expect(plan.bring.compactMap(\.document?.brief) == brought)
  }
}

@Suite struct `Which set is recommended` {
  private func paper(_ name: String, _ treatment: String = "show", copies: Int = 0, inner: String = "") -> String {
    "<requirement id=\"\(name)\" evidence=\"\(name)\" treat=\"\(treatment)\" originals=\"1\" copies=\"\(copies)\">\(inner)</requirement>"
  }

  @Test func `one that is handed back goes before one that stays`() throws {
    let plan = try Fixture([
      item("a", asks: "<one-of id=\"o\">\(paper("photo", "keep"))\(paper("id-card"))</one-of>")
    ]).plan()
    #expect(plan.list == ["id-card(applicant) | photo(applicant) 1+0 a"])
  }

  @Test func `one whose paper is on the list goes before a new one, though in another form`() throws {
    let certified = #"<requirement id="l" evidence="letter" treat="keep" originals="0" copies="0" certified="1"/>"#
    let plan = try Fixture([
      item("a", asks: "<one-of id=\"o\">\(paper("photo", "keep"))\(certified)</one-of>"),
      item("b", asks: paper("letter", "keep")),
    ]).plan()
    #expect(plan.recommended.map(\.document?.brief) == ["letter(applicant)"])
    #expect(plan.documentSets.map { $0.map(\.brief) } == [["letter(applicant)"]])
  }

  @Test func `two versions of a form in a set that is not recommended are a contradiction too`() throws {
    let choices = ["1", "2"].map { version in
      item(
        "a\(version)",
        asks: """
          <one-of id="o">\(paper("photo"))
          <requirement id="f" evidence="form" treat="show" originals="1" template="t" template-version="\(version)"/></one-of>
          """)
    }
    let plan = try Fixture(choices).plan()
    #expect(plan.recommended.map(\.document?.evidence) == ["photo"])
    let versions = plan.problems.map { if case .templateVersion(let id, _) = $0 { id } else { "" } }
    #expect(versions == ["t"])
  }

  @Test func `where it needs no paper, nobody waits for one that might have been handed over`() throws {
    let choice = item(
      "b",
      """
      <requirements><one-of id="o">\(paper("id-card", inner: "<waiver how=\"lookup\">x</waiver>"))\(paper("licence"))</one-of></requirements>
      <steps><step id="s" stage="submit" by="applicant">s</step></steps>
      """)
    let plan = try Fixture(
      [choice, item("a", #"<outputs><output evidence="licence">l</output></outputs>"#)],
      edges: #"<handover from="a" to="b" evidence="licence"/>"#
    ).plan()
    #expect(plan.edges.isEmpty)
    #expect(plan.given.isEmpty)
  }

  @Test func `the copies of all its papers are counted`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <one-of id="o"><all-of>\(paper("photo", copies: 1))\(paper("id-card", copies: 2))</all-of>
          <all-of>\(paper("form"))\(paper("contract"))\(paper("letter"))</all-of></one-of>
          """)
    ]).plan()
    #expect(plan.list.first?.hasPrefix("photo(applicant) & id-card(applicant) | ") == true)
    #expect(plan.list.first?.hasSuffix("2+3 a") == true)
  }

  @Test func `a paper that is waived only where it is accepted does not make the choice`() throws {
    let open = """
      <requirement id="y" evidence="id-card" treat="show" originals="1" copies="0" when="size=small">
      <waiver how="lookup">x</waiver></requirement>
      """
    let plan = try Fixture([item("a", asks: "<one-of id=\"o\">\(paper("photo"))\(open)</one-of>")]).plan()
    #expect(plan.bring.contains { $0.alternatives.contains([Document(evidence: "photo", subject: "applicant")]) })
  }
}

@Suite struct `Decisions in force` {
  private func asks(_ id: String, _ evidence: String) -> CatalogueFile {
    item(id, asks: "<requirement id=\"r\" evidence=\"\(evidence)\" treat=\"show\" originals=\"1\" copies=\"0\"/>")
  }

  private func decision(_ verdict: String, _ sources: [(String, String)]) -> CatalogueFile {
    let list = sources.map { "<source \($0.0) hash=\"\($0.1)\"/>" }.joined()
    return CatalogueFile(
      "decisions.xml",
      """
      <decisions><decision id="d" do="\(verdict)" by="x" second="y" on="2026-01-01">\(list)<reason>r</reason></decision>
      </decisions>
      """)
  }

  private var items: [CatalogueFile] { [asks("a", "photo"), asks("b", "letter"), asks("c", "id-card")] }

  private func requirements() throws -> [(String, String)] {
    let catalogue = try Fixture(items).catalogue
    return try ["a", "b", "c"].map { id in
      let digest = try #require(catalogue.digest(of: .requirement(item: id, id: "r")))
      return ("item=\"\(id)\" requirement=\"r\"", digest)
    }
  }

  @Test func `three requirements that mean one paper are one line`() throws {
    let plan = try Fixture(items, files: [decision("merge", try requirements())]).plan()
    #expect(plan.list == ["photo(applicant) 1+0 a b c"])
  }

  @Test func `two types that mean one paper are one line, with the decision on record`() throws {
    let catalogue = try Fixture(items).catalogue
    let types = try ["photo", "letter"].map { type in
      ("evidence=\"\(type)\"", try #require(catalogue.digest(of: .evidence(type))))
    }
    let plan = try Fixture(items, files: [decision("merge", types)]).plan()
    #expect(plan.list == ["photo(applicant) 1+0 a b", "id-card(applicant) 1+0 c"])
  }

  @Test func `one changed text suspends it, whichever it is`() throws {
    let sound = try requirements()
    for index in sound.indices {
      var sources = sound
      sources[index].1 = sound[(index + 1) % 3].1
      let catalogue = Catalogue.read(Fixture.basics + items + [decision("merge", sources)]).catalogue
      #expect(catalogue.decisions["d"]?.state(on: nil, in: catalogue) == .stale)
    }
  }

  @Test func `what is dropped names the decision`() throws {
    let plan = try Fixture(items, files: [decision("drop", [try requirements()[0]])]).plan()
    #expect(plan.spared == ["photo(applicant) a"])
    let record = plan.explanations.first { $0.kind == .elimination }
    #expect(record?.rules == [.decidedToDrop])
    #expect(record?.decision == "d")
  }
}

@Suite struct `What a record says` {
  private func asks(_ id: String, _ attributes: String) -> CatalogueFile {
    item(id, asks: "<requirement id=\"r\" evidence=\"letter\" \(attributes)/>")
  }

  @Test func `every value, what came of it, and what was saved`() throws {
    let plan = try Fixture([
      asks("a", #"treat="keep" originals="1" copies="2" certified="1" necessity="deferrable" due-days="5""#),
      asks("b", #"treat="keep" originals="2" copies="3" certified="0" necessity="deferrable" due-days="10""#),
    ]).plan()
    let record = try #require(plan.explanations.first { $0.kind == .line })
    func field(_ name: Derivation.Field) -> [String]? {
      record.fields.first { $0.name == name }.map { $0.values + [$0.result] }
    }
    #expect(field(.originals) == ["1", "2", "3"])
    #expect(field(.copies) == ["2", "3", "5"])
    #expect(field(.certified) == ["1", "0", "1"])
    #expect(field(.due) == ["5", "10", "5 10"])
    #expect([record.saved.lines, record.saved.originals, record.saved.copies] == [1, 0, 0])
  }

  @Test func `a choice that holds a smaller set, and one that another paper covers`() throws {
    let wide = """
      <one-of id="o"><requirement id="p" evidence="photo" treat="show" originals="1"/>
      <all-of><requirement id="q" evidence="letter" treat="show" originals="1"/><requirement id="i" evidence="id-card" treat="show" originals="1"/></all-of></one-of>
      """
    let narrow = """
      <one-of id="o"><requirement id="p" evidence="photo" treat="show" originals="1"/>
      <requirement id="q" evidence="form" treat="show" originals="1"/></one-of>
      """
    let open = try Fixture([item("a", asks: narrow), item("b", asks: wide)]).plan()
    #expect(open.notNeeded.map(\.why) == [])
    let both = try Fixture([
      item("a", asks: narrow), item("b", asks: wide),
      item("c", asks: #"<requirement id="r" evidence="photo" treat="show" originals="1"/>"#),
    ]).plan()
    let photo = Document(evidence: "photo", subject: "applicant")
    #expect(both.notNeeded.map(\.why) == Array(repeating: .coveredBy(photo), count: 3))
  }

  @Test func `a set that contains a smaller one`() throws {
    func paper(_ name: String) -> String {
      "<requirement id=\"\(name)\" evidence=\"\(name)\" treat=\"show\" originals=\"1\"/>"
    }
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <one-of id="o">\(paper("photo"))\(paper("form"))<all-of>\(paper("letter"))\(paper("contract"))</all-of></one-of>
          """),
      item("b", asks: "<one-of id=\"o\">\(paper("photo"))\(paper("form"))</one-of>"),
    ]).plan()
    #expect(plan.notNeeded.map(\.document.evidence) == ["letter", "contract"])
    #expect(plan.notNeeded.map(\.why) == [.absorbed, .absorbed])
  }

  @Test func `a document of two makes, each with its own rule`() throws {
    let items = [("a", "show"), ("b", "keep")].map { id, treatment in
      item(
        id,
        """
        <requirements><requirement id="r" evidence="letter" treat="\(treatment)" originals="1" max-age="30"/></requirements>
        <steps><step id="s" stage="submit" by="applicant">s</step></steps>
        """)
    }
    let plan = try Fixture(
      items, also: #"<planned member="a" step="s" day="0"/><planned member="b" step="s" day="90"/>"#
    ).plan()
    let rules = plan.bring.flatMap(\.derivations).filter { $0.field == .originals }.map(\.rule)
    #expect(rules == [.shownOnce, .keptAddUp])
  }
}
