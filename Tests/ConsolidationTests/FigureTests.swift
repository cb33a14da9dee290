import Catalogue
import Consolidation
import Testing

/// An item whose office takes so many working days.
private func takes(_ id: String, _ days: Int, _ more: String = "") -> CatalogueFile {
  item(
    id,
    """
    <steps><step id="s" stage="submit" by="applicant">s</step>
    <step id="d" stage="decide" by="agency" days="\(days)" unit="workingDays">d</step></steps>\(more)
    """)
}

/// 2026 without holidays.
private let calendar = WorkCalendar(years: [2026])

/// 2026-03-02
private let monday = Day(number: 20_514)

@Suite struct `Times that hang on open facts` {
  private func either(_ small: Int, _ large: Int) throws -> Plan {
    try Fixture([
      item(
        "a",
        """
        <steps>
        <step id="x" stage="review" by="agency" days="\(small)" unit="workingDays" when="size=small">x</step>
        <step id="y" stage="review" by="agency" days="\(large)" unit="workingDays" when="size=large">y</step></steps>
        """)
    ]).plan()
  }

  @Test(arguments: [(2, 5), (5, 2)])
  func `branches that exclude each other are not added up: the longer counts`(small: Int, large: Int) throws {
    let plan = try either(small, large)
    #expect(plan.time.longest == [TimeTotal.Span(working: 5, calendar: 0)])
    // Monday to Monday; `huge` takes no time at all.
    #expect(plan.time.finish(from: monday, calendar) == Day("2026-03-09"))
  }

  @Test(arguments: [(2, 5), (5, 2)])
  func `only the steps of the longer branch have no time to spare`(small: Int, large: Int) throws {
    func branch(_ id: String, _ days: Int, _ size: String) -> CatalogueFile {
      item(
        id,
        "<steps><step id=\"d\" stage=\"decide\" by=\"agency\" days=\"\(days)\" unit=\"workingDays\" when=\"size=\(size)\">d</step></steps>"
      )
    }
    let plan = try Fixture([branch("a", small, "small"), branch("b", large, "large")]).plan()
    let critical = try #require(plan.time.critical(from: monday, calendar))
    #expect(critical.map { plan.steps[$0].duration?.days } == [5])
  }
}

@Suite struct `Steps without time to spare` {
  @Test func `are those of the longest chain, from its beginning to its end`() throws {
    let plan = try Fixture(
      [takes("a", 3), takes("b", 2), takes("c", 4)],
      edges: #"<before first="a" then="c">x</before><before first="b" then="c">x</before>"#
    ).plan()
    let critical = try #require(plan.time.critical(from: monday, calendar))
    #expect(critical.map { plan.steps[$0].brief }.sorted() == ["a.d", "a.s", "c.d", "c.s"])
  }
}

