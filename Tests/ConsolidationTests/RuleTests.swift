import Consolidation
import Foundation
import Testing

@Suite struct `The rules` {
  @Test(arguments: ["merging.md", "merging.zh-CN.md"])
  func `are all explained`(page: String) throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs")
    let text = try String(contentsOf: docs.appending(path: page), encoding: .utf8)
    for rule in Rule.allCases { #expect(text.contains("`\(rule.rawValue)`"), "\(rule.rawValue)") }
  }
}
