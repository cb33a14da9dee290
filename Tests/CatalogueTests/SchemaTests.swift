import Foundation
import Testing

/// `onebook.xsd` is for editors; it must agree with what the program reads.
@Suite struct `The schema` {
  static let schema = Samples.project.appending(path: "Sources/Catalogue/onebook.xsd")
  /// What XML Schema can say. The reader knows more: which names exist, what stands once, what makes sense.
  static let structural = [
    "bad-base", "bad-citation", "bad-date", "bad-date-not-a-day", "bad-id", "bad-id-path", "bad-id-upper-case",
    "bad-money", "bad-number", "bad-number-time", "bad-value", "bad-value-list", "bad-value-unit", "bad-value-phase",
    "bad-value-gb18030", "class-empty", "empty-value", "empty-value-choice", "empty-element", "missing-attribute",
    "missing-attribute-id", "missing-attribute-item-id", "no-members", "single-alternative", "stray-text",
    "stray-text-answer", "stray-text-as", "stray-text-edition", "stray-text-fee-ref", "stray-text-given",
    "unknown-attribute",
    "unknown-element", "unknown-element-markup", "unknown-element-suggested", "unknown-root", "unknown-root-other",
    "unknown-version", "namespaced-element", "bad-hash", "bad-pick-zero", "bad-value-media", "bad-value-weekday",
    "bad-value-time-of-day", "bad-value-spec-empty", "bad-value-verdict", "bad-number-percent", "bad-number-planned",
    "bad-number-quantity", "bad-date-decision", "bad-id-common", "empty-element-all-of", "empty-element-dossier",
    "empty-value-called", "missing-attribute-hash", "missing-attribute-open", "stray-text-source", "bad-value-channel",
    "empty-element-limit", "missing-attribute-is", "missing-attribute-demand", "stray-text-demand",
    "bad-feedback", "bad-feedback-mail", "bad-feedback-placeholder", "bad-feedback-host", "empty-value-feedback",
    "bad-change-empty", "bad-value-status", "bad-detail", "bad-value-detail", "stray-text-raise", "bad-check-source",
    "bad-hub", "bad-hub-characters", "bad-publisher", "stray-text-feed",
    "bad-value-phrase",
  ]

  @Test func `accepts every file of the real and of the sound catalogue`() throws {
    let names = [
      "Broken/fine-guideline", "Broken/fine-consultation", "Findings/fine-messages", "Sound", "Clean", "Planted",
    ]
    let fine = names.map { Samples.tests.appending(path: $0) }
    for folder in [Samples.services] + fine {
      let files = try Samples.names(in: folder, ending: ".xml").map { folder.appending(path: $0) }
      let (refused, report) = try validate(files)
      #expect(refused.isEmpty, "\(report)")
      #expect(!files.isEmpty)
    }
  }

  @Test func `refuses what is structurally wrong`() throws {
    let broken = Samples.tests.appending(path: "Broken")
    let files = try Self.structural.flatMap { name in
      let folder = broken.appending(path: name)
      return try Samples.names(in: folder, ending: ".xml").map { folder.appending(path: $0) }
    }
    let (refused, _) = try validate(files)
    #expect(files.filter { !refused.contains($0.path(percentEncoded: false)) } == [])
    #expect(files.count >= Self.structural.count)
  }

  /// The files that do not validate, and what xmllint says.
  private func validate(_ files: [URL]) throws -> (refused: Set<String>, report: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["xmllint", "--noout", "--nonet", "--schema", Self.schema.path(percentEncoded: false)]
      + files.map { $0.path(percentEncoded: false) }
    let log = FileManager.default.temporaryDirectory.appending(path: "onebook-xmllint-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let output = try FileHandle(forWritingTo: log)
    process.standardError = output
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    let report = try String(contentsOf: log, encoding: .utf8)
    // 127: env found no such program; 5: the schema itself is wrong.
    try #require(process.terminationStatus != 127, "xmllint is missing: apt-get install libxml2-utils")
    try #require(process.terminationStatus != 5, "\(report)")
    let refused = report.split(separator: "\n").filter { $0.hasSuffix(" fails to validate") }
    return (Set(refused.map { String($0.dropLast(" fails to validate".count)) }), report)
  }
}
