import Catalogue
import Diagnostics
import Testing

/// What `onebook review` writes into `decisions.xml`.
@Suite struct `A decision written down` {
  private let nowhere = Span(file: "decisions.xml", offset: 0, length: 0)

  private func decision(
    _ id: String, _ verdict: Decision.Verdict = .split, reason: String = "不是一种", until: String? = nil
  ) throws -> Decision {
    let catalogue = Catalogue.read(try Samples.sound()).catalogue
    let sources = try ["id-card", "business-licence"].map { type in
      let digest = try #require(catalogue.digest(of: .evidence(type)))
      return Decision.Source(place: .evidence(type), digest: digest, span: nowhere)
    }
    return Decision(
      id: id, verdict: verdict, sources: sources, by: "甲<&\">", second: verdict == .split ? nil : "乙", reason: reason,
      date: try #require(Day("2026-06-01")), until: until.flatMap(Day.init), span: nowhere)
  }

  /// The sound catalogue with this text for its decisions.
  private func read(_ text: String) throws -> ReadCatalogue {
    Catalogue.read(
      try Samples.sound().filter { $0.path != "decisions.xml" }
        + [CatalogueFile(path: "decisions.xml", bytes: Array(text.utf8))])
  }

  private func content(_ decision: Decision) -> [String] {
    [decision.id, decision.verdict.rawValue, decision.by, decision.second ?? "", decision.reason]
      + [decision.date.description, decision.until?.description ?? ""]
      + decision.sources.map { "\($0.place) \($0.digest)" }
  }

  @Test func `reads as it was decided, whatever its words`() throws {
    for (verdict, until) in [(Decision.Verdict.split, nil), (.merge, "2027-12-31")] {
      let new = try decision("one", verdict, reason: "一“句”</reason><x a=\"&amp;\">]]>", until: until)
      let text = try #require(DecisionsFile.adding(new, to: nil))
      let read = try read(text)
      #expect(read.diagnostics.map(\.id) == [], "\(verdict)")
      #expect(try content(#require(read.catalogue.decisions["one"])) == content(new))
    }
  }

  @Test func `stands beside those that were there, which stay as people wrote them`() throws {
    let old =
      "<decisions>\n  <!-- 手写的 -->\n  <decision id=\"old\"   do=\"split\" by=\"x\"  on=\"2026-01-01\"/>\n</decisions>\n"
    let text = try #require(DecisionsFile.adding(try decision("new"), to: old))
    #expect(text.hasPrefix(old.dropLast("</decisions>\n".count)))
    #expect(text.hasSuffix("</decision>\n</decisions>\n"))
    #expect(try #require(DecisionsFile.adding(try decision("new"), to: "<decisions/>")).hasSuffix("</decisions>"))
    #expect(DecisionsFile.adding(try decision("new"), to: "<items/>") == nil)
  }

  @Test func `made anew takes the place of the old one`() throws {
    let two = try #require(
      DecisionsFile.adding(try decision("second"), to: DecisionsFile.adding(try decision("first"), to: nil)))
    let first = try #require(try read(two).catalogue.decisions["first"])
    var again = try decision("first", reason: "又看了一遍")
    again.until = Day("2028-01-01")
    let text = try #require(DecisionsFile.adding(again, to: two, replacing: first))
    let decisions = try read(text).catalogue.decisions
    #expect(decisions.keys.sorted() == ["first", "second"])
    #expect(try content(#require(decisions["first"])) == content(again))
    #expect(text.ranges(of: "<decision ").count == 2)
  }
}
