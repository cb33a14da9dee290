import Catalogue
import Diagnostics

extension Proofreader {
  /// Words that leave open what is meant, and official words where plain ones would do.
  func checkWords() {
    let plainWords = PlainWords(catalogue)
    let vagueness = Vagueness(catalogue.words)
    for text in catalogue.texts where text.role != .staff {
      let result = plainWords(text.text)
      if !result.replaced.isEmpty {
        rewrites.append(Proofs.Rewrite(owner: text.owner, replaced: result.replaced, span: text.span))
      }
      if let found = vagueness.first(in: text.text) { report(found, in: text) }
      var said: Set<String> = []
      for word in result.left where said.insert(word.official).inserted { suggest(word, in: text) }
    }
  }

  /// What a person has to bring, do or answer cannot be left open; elsewhere it is only poor.
  private func report(_ found: Vagueness.Found, in text: PageText) {
    let span = place(of: found.words, in: text.span)
    let help = [
      found.remedy ?? Message(zh: "逐一写明；依据里没有就删", en: "name them one by one; what no article names is removed")
    ]
    if found.kind == .catchAll, [.requirement, .condition, .step, .situation].contains(text.role) {
      error(
        "catch-all-words", span, zh: "“\(found.words)”是兜底的话，没有人知道指什么",
        en: "'\(found.words)' may mean anything: nobody can prepare for it", help: help)
    } else {
      warning(
        "vague-words", span, zh: "“\(found.words)”没有说清楚", en: "'\(found.words)' leaves open what is meant", help: help)
    }
  }

  private func suggest(_ word: Word, in text: PageText) {
    let plain =
      word.plain.isEmpty
      ? Message(zh: "删去，", en: "remove it: ") : Message(zh: "可以写“\(word.plain)”：", en: "such as '\(word.plain)': ")
    let note =
      !word.note.isEmpty
      ? Message(zh: word.note, en: word.note)
      : Message(zh: "它在这里夹在句子中间，要由人来改", en: "here it is not a clause by itself, so a person has to word it")
    warning(
      "official-words", place(of: word.official, in: text.span), zh: "“\(word.official)”是公文的说法",
      en: "'\(word.official)' is official language", help: [Message(zh: plain.zh + note.zh, en: plain.en + note.en)])
  }
}
