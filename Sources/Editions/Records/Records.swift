import CanonicalJSON
import Catalogue

/// Turns the catalogue's values into records: what the book promises, without places in files, comments or layout. What
/// is not stated is absent, what is known to be none is `"none"`. Lists are sets: where order means something, the
/// records say so in members of their own (a step's `after`), so that moved lines are no change.
struct Records {
  let catalogue: Catalogue

  /// A list of records; `nil` when there are none.
  static func list(_ records: [JSONValue]) -> JSONValue? { records.isEmpty ? nil : .array(records) }

  func stated<Value>(_ value: Stated<Value>, _ record: (Value) -> JSONValue) -> JSONValue? {
    switch value {
    case .notStated: nil
    case .none: "none"
    case .known(let value): record(value)
    }
  }

  func count(_ value: Stated<Int>) -> JSONValue? { stated(value) { .integer($0) } }
  func text(_ text: String?) -> JSONValue? { text.flatMap { $0.isEmpty ? nil : .string($0) } }
  func texts(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .set(texts) }
  func flag(_ value: Bool) -> JSONValue? { value ? true : nil }
  func when(_ condition: Condition) -> JSONValue? { condition == .always ? nil : .string(condition.source) }
  /// How sure one is, where that is less than sure.
  func checked(_ checked: Checked) -> JSONValue? { checked == .yes ? nil : .string(checked.rawValue) }

  /// `registration§25`, as the catalogue writes it.
  func basis(_ citations: [Citation]) -> JSONValue? {
    citations.isEmpty ? nil : .set(citations.map { $0.law + ($0.article.map { "§" + $0 } ?? "") })
  }

  func statement(_ statement: Statement) -> JSONValue {
    .record([
      "text": .string(statement.text), "when": when(statement.when), "basis": basis(statement.basis),
      "checked": checked(statement.checked),
    ])
  }

  func statements(_ statements: [Statement]) -> JSONValue? { Records.list(statements.map(statement)) }

  func duration(_ duration: Duration) -> JSONValue {
    .record(["n": .integer(duration.days), "unit": .string(duration.unit == .workingDays ? "wd" : "cd")])
  }

  func limit(_ limit: Stated<TimeLimit>) -> JSONValue? { stated(limit) { duration($0.duration) } }
}
