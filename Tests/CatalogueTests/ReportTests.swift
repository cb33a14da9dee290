import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Proofreading
import Testing

@Suite struct `Reports for programs` {
  private func report(_ name: String) throws -> Report {
    let files = try Samples.finding(name)
    let read = Catalogue.read(files)
    let surveys = Surveys(read.catalogue, besides: read.diagnostics)
    let proofs = Proofs(read.catalogue, surveys: surveys.all, sources: read.sources, besides: read.diagnostics)
    let found = read.diagnostics + surveys.diagnostics + proofs.diagnostics
    let judgement = Judgement(
      found, read.catalogue.book?.policy ?? Policy(), known: try DiagnosticPages.reported())
    return Report(judgement, proofs: proofs, sources: read.sources, language: .english)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `JSON says what the terminal says, with places that end`() throws {
    let document = try object(report("catch-all-words").json())
    #expect(document["version"] as? Int == 1)
    let findings = try #require(document["findings"] as? [[String: Any]])
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding["id"] as? String == "catch-all-words")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["accepted"] == nil)
    let place = try #require(finding["place"] as? [String: Any])
    #expect(place["path"] as? String == "items/stall-permit.xml")
    #expect(place["line"] as? Int == 10 && place["column"] as? Int == 124)
    // 其他有关材料: six characters.
    #expect(place["endLine"] as? Int == 10 && place["endColumn"] as? Int == 130)
    let table = try #require(document["completeness"] as? [String: Any])
    let items = try #require(table["items"] as? [[String: Any]])
    #expect(items.count == 2)
    #expect(items.allSatisfy { ($0["states"] as? [String])?.count == GuideElement.allCases.count })
  }

  @Test func `what was accepted is told with its reason`() throws {
    let findings = try #require(try object(report("fine-accepted").json())["findings"] as? [[String: Any]])
    #expect(findings.map { $0["accepted"] as? String } == ["条文没有写"])
  }

  /// What the standard requires of a log: version, runs, a driver with rules, results that point into them.
  @Test func `SARIF points each result at its rule and place`() throws {
    let log = try object(report("identical-list").sarif(version: "1", rules: ["identical-list": "Two lists."]))
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["level"] as? String == "warning")
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    #expect((rules[index]["shortDescription"] as? [String: Any])?["text"] as? String == "Two lists.")
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "items/stall-permit.xml")
    #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 2)
    #expect((result["relatedLocations"] as? [[String: Any]])?.count == 1)
    #expect(result["suppressions"] == nil)
  }

  @Test func `an accepted finding is suppressed in SARIF`() throws {
    let log = try object(report("fine-accepted").sarif(version: "1", rules: [:]))
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    let suppressions = try #require(results.first?["suppressions"] as? [[String: Any]])
    #expect(suppressions.first?["justification"] as? String == "条文没有写")
  }

  @Test func `the same findings give the same bytes`() throws {
    #expect(try report("step-days").json() == report("step-days").json())
  }
}
