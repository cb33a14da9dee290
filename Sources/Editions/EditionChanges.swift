public import CanonicalJSON

/// What is different between two editions, subject by subject. The page, the notice board, the errata slip and the feed
/// all read this, so they cannot disagree.
public struct EditionChanges: Sendable {
  /// Something with a page and a history of its own; everything else belongs to the edition as a whole.
  public struct Subject: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case guide, scenario, agency, notice, edition, event

      /// The list of a snapshot that holds such records.
      public var list: String? {
        switch self {
        case .guide: "guides"
        case .scenario: "scenarios"
        case .agency: "agencies"
        case .notice: "consultations"
        case .edition, .event: nil
        }
      }
    }
    public var kind: Kind
    public var id: String

    public init(_ kind: Kind, _ id: String) {
      self.kind = kind
      self.id = id
    }

    public var json: JSONValue { ["type": .string(kind.rawValue), "id": .string(id)] }
    /// What a subscription names: `guide/vehicle-transfer`.
    public var topic: String { kind.rawValue + "/" + id }
  }

  public struct Entry: Hashable, Sendable {
    public var subject: Subject
    /// The whole record; `nil` = it was, or is, not there.
    public var old: JSONValue?
    public var new: JSONValue?
    /// Empty for a subject that is gone.
    public var changes: [Change]

    public init(subject: Subject, old: JSONValue?, new: JSONValue?, changes: [Change]) {
      self.subject = subject
      self.old = old
      self.new = new
      self.changes = changes
    }

    public var isNew: Bool { old == nil }
    public var isGone: Bool { new == nil }
  }

  public let from: Snapshot
  public let to: Snapshot
  /// Guides, scenarios, agencies, notices by id; then the edition.
  public let entries: [Entry]

  public init(from: Snapshot, to: Snapshot) {
    self.from = from
    self.to = to
    let difference = Difference(fields: .all, names: EditionChanges.names(in: [from, to]))
    var entries: [Entry] = []
    for kind in Subject.Kind.allCases {
      guard let list = kind.list else { continue }
      let (old, new) = (EditionChanges.table(from, list), EditionChanges.table(to, list))
      for id in Set(old.keys).union(new.keys).sorted(by: { $0.precedes($1) }) where old[id] != new[id] {
        entries.append(
          Entry(
            subject: Subject(kind, id), old: old[id], new: new[id],
            changes: EditionChanges.changes(difference, old[id], new[id])))
      }
    }
    let whole = difference.changes(from.whole, to.whole)
    if !whole.isEmpty {
      entries.append(Entry(subject: Subject(.edition, to.edition), old: from.whole, new: to.whole, changes: whole))
    }
    self.entries = entries
  }

  public var isEmpty: Bool { entries.isEmpty }

  private static func changes(_ difference: Difference, _ old: JSONValue?, _ new: JSONValue?) -> [Change] {
    switch (old, new) {
    case (let old?, let new?): difference.changes(old, new)
    case (nil, let new?):
      [
        Change(
          operation: .add, path: [], before: nil, after: new, impact: .unknown, isMajor: true, isRewording: false,
          field: "")
      ]
    default: []
    }
  }

  /// What an entry of a list is known by in a change's path.
  public static func key(of entry: JSONValue) -> String { entry.key }

  static func table(_ snapshot: Snapshot, _ list: String) -> [String: JSONValue] {
    Dictionary((snapshot.records[list]?.elements ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Papers by every name they have, longest first.
  static func names(in snapshots: [Snapshot]) -> [String] {
    let papers = snapshots.flatMap { $0.records["papers"]?.elements ?? [] }
    let names = papers.flatMap { [$0["name"]?.text ?? ""] + ($0["aliases"]?.elements ?? []).compactMap(\.text) }
    return Set(names.filter { $0.count > 1 }).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// As it is kept, `editions/<id>/changes.json`: subject by subject; the union of the edition's events says the same.
  /// `labels`: each entry's changes in words. For a first edition there is nothing to compare with: `from` is null.
  public static func json(from: String?, to: String, _ entries: [Entry], labels: [[String]]) -> JSONValue {
    .record([
      "schema": 1, "from": from.map { .string($0) } ?? .null, "to": .string(to),
      "subjects": .array(
        zip(entries, labels).map { entry, labels in
          .record([
            "subject": entry.subject.json, "added": entry.isNew ? true : nil, "removed": entry.isGone ? true : nil,
            "changes": .array(zip(entry.changes, labels).map { $0.json(labelled: $1) }),
          ])
        }),
    ])
  }

  /// The newer edition, made from the older one and these changes alone.
  public func applied() throws(PatchProblem) -> Snapshot {
    var result = from
    result.edition = to.edition
    result.date = to.date
    for entry in entries {
      guard let list = entry.subject.kind.list else {
        result.setWhole(try from.whole.applying(entry.changes))
        continue
      }
      var table = EditionChanges.table(result, list)
      table[entry.subject.id] =
        entry.isGone ? nil : entry.isNew ? entry.changes.first?.after : try entry.old?.applying(entry.changes)
      result.records[list] = table.isEmpty ? nil : JSONValue.array(Array(table.values)).settled
    }
    return result
  }
}

extension Snapshot {
  private static var subjectLists: [String] { EditionChanges.Subject.Kind.allCases.compactMap(\.list) }

  /// What belongs to no single subject.
  var whole: JSONValue { .object(records.filter { !Snapshot.subjectLists.contains($0.key) }) }

  mutating func setWhole(_ whole: JSONValue) {
    records = records.filter { Snapshot.subjectLists.contains($0.key) }.merging(whole.members ?? [:]) { $1 }
  }
}
