internal import Diagnostics

/// Collects problems while reading goes on. Reading never stops at the first.
final class Sink {
  private(set) var diagnostics: [Diagnostic] = []
  /// Names met while reading, checked when every file has been read: they may be declared in any order.
  var references: [Reference] = []
  /// Ids that stand somewhere but could not be read: that was reported there, so their uses are not.
  var excused: Set<String> = []

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func error(
    _ id: String, _ span: Span, zh: String, en: String, notes: [Diagnostic.Note] = [], help: [Message] = []
  ) {
    report(Diagnostic(id, .error, at: span, Message(zh: zh, en: en), notes: notes, help: help))
  }

  func warning(
    _ id: String, _ span: Span, zh: String, en: String, notes: [Diagnostic.Note] = [], help: [Message] = []
  ) {
    report(Diagnostic(id, .warning, at: span, Message(zh: zh, en: en), notes: notes, help: help))
  }
}

/// “Did you mean”: a help line when something close exists, else what there is to choose from if that is short.
func suggestion(for word: String, among candidates: some Sequence<String>) -> [Message] {
  let sorted = Set(candidates).sorted()
  if let near = nearest(word, in: sorted) {
    return [Message(zh: "您是不是想写 '\(near)'？", en: "did you mean '\(near)'?")]
  }
  guard !sorted.isEmpty, sorted.count <= 16 else { return [] }
  let list = sorted.map { "'\($0)'" }.joined(separator: ", ")
  return [Message(zh: "可以写：\(list)", en: "one of: \(list)")]
}
