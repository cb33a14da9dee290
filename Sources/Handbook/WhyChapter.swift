/// Why a scenario's lists are as they are, and how its figures are counted: the appendix that goes with its chapter.
public struct WhyChapter: Sendable {
  public var scenario: Reference
  /// Merged lines, requirements that are no line, what comes before what, charges.
  public var records: [WhyRecord]
  /// The savings, counted guide by guide in worked cases.
  public var counts: [CountTable]

  public func records(_ kind: WhyRecord.Kind) -> [WhyRecord] { records.filter { $0.kind == kind } }
}

/// One record in words, with the data behind it.
public struct WhyRecord: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case line, elimination, edge, total }

  /// A requirement as its office states it.
  public struct Input: Sendable {
    public var member: String
    public var item: Reference
    public var agency: String
    public var requirement: String
    /// `items/new-car.xml:12`
    public var place: String
    /// The name that the guide uses, where it is another.
    public var called: String?
    public var wants: [String]
    public var basis: [String]
    public var mark: String?
    /// What the catalogue states: field -> value; what is not stated is left out.
    public var stated: [String: String]
    public var when: When
  }

  /// A field of the merged line: what each input says and what came of it.
  public struct Field: Sendable {
    public var name: String
    public var label: String
    /// One a input; in words.
    public var values: [String]
    public var result: String
    public var rules: [String]
    /// Some guide states it.
    public var isTelling: Bool
  }

  /// What people decided.
  public struct Verdict: Sendable {
    public var id: String
    public var verdict: String
    public var people: String
    public var reason: String
    public var date: String
    public var until: String?
  }

  public struct Reason: Sendable {
    public var rule: String
    public var text: String
  }

  /// Stable: `mr.used-car.id-card.buyer`.
  public var id: String
  public var kind: Kind
  public var title: String
  /// The rules' stable words.
  public var rules: [String]
  /// Those of them that a person need hear, in sentences.
  public var reasons: [Reason]
  public var inputs: [Input]
  public var fields: [Field]
  public var verdict: Verdict?
  /// Lines, originals and copies that need not be brought again.
  public var saved: [Int]
  public var savedText: String?
  public var when: When
  /// By what people may ask for it.
  public var names: [String]

  /// Fields of which some guide states something.
  public var telling: [Field] { fields.filter { field in field.isTelling } }

  /// One office asks, and gets what it asks for: there is nothing to explain but who asks.
  public var isPlain: Bool { kind == .line && inputs.count < 2 && verdict == nil }
}

/// The separate guides and the merged list, counted with one yardstick in one situation.
public struct CountTable: Sendable {
  public struct Row: Sendable {
    public enum Kind: String, Sendable { case guide, before, after, saved }
    public var kind: Kind
    public var name: String
    public var item: Reference?
    /// In the order of `columns`.
    public var cells: [String]
  }
  public struct Visits: Sendable {
    public var place: String
    public var before: Int
    public var after: Int
  }
  /// A column's stable name, and its label.
  public var columns: [(id: String, label: String)]
  public var rows: [Row]
  /// How often one goes to each place, where most are made first.
  public var visits: [Visits]
  public var story: String
  public var notes: [String]

  /// 18件事各取一个例子，加在一起：材料 120→60样，跑 60→45趟.
  public func inOneLine(_ phrases: Phrases) -> String {
    func cell(_ kind: Row.Kind, _ column: String) -> String {
      guard let index = columns.firstIndex(where: { $0.id == column }), let row = rows.first(where: { $0.kind == kind })
      else { return "" }
      return row.cells[index]
    }
    return story
      + phrases.sparedInAll(
        lines: (cell(.before, "lines"), cell(.after, "lines")), trips: (cell(.before, "trips"), cell(.after, "trips")))
  }
}
