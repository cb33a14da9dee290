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
      case .stale: for source in decision.sources { checkText(of: source, decision) }
      case .expired:
        let until = decision.until?.description ?? ""
        sink.error(
          "decision-expired", decision.span, zh: "决定 '\(decision.id)' 到 \(until) 为止，已经过期",
          en: "'\(decision.id)' held until \(until), and this edition is later",
          help: [Message(zh: "重新决定，改 until，或删去", en: "decide anew and change until, or remove it")])
      }
    }
    // One that is suspended contradicts nothing.
    let live = decisions.filter { $0.state(on: catalogue.book?.date, in: catalogue) == .live }
    for decision in live where decision.verdict == .merge {
      for other in live where other.verdict == .split && sharesPair(decision, other) {
        contradiction(of: decision, other, zh: "要分开", en: "splits")
      }
      for other in live where other.verdict == .drop && sharesPair(decision, other, 1) {
        contradiction(of: decision, other, zh: "不要", en: "drops")
      }
    }
  }

  private func checkText(of source: Decision.Source, _ decision: Decision) {
    guard let now = catalogue.digest(of: source.place), now != source.digest else { return }
    let text = place(source)
    guard isDigest(source.digest) else {
      sink.error(
        "bad-hash", source.span, zh: "'\(source.digest)' 不是原文的指纹", en: "'\(source.digest)' is not the hash of a text",
        notes: [Diagnostic.Note(Message(zh: "原文在这里", en: "the text is here"), at: text)],
        help: [Message(zh: "看过原文，就写 hash=\"\(now)\"", en: "look at the text, then write hash=\"\(now)\"")])
      return
    }
    // Of a text in which something is wrong: that has to be put right before anybody decides on it.
    if faultyFiles.contains(text.file) { return }
    sink.error(
      "decision-stale", source.span, zh: "决定 '\(decision.id)' 依据的原文变了，决定暂停",
      en: "the text that '\(decision.id)' decided on has changed: it is suspended",
      notes: [Diagnostic.Note(Message(zh: "现在的原文在这里", en: "the text as it is now"), at: text)],
      help: [
        Message(
          zh: "重新看一遍；仍然这样定，就改成 hash=\"\(now)\"", en: "look again; if it still holds, write hash=\"\(now)\"")
      ])
  }

  private func contradiction(of decision: Decision, _ other: Decision, zh: String, en: String) {
    sink.error(
      "contradicting-decisions", other.span, zh: "'\(other.id)' \(zh)，'\(decision.id)' 却要合并",
      en: "'\(other.id)' \(en) what '\(decision.id)' merges",
      notes: [Diagnostic.Note(Message(zh: "另一个决定在这里", en: "the other decision is here"), at: decision.span)],
      help: [Message(zh: "只留一个", en: "keep one")])
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
