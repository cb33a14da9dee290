public import CanonicalJSON
public import Catalogue

/// A matter that goes on as it was, under another id: for its readers nothing ends and nothing begins.
extension EditionChanges {
  /// The id under which a subject that is gone goes on; `nil` = it does not.
  public func newID(of subject: Subject, _ notes: ChangeNotes) -> String? {
    guard let list = subject.kind.list, to.record(list, subject.id) == nil,
      let ids = notes.successors(of: subject, in: to.edition).value, ids.count == 1, let id = ids.first,
      from.record(list, id) == nil, let old = from.record(list, subject.id), let new = to.record(list, id)
    else { return nil }
    return EditionChanges.isSame(old, new) ? id : nil
  }

  /// The id that a subject had before; `nil` = it is no such subject.
  public func oldID(of subject: Subject, _ notes: ChangeNotes) -> String? {
    notes.note(on: subject, in: to.edition)?.mergedFrom.first {
      newID(of: .init(subject.kind, $0), notes) == subject.id
    }
  }

  /// A subject that is new by its id only, with what is different from what it was under the old one; `nil` = it is new.
  public func continued(_ entry: Entry, _ notes: ChangeNotes) -> Entry? {
    guard entry.isNew, let list = entry.subject.kind.list, let new = entry.new,
      let id = oldID(of: entry.subject, notes), var old = from.record(list, id)
    else { return nil }
    old["id"] = .string(entry.subject.id)
    let difference = Difference(fields: .all, names: EditionChanges.names(in: [from, to]))
    return Entry(subject: entry.subject, old: old, new: new, changes: difference.changes(old, new))
  }

  /// By its names: `title` and `official`.
  public static func isSame(_ old: JSONValue, _ new: JSONValue) -> Bool {
    old["title"] == new["title"] && old["official"] == new["official"]
  }
}
