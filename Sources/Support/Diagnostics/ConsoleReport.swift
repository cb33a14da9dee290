/// Diagnostics as text for a person at a terminal, or one line each for an editor or a pipe.
///
/// The text depends only on the diagnostics, whatever order they come in: sorted by file, offset and id, equal ones
/// once. Nothing that stands in a file can reach the terminal as a command.
public struct ConsoleReport: Sendable {
  public enum Format: Sendable {
    /// The source line with marks under it, notes and help.
    case full
    /// `path:line:column: error: summary [id]`; the severity is always the English word, which editors look for.
    case short
  }

  public var language: Language
  public var format: Format
  /// Whether to write ANSI colours; the caller knows if there is a terminal.
  public var colour: Bool
  private let sources: [String: SourceText]

  /// A report on the files that were read. A diagnostic in a file that is not among the sources has no line and column.
  public init(
    sources: some Sequence<SourceText>, language: Language, format: Format = .full, colour: Bool = false
  ) {
    self.language = language
    self.format = format
    self.colour = colour
    self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The report, every line of it ended; empty if there is nothing to report.
  public func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.inReadingOrder().map(text).joined()
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let summary = diagnostic.summary[language].harmless + " [\(diagnostic.id.harmless)]"
    guard format == .full else {
      return "\(place(of: diagnostic.span))\(diagnostic.severity.rawValue): \(summary)\n"
    }
    var text = headline(Label(diagnostic.severity), summary, at: diagnostic.span)
    for note in diagnostic.notes {
      text += headline(.note, note.message[language].harmless, at: note.span)
    }
    for help in diagnostic.help {
      text += headline(.help, help[language].harmless, at: nil)
    }
    return text
  }

  /// `path:line:column: label: message` and the line it speaks of; without a span, `   label: message`.
  private func headline(_ label: Label, _ message: String, at span: Span?) -> String {
    let word = paint("\(label.word):", label.colour)
    guard let span else { return "   \(word) \(message)\n" }
    var text = paint(place(of: span), .bold) + "\(word) \(message)\n"
    if let source = sources[span.file], let snippet = Snippet(of: span, in: source) {
      let number = String(source.position(of: span.offset).line)
      let gutter = String(repeating: " ", count: max(0, 5 - number.count))
      let blank = String(repeating: " ", count: gutter.count + number.count)
      text += "\(gutter)\(number) | \(snippet.text)\n"
      text += "\(blank) | \(String(repeating: " ", count: snippet.indent))\(paint(snippet.marks, label.colour))\n"
    }
    return text
  }

  private func place(of span: Span) -> String {
    guard let position = sources[span.file]?.position(of: span.offset) else { return "\(span.file.harmless): " }
    return "\(span.file.harmless):\(position.line):\(position.column): "
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    self.colour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// ANSI "select graphic rendition" codes.
private enum Colour: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case cyan = "1;36"
  case green = "1;32"
}

private enum Label {
  case error, warning, note, help

  init(_ severity: Diagnostic.Severity) { self = severity == .error ? .error : .warning }

  /// The words that editors look for; the sentence after them is in the reader's language.
  var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .help: "help"
    }
  }

  var colour: Colour {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    case .help: .green
    }
  }
}
