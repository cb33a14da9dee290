/// What is expected of a case. Absent: not looked at; only errors are always looked at.
struct Expectation: Decodable, Sendable {
  struct Visits: Decodable, Sendable {
    var before: Int?
    var after: Int?
    var route: [String]?

    init(from decoder: any Decoder) throws {
      var fields = try ObjectFields(decoder)
      before = try fields.take("before")
      after = try fields.take("after")
      route = try fields.take("route")
      try fields.finish()
    }
  }

  /// `["2026-03-09", 7]`: the last day, and how many days after the first.
  struct Finish: Decodable, Sendable, Equatable {
    var date: String
    var days: Int?

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      date = try container.decode(String.self)
      days = container.isAtEnd ? nil : try container.decode(Int.self)
      guard container.isAtEnd else { throw CaseError("a finish is [day, days]", decoder.codingPath) }
    }
  }

  private struct Line: Decodable, Sendable {
    var row: CaseRow
    init(from decoder: any Decoder) throws { row = try CaseRow(line: decoder) }
  }
  private struct Handover: Decodable, Sendable {
    var row: CaseRow
    init(from decoder: any Decoder) throws { row = try CaseRow(handover: decoder) }
  }

  var bring: [CaseRow]?
  var sets: [[String]]?
  var handovers: [CaseRow]?
  var notNeeded: [String]?
  var edgesInclude: [[String]]?
  var edgesExclude: [[String]]?
  var errors: [String]
  var visits: Visits?
  var pareto: [[Int]]?
  var finish: [String: Finish]?
  var critical: [String: [String]]?
  /// Kind -> lowest and highest sum.
  var fees: [String: [Int]]?
  var feeConflicts: [String]?

  init(from decoder: any Decoder) throws {
    var fields = try ObjectFields(decoder)
    var columns = Set(try fields.take("_cols", as: [String].self) ?? [])
    if let unknown = columns.subtracting(CaseRow.neutral.keys).subtracting(["type", "originals", "sources"]).min() {
      throw fields.fail("unknown field '\(unknown)' in _cols")
    }
    bring = try fields.take("bring", as: [Line].self)?.map(\.row)
    if bring?.contains(where: { $0.columns["dueBySource"] ?? $0.columns["dueByService"] != nil }) == true {
      columns.remove("due")
    }
    if bring?.contains(where: { $0.columns["mediaByService"] != nil }) == true { columns.remove("media") }
    bring = bring?.map { $0.filled(columns) }
    sets = try fields.take("sets", as: [[String]].self).map(Expectation.sorted)
    handovers = try fields.take("handover", "handovers", as: [Handover].self)?.map(\.row)
    notNeeded = try fields.take("notNeeded", as: [String].self)?.sorted()
    edgesInclude = try fields.take("edgesInclude")
    edgesExclude = try fields.take("edgesExclude")
    errors = Set(try fields.take("errors", as: [String].self) ?? []).sorted()
    visits = try fields.take("visits")
    pareto = try fields.take("pareto", as: [[Int]].self)?.sorted { $0.lexicographicallyPrecedes($1) }
    finish = try fields.take("finish")
    critical = try fields.take("critical")
    fees = try fields.take("fees")
    feeConflicts = try fields.take("feeConflicts", as: [String].self)?.sorted()
    try fields.finish()
    for pair in (edgesInclude ?? []) + (edgesExclude ?? []) where pair.count != 2 {
      throw fields.fail("an edge is [first step, later step]")
    }
    for sum in (fees ?? [:]).values where sum.count != 2 { throw fields.fail("a sum is [lowest, highest]") }
  }

  /// By number of papers, then by names.
  static func sorted(_ sets: [[String]]) -> [[String]] {
    Array(Set(sets.map { $0.sorted() })).sorted { a, b in
      a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
  }
}
