/// Explains the words of the glossary where a chapter first uses them, each once.
package struct TermFinder {
  private let terms: [(words: [String], term: Handbook.Term)]
  private let allWords: [String]

  /// A term may name several words: 抵押、解除抵押.
  package init(_ glossary: [Handbook.Term]) {
    terms = glossary.map { term in
      (term.name.split(separator: "、").map { $0.trimmed }.filter { !$0.isEmpty }, term)
    }
    allWords = terms.flatMap { $0.words }
  }

  /// The terms to explain after each section, by the section's id; sections in the order of the page.
  package func terms(in sections: [(id: String, texts: [String])]) -> [String: [Handbook.Term]] {
    var explained: Set<Int> = []
    var found: [String: [Handbook.Term]] = [:]
    for (id, texts) in sections {
      let text = texts.joined(separator: "\n")
      for number in terms.indices where !explained.contains(number) && uses(text, number) {
        explained.insert(number)
        found[id, default: []].append(terms[number].term)
      }
    }
    return found
  }

  /// 号牌 in 临时号牌 is not the word 号牌 where 临时号牌 is explained itself.
  private func uses(_ text: String, _ number: Int) -> Bool {
    terms[number].words.contains { word in
      var rest = text
      for longer in allWords where longer.count > word.count && longer.contains(word) {
        rest = rest.replacing(longer, with: "")
      }
      return rest.contains(word)
    }
  }
}

extension ScenarioChapter {
  /// What each section of the page says, in the order of the page: `ScenarioBody` sets them so.
  func texts(_ phrases: Phrases) -> [(id: String, texts: [String])] {
    func sentences(_ entries: [ItemSentence]) -> [String] { entries.map(\.sentence.text) }
    let papers = bring.flatMap(\.lines).flatMap { line -> [String] in
      [line.name(phrases)] + line.labels + line.treatment + line.notes.map { $0.sentence.text }
    }
    return [
      ("bring", papers), ("spared", notNeeded.flatMap { [$0.evidence.text, $0.why, $0.fallback ?? ""] }),
      ("given", handovers.map(\.evidence.text)), ("steps", timeline.flatMap(\.steps).map(\.text)),
      ("refused", sentences(refusals)), ("results", results.map(\.text)),
      ("time", times.flatMap { [$0.statutory, $0.promised ?? "", $0.remark] }),
      ("fees", fees.lines.flatMap { [$0.name, $0.remark] }), ("deadlines", sentences(deadlines)),
      ("pitfalls", sentences(pitfalls)), ("answers", answers.flatMap { [$0.question, $0.answer.text] }),
      ("messages", messages.map(\.text)),
    ]
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
