import CanonicalJSON
import Diagnostics
import Editions

/// Where in a record a change stands: which list, which line of it, which member of that.
struct ChangePlace {
  /// The first member on the way that is a list or a group: `materials`; of the edition as a whole, the second.
  let list: String
  /// The line of the list that it is in or that it is, as it is now, else as it was.
  let line: JSONValue?
  /// The last member: what changed.
  let member: String
  /// The change is an entry that came, went, or was replaced as a whole.
  let isEntry: Bool
  /// The line before the change.
  let before: JSONValue?
  let entry: EditionChanges.Entry

  init(_ change: Change, _ entry: EditionChanges.Entry) {
    let field = change.field.split(separator: "/").map(String.init)
    self.entry = entry
    list = field.first ?? ""
    isEntry = field.last == "*"
    member = field.last { $0 != "*" } ?? ""
    // The line nearest to the change: what stands under the last key on the way.
    let depth = field.lastIndex(of: "*").map { $0 + 1 } ?? 0
    let path = Array(change.path.prefix(depth))
    before = depth == 0 ? nil : ChangePlace.find(path, in: entry.old)
    line = depth == 0 ? nil : ChangePlace.find(path, in: entry.new) ?? before
  }

  /// A text, or an entry that is one: said again, not set to a value.
  var isSentence: Bool { isEntry || member == "text" }

  /// What the line is called: a charge, a person's question.
  var lineName: String? {
    for key in ["name", "title", "ask", "text", "id"] { if let text = line?[key]?.text { return text } }
    return nil
  }

  private static func find(_ path: [String], in record: JSONValue?) -> JSONValue? {
    path.reduce(record) { place, segment in
      guard let place else { return nil }
      guard let elements = place.elements else { return place[segment] }
      return elements.first { EditionChanges.key(of: $0) == segment }
    }
  }
}

extension Span {
  /// What is made from records stands in no file.
  static let nowhere = Span(file: "", offset: 0, length: 0)
}
