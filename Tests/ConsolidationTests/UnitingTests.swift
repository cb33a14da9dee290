import Catalogue
import Consolidation
import Testing

@Suite struct `Uniting what is asked for` {
  private let show = #"<requirement id="r" evidence="id-card" treat="show" originals="1" copies="0"/>"#

  @Test func `a paper of one person that two offices ask for is one line with both as sources`() throws {
    let plan = try Fixture([item("a", asks: show), item("b", asks: show)]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 a b"])
  }

  @Test func `papers of buyer and seller stay apart`() throws {
    let plan = try Fixture(
      [item("a", asks: show), item("b", asks: show)],
      members: """
        <member item="a"><as role="applicant" subject="seller"/></member>
        <member item="b"><as role="applicant" subject="buyer"/></member>
        """
    ).plan()
    #expect(plan.list == ["id-card(seller) 1+0 a", "id-card(buyer) 1+0 b"])
  }

  @Test func `papers of the old and the new car stay apart`() throws {
    let car = #"<requirement id="r" evidence="licence" treat="show" originals="1" copies="0"/>"#
    let plan = try Fixture(
      [item("a", asks: car)],
      members: """
        <member item="a" id="first"><as role="vehicle" subject="old-car"/></member>
        <member item="a" id="second"><as role="vehicle" subject="new-car"/></member>
        """
    ).plan()
    #expect(plan.list == ["licence(old-car) 1+0 first", "licence(new-car) 1+0 second"])
  }

  @Test func `originals that are handed back are needed once, kept ones add up, copies add up`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <requirement id="i" evidence="id-card" treat="show" originals="1" copies="1"/>
          <requirement id="p" evidence="photo" treat="keep" originals="2" copies="0"/>
          """),
      item(
        "b",
        asks: """
          <requirement id="i" evidence="id-card" treat="show" originals="1" copies="2"/>
          <requirement id="p" evidence="photo" treat="keep" originals="1" copies="0"/>
          """),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+3 a b", "photo(applicant) 3+0 a b"])
  }

  private let look = item("a", asks: #"<requirement id="p" evidence="photo" treat="show" originals="1" copies="0"/>"#)
  private let keep = item("b", asks: #"<requirement id="p" evidence="photo" treat="keep" originals="1" copies="0"/>"#)

  @Test func `one original serves a look and a keeping when the look comes first`() throws {
    let plan = try Fixture([look, keep], edges: #"<before first="a" then="b">b</before>"#).plan()
    #expect(plan.list == ["photo(applicant) 1+0 a b"])
    #expect(plan.bring.first?.treatment == .keep)
    #expect(plan.bring.first?.derivations.contains(Derivation(.originals, .shownThenKept)) == true)
  }

  @Test func `one more is needed when somebody may keep the original before another looks at it`() throws {
    let open = try Fixture([look, keep]).plan()
    #expect(open.list == ["photo(applicant) 2+0 a b"])
    let late = try Fixture([look, keep], edges: #"<before first="b" then="a">b</before>"#).plan()
    #expect(late.list == ["photo(applicant) 2+0 a b"])
    #expect(late.bring.first?.derivations.contains(Derivation(.originals, .oneMoreToShow)) == true)
  }

  @Test func `of a document that exists once nobody is asked for two`() throws {
    let keep = #"<requirement id="p" evidence="deed" treat="surrender" originals="1" copies="0"/>"#
    let plan = try Fixture([item("a", asks: keep), item("b", asks: keep)]).plan()
    #expect(plan.list == ["deed(vehicle) 1+0 a b"])
  }

  @Test func `copies that somebody did not state make the count incomplete, not zero`() throws {
    let plan = try Fixture([
      item("a", asks: #"<requirement id="i" evidence="id-card" treat="show" originals="1" copies="2"/>"#),
      item("b", asks: #"<requirement id="i" evidence="id-card" treat="show" originals="1"/>"#),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+2? a b"])
  }

  @Test func `a waived paper need not be brought, and its fallback is kept`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <requirement id="i" evidence="id-card" treat="show" originals="1"><waiver how="lookup">bring it</waiver></requirement>
          """)
    ]).plan()
    #expect(plan.list.isEmpty)
    guard case .waived(let waiver) = plan.notNeeded.first?.why else {
      Issue.record("not waived")
      return
    }
    #expect(waiver.how == .lookup)
    #expect(waiver.fallback == "bring it")
  }

  @Test func `a paper that one office waives is still brought for the office that does not`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <requirement id="i" evidence="id-card" treat="show" originals="1"><waiver how="lookup">x</waiver></requirement>
          """), item("b", asks: show),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 b"])
    #expect(plan.spared == ["id-card(applicant) a"])
  }

  @Test func `a waiver that hangs on an open fact takes nothing off the list`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <requirement id="i" evidence="id-card" treat="show" originals="1" copies="0">
          <waiver how="lookup" when="size=small">x</waiver></requirement>
          """)
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 a"])
  }

  @Test func `electronic records and what another agency hands in need not be brought`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <requirement id="i" evidence="photo" treat="record"/>
          <requirement id="j" evidence="form" treat="keep" originals="1" from="shop"/>
          """)
    ]).plan()
    #expect(plan.list.isEmpty)
    #expect(plan.notNeeded.map(\.why) == [.record, .handedInBy("shop")])
  }

  @Test func `a conditional need is served by a paper needed in any case`() throws {
    let plan = try Fixture([
      item(
        "a", asks: #"<requirement id="i" evidence="id-card" treat="show" originals="1" copies="0" when="size=small"/>"#),
      item("b", asks: show),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 b a"])
    #expect(plan.bring.map(\.condition) == [.always])
  }

  @Test func `needs under different open conditions are different lines`() throws {
    let plan = try Fixture([
      item(
        "a", asks: #"<requirement id="i" evidence="id-card" treat="show" originals="1" copies="0" when="size=small"/>"#),
      item(
        "b", asks: #"<requirement id="i" evidence="id-card" treat="show" originals="1" copies="0" when="size=large"/>"#),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 a", "id-card(applicant) 1+0 b"])
  }

  @Test func `the line is as necessary as its most necessary use`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: #"<requirement id="i" evidence="form" treat="keep" originals="1" necessity="deferrable" due-days="5"/>"#),
      item("b", asks: #"<requirement id="i" evidence="form" treat="show" originals="1"/>"#),
    ]).plan()
    #expect(plan.bring.map(\.necessity) == [.required])
  }
}

@Suite struct `Classes of papers` {
  private func plan(_ owner: String) throws -> Plan {
    try Fixture(
      [
        item(
          "a",
          asks: #"<requirement id="r" evidence="owner-identity" of="buyer" treat="show" originals="1" copies="0"/>"#)
      ],
      questions: #"<question fact="owner"/>"#
    ).plan(["owner": [owner]])
  }

  @Test func `a class becomes the documents that the item accepts for it`() throws {
    #expect(try plan("person").list == ["id-card(buyer) 1+0 a"])
  }

  @Test func `a document of a class keeps its own owner and its own treatment`() throws {
    let company = try plan("company")
    #expect(company.list == ["letter(buyer) 1+0 a", "agent-card(agent) 1+0 a"])
    #expect(company.bring.map(\.treatment) == [.keep, .show])
  }
}

@Suite struct `Choices between papers` {
  private let choice = """
    <one-of id="o">
    <requirement id="x" evidence="photo" treat="show" originals="1" copies="0"/>
    <requirement id="y" evidence="id-card" treat="show" originals="1" copies="0"/>
    </one-of>
    """

  @Test func `a choice is one line with its alternatives`() throws {
    #expect(try Fixture([item("a", asks: choice)]).plan().list == ["photo(applicant) | id-card(applicant) 1+0 a"])
  }

  @Test func `a paper that is brought and handed back anyway makes the choice`() throws {
    let plan = try Fixture([
      item("a", asks: choice),
      item("b", asks: #"<requirement id="r" evidence="id-card" treat="show" originals="1" copies="0"/>"#),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 1+0 b a"])
    #expect(plan.notNeeded.map(\.why) == [.coveredBy(Document(evidence: "id-card", subject: "applicant"))])
  }

  @Test func `a paper that an office keeps makes the choice with one more of it`() throws {
    let plan = try Fixture([
      item("a", asks: choice),
      item("b", asks: #"<requirement id="r" evidence="id-card" treat="keep" originals="1" copies="0"/>"#),
    ]).plan()
    #expect(plan.list == ["id-card(applicant) 2+0 b a"])
  }

  @Test func `the same choice of two offices is one line`() throws {
    #expect(
      try Fixture([item("a", asks: choice), item("b", asks: choice)]).plan().list
        == ["photo(applicant) | id-card(applicant) 1+0 a b"])
  }

  @Test func `a choice of which the answers leave one paper joins that paper's line`() throws {
    let plan = try Fixture(
      [
        item(
          "a",
          asks: """
            <one-of id="o">
            <requirement id="x" evidence="photo" treat="keep" originals="1" copies="0" when="owner=company"/>
            <requirement id="y" evidence="id-card" treat="keep" originals="1" copies="0"/>
            </one-of>
            """), item("b", asks: #"<requirement id="r" evidence="id-card" treat="keep" originals="1" copies="0"/>"#),
      ], questions: #"<question fact="owner"/>"#
    ).plan(["owner": ["person"]])
    #expect(plan.list == ["id-card(applicant) 2+0 a b"])
  }

  @Test func `an alternative that is accepted only in some open case does not make the choice`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <one-of id="o">
          <requirement id="x" evidence="photo" treat="show" originals="1" copies="0"/>
          <requirement id="y" evidence="id-card" treat="show" originals="1" copies="0" when="size=small"/>
          </one-of>
          """), item("b", asks: #"<requirement id="r" evidence="id-card" treat="show" originals="1" copies="0"/>"#),
    ]).plan()
    #expect(plan.bring.contains { $0.alternatives.contains([Document(evidence: "photo", subject: "applicant")]) })
  }

  @Test func `a paper that is handed over makes the choice`() throws {
    let plan = try Fixture(
      [
        item("b", #"<outputs><output evidence="id-card">l</output></outputs>"#), item("a", asks: choice),
      ], edges: #"<handover from="b" to="a" evidence="id-card"/>"#
    ).plan()
    #expect(plan.given == ["id-card(applicant) b→a"])
    #expect(plan.list.isEmpty)
  }

  @Test func `a waived paper makes the choice`() throws {
    let plan = try Fixture([
      item(
        "a",
        asks: """
          <one-of id="o">
          <requirement id="x" evidence="photo" treat="show" originals="1" copies="0"/>
          <requirement id="y" evidence="id-card" treat="show" originals="1"><waiver how="lookup">x</waiver></requirement>
          </one-of>
          """)
    ]).plan()
    #expect(plan.list.isEmpty)
  }

  @Test func `alternatives that the answers rule out are no alternatives`() throws {
    let plan = try Fixture(
      [
        item(
          "a",
          asks: """
            <one-of id="o">
            <requirement id="x" evidence="photo" treat="show" originals="1" copies="0" when="owner=company"/>
            <requirement id="y" evidence="id-card" treat="show" originals="1" copies="0"/>
            </one-of>
            """)
      ], questions: #"<question fact="owner"/>"#
    ).plan(["owner": ["person"]])
    #expect(plan.list == ["id-card(applicant) 1+0 a"])
  }
}
