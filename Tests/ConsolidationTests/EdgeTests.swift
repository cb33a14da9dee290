import Catalogue
import Consolidation
import Testing

/// An item with one step at the counter and this besides.
private func visit(_ id: String, at agency: String = "office", _ more: String = "") -> CatalogueFile {
  item(id, at: agency, "\(more)<steps><step id=\"s\" stage=\"submit\" by=\"applicant\">s</step></steps>")
}

@Suite struct `Edges that are better so` {
  private let three = ["a", "b", "c"].map { visit($0) }

  @Test func `are kept where they close no circle`() throws {
    let plan = try Fixture(three, edges: #"<before first="c" then="a" better="yes">x</before>"#).plan()
    #expect(plan.has("c.s", before: "a.s"))
    #expect(plan.dropped.isEmpty)
  }

  @Test func `give way to those that must be, and the plan says so`() throws {
    let plan = try Fixture(
      three,
      edges: """
        <before first="a" then="b">x</before><before first="b" then="a" better="yes">x</before>
        <before first="c" then="a" better="yes">x</before>
        """
    ).plan()
    #expect(plan.problems.isEmpty)
    #expect(plan.order == ["c.s", "a.s", "b.s"])
    #expect(plan.dropped.map { [$0.first, $0.then] } == [["b", "a"]])
  }

  @Test func `of two that exclude each other the order of the file does not choose`() throws {
    let edges = [
      #"<before first="a" then="b" better="yes">x</before>"#, #"<before first="b" then="a" better="yes">x</before>"#,
    ]
    let first = try Fixture(three, edges: edges.joined()).plan()
    let second = try Fixture(three, edges: edges.reversed().joined()).plan()
    #expect(first.dropped.map(\.first) == ["b"])
    #expect(second.dropped.map(\.first) == ["b"])
  }
}

@Suite struct `Edges between steps` {
  @Test func `of two circles both are named`() throws {
    let plan = try Fixture(
      ["a", "b", "c", "d", "e"].map { visit($0) },
      edges: [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("d", "e")].map {
        "<before first=\"\($0.0)\" then=\"\($0.1)\">x</before>"
      }.joined()
    ).plan()
    let circles = plan.problems.map { problem -> [String] in
      guard case .cycle(let steps, _) = problem else { return [] }
      return steps.map(\.member)
    }
    #expect(circles == [["a", "b"], ["c", "d"]])
  }

