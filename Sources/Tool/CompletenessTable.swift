import Catalogue
import Diagnostics
import Proofreading

/// What items state of a guide's elements, as columns for the terminal.
struct CompletenessTable {
  let completeness: Completeness
  let language: Language

  init(_ completeness: Completeness, language: Language) {
    self.completeness = completeness
    self.language = language
  }

  /// One line an agency, and the total.
  var agencies: String {
    lines(
      head: say("机构", "agency"),
      completeness.agencies.map { ("\($0.name) (\($0.items))", $0.score) }
        + [(say("合计", "total") + " (\(completeness.items.count))", completeness.total)])
  }

  /// One line an item, and under it what it does not state.
  var items: String {
    completeness.items.map { item in
      let missing = item.missing.map { Completeness.name(of: $0)[language] }
      let names = missing.isEmpty ? say("都有", "nothing") : missing.joined(separator: say("、", ", "))
      return "\(item.id) \(item.name) \(item.score.percent)%\n   \(say("未提供：", "not stated: "))\(names)"
    }.joined(separator: "\n") + "\n" + agencies
  }

  private func lines(head: String, _ rows: [(name: String, score: Completeness.Score)]) -> String {
    let titles = [head, say("已知", "known"), say("确认没有", "none"), say("未提供", "not stated"), "%"]
    let cells =
      [titles]
      + rows.map { name, score in
        [name] + [score.known, score.none, score.notStated, score.percent].map(String.init)
      }
    let widths = titles.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
    return cells.map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].displayWidth)
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}
