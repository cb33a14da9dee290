import Catalogue
import Consolidation
import Testing

@Suite struct `A survey of all situations` {
  @Test func `lines that differ in what they ask for stay apart; each use has its own answers`() throws {
    let fixture = try Fixture(
      [
        item(
          "a",
          asks: """
            <requirement id="n" evidence="photo" treat="show" originals="1" necessity="optional" when="owner=person"/>
            <requirement id="m" evidence="photo" treat="show" originals="1" when="owner=company"/>
            <requirement id="p" evidence="form" treat="show" originals="1" when="owner=person"><spec name="colour" is="red"/></requirement>
            <requirement id="q" evidence="form" treat="show" originals="1" when="owner=company"><spec name="colour" is="blue"/></requirement>
            <requirement id="l" evidence="letter" treat="show" originals="1" copies="1" certified="0"/>
            """),
        item(
          "b",
          asks: """
            <requirement id="l" evidence="letter" treat="show" originals="1" certified="0" when="owner=person"/>
            <requirement id="c" evidence="deed" treat="show" originals="1" when="owner=person"/>
            """),
        item(
          "d",
          """
          <requirements><requirement id="w" evidence="contract" treat="record"/><requirement id="v" evidence="licence" treat="record"/>
          <requirement id="h" evidence="photo" of="buyer" treat="show" originals="1"/></requirements>
          """), item("e", #"<outputs><output evidence="photo" of="buyer">p</output></outputs>"#),
        item(
          "c",
          "<requirements><requirement id=\"c\" evidence=\"deed\" treat=\"keep\" originals=\"1\"/></requirements><fees><fee-ref id=\"card\"/></fees>"
        ),
      ], questions: #"<question fact="owner"/>"#, edges: #"<handover from="e" to="d" evidence="photo"/>"#)
    let survey = Survey(fixture.scenario, fixture.consolidation)
    func lines(_ evidence: String) -> [Survey.Conditional<Survey.Line>] {
      survey.bring.filter { $0.value.line.document?.evidence == evidence }
    }
    #expect(lines("photo").map(\.when.text) == ["owner=person", "owner=company"])
    #expect(lines("form").map(\.when.text) == ["owner=person", "owner=company"])
    let letter = try #require(lines("letter").first)
    #expect(letter.when.isAlways)
    #expect(letter.value.uses.map { $0.when.isAlways } == [true, false])
    #expect(!letter.value.line.copies.complete)
    // The first situation has two offices, the second one; the line has the rules of both.
    #expect(letter.value.line.derivations.contains(Derivation(.evidence, .sameEvidence)))
    let records = survey.explanations
    #expect(records.contains { $0.kind == .edge && $0.rules == [.shownBeforeGiven] })
    #expect(records.contains { $0.kind == .total && $0.rules == [.paidOnce] })
    let inactive = records.filter { $0.rules == [.conditionFalse] }.map { $0.subject.last ?? "" }
    #expect(Set(inactive) == ["n", "m", "p", "q", "l", "c"])
    let spared = records.filter {
      [[.governmentHeld], [.outputFeedsInput]].contains($0.rules) && $0.kind == .elimination
    }
    #expect(spared.flatMap(\.inputs).map(\.source.requirement) == ["w", "v", "h"])
  }

  @Test func `a rule that only a later situation uses is on record`() throws {
    let ask = #"<requirement id="r" evidence="letter" treat="show" originals="1" certified="0""#
    let fixture = try Fixture(
      [item("a", asks: "\(ask)/>"), item("b", asks: "\(ask) when=\"owner=company\"/>")],
      questions: #"<question fact="owner"/>"#)
    let line = Survey(fixture.scenario, fixture.consolidation).bring.first?.value.line
    #expect(line?.derivations.contains(Derivation(.evidence, .sameEvidence)) == true)
  }

  @Test func `the last given that holds wins`() throws {
    let plan = try Fixture(
      [
        item(
          "a", asks: #"<requirement id="r" evidence="form" treat="keep" originals="1" copies="0" when="size=small"/>"#)
      ],
      questions: #"<question fact="owner"/>"#,
      members: """
        <member item="a"><given fact="size" is="small"/><given fact="size" is="large" when="owner=company"/></member>
        """
    ).plan(["owner": ["company"]])
    #expect(plan.list.isEmpty)
  }
}
