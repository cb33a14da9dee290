internal import Diagnostics

extension Catalogue {
  /// Errors that do not stop a build: they suspend a decision, and the rules hold again; or they block the scenarios that
  /// they concern, and these are printed as separate guides.
  public static let bearableErrors: Set<String> = ["decision-stale", "decision-expired", "catch-all"]
}

extension ReadCatalogue {
  /// Whether a book can be made: nothing is wrong that would mislead in more than the scenarios concerned.
  public var isBearable: Bool {
    !diagnostics.contains { $0.severity == .error && !Catalogue.bearableErrors.contains($0.id) }
  }
}

extension CatalogueReader {
  /// Decisions whose text has changed, whose day is past, or that contradict each other.
  func checkDecisionsHold() {
    let decisions = catalogue.decisions.values.sorted { $0.id < $1.id }
    for decision in decisions {
      switch decision.state(on: catalogue.book?.date, in: catalogue) {
      case .live: continue
      case .stale:
        for source in decision.sources {
          guard let now = catalogue.digest(of: source.place), now != source.digest else { continue }
          sink.error(
            "decision-stale", source.span, zh: "决定 '\(decision.id)' 依据的原文变了，决定暂停",
            en: "the text that '\(decision.id)' decided on has changed: it is suspended",
            notes: [Diagnostic.Note(Message(zh: "现在的原文在这里", en: "the text as it is now"), at: place(source))],
            help: [
              Message(
                zh: "重新看一遍；仍然这样定，就改成 hash=\"\(now)\"", en: "look again; if it still holds, write hash=\"\(now)\"")
            ])
        }
      case .expired:
        sink.error(
          "decision-expired", decision.span,
          zh: "决定 '\(decision.id)' 到 \(decision.until?.description ?? "") 为止，已经过期",
          en: "'\(decision.id)' held until \(decision.until?.description ?? "")",
          help: [Message(zh: "重新决定，改 until，或删去", en: "decide anew and change until, or remove it")])
      }
    }
    for (index, decision) in decisions.enumerated() where decision.verdict == .merge {
      for other in decisions where other.verdict == .split && sharesPair(decision, other) {
        sink.error(
          "contradicting-decisions", other.span, zh: "'\(other.id)' 要分开，'\(decision.id)' 却要合并",
          en: "'\(other.id)' splits what '\(decision.id)' merges",
          notes: [Diagnostic.Note(Message(zh: "另一个决定在这里", en: "the other decision is here"), at: decision.span)],
          help: [Message(zh: "只留一个", en: "keep one")])
      }
      for other in decisions[(index + 1)...] where other.verdict == .drop && sharesPair(decision, other, 1) {
        sink.error(
          "contradicting-decisions", other.span, zh: "'\(other.id)' 不要，'\(decision.id)' 却要合并",
          en: "'\(other.id)' drops what '\(decision.id)' merges",
          notes: [Diagnostic.Note(Message(zh: "另一个决定在这里", en: "the other decision is here"), at: decision.span)],
          help: [Message(zh: "只留一个", en: "keep one")])
      }
    }
  }

  private func sharesPair(_ a: Decision, _ b: Decision, _ least: Int? = nil) -> Bool {
    let both = Set(a.sources.map(\.place)).intersection(b.sources.map(\.place))
    return both.count >= (least ?? min(2, b.sources.count))
  }

  private func place(_ source: Decision.Source) -> Span {
    switch source.place {
    case .requirement(let item, let id):
      (catalogue.items[item]?.requirements.value ?? []).flatMap(\.all).first { $0.id == id }?.span ?? source.span
    case .evidence(let id): catalogue.evidence[id]?.span ?? source.span
    }
  }
}
