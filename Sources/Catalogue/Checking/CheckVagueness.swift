internal import Diagnostics

extension CatalogueReader {
  /// Words in a requirement that leave open what to bring, or when. With a `when` the case is clear.
  func checkVagueness() {
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      for case .catchAll(let entry) in item.requirements.value ?? [] {
        sink.error(
          "catch-all", entry.span, zh: "“\(entry.text)”没有写明是什么，没有人能带来",
          en: "'\(entry.text)' is nothing that a person could bring",
          notes: [
            Diagnostic.Note(
              Message(
                zh: "有它的事先不合并，书里把各个事项分开印", en: "scenarios with it are not merged: their items are printed side by side")
            )
          ],
          help: [
            Message(
              zh: "查清是哪几样，逐项写成 <requirement>，否则删掉",
              en: "find out which they are and write each as a <requirement>, or remove it")
          ])
      }
      for requirement in (item.requirements.value ?? []).flatMap(\.all) where requirement.when == .always {
        for note in requirement.notes where note.when == .always {
          guard let word = vagueWord(in: note.text) else { continue }
          sink.warning(
            "vague-requirement", place(of: word, in: note.span), zh: "“\(word)”没有说清带什么、什么时候带",
            en: "'\(word)' does not say what to bring, or when",
            help: [
              Message(
                zh: "写明是哪几样；只在某种情形要的，写 when", en: "name the papers; what is needed only in some case takes a when")
            ])
        }
      }
    }
  }

  /// The first words of a text that leave something open; of the names of papers only such as name none (其他共有人 is
  /// clear). A list that ends in 等 is open too; 等 elsewhere is waiting.
  private func vagueWord(in text: String) -> String? {
    let open = /必要时|视情况|(其他|其它|相关|有关|等)(材料|证明|文件|资料|证件|手续|凭证)/
    let list = /、[^、，。；]*?(?<end>等)(?=$|[，。；）])/
    let found = [
      text.firstMatch(of: open).map { ($0.range.lowerBound, String($0.output.0)) },
      text.firstMatch(of: list).map { ($0.range.lowerBound, String($0.output.end)) },
    ].compactMap { $0 }
    return found.min { $0.0 < $1.0 }?.1
  }

  /// Where a word stands in the text that a span points at, or that follows the start tag it points at; the span itself
  /// where a reference or a line break stands in the word.
  private func place(of word: String, in span: Span) -> Span {
    guard let bytes = texts[span.file] else { return span }
    let isTag = bytes.indices.contains(span.offset) && bytes[span.offset] == UInt8(ascii: "<")
    let start = min(isTag ? span.offset + span.length : span.offset, bytes.count)
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let wanted = Array(word.utf8)
    let found = (start...end).first { bytes[$0..<end].starts(with: wanted) }
    return found.map { Span(file: span.file, offset: $0, length: wanted.count) } ?? span
  }

  /// Content that no possible answer reaches.
  func checkReach() {
    for scenario in catalogue.scenarios.values.sorted(by: { $0.id < $1.id })
    where !faultyFiles.contains(scenario.span.file) {
      let excluded = scenario.impossible.reduce(Condition.never) { $0 || $1.when }
      // Where no situation is left at all, that is reported.
      guard excluded.counterexamples(over: scenario.questions, limit: 1)?.isEmpty != true else { continue }
      for member in scenario.members where member.when != .always {
        // Where every answer either excludes itself or leaves the member out.
        let absent = excluded || !member.when
        guard absent.counterexamples(over: scenario.questions, limit: 1)?.isEmpty == true else { continue }
        sink.warning(
          "unreachable", member.span, zh: "怎么回答，'\(member.id)' 都不参加", en: "no answer brings '\(member.id)' in",
          help: [
            Message(zh: "改正 when 或 <impossible>，或删去这个成员", en: "correct when or <impossible>, or remove the member")
          ])
      }
    }
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) where !faultyFiles.contains(item.span.file) {
      for requirement in (item.requirements.value ?? []).flatMap(\.all) where requirement.when != .always {
        let names = requirement.when.facts.sorted()
        let facts = names.compactMap { catalogue.facts[$0] }
        guard facts.count == names.count, (!requirement.when).counterexamples(over: facts, limit: 1)?.isEmpty == true
        else { continue }
        sink.warning(
          "unreachable", requirement.span, zh: "'\(requirement.id)' 的条件怎么也不成立",
          en: "the condition of '\(requirement.id)' never holds",
          help: [Message(zh: "改正 when，或删去这一条", en: "correct when, or remove the requirement")])
      }
    }
  }
}
