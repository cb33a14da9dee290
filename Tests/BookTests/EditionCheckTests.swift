import Catalogue
import Diagnostics
import Testing

@testable import Editions
@testable import Handbook

@Suite("Editions against those before them")
struct EditionCheckTests {
  private static let guide = "items/vehicle-transfer.xml"

  private func ids(
    _ editions: TwoEditions, _ edits: [(file: String, old: String, new: String)], without: [String] = [],
    and more: [CatalogueFile] = [], edition: String = "2026.2"
  ) throws -> [String] {
    let catalogue = try editions.catalogue(edits, without: without, and: more)
    let part = try TwoEditions.changes(catalogue, edition: edition, editions.history)
    return EditionCheck(catalogue, part.log).diagnostics.map(\.id)
  }

  @Test("F-08 an id that now means another matter is an error, also after it was withdrawn; a new name is not")
  func reused() throws {
    let editions = try TwoEditions.real()
    let other = [
      (file: Self.guide, old: "<name>过户</name>", new: "<name>养犬登记</name>"),
      (file: Self.guide, old: "<official>机动车转让登记</official>", new: "<official>犬只准养证核发</official>"),
    ]
    #expect(try ids(editions, other).contains("id-reused"))
    let renamed = CatalogueFile(
      "changes.xml",
      "<changes><change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"organisational\" renamed=\"yes\"/></changes>"
    )
    #expect(try !ids(editions, other, and: [renamed]).contains("id-reused"))
    #expect(try !ids(editions, [other[0]]).contains("id-reused"))
    let gone = editions.publishing(try editions.next(without: [Self.guide]))
    #expect(try ids(gone, other, edition: "2026.3").contains("id-reused"))
    #expect(try !ids(gone, [], edition: "2026.3").contains("id-reused"))
  }

  @Test("A published edition that says something else now is noticed")
  func altered() throws {
    let editions = try TwoEditions.real()
    #expect(try ids(editions, [], edition: "2026.1") == [])
    #expect(
      try ids(editions, [(Self.guide, "<name>过户</name>", "<name>车辆过户</name>")], edition: "2026.1") == [
        "edition-altered"
      ])
  }

  @Test("Notes without a change, changes without a reason, and a severity lowered without one are noticed")
  func notes() throws {
    let editions = try TwoEditions.real()
    let edit = (file: Self.guide, old: "30日（自然日）内办", new: "20日（自然日）内办")
    func note(_ text: String) -> CatalogueFile { CatalogueFile("changes.xml", "<changes>\(text)</changes>") }
    #expect(try ids(editions, [edit]) == ["change-without-reason"])
    #expect(
      try ids(
        editions, [edit], and: [note("<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"rule-change\"/>")])
        == [])
    #expect(
      try ids(
        editions, [], and: [note("<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"rule-change\"/>")]) == [
          "change-without-effect"
        ])
    #expect(
      try ids(
        editions, [edit],
        and: [note("<change edition=\"2026.2\" item=\"vehicle-transfer\" reason=\"rule-change\" severity=\"minor\"/>")])
        == ["severity-without-why"])
    #expect(
      try ids(
        editions, [], and: [note("<retraction event=\"aaaaaaaaaaaaaaaaaaaaaaaaaa\" on=\"2026-12-01\">x</retraction>")],
        edition: "2026.1") == ["unknown-event"])
  }
}
