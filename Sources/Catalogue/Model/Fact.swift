public import Diagnostics

/// A question with a finite number of answers, in which conditions are written.
public struct Fact: Hashable, Sendable {
  public struct Option: Hashable, Sendable {
    public var id: String
    /// As an answer: `委托别人代办`.
    public var text: String
    /// As the tail of “如果…”.
    public var whenText: String
    public var span: Span

    package init(id: String, text: String, whenText: String, span: Span) {
      self.id = id
      self.text = text
      self.whenText = whenText
      self.span = span
    }
  }

  public var id: String
  public var ask: String
  public var options: [Option]
  /// Several options may hold at once.
  public var many: Bool
  public var note: String?
  public var checked: Checked
  public var span: Span

  package init(
    id: String, ask: String, options: [Option], many: Bool, note: String?, checked: Checked, span: Span
  ) {
    self.id = id
    self.ask = ask
    self.options = options
    self.many = many
    self.note = note
    self.checked = checked
    self.span = span
  }

  public func option(_ id: String) -> Option? { options.first { $0.id == id } }
}

/// Whose a paper is: a person or a vehicle, as the book names it (本人, 原车主, 旧车).
public struct Subject: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case person, vehicle }
  public var id: String
  public var kind: Kind
  public var name: String
  public var span: Span
}
