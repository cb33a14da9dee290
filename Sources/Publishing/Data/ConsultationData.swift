import Handbook

/// A consultation as data.
struct ConsultationData: Encodable {
  struct Change: Encodable {
    /// One of the two.
    var item: String?
    var scenario: String?
    var before: String?
    var after: String?
  }
  struct Outcome: Encodable {
    var on: String
    var sentence: SentenceData
  }
  var id: String
  var title: String
  var summary: String?
  var status: String
  var from: String
  var until: String
  var certainty: String?
  var changes: [Change]
  var comments: String?
  var outcome: Outcome?

  init(_ chapter: ConsultationChapter) {
    id = chapter.id
    title = chapter.title
    summary = chapter.summary
    status = chapter.status
    from = chapter.isoFrom
    until = chapter.isoUntil
    certainty = chapter.certainty
    changes = chapter.changes.map { change in
      Change(
        item: change.target.kind == .item ? change.target.id : nil,
        scenario: change.target.kind == .scenario ? change.target.id : nil, before: change.before, after: change.after)
    }
    comments = chapter.comments
    outcome = chapter.outcome.map { Outcome(on: $0.isoDay, sentence: SentenceData($0.sentence)) }
  }
}
