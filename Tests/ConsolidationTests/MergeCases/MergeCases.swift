import Foundation
import Testing

/// Cases with expected results, against what is read and planned from them. `MERGE_CASES` names a file of others: a JSON
/// array, or an object with `cases`.
@Suite struct MergeCases {
  @Test(arguments: CaseFile.files)
  func `every case comes out as expected`(file: URL) async throws {
    let cases = try CaseFile.read(file)
    let reports = await CaseFile.concurrently(cases) { $0.report() }
    for report in reports { Issue.record("\(report)") }
  }

  @Test func `a wrong expectation is noticed, whichever field it is in`() throws {
    for input in try CaseFile.sound() {
      let comparison = CaseComparison(try CaseRun(input))
      guard comparison.failures(against: input.expect).isEmpty else { continue }
      for (what, wrong) in input.expect.mutations where comparison.failures(against: wrong).isEmpty {
        Issue.record("\(input.id): nobody notices \(what)")
      }
    }
  }

  @Test func `a list that lacks one thing fails in replay`() throws {
    for input in try CaseFile.sound() where input.expect.errors.isEmpty {
      let run = try CaseRun(input)
      for (what, plan) in run.plan.lackingOneThing {
        let failure = Replay(run, plan: plan, seed: 1, shuffles: 12).failure()
        #expect(failure != nil, "\(input.id): nobody misses \(what)")
      }
    }
  }

  @Test func `unknown fields, bad JSON, a missing file and no case at all are failures`() throws {
    let bad = [
      #"{"id": "X", "services": {}, "expect": {}, "extra": 1}"#: "unknown field 'extra'",
      #"{"id": "X", "services": {}, "expect": {"bring": [{"type": "a", "colour": 1}]}}"#: "unknown field 'colour'",
      #"{"id": "X", "services": {}, "expect": {"_cols": ["colour"]}}"#: "unknown field 'colour'",
      #"{"id": "X", "services": {"A": {"materials": [{"id": "m", "type": "a", "size": 1}]}}, "expect": {}}"#:
        "unknown field 'size'",
      #"{"id": "X", "services": {"A": {"counter": 1}}, "expect": {}}"#: "services.A.counter",
      #"{"id": "X", "expect": {}}"#: "'services' is missing",
    ]
    for (text, message) in bad {
      let cases = try CaseFile.read(Data("[\(text)]".utf8), "bad.json")
      #expect(cases.map { $0.failures().first?.contains(message) } == [true], "\(text)")
    }
    #expect(throws: CaseError.self) { try CaseFile.read(Data("[{]".utf8), "bad.json") }
    #expect(throws: CaseError.self) { try CaseFile.read(URL(filePath: "/nowhere/cases.json")) }
    #expect(throws: CaseError.self) { try CaseFile.read(Data("[]".utf8), "none.json") }
    #expect(throws: CaseError.self) { try CaseFile.read(Data(#"{"cases": []}"#.utf8), "none.json") }
  }
}