@Suite struct `Days from the first to the last` {
  @Test func `range over the working days on which one may begin`() throws {
    // Two working days: Monday to Wednesday, Thursday or Friday over the weekend.
    let time = try Fixture([takes("a", 2)]).plan().time
    #expect(time.length(beginningFrom: monday, calendar) == 2...4)
    // Five calendar days from a Friday end on Wednesday; from Monday on Saturday, moved to Monday.
    let five = try Fixture([
      item("a", #"<steps><step id="d" stage="decide" by="agency" days="5" unit="calendarDays">d</step></steps>"#)
    ]).plan().time
    #expect(five.length(beginningFrom: monday, calendar) == 5...7)
    // A week of work takes a week; from a Saturday it would be less, but nobody begins then.
    let week = try Fixture([takes("a", 5)]).plan().time
    #expect(week.length(beginningFrom: monday, calendar) == 7...7)
  }
}

@Suite struct `What is not known` {
  @Test func `a limit that leaves something out makes the total at least`() throws {
    let plan = try Fixture([
      takes("a", 5, #"<time statutory="5" unit="workingDays"><excluding>the test</excluding></time>"#)
    ]).plan()
    #expect(plan.time.excluded.map(\.text) == ["the test"])
    #expect(!plan.time.isComplete)
    #expect(plan.explanations.first { $0.subject.first == "time" }?.subject.last == ">=5+0")
  }

  @Test func `originals that one office did not state, though another did`() throws {
    func plan(_ stated: String, _ silent: String) throws -> [Count] {
      try Fixture([
        item("a", asks: "<requirement id=\"r\" evidence=\"photo\" treat=\"\(stated)\" originals=\"1\"/>"),
        item("b", asks: "<requirement id=\"r\" evidence=\"photo\" treat=\"\(silent)\"/>"),
      ]).plan().bring.map(\.originals)
    }
    #expect(try plan("show", "show") == [Count(known: 1, complete: false)])
    #expect(try plan("keep", "keep") == [Count(known: 1, complete: false)])
    #expect(try plan("keep", "show") == [Count(known: 1, complete: false)])
    #expect(try plan("show", "keep") == [Count(known: 1, complete: false)])
  }

  @Test func `whether there are fewer trips, where there are too many ways to try`() throws {
    let places = (1...13).map { "<agency id=\"p\($0)\" kind=\"police\" name=\"p\($0)\" short=\"p\($0)\"/>" }
    let plan = try Fixture(
      (1...13).map { item("i\($0)", at: "p\($0)", "") },
      files: [CatalogueFile("more.xml", "<agencies>\(places.joined())</agencies>")]
    ).plan()
    #expect(plan.trips.approximate)
    #expect(plan.explanations.first { $0.subject.first == "trips" }?.subject.last?.hasPrefix("~13: ") == true)
  }

  @Test func `copies that one office of a set of papers did not state`() throws {
    let plan = try Fixture(
      [
        item("a", asks: #"<requirement id="r" evidence="photo" treat="keep" originals="1" copies="2"/>"#),
        item("b", asks: #"<requirement id="r" evidence="photo" treat="keep" originals="1"/>"#),
      ], also: #"<dossier members="a b">one</dossier>"#
    ).plan()
    #expect(plan.list == ["photo(applicant) 1+2? a b"])
  }

  @Test(arguments: [("office", false), ("shop", true)])
  func `a charge that an authority did not state, but not that of a company`(agency: String, complete: Bool) throws {
    let fixture = try Fixture([item("a", "<fees none=\"yes\"/>"), item("b", at: agency, "")])
    #expect(fixture.consolidation.figures(fixture.plan(), of: fixture.scenario).feesComplete == complete)
  }
}

@Suite struct `Reductions and charges that hang on open facts` {
  @Test func `a reduction makes a range: nobody is promised what may not hold`() throws {
    let fee = CatalogueFile(
      "more.xml",
      #"<fees><fee id="less" name="L" amount="10"><waiver when="size=small" percent="50">w</waiver></fee></fees>"#)
    let sums = try Fixture([item("a", #"<fees><fee-ref id="less"/></fees>"#)], files: [fee]).plan().fees.sums
    #expect(sums.map { [$0.low, $0.high] } == [[500, 1000]])
  }

  @Test(arguments: [false, true])
  func `what is paid once is due as soon as one member always raises it`(isTurned: Bool) throws {
    let items = [
      item("a", #"<fees><fee-ref id="card" when="size=small"/></fees>"#),
      item("b", #"<fees><fee-ref id="card"/></fees>"#),
    ]
    let sums = try Fixture(isTurned ? items.reversed() : items).plan().fees.sums
    #expect(sums.map { [$0.low, $0.high] } == [[1500, 1500]])
  }
}

@Suite struct `What merging spares` {
  @Test func `is counted line by line against the separate guides`() throws {
    let forms = CatalogueFile(
      "more.xml", #"<evidence-types><evidence id="sheet" of="case" form="yes" name="sheet"/></evidence-types>"#)
    func asks(_ id: String, _ agency: String, _ days: Int) -> CatalogueFile {
      item(
        id, at: agency,
        """
        <requirements><requirement id="r" evidence="sheet" treat="show" originals="1" copies="1" certified="2"/>
        <requirement id="o" evidence="photo" treat="show" originals="1" copies="0" necessity="optional"/></requirements>
        <steps><step id="s" stage="submit" by="applicant">s</step>
        <step id="d" stage="decide" by="agency" days="\(days)" unit="workingDays">d</step></steps>
        """)
    }
    let fixture = try Fixture([asks("a", "office", 5), asks("b", "station", 3)], files: [forms])
    let savings = fixture.consolidation.savings(fixture.plan(), of: fixture.scenario)
    #expect([savings.before.lines, savings.after.lines] == [2, 1])
    #expect([savings.before.forms, savings.after.forms] == [2, 1])
    #expect(savings.before.copies == Count(known: 6, complete: true))
    #expect(savings.after.copies == Count(known: 6, complete: true))
    #expect(savings.before.visits == ["office": 1, "station": 1])
    #expect(savings.before.time == TimeTotal.Span(working: 8, calendar: 0))
    #expect(savings.parallel == TimeTotal.Span(working: 5, calendar: 0))
  }

  @Test func `counts each document where one is not fresh enough for everybody`() throws {
    let items = ["a", "b"].map { id in
      item(
        id,
        """
        <requirements><requirement id="r" evidence="letter" treat="show" originals="1" max-age="30"/></requirements>
        <steps><step id="s" stage="submit" by="applicant">s</step></steps>
        """)
    }
    let fixture = try Fixture(
      items, also: #"<planned member="a" step="s" day="0"/><planned member="b" step="s" day="90"/>"#)
    #expect(fixture.consolidation.savings(fixture.plan(), of: fixture.scenario).after.lines == 2)
  }

  @Test func `days of which one part is not known are not known`() throws {
    let silent = item("b", "<steps><step id=\"d\" stage=\"decide\" by=\"agency\">d</step></steps>")
    for items in [[takes("a", 5), silent], [silent, takes("a", 5)]] {
      let fixture = try Fixture(items)
      #expect(!fixture.consolidation.savings(fixture.plan(), of: fixture.scenario).before.timeComplete)
    }
  }
}
