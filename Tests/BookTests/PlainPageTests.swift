import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Proofreading
import Publishing
import Testing
import XMLFile

/// Plain words on the pages, the official ones within reach, and the page of those who keep the catalogue. The real
/// catalogue with official words in one item, made once for all tests.
@Suite struct `The book speaks plainly` {
  private static let read = Catalogue.read(
    RealBook.files.map { file in
      let changes = [
        "items/mortgage.xml": (
          "<condition",
          "<condition basis=\"registration§31\">车主应当自三十日内逾期前办，“应当”照写</condition>\n  <condition"
        ),
        "laws.xml": ("checked=\"yes\">第92条：", "checked=\"yes\">车主应当照办。第92条："),
      ]
      guard let (old, new) = changes[file.path] else { return file }
      return CatalogueFile(
        file.path, String(decoding: file.bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1))
    })
  private static let surveys = Surveys(read.catalogue)
  private static let findings = RealBook.proofread(read, surveys)
  private static let book = Handbook(
    read.catalogue, surveys: surveys, sources: read.sources, findings: findings)
  private static let edition = book.flatMap { try? Edition($0) }

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.edition?.files.first { $0.path == path }, "\(path)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private let official = "车主应当自三十日内逾期前办，“应当”照写"
  private let plain = "车主要自30日内过了期限前办，“应当”照写"

  @Test func `with the catalogue's own words a touch away`() throws {
    let item = try page("item/mortgage.html")
    #expect(item.contains("<span title=\"原文：\(official)\">\(plain)</span>"))
    #expect(try page("print.html").contains(plain))
  }

  @Test func `and keeps both in the data`() throws {
    let data = try #require(try JSONSerialization.jsonObject(with: Data(page("book.json").utf8)) as? [String: Any])
    let items = try #require(data["items"] as? [[String: Any]])
    let mortgage = try #require(items.first { $0["id"] as? String == "mortgage" })
    let conditions = try #require(mortgage["conditions"] as? [[String: Any]])
    let condition = try #require(conditions.first { $0["text"] as? String == plain })
    #expect(condition["official"] as? String == official)
    #expect(conditions.filter { $0["official"] != nil }.count == 1)
    let words = try #require(data["words"] as? [[String: Any]])
    #expect(words.contains { $0["official"] as? String == "应当" && $0["plain"] as? String == "要" })
  }

  @Test func `but quotes laws as they are`() throws {
    #expect(try page("laws.html").contains("应当照办"))
  }

  @Test func `and lists in the glossary what it puts in`() throws {
    let glossary = try page("glossary.html")
    #expect(glossary.contains("<dt>应当</dt><dd>要</dd>"))
    // What a person has to choose is not put in.
    #expect(!glossary.contains("<dt>相关部门</dt>"))
  }

  @Test func `every scenario explains a word once, after the section that first uses it`() throws {
    let book = try #require(Self.book)
    for chapter in book.scenarios {
      let explained = chapter.terms.values.flatMap { $0.map(\.name) }
      #expect(explained.count == Set(explained).count, "\(chapter.id)")
      let text = try page("scenario/\(chapter.id).html")
      let shown = text.matches(of: #/<div><dt>([^<]+)</dt><dd>/#).map { String($0.output.1) }
      #expect(shown.sorted() == explained.sorted(), "\(chapter.id)")
    }
    let used = try #require(book.scenarios.first { $0.id == "used-car" })
    #expect(used.terms["bring"]?.map(\.name).contains("登记证书") == true)
    #expect(used.terms["steps"]?.map(\.name).contains("登记证书") != true)
    // 号牌 alone is on the list; 临时号牌 is another word and is not.
    #expect(used.terms["bring"]?.map(\.name).contains("临时号牌") != true)
  }

  @Test func `a word inside a longer one that is explained itself is not that word`() {
    let finder = TermFinder([
      Handbook.Term(name: "号牌", text: "车牌"), Handbook.Term(name: "临时号牌", text: "没上牌时用"),
      Handbook.Term(name: "抵押、解押", text: "担保"),
    ])
    let found = finder.terms(in: [("a", ["临时号牌"]), ("b", ["号牌和临时号牌"]), ("c", ["解押"]), ("d", ["抵押"])])
    #expect(found.mapValues { $0.map(\.name) } == ["a": ["临时号牌"], "b": ["号牌"], "c": ["抵押、解押"]])
  }

  @Test func `the proofreader's page tells keepers and no one else`() throws {
    let check = try page("check.html")
    #expect(check.contains("<meta name=\"robots\" content=\"noindex\">"))
    for (diagnostic, reason) in Self.findings.judgement.accepted {
      #expect(check.contains(diagnostic.id) && check.contains(reason), "\(diagnostic.id)")
    }
    #expect(check.contains("应当 → 要") && check.contains("三十日 → 30日"))
    #expect(check.contains("\(Self.findings.proofs.completeness.total.percent)%"))
    for file in try #require(Self.edition).files where file.path.hasSuffix(".html") && file.path != "check.html" {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("check.html"), "\(file.path)")
    }
  }

  @Test func `an item's page says which elements of a guide it lacks`() throws {
    let item = try page("item/mortgage.html")
    let missing = try #require(Self.findings.proofs.completeness.items.first { $0.id == "mortgage" }?.missing)
    #expect(item.contains("还有\(missing.count)项未提供"))
    #expect(item.contains("承诺办结时限"))
  }

  @Test func `a detail is on the page of its item`() throws {
    let book = try SmallBook.handbook(lang: "en", text: "~")
    let chapter = try #require(book.items.first { $0.id == "first" })
    #expect(chapter.details.map(\.name) == ["where it can be done", "quota"])
    #expect(chapter.details.map(\.sentence.text) == ["Area ~", "none"])
    #expect(chapter.notes.map(\.text) == ["Note till now ~, whereas, somehow ~"])
    #expect(chapter.notes.map(\.official) == ["Note hitherto, whereas, somehow ~"])
    let check = try #require(book.check)
    #expect(check.findings.contains { $0.id == "official-words" && $0.text.marked == "whereas" })
    #expect(check.accepted.contains { $0.id == "vague-words" && $0.accepted == "Reason ~" })
    let page = try #require(try Edition(book).files.first { $0.path == "check.html" })
    let line = try #require(check.findings.first { $0.id == "official-words" }?.line)
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains("href=\"https://example.org/items/first.xml#L\(line)\""))
  }
}
