import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// The decision cases of the merging rules, each under its name: how many, and of which.
@Suite struct `Decision cases: counts` {
  @Test func `R-17 the office that takes a certified copy gets that, and the only original goes to the other`() throws {
    let either = """
      <one-of id="proof">\(CaseBook.kept("deed", id: "original"))
      <requirement id="copy" evidence="deed" treat="keep" originals="0" certified="1"/></one-of>
      """
    let book = CaseBook([
      CaseBook.item("a", "甲事", asks: either), CaseBook.item("b", "乙事", at: "second", asks: CaseBook.kept("deed")),
    ])
    #expect(book.ids == [])
    let plan = try book.plan()
    #expect(plan.problems.isEmpty && plan.bring.count == 1)
    #expect(
      plan.bring.map(\.originals) == [Count(known: 1, complete: true)] && plan.bring.map(\.certified.known) == [1])
    let page = try book.page()
    #expect(page.contains("原件，交给窗口 · 盖章复印件1份") && !page.contains("原件，交给窗口2份"))
    #expect(page.contains("甲事（收盖章复印件）") && page.contains("乙事（留下）"))
    // Where both keep the original there is no way out, and nobody is told to bring two.
    let blocked = CaseBook([
      CaseBook.item("a", "甲事", asks: CaseBook.kept("deed")),
      CaseBook.item("b", "乙事", at: "second", asks: CaseBook.kept("deed")),
    ])
    #expect(blocked.ids == ["unique-kept-twice"])
  }

  @Test func `R-18 vague words are pointed at exactly, and a catch-all is no line`() throws {
    func book(_ requirement: String) -> CaseBook { CaseBook([CaseBook.item("a", "甲事", asks: requirement)]) }
    func noted(_ text: String, _ attributes: String = "") -> CaseBook {
      book(
        "<requirement id=\"paper\" evidence=\"licence\" treat=\"show\" originals=\"1\" \(attributes)>\(text)</requirement>"
      )
    }
    let vague = [
      "合同、收据等。": "、收据等", "合同等材料": "等材料", "其他证明文件": "其他证明", "带相关材料": "相关材料", "必要时带原件": "必要时",
      "视情况带": "视情况", "<note>复印件要清楚，有关手续要齐</note>": "有关手续",
    ]
    for (text, word) in vague.sorted(by: { $0.key < $1.key }) {
      let book = noted(text)
      let isCatchAll = word.hasPrefix("其他") || word.hasPrefix("有关") || word.hasPrefix("视")
      #expect(book.vague.map(\.id) == [isCatchAll ? "catch-all-words" : "vague-words"], "\(text)")
      #expect(book.vague.map(\.severity) == [isCatchAll ? .error : .warning], "\(text)")
      #expect(book.vague.map { book.text(at: $0.span) } == [word], "\(text)")
    }
    #expect(try noted("必要时带原件").page().contains("必要时带原件"), "printed as it stands")
    for clear in ["其他共有人也要签名", "在窗口等", "平等、自愿", "相关人员不用来"] { #expect(noted(clear).vague == [], "\(clear)") }

    let others = book("<catch-all id=\"others\">规定的其他材料</catch-all>")
    #expect(others.ids == ["catch-all"] && others.diagnostics.first?.severity == .error && others.read.isBearable)
    #expect(others.diagnostics.map { others.text(at: $0.span) } == ["<catch-all id=\"others\">"])
    #expect(try others.plan().bring.isEmpty)
    #expect(try others.page().contains("指南里写着“规定的其他材料”，没有说清是什么"))
  }

  private static let four =
    "<one-of id=\"any\" pick=\"2\">"
    + ["passport", "permit", "birth", "health"].map { CaseBook.shown($0, id: $0) }.joined() + "</one-of>"

  @Test func `R-19 “any two of these four” is said so, until something else on the list narrows it`() throws {
    let book = CaseBook([CaseBook.item("a", "甲事", asks: Self.four)])
    let line = try #require(try book.plan().bring.first)
    #expect(line.alternatives.count == 6 && line.pick?.count == 2)
    let words = "四项中任选两项：护照、居住证、出生证、体检证明"
    for page in ["scenario/s.html", "item/a.html", "print.html"] {
      #expect(try book.page(page).contains(words), "\(page)")
    }
    #expect(try book.sheet().contains("□ 本人的 " + words))
    let record = try #require(try book.records.first)
    #expect(record.title == "四项中任选两项：本人的护照、本人的居住证、本人的出生证、本人的体检证明")
    #expect(record.rules.contains("any-of-several"))
    #expect(try book.why("出生证").hasPrefix(record.title))
    #expect(try book.json().contains("\"pick\" : {\n"))

    // Two of them are asked for anyway: nothing is left to choose.
    let narrowed = CaseBook([
      CaseBook.item("a", "甲事", asks: Self.four),
      CaseBook.item("b", "乙事", asks: CaseBook.shown("birth", id: "x") + CaseBook.shown("health", id: "y")),
    ])
    #expect(try narrowed.plan().bring.map { $0.document?.evidence } == ["birth", "health"])
    #expect(try !narrowed.page().contains("任选") && !narrowed.sheet().contains("任选"))
  }

  @Test func `R-20 what each child needs is counted for each, the parent's card once`() throws {
    let asks = CaseBook.shown("id-card", id: "card") + CaseBook.kept("birth", "of=\"agent\"", id: "birth")
    let fees = "<fees><fee id=\"book\" name=\"工本费\" amount=\"10\" per=\"本\" payee=\"first\">工本费</fee></fees>"
    let members = ["first", "second"].map { child in
      "<member id=\"\(child)\" item=\"a\"><as role=\"agent\" subject=\"\(child)-child\"/></member>"
    }.joined()
    let book = CaseBook(
      [CaseBook.item("a", "甲事", asks: asks, "<fees><fee-ref id=\"book\"/></fees>")], members: members,
      files: [CatalogueFile("fees.xml", fees)])
    #expect(book.ids == [])
    let plan = try book.plan()
    #expect(
      plan.bring.compactMap(\.document) == [
        Document(evidence: "id-card", subject: "applicant"), Document(evidence: "birth", subject: "first-child"),
        Document(evidence: "birth", subject: "second-child"),
      ])
    #expect(plan.bring.allSatisfy { $0.originals == Count(known: 1, complete: true) })
    #expect(plan.fees.lines.map(\.times) == [2] && plan.fees.sums.map(\.high) == [2000])
    let page = try book.page()
    #expect(page.contains("大孩的\n出生证") && page.contains("小孩的\n出生证") && page.contains("10元／本 × 2 = 20元"))
    #expect(try book.sheet().contains("工本费  10元／本 × 2 = 20元"))
  }
}
