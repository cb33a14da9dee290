import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// The decision cases of the merging rules, each under its name: which papers are one.
@Suite struct `Decision cases: names` {
  @Test func `R-01 three names of one reviewed paper are one line, and the record lists what each guide says`() throws {
    let book = CaseBook([
      CaseBook.item("a", "甲事", asks: CaseBook.shown("id-card", "called=\"身份证\"")),
      CaseBook.item("b", "乙事", asks: CaseBook.shown("id-card", "called=\"居民身份证\"")),
      CaseBook.item("c", "丙事", asks: CaseBook.shown("id-card", "called=\"二代身份证\"")),
    ])
    #expect(book.ids == [])
    let lines = try book.plan().bring
    #expect(lines.count == 1 && lines[0].originals == Count(known: 1, complete: true))
    let record = try #require(try book.records.first)
    #expect(record.rules.contains("alias") && record.rules.contains("same-evidence") && record.verdict == nil)
    #expect(record.inputs.map(\.called) == ["身份证", "居民身份证", "二代身份证"])
    #expect(record.fields.first { $0.name == "evidence" }?.values == ["身份证", "居民身份证", "二代身份证"])
    let why = try book.page("why/s.html")
    #expect(["身份证", "居民身份证", "二代身份证"].allSatisfy { why.contains("指南里叫“\($0)”") })
    #expect(try book.page().contains("\n同一个人（同一辆车）的同一种材料，合成一条；指南里叫法不同，核定过是同一种材料"))
  }

  @Test func `R-02 a class is what its own guide accepts, and no more for the other`() throws {
    let own =
      "<one-of id=\"proof\">"
      + CaseBook.shown("id-card", id: "card") + CaseBook.shown("passport", id: "passport")
      + CaseBook.shown("permit", id: "permit") + "</one-of>"
    let listed = CaseBook([
      CaseBook.item("a", "甲事", asks: own), CaseBook.item("b", "乙事", asks: CaseBook.shown("id-card")),
    ])
    let plan = try listed.plan()
    #expect(plan.bring.flatMap(\.alternatives) == [[Document(evidence: "id-card", subject: "applicant")]])
    #expect(Set(plan.notNeeded.map(\.rule)) == [.coveredByOther])
    #expect(try listed.page().contains("已带居民身份证，不用再带"))

    // The same as a class: whoever holds a permit brings it to A, and the card all the same to B.
    let classed = CaseBook(
      [
        CaseBook.item("a", "甲事", asks: CaseBook.shown("identity")),
        CaseBook.item("b", "乙事", asks: CaseBook.shown("id-card")),
      ],
      questions: "<question fact=\"holds\"/>")
    #expect(try classed.plan(["holds": ["card"]]).bring.count == 1)
    let lines = try classed.plan(["holds": ["permit"]]).bring
    #expect(lines.map { $0.document?.evidence } == ["permit", "id-card"])
    #expect(lines.map { $0.uses.map(\.source.member) } == [["a"], ["b"]])
    #expect(try classed.records.first { $0.title == "本人的居民身份证" }?.rules.contains("class-of-papers") == true)
  }

  private static let alike = """
    <evidence id="form" of="case" form="yes" name="机动车驾驶证申请表"/>
    <evidence id="other-form" of="case" form="yes" name="机动车驾驶证业务申请表"/>
    """

  @Test func `R-03 names that are nearly alike stay two lines, and wait for a person`() throws {
    let book = try self.book(with: Self.alike, asking: "form", "other-form")
    #expect(book.ids == ["candidate"] && book.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(book.text(at: try #require(book.diagnostics.first).span).contains("other-form"))
    #expect(try book.plan().bring.count == 2)
    let queue = ReviewQueue(book.read, book.surveys).entries
    #expect(queue.map(\.finding) == ["candidate"] && queue[0].verdicts == [.split, .merge])
    let page = try book.page()
    #expect(page.contains("\n机动车驾驶证申请表\n") && page.contains("\n机动车驾驶证业务申请表\n"))
  }

  @Test func `R-04 what was called different is not proposed again until one of the texts changes`() throws {
    let alike = """
      <evidence id="form" of="vehicle" name="机动车登记证书"/><evidence id="other-form" of="vehicle" name="机动车登记证书本"/>
      """
    let open = try book(with: alike, asking: "form", "other-form")
    #expect(open.ids == ["candidate"])
    func decided(_ types: String) throws -> CaseBook {
      let sources = try ["form", "other-form"].map { id in
        "<source evidence=\"\(id)\" hash=\"\(try #require(open.read.catalogue.evidence[id]?.digest))\"/>"
      }
      let decision = CatalogueFile(
        "decisions.xml",
        """
        <decisions><decision id="two" do="split" by="编写组" on="2026-05-01">\(sources.joined())
        <reason>两种证</reason></decision></decisions>
        """)
      return try book(with: types, asking: "form", "other-form", [decision])
    }
    let settled = try decided(alike)
    #expect(settled.ids == [] && ReviewQueue(settled.read, settled.surveys).entries.isEmpty)
    let changed = try decided(alike.replacing("name=\"机动车登记证书本\"", with: "name=\"机动车登记证书册\""))
    #expect(changed.ids == ["decision-stale"])
    #expect(ReviewQueue(changed.read, changed.surveys).entries.map(\.replaces) == ["two"])
  }

  @Test func `R-05 certificates of different issuers are two lines that say which is which`() throws {
    let book = CaseBook([
      CaseBook.item("a", "甲事", asks: issued("医院")), CaseBook.item("b", "乙事", asks: issued("单位")),
    ])
    let lines = try book.plan().bring
    #expect(lines.map(\.specification) == [["issuer": ["医院"]], ["issuer": ["单位"]]])
    #expect(lines.allSatisfy { $0.derivations.contains(Derivation(.specification, .specificationApart)) })
    let page = try book.page()
    #expect(page.contains("原件，看完还您 · 医院") && page.contains("原件，看完还您 · 单位"))
    #expect(page.contains("规格不同，一份不能两用，分开列"))
    #expect(try book.sheet().contains("体检证明  原件，看完还您 · 医院"))
  }

  private func issued(_ issuer: String) -> String {
    "<requirement id=\"paper\" evidence=\"health\" treat=\"show\" originals=\"1\"><spec name=\"issuer\" is=\"\(issuer)\"/></requirement>"
  }

  /// Two items, each asking for one of two more evidence types.
  private func book(
    with types: String, asking first: String, _ second: String, _ files: [CatalogueFile] = []
  ) throws -> CaseBook {
    CaseBook(
      [CaseBook.item("a", "甲事", asks: CaseBook.shown(first)), CaseBook.item("b", "乙事", asks: CaseBook.shown(second))],
      files: files + [CatalogueFile("evidence-more.xml", "<evidence-types>\(types)</evidence-types>")])
  }
}
