public import Diagnostics

/// A value in three states: *not stated* is not *none*, and neither is zero. Prints 未提供, 无, or the value.
public enum Stated<Value: Hashable & Sendable>: Hashable, Sendable {
  case notStated
  case none
  case known(Value)

  public var value: Value? { if case .known(let value) = self { value } else { nil } }
}

/// How sure the catalogue is of a fact. The book shows everything that is not `.yes`.
public enum Checked: String, Sendable, CaseIterable, Comparable {
  /// Read in the text of the source itself.
  case yes
  /// Known only from a retelling of the source.
  case secondary
  /// General knowledge or practice that nobody compared with a source.
  case no

  /// Surer first.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .yes: 0
    case .secondary: 1
    case .no: 2
    }
  }
}

/// A place in a legal instrument: the instrument's id and the article as the law numbers it (`12`, `27末款`, `50(一)`).
public struct Citation: Hashable, Sendable {
  public var law: String
  /// `nil` cites the instrument as a whole.
  public var article: String?

  public init(law: String, article: String?) {
    self.law = law
    self.article = article
  }
}

/// A sentence of the catalogue with where it comes from and when it holds.
public struct Statement: Hashable, Sendable {
  public var text: String
  public var basis: [Citation]
  public var checked: Checked
  public var when: Condition
  public var span: Span
}
