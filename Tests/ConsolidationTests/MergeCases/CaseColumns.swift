/// Columns that a case can write in several ways.
extension CaseRow {
  /// `["paper"]`, or what each office takes: `{"A": ["paper"]}`.
  struct Media: Decodable {
    var column: String
    var text: String

    init(from decoder: any Decoder) throws {
      if let list = try? OneOrMany<String>(from: decoder) {
        (column, text) = ("media", list.values.sorted().joined(separator: " "))
      } else {
        let offices = try [String: OneOrMany<String>](from: decoder)
        (column, text) = ("mediaByService", CaseRow.text(offices.mapValues(\.values)))
      }
    }
  }

  /// How many documents, or the days on which each may be issued: `2`, `[-60, 0]`, `[[-30, 0], [70, 100]]`.
  struct Documents: Decodable {
    var count: Int
    var windows: [ClosedRange<Int>]?

    private struct Document: Decodable {
      var days: [Int]

      init(from decoder: any Decoder) throws {
        if let list = try? [Int](from: decoder) {
          days = list
          return
        }
        var fields = try ObjectFields(decoder)
        days = try fields.take("issueWindow", "window", as: [Int].self) ?? []
        _ = try fields.take("sources", as: [String].self)
        try fields.finish()
      }
    }

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Int.self) {
        count = number
        return
      }
      let days = try (try? [Int](from: decoder)).map { [$0] } ?? [Document](from: decoder).map(\.days)
      let ranges = days.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
      guard ranges.count == days.count else { throw CaseError("a window is [first day, last day]", decoder.codingPath) }
      (count, windows) = (ranges.count, ranges)
    }
  }

  /// `10`, `[5, 10]`, or who wants it when: `{"A/m": 5}` or `{"A": 5}`.
  struct Due: Decodable {
    var column: String
    var text: String

    init(from decoder: any Decoder) throws {
      if let list = try? OneOrMany<Int>(from: decoder) {
        (column, text) = ("due", CaseRow.text(days: list.values))
      } else {
        let days = try [String: Int](from: decoder)
        column = days.keys.contains { $0.contains("/") } ? "dueBySource" : "dueByService"
        text = days.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      }
    }
  }
}
