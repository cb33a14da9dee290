import Catalogue
import Consolidation
import Testing

@Suite struct `Handovers` {
  private let gives = item("a", #"<outputs><output evidence="licence">l</output></outputs>"#)
  private let asks = item("b", asks: #"<requirement id="r" evidence="licence" treat="show" originals="1" copies="1"/>"#)
  private let edge = #"<handover from="a" to="b" evidence="licence"/>"#

  @Test func `what an earlier member gives need not be brought, but its copies are still to be made`() throws {
    let plan = try Fixture([gives, asks], edges: edge).plan()
    #expect(plan.list.isEmpty)
    #expect(plan.given == ["licence(vehicle) a→b"])
    #expect(plan.handovers.first?.copiesToMake == Count(known: 1, complete: true))
  }

  @Test func `without an edge the paper is brought, whoever gives its type`() throws {
    #expect(try Fixture([gives, asks]).plan().list == ["licence(vehicle) 1+1 b"])
  }

  @Test func `a member that does not take part hands nothing over`() throws {
    let plan = try Fixture(
      [gives, asks], questions: #"<question fact="agent"/>"#,
      members: #"<member item="a" when="agent=agent"/><member item="b"/>"#, edges: edge
    ).plan(["agent": ["self"]])
    #expect(plan.list == ["licence(vehicle) 1+1 b"])
    #expect(plan.given.isEmpty)
  }

  @Test func `the new car's paper does not stand in for the old car's`() throws {
    let both = item(
      "b",
      asks: """
        <requirement id="r" evidence="licence" treat="show" originals="1" copies="0"/>
        <requirement id="s" evidence="licence" of="old-car" treat="show" originals="1" copies="0"/>
        """)
    let plan = try Fixture([gives, both], edges: edge).plan()
    #expect(plan.list == ["licence(old-car) 1+0 b"])
    #expect(plan.given == ["licence(vehicle) a→b"])
  }

  @Test func `a paper that is given only in some open case is brought`() throws {
    let sometimes = item("a", #"<outputs><output evidence="licence" when="size=small">l</output></outputs>"#)
    #expect(try Fixture([sometimes, asks], edges: edge).plan().list == ["licence(vehicle) 1+1 b"])
  }

  @Test func `other members still have to be brought the paper`() throws {
    let other = item("c", asks: #"<requirement id="r" evidence="licence" treat="show" originals="1" copies="0"/>"#)
    let plan = try Fixture([gives, asks, other], edges: edge).plan()
    #expect(plan.list == ["licence(vehicle) 1+0 c"])
    #expect(plan.given == ["licence(vehicle) a→b"])
  }
}

@Suite struct `Answers and givens` {
  private func asking(_ condition: String) -> [CatalogueFile] {
    [
      item(
        "a", asks: #"<requirement id="r" evidence="form" treat="keep" originals="1" copies="0" when="\#(condition)"/>"#)
    ]
  }

  @Test func `an unasked fact stays open on the line`() throws {
    let plan = try Fixture(asking("size=small")).plan()
    #expect(plan.bring.map(\.condition) == [.chosen(fact: "size", options: ["small"])])
  }

  @Test(arguments: [("small", true), ("large", false)])
  func `a given fixes a fact for its member`(option: String, asked: Bool) throws {
    let plan = try Fixture(
      asking("size=small"), members: #"<member item="a"><given fact="size" is="\#(option)"/></member>"#
    ).plan()
    #expect(plan.list.isEmpty != asked)
  }

  @Test(arguments: [("small", true), ("large", false)])
  func `a given takes its fact from another question`(answer: String, asked: Bool) throws {
    let plan = try Fixture(
      asking("size=small"),
      questions: #"<question id="mine" ask="?"><option id="small">s</option><option id="large">l</option></question>"#,
      members: #"<member item="a"><given fact="size" from="mine"/></member>"#
    ).plan(["mine": [answer]])
    #expect(plan.list.isEmpty != asked)
  }

  @Test(arguments: [("self", Condition.always), ("agent", Condition.chosen(fact: "size", options: ["small"]))])
  func `a given holds only when its condition does`(answer: String, left: Condition) throws {
    let plan = try Fixture(
      asking("size=small"), questions: #"<question fact="agent"/>"#,
      members: #"<member item="a"><given fact="size" is="small" when="agent=self"/></member>"#
    ).plan(["agent": [answer]])
    #expect(plan.bring.map(\.condition) == [left])
  }

  @Test(arguments: [(["x"], true), (["y"], true), (["x", "z"], true), (["z"], false)] as [(Set<String>, Bool)])
  func `any of several chosen options meets a condition`(chosen: Set<String>, asked: Bool) throws {
    let plan = try Fixture(asking("lost=x|y"), questions: #"<question fact="lost"/>"#).plan(["lost": chosen])
    #expect(plan.list.isEmpty != asked)
  }

  @Test func `a question with several answers has every set but the empty one`() throws {
    let fixture = try Fixture(asking("lost=x"), questions: #"<question fact="lost"/>"#)
    #expect(SituationSpace(fixture.scenario).situations.count == 7)
  }

  @Test func `impossible situations do not occur`() throws {
    let fixture = try Fixture(
      asking("lost=x"),
      questions: """
        <question fact="agent"/><question fact="owner"/>
        <impossible when="agent=self and owner=company">no</impossible>
        """)
    #expect(SituationSpace(fixture.scenario).situations.count == 3)
  }
}