  @Test func `what waits for a member waits for everything in which it ends`() throws {
    let two = item(
      "a",
      """
      <steps><step id="s" stage="submit" by="applicant">s</step>
      <step id="x" stage="decide" by="agency" after="s">x</step><step id="y" stage="decide" by="agency" after="s">y</step></steps>
      """)
    let plan = try Fixture([two, visit("b")], edges: #"<before first="a" then="b">x</before>"#).plan()
    let edges = plan.edges.filter { plan.steps[$0.then].brief == "b.s" }.map { plan.steps[$0.first].brief }
    #expect(edges == ["a.x", "a.y"])
  }

  private let giver = item(
    "a",
    """
    <outputs><output evidence="licence" step="give">l</output></outputs>
    <steps><step id="s" stage="submit" by="applicant">s</step><step id="give" stage="decide" by="agency">g</step>
    <step id="late" stage="decide" by="agency" days="9" unit="workingDays">l</step></steps>
    """)
  private let handover = #"<handover from="a" to="b" evidence="licence"/>"#

  @Test func `what is handed over is there once the step that gives it is done`() throws {
    let asks = visit(
      "b",
      #"<requirements><requirement id="r" evidence="licence" treat="show" originals="1" copies="0"/></requirements>"#)
    let plan = try Fixture([giver, asks], edges: handover).plan()
    let edge = plan.edges.first { $0.rule == .outputFeedsInput }
    #expect(edge.map { plan.steps[$0.first].brief } == "a.give")
  }

  @Test func `what an office reads without paper has to exist all the same`() throws {
    let reads = visit("b", #"<requirements><requirement id="r" evidence="licence" treat="record"/></requirements>"#)
    let plan = try Fixture([reads, giver], edges: handover).plan()
    #expect(plan.has("a.give", before: "b.s"))
    #expect(plan.given.isEmpty)
  }

  @Test func `what waits for a step that is left out waits for what other members' edges say of it`() throws {
    let middle = item(
      "b",
      """
      <steps><step id="gone" stage="inspect" by="applicant" when="owner=company">g</step>
      <step id="s" stage="submit" by="applicant" after="none">s</step></steps>
      """)
    let plan = try Fixture(
      [visit("c"), middle, visit("a")], questions: #"<question fact="owner"/>"#,
      edges: """
        <before first="a" then="b" then-step="gone">x</before><before first="b" first-step="gone" then="c">x</before>
        """
    ).plan(["owner": ["person"]])
    #expect(plan.has("a.s", before: "c.s"))
  }

  @Test func `a paper that is handed in at a later step is there to be shown before`() throws {
    func plan(_ step: String) throws -> Plan {
      let keeps = item(
        "b",
        """
        <requirements><requirement id="r" evidence="photo" treat="keep" originals="1" copies="0" step="\(step)"/></requirements>
        <steps><step id="early" stage="submit" by="applicant">e</step><step id="late" stage="submit" by="applicant">l</step></steps>
        """)
      let looks = visit(
        "a",
        #"<requirements><requirement id="r" evidence="photo" treat="show" originals="1" copies="0"/></requirements>"#)
      return try Fixture(
        [looks, keeps], edges: #"<before first="a" then="b" then-step="late">x</before>"#
      ).plan()
    }
    #expect(try plan("late").list == ["photo(applicant) 1+0 a b"])
    #expect(try plan("early").list == ["photo(applicant) 2+0 a b"])
  }

  @Test func `an act that two items tell takes the longer of their times`() throws {
    let times = [("a", 3), ("b", 7), ("c", 5)].map { id, days in
      item(
        id,
        "<steps><step id=\"s\" stage=\"review\" by=\"agency\" days=\"\(days)\" unit=\"workingDays\" common=\"check\">s</step></steps>"
      )
    }
    let plan = try Fixture(times).plan()
    #expect(plan.steps.map(\.duration?.days) == [7, 7, 7])
  }
}

@Suite struct `A document that exists once` {
  private func asks(_ id: String, _ treatment: String, _ more: String = "") -> CatalogueFile {
    visit(
      id,
      "<requirements><requirement id=\"r\" evidence=\"deed\" treat=\"\(treatment)\" originals=\"1\" copies=\"0\" \(more)/></requirements>"
    )
  }

  @Test func `and is handed over is shown before it is given away`() throws {
    let gives = visit("a", #"<outputs><output evidence="deed">d</output></outputs>"#)
    let plan = try Fixture(
      [gives, asks("b", "surrender"), asks("c", "show")],
      edges: #"<handover from="a" to="b" evidence="deed"/><handover from="a" to="c" evidence="deed"/>"#
    ).plan()
    #expect(plan.order == ["a.s", "c.s", "b.s"])
    let shown = plan.edges.filter { $0.rule == .shownBeforeGiven }
    #expect(shown.map { plan.steps[$0.first].brief } == ["c.s"])
  }

  @Test func `may be kept by either of two offices that no answer brings together`() throws {
    let apart = try Fixture([asks("a", "keep", #"when="size=small""#), asks("b", "keep", #"when="size=large""#)]).plan()
    #expect(apart.problems.isEmpty)
    let together = try Fixture([asks("a", "keep", #"when="size=small""#), asks("b", "keep")]).plan()
    #expect(together.problems.count == 1)
  }

  @Test func `is surrendered if one office keeps it for good`() throws {
    let plan = try Fixture(
      [asks("a", "keep"), asks("b", "surrender")], also: #"<dossier members="a b">one</dossier>"#
    ).plan()
    #expect(plan.bring.map(\.treatment) == [.surrender])
  }
}

@Suite struct `Trips to a hall` {
  /// Two desks of one hall that are open at these times, and a matter at each.
  private func plan(_ north: String, _ south: String) throws -> (plan: Plan, savings: Savings) {
    let agencies = CatalogueFile(
      "more.xml",
      """
      <agencies><agency id="d1" kind="police" name="d1" short="d1" hall="h">\(north)</agency>
      <agency id="d2" kind="police" name="d2" short="d2" hall="h">\(south)</agency><hall id="h" name="h"/></agencies>
      """)
    let fixture = try Fixture([visit("a", at: "d1"), visit("b", at: "d2")], files: [agencies])
    let plan = fixture.plan()
    return (plan, fixture.consolidation.savings(plan, of: fixture.scenario))
  }

  private let mornings = #"<open days="1-5" from="08:30" to="12:00"/>"#

  @Test func `are one where the desks are open together, and the building spares the other`() throws {
    let (plan, savings) = try plan(mornings, #"<open days="5-6" from="11:00" to="17:00"/>"#)
    #expect(plan.trips.route == ["h"])
    #expect(plan.trips.apart == 2)
    #expect(savings.tripsByHall == 1)
  }

  @Test(arguments: [
    #"<open days="1-5" from="13:00" to="17:00"/>"#, #"<open days="6" from="08:30" to="12:00"/>"#,
  ])
  func `are two where they never are`(other: String) throws {
    let (plan, savings) = try plan(mornings, other)
    #expect(plan.trips.count == 2)
    #expect(savings.tripsByHall == 0)
  }

  @Test func `are one where the hours of one are not known`() throws {
    #expect(try plan(mornings, "").plan.trips.count == 1)
  }

  @Test func `the fewest are found where it does not pay to begin with what is most`() throws {
    let plan = try Fixture(
      [visit("a"), visit("b"), visit("c", at: "station"), visit("d")],
      edges: #"<before first="c" then="d">x</before>"#
    ).plan()
    #expect(plan.trips.route == ["station", "office"])
  }
}
