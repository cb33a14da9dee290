import Foundation
import Testing

/// The pages of `onebook explain`, and the ids in the sources.
enum DiagnosticPages {
  /// The ids that the sources can report: what stands first in a call that makes a diagnostic.
  /// Read once: many cases ask.
  static func reported() throws -> Set<String> { try all.get() }
  private static let all = Result { try reported(in: "") }

  /// Those of one folder of the sources.
  static func reported(in folder: String) throws -> Set<String> {
    let sources = Samples.project.appending(path: "Sources").appending(path: folder)
    var ids: Set<String> = []
    var kinds: Set<String> = []
    for name in try Samples.names(in: sources, ending: ".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      for match in text.matches(of: #/(?:^|[^A-Za-z])(?:error|warning|Diagnostic|finding)\(\s*"([a-z]+(?:-[a-z]+)*)"/#)
      {
        ids.insert(String(match.output.1))
      }
      // What is wrong with a file that is no catalogue's is printed without one: "… [broken-history]".
      ids.formUnion(text.matches(of: #/\) \[([a-z]+(?:-[a-z]+)+)\]"/#).map { String($0.output.1) })
      // "unknown-\(kind)": one for each kind of reference.
      if name.hasSuffix("Reading/Reference.swift"),
        let list = text.firstMatch(of: #/enum Kind: String \{\s*case ([a-z,\s]+)/#)
      {
        kinds = Set(list.output.1.split { !$0.isLetter }.map(String.init))
      }
    }
    return ids.union(kinds.map { "unknown-\($0)" })
  }

  static func pages() throws -> String {
    try String(contentsOf: Samples.project.appending(path: "Sources/Tool/Resources/diagnostics.md"), encoding: .utf8)
  }
}

@Suite struct `The pages of onebook explain` {
  @Test func `there is one for everything the program can report, and no other`() throws {
    let pages = try DiagnosticPages.pages().matches(of: #/(?m)^## (.+)$/#).map { String($0.output.1) }
    #expect(Set(pages) == (try DiagnosticPages.reported()))
    #expect(pages == Set(pages).sorted())
  }

  @Test func `each speaks Chinese, then English, then shows a bad and a good example`() throws {
    for page in try DiagnosticPages.pages().split(separator: "\n## ").dropFirst() {
      let blocks = page.split(separator: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
      let id = blocks.first ?? ""
      try #require(blocks.count >= 5, "\(id)")
      #expect(blocks[1].unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(id)")
      #expect(blocks[2].first?.isASCII == true && blocks[2].first?.isLetter == true, "\(id)")
      #expect(page.matches(of: #/(?m)^```xml$/#).count == 2, "\(id)")
    }
  }
}
