/// A stretch of a source file, in bytes of its UTF-8 text. Line and column are computed only when somebody reads them.
public struct Span: Hashable, Sendable {
  /// The path as the user gave it, relative to where the catalogue stands.
  public var file: String
  /// Offset of the first byte in the file's UTF-8 text.
  public var offset: Int
  /// Length in bytes; 0 for a point.
  public var length: Int

  public init(file: String, offset: Int, length: Int) {
    self.file = file
    self.offset = offset
    self.length = length
  }
}

/// A sentence in the two languages of the program's own voice.
public struct Message: Hashable, Sendable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String { language == .chinese ? zh : en }
}

/// The languages the program itself speaks.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One problem, said once: what rule is broken, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// `error`: the output would mislead someone. `warning`: it is poorer than it could be.
  public enum Severity: String, Sendable, Comparable {
    case error, warning
    public static func < (a: Self, b: Self) -> Bool { a == .error && b == .warning }
  }

  /// A pointer to another place that matters.
  public struct Note: Hashable, Sendable {
    public var message: Message
    public var span: Span?
    public init(_ message: Message, at span: Span? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// A stable word, such as `unknown-evidence`: what `onebook explain` takes.
  public var id: String
  public var severity: Severity
  public var span: Span
  /// The rule with the name of the thing; no full stop.
  public var summary: Message
  public var notes: [Note]
  public var help: [Message]

  public init(
    _ id: String, _ severity: Severity = .error, at span: Span, _ summary: Message,
    notes: [Note] = [], help: [Message] = []
  ) {
    self.id = id
    self.severity = severity
    self.span = span
    self.summary = summary
    self.notes = notes
    self.help = help
  }
}
