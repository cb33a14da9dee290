extension Sequence<Diagnostic> {
  /// Sorted by file, offset and id, equal ones once: the same text however the files were read.
  ///
  /// What still ties is ordered by severity and wording, so that nothing depends on the order of arrival.
  public func inReadingOrder() -> [Diagnostic] {
    Set(self).sorted { a, b in
      if a.span.file != b.span.file { return a.span.file < b.span.file }
      if a.span.offset != b.span.offset { return a.span.offset < b.span.offset }
      if a.id != b.id { return a.id < b.id }
      if a.span.length != b.span.length { return a.span.length < b.span.length }
      if a.severity != b.severity { return a.severity < b.severity }
      return a.wording.lexicographicallyPrecedes(b.wording)
    }
  }
}

extension Diagnostic {
  /// Everything it says, and where its notes point.
  fileprivate var wording: [String] {
    [summary.en, summary.zh] + help.flatMap { [$0.en, $0.zh] }
      + notes.flatMap { note in
        [note.message.en, note.message.zh, note.span?.file ?? "", String(note.span?.offset ?? -1)]
          + [String(note.span?.length ?? -1)]
      }
  }
}
