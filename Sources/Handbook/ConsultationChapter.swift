/// A change that people are asked about, as a chapter.
public struct ConsultationChapter: Sendable {
  public struct Change: Sendable {
    public var target: Reference
    public var before: String?
    public var after: String?
  }
  public struct Outcome: Sendable {
    /// In words.
    public var day: String
    public var isoDay: String
    public var sentence: Sentence
  }

  public var id: String
  public var title: String
  public var summary: String?
  /// `open`, `closed`, `adopted`, `rejected`.
  public var status: String
  /// “正在征求意见，2026年3月31日截止”.
  public var state: String
  /// “2026年3月1日至2026年3月31日”.
  public var period: String
  public var isoFrom: String
  public var isoUntil: String
  public var certainty: String?
  public var changes: [Change]
  /// Comments are taken on the edition's day.
  public var isOpen: Bool
  public var comments: String?
  public var outcome: Outcome?

  public var reference: Reference { Reference(.consultation, id, title, detail: state) }
}

extension Handbook {
  /// What people are asked about a chapter: one line each on its page.
  public func consultations(on chapter: Reference) -> [ConsultationChapter] {
    consultations.filter { $0.changes.contains { $0.target.kind == chapter.kind && $0.target.id == chapter.id } }
  }
}
