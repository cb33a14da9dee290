internal import Diagnostics

extension CatalogueReader {
  /// Entries of a list that are no paper.
  func checkCatchAlls() {
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
    }
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
