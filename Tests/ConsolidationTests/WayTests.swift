import Catalogue
import Consolidation
import Testing

/// An item with these steps.
private func walk(_ id: String, at agency: String = "office", steps: String, time: String = "") -> CatalogueFile {
  item(id, at: agency, "<steps>\(steps)</steps>\(time)")
}

/// Hand in, wait for so long, collect.
private func matter(_ id: String, at agency: String = "office", days: Int, ways: String = "return") -> CatalogueFile {
  walk(
    id, at: agency,
    steps: """
      <step id="submit" stage="submit" by="applicant">s</step>
      <step id="decide" stage="decide" by="agency">d</step>
      <step id="collect" stage="collect" by="applicant" ways="\(ways)">c</step>
      """, time: "<time statutory=\"\(days)\" unit=\"workingDays\"/>")
}

@Suite struct `The order of steps` {
  private let a = matter("a", days: 1)
  private let b = walk(
    "b",
    steps: """
      <step id="prepare" stage="prepare" by="applicant" at="home">p</step>
      <step id="submit" stage="submit" by="applicant">s</step>
      <step id="decide" stage="decide" by="agency">d</step>
      """)

  @Test func `without edges members follow as they stand`() throws {
    #expect(
      try Fixture([b, a]).plan().order == ["b.prepare", "b.submit", "b.decide", "a.submit", "a.decide", "a.collect"])
  }

  @Test func `before puts all of one member ahead of the other, but for what one does at home`() throws {
    let plan = try Fixture([b, a], edges: #"<before first="a" then="b">x</before>"#).plan()
    #expect(plan.order == ["b.prepare", "a.submit", "a.decide", "a.collect", "b.submit", "b.decide"])
    #expect(plan.members.map(\.id) == ["b", "a"])
  }

  @Test func `before the result lets the other begin but not end`() throws {
    let plan = try Fixture([b, a], edges: #"<before first="a" then="b" until="result">x</before>"#).plan()
    #expect(plan.order == ["b.prepare", "b.submit", "a.submit", "a.decide", "a.collect", "b.decide"])
  }

  @Test func `a wait is a step between the two with its own length`() throws {
    let plan = try Fixture(
      [b, a], edges: #"<wait after="a" then="b" days="3" unit="calendarDays">sync</wait>"#
    ).plan()
    #expect(plan.order == ["b.prepare", "a.submit", "a.decide", "a.collect", "b.wait-a", "b.submit", "b.decide"])
    #expect(plan.steps.first { $0.stage == .wait }?.duration == Duration(days: 3, unit: .calendarDays))
  }

  @Test func `after lists what a step follows; the rest runs beside it`() throws {
    let plan = try Fixture([
      walk(
        "a",
        steps: """
          <step id="one" stage="submit" by="applicant">1</step>
          <step id="two" stage="review" by="agency" after="one">2</step>
          <step id="three" stage="exam" by="applicant" after="one">3</step>
          <step id="four" stage="decide" by="agency" after="two three">4</step>
          """)
    ]).plan()
    #expect(plan.order == ["a.one", "a.two", "a.three", "a.four"])
    #expect(plan.has("a.three", before: "a.four"))
  }

  @Test func `a step that a member covers is left out and passes its predecessors on`() throws {
    let long = walk(
      "a",
      steps: """
        <step id="one" stage="inspect" by="agency" days="2" unit="workingDays">1</step>
        <step id="two" stage="pay" by="applicant" covers="b">2</step>
        <step id="three" stage="decide" by="agency" days="3" unit="workingDays">3</step>
        """)
    let other = matter("b", days: 1)
    let alone = try Fixture([long, other], members: #"<member item="a"/>"#).plan()
    #expect(alone.order == ["a.one", "a.two", "a.three"])
    let plan = try Fixture([long, other]).plan()
    #expect(plan.order.prefix(2) == ["a.one", "a.three"])
    #expect(plan.time.longest == [TimeTotal.Span(working: 5, calendar: 0)])
  }

  @Test func `steps that the answers rule out are left out`() throws {
    let plan = try Fixture(
      [
        walk(
          "a",
          steps: """
            <step id="one" stage="inspect" by="applicant" when="owner=company">1</step>
            <step id="two" stage="submit" by="applicant">2</step>
            """)
      ], questions: #"<question fact="owner"/>"#
    ).plan(["owner": ["person"]])
    #expect(plan.order == ["a.two"])
  }

  @Test func `a member all of whose steps are left out keeps its place and its list`() throws {
    let quiet = item(
      "c",
      """
      <requirements><requirement id="r" evidence="form" treat="keep" originals="1" copies="0"/></requirements>
      <steps><step id="one" stage="pay" by="applicant" covers="a">1</step></steps>
      """)
    let plan = try Fixture(
      [b, quiet, a], edges: #"<before first="a" then="c">x</before><before first="c" then="b">x</before>"#
    ).plan()
    #expect(plan.list == ["form 1+0 c"])
    #expect(Set(plan.members.map(\.id)) == ["a", "b", "c"])
    #expect(plan.has("a.collect", before: "b.submit"))
  }

  @Test func `an item without stated steps is one visit`() throws {
    #expect(try Fixture([item("a", "")]).plan().route == ["office: a.whole"])
  }
}

@Suite struct `Trips` {
  @Test func `a waiting period separates two trips`() throws {
    #expect(try Fixture([matter("a", days: 2)]).plan().route == ["office: a.submit", "office: a.collect"])
  }

  @Test func `what may be waited for at the counter is one trip`() throws {
    #expect(try Fixture([matter("a", days: 1, ways: "wait")]).plan().route == ["office: a.submit a.collect"])
  }

  @Test func `what is mailed spares the second trip`() throws {
    let plan = try Fixture([matter("a", days: 2, ways: "mail")]).plan()
    #expect(plan.route == ["office: a.submit"])
  }

  @Test func `two matters at one place are one trip, at two places two`() throws {
    let one = [matter("a", days: 2), matter("b", days: 3)]
    #expect(try Fixture(one).plan().route == ["office: a.submit b.submit", "office: a.collect b.collect"])
    let two = [matter("a", days: 1, ways: "wait"), matter("b", at: "station", days: 1, ways: "wait")]
    #expect(try Fixture(two).plan().route == ["office: a.submit a.collect", "station: b.submit b.collect"])
  }

  @Test func `two offices in one hall are one trip`() throws {
    let plan = try Fixture([
      matter("a", at: "north-desk", days: 1, ways: "wait"), matter("b", at: "south-desk", days: 1, ways: "wait"),
    ]).plan()
    #expect(plan.trips.count == 1)
  }

  @Test func `another place is visited while the first is at work`() throws {
    let plan = try Fixture([matter("a", days: 2), matter("b", at: "station", days: 1, ways: "wait")]).plan()
    #expect(plan.trips.count == 3)
  }

  @Test func `an order between matters at one place may cost a trip`() throws {
    let plan = try Fixture(
      [matter("a", days: 2), matter("b", days: 3)], edges: #"<before first="a" then="b">x</before>"#
    ).plan()
    #expect(plan.route == ["office: a.submit", "office: a.collect b.submit", "office: b.collect"])
  }

  @Test func `what may be done on line counts for those who do`() throws {
    let plan = try Fixture([
      walk(
        "a",
        steps: """
          <step id="submit" stage="submit" by="applicant" online="yes">s</step>
          <step id="decide" stage="decide" by="agency">d</step>
          <step id="collect" stage="collect" by="applicant">c</step>
          """, time: #"<time statutory="2" unit="workingDays"/>"#)
    ]).plan()
    #expect(plan.trips.count == 2)
    #expect(plan.trips.online == 1)
  }

  @Test func `what is done at home or on line needs no trip`() throws {
    let plan = try Fixture([
      walk(
        "a",
        steps: """
          <step id="one" stage="prepare" by="applicant" at="home">1</step>
          <step id="two" stage="submit" by="applicant" at="online">2</step>
          """)
    ]).plan()
    #expect(plan.trips.count == 0)
  }

  @Test func `the fewest trips are found, not those of the order of the items`() throws {
    // First the station, then both at the office: doing them as they stand would cost three.
    let plan = try Fixture(
      [
        matter("a", days: 1, ways: "wait"), matter("b", at: "station", days: 1, ways: "wait"),
        matter("c", days: 1, ways: "wait"),
      ],
      edges: #"<before first="b" then="c">x</before>"#
    ).plan()
    #expect(plan.route == ["station: b.submit b.collect", "office: a.submit a.collect c.submit c.collect"])
  }
}
