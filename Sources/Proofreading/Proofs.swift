public import Catalogue
public import Consolidation
public import Diagnostics

/// What a careful colleague says of a catalogue that can be read and merged: is it plain, clear, complete, and still true?
public struct Proofs: Sendable {
  /// Findings, in reading order.
  public let diagnostics: [Diagnostic]
  /// Plain words that the book puts in by itself, by page.
  public let rewrites: [Rewrite]
  /// What each item states of what a guide has to state.
  public let completeness: Completeness

  /// Plain words in place of official ones, in one text.
  public struct Rewrite: Hashable, Sendable {
    public var owner: PageText.Owner
    public var replaced: [PlainWords.Replacement]
    public var span: Span
  }

  /// `besides`: what reading and merging reported. A file with an error is not proofread for what is missing from it.
  public init(
    _ catalogue: Catalogue, surveys: [String: Survey], sources: [SourceText], besides reported: [Diagnostic] = []
  ) {
    let proofreader = Proofreader(catalogue, sources, reported)
    proofreader.checkWords()
    proofreader.checkForm()
    proofreader.checkNames()
    proofreader.checkBases()
    proofreader.checkDays()
    proofreader.checkPapers()
    proofreader.checkLists()
    proofreader.checkAgents()
    proofreader.checkMessages()
    proofreader.checkMessagePrivacy()
    proofreader.checkPersonalData()
    proofreader.checkAge()
    for survey in surveys.values.sorted(by: { $0.scenario.id < $1.scenario.id }) { proofreader.checkQuestions(survey) }
    diagnostics = proofreader.diagnostics.inReadingOrder()
    rewrites = proofreader.rewrites
    completeness = Completeness(catalogue)
  }
}

/// Holds what every check needs and collects what it says. One method a check, in the `Check…` files.
final class Proofreader {
  let catalogue: Catalogue
  let isChinese: Bool
  let items: [ServiceItem]
  private(set) var diagnostics: [Diagnostic] = []
  var rewrites: [Proofs.Rewrite] = []
  let sources: [SourceText]
  private let bytes: [String: [UInt8]]
  /// Files with an error: what is missing from them may only be unread.
  let faulty: Set<String>

  init(_ catalogue: Catalogue, _ sources: [SourceText], _ reported: [Diagnostic]) {
    self.catalogue = catalogue
    self.sources = sources
    isChinese = catalogue.book?.lang.hasPrefix("zh") ?? true
    items = catalogue.items.values.sorted { $0.id < $1.id }
    bytes = Dictionary(sources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    faulty = Set(reported.filter { $0.severity == .error }.map(\.span.file))
  }

  func error(_ id: String, _ span: Span, zh: String, en: String, notes: [Diagnostic.Note] = [], help: [Message]) {
    diagnostics.append(Diagnostic(id, .error, at: span, Message(zh: zh, en: en), notes: notes, help: help))
  }

  func warning(_ id: String, _ span: Span, zh: String, en: String, notes: [Diagnostic.Note] = [], help: [Message]) {
    diagnostics.append(Diagnostic(id, .warning, at: span, Message(zh: zh, en: en), notes: notes, help: help))
  }

  /// Where words stand in a stretch of a file.
  func place(of words: some StringProtocol, in span: Span) -> Span {
    bytes[span.file].map { span.place(of: words, in: $0) } ?? span
  }

  /// The text that follows a start tag, up to the next tag.
  func content(after tag: Span) -> Span {
    guard let bytes = bytes[tag.file], bytes.indices.contains(tag.offset) else { return tag }
    let start = min(tag.offset + tag.length, bytes.count)
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return start < end ? Span(file: tag.file, offset: start, length: end - start) : tag
  }
}
