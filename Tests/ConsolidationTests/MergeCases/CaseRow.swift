/// A line of a list as text, column by column: what is expected has only the columns that count.
struct CaseRow: Equatable, Sendable, CustomStringConvertible {
  var columns: [String: String]

  /// In every column that is expected.
  func matches(_ actual: CaseRow) -> Bool { columns.allSatisfy { actual.columns[$0.key] == $0.value } }

  var description: String { text() }

  /// `type=id-card subject=owner`, in so many columns.
  func text(_ names: Set<String>? = nil) -> String {
    columns.filter { names?.contains($0.key) ?? true }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// What a column says when a line does not mention it.
  static let neutral = [
    "subject": "owner", "copies": "0", "certified": "0", "documents": "1", "issueWindow": "none",
    "validUntilDay": "none", "necessity": "required", "spec": "", "media": "", "due": "none",
  ]

  /// With what it does not mention of these columns. Of several documents each has its window, said or not.
  func filled(_ names: Set<String>) -> CaseRow {
    let isSeveral = columns["documents"].map { $0 != "1" } ?? false
    let absent = CaseRow.neutral.filter { names.contains($0.key) && !($0.key == "issueWindow" && isSeveral) }
    return CaseRow(columns: columns.merging(absent) { stated, _ in stated })
  }

  static func text(_ values: [String: [String]]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.sorted().joined(separator: "|"))" }
      .joined(separator: " ")
  }

  static func text(windows: [ClosedRange<Int>]) -> String {
    windows.isEmpty
      ? "none" : windows.map { "\($0.lowerBound)..\($0.upperBound)" }.sorted().joined(separator: " ")
  }

  static func text(days: some Sequence<Int>) -> String {
    let days = Set(days).sorted()
    return days.isEmpty ? "none" : days.map { "\($0)" }.joined(separator: " ")
  }

  /// What is left when as many expected rows as possible have found an actual row of their own.
  static func unmatched(_ expected: [CaseRow], _ actual: [CaseRow]) -> (missing: [CaseRow], extra: [CaseRow]) {
    var owner: [Int?] = Array(repeating: nil, count: actual.count)
    func place(_ row: Int, _ tried: inout Set<Int>) -> Bool {
      for column in actual.indices where expected[row].matches(actual[column]) && tried.insert(column).inserted {
        if let other = owner[column], !place(other, &tried) { continue }
        owner[column] = row
        return true
      }
      return false
    }
    var missing: [CaseRow] = []
    for row in expected.indices {
      var tried: Set<Int> = []
      if !place(row, &tried) { missing.append(expected[row]) }
    }
    return (missing, zip(actual, owner).filter { $0.1 == nil }.map(\.0))
  }
}

extension CaseRow {
  /// An expected line of the list to bring.
  init(line decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    var columns: [String: String] = [:]
    for name in ["type", "subject", "necessity"] { columns[name] = try fields.take(name, as: String.self) }
    if let treat = try fields.take("treat", as: String.self) { columns["treat"] = treat == "inspect" ? "show" : treat }
    for name in ["originals", "copies", "certified", "validUntilDay"] {
      columns[name] = try fields.take(name, as: Int.self).map { "\($0)" }
    }
    if let sources = try fields.take("sources", as: [String].self) {
      columns["sources"] = sources.sorted().joined(separator: " ")
    }
    let documents = try fields.take("documents", as: Documents.self)
    let windows = try fields.take("issueWindow", "issueWindows", as: Documents.self)?.windows ?? documents?.windows
    columns["issueWindow"] = windows.map(CaseRow.text)
    let several = windows.flatMap { $0.count > 1 ? $0.count : nil }
    columns["documents"] = (documents?.count ?? several).map { "\($0)" }
    if var spec = try fields.take("spec", as: [String: OneOrMany<Scalar>].self)?.mapValues({ $0.values.map(\.text) }) {
      columns["media"] = spec.removeValue(forKey: "media").map { $0.sorted().joined(separator: " ") }
      columns["spec"] = CaseRow.text(spec)
    }
    if let media = try fields.take("media", as: Media.self) { columns[media.column] = media.text }
    if let due = try fields.take("due", "dueDays", as: Due.self) {
      columns[due.column] = due.text
    }
    try fields.finish()
    self.columns = columns
  }

  /// An expected handover.
  init(handover decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    var columns: [String: String] = [:]
    for name in ["type", "subject", "from", "to"] { columns[name] = try fields.take(name, as: String.self) }
    columns["copiesToMake"] = try fields.take("copiesToMake", as: Int.self).map { "\($0)" }
    columns["refusable"] = try fields.take("refusable", as: Bool.self).map { "\($0)" }
    try fields.finish()
    self.columns = columns
  }
}
