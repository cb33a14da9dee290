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

  /// By its names: `title` and `official`.
  public static func isSame(_ old: JSONValue, _ new: JSONValue) -> Bool {
    old["title"] == new["title"] && old["official"] == new["official"]
  }
}
