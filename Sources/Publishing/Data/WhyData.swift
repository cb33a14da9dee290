import Handbook

/// Why something is as it is, as data: from a scenario's records each office's own list can be rebuilt.
struct WhyData: Encodable {
  struct Input: Encodable {
    var member: String
    var item: String
    var requirement: String
    /// File and line in the catalogue.
    var source: String
    /// What the guide states, field by field; what it does not state is absent.
    var stated: [String: String]
    var basis: [String]
    var certainty: String?
    var when: WhenData?
  }
  /// What each input says, in their order, and what came of it; in words.
  struct Field: Encodable {
    var name: String
    var values: [String]
    var result: String
    var rules: [String]
  }
  struct Saved: Encodable {
    var lines: Int
    var originals: Int
    var copies: Int
  }
  struct Decision: Encodable {
    var id: String
    var verdict: String
    var by: String
    var reason: String
    var on: String
    var until: String?
  }

  var id: String
  var kind: String
  var title: String
  var rules: [String]
  var inputs: [Input]
  var fields: [Field]
  var saves: Saved?
  var decision: Decision?
  var when: WhenData?

  init(_ record: WhyRecord) {
    id = record.id
    kind = record.kind.rawValue
    title = record.title
    rules = record.rules
    inputs = record.inputs.map { input in
      Input(
        member: input.member, item: input.item.id, requirement: input.requirement, source: input.place,
        stated: input.stated, basis: input.basis, certainty: input.mark, when: WhenData(input.when))
    }
    fields = record.fields.map { Field(name: $0.name, values: $0.values, result: $0.result, rules: $0.rules) }
    saves =
      record.kind == .line ? Saved(lines: record.saved[0], originals: record.saved[1], copies: record.saved[2]) : nil
    decision = record.verdict.map { verdict in
      Decision(
        id: verdict.id, verdict: verdict.verdict, by: verdict.people, reason: verdict.reason, on: verdict.date,
        until: verdict.until)
    }
    when = WhenData(record.when)
  }
}

/// The separate guides and the merged list, counted alike.
struct CountData: Encodable {
  struct Row: Encodable {
    /// `guide`, `before`, `after` or `saved`.
    var kind: String
    var item: String?
    /// Figure -> what it comes to, in words.
    var figures: [String: String]
  }
  /// How often one goes to a place, before and after.
  struct Visits: Encodable {
    var place: String
    var before: Int
    var after: Int
  }
  var story: String
  var rows: [Row]
  var visits: [Visits]

  init(_ table: CountTable) {
    visits = table.visits.map { Visits(place: $0.place, before: $0.before, after: $0.after) }
    story = table.story
    rows = table.rows.map { row in
      Row(
        kind: row.kind.rawValue, item: row.item?.id,
        figures: Dictionary(
          zip(table.columns.map(\.id), row.cells).map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
