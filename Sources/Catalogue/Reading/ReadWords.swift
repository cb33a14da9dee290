internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func words(_ element: Element) {
    let fields = Fields(element, sink, children: ["word", "vague", "clear"])
    for child in fields.children("word") {
      guard let word = word(child) else { continue }
      if let earlier = catalogue.words.plain.first(where: { $0.official == word.official }) {
        sink.error(
          "bad-word", word.span, zh: "“\(word.official)”写了两次", en: "'\(word.official)' stands twice",
          notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "first here"), at: earlier.span)],
          help: [Message(zh: "只留一个", en: "keep one")])
      } else {
        catalogue.words.plain.append(word)
      }
    }
    for child in fields.children("vague") {
      let vague = Fields(child, sink, attributes: ["words", "kind"])
      guard let words = vague.required("words") else { continue }
      catalogue.words.vague.append(
        VagueWord(
          words: words, kind: vague.choice("kind", as: VagueWord.Kind.self) ?? .vague, remedy: vague.content()))
    }
    for child in fields.children("clear") {
      if let words = Fields(child, sink, attributes: ["words"]).required("words") {
        catalogue.words.clear.append(words)
      }
    }
  }

  private func word(_ element: Element) -> Word? {
    let fields = Fields(element, sink, attributes: ["official", "plain", "use", "not-in"])
    guard let official = fields.required("official"), fields.required("use") != nil,
      let use = fields.choice("use", as: Word.Use.self)
    else { return nil }
    let plain = element["plain"]?.value ?? ""
    let notIn = fields.words("not-in").map(\.text)
    if let reason = fault(official, plain, use) {
      sink.error(
        "bad-word", element["plain"]?.span ?? element.span, zh: reason.zh, en: reason.en,
        help: [
          Message(
            zh: "改写法，或者改成 use=\"person\"，由人来改", en: "mend the words, or write use=\"person\" and leave it to a person")
        ])
      return nil
    }
    return Word(official: official, plain: plain, use: use, notIn: notIn, note: element.text, span: element.span)
  }

  /// Why the program may not put these words in by itself: it would lose a number or a “not”, or change a text twice.
  private func fault(_ official: String, _ plain: String, _ use: Word.Use) -> Message? {
    guard use != .person else { return nil }
    if plain.contains(official) {
      return Message(zh: "“\(plain)”里还有“\(official)”，会越换越长", en: "'\(plain)' holds '\(official)' again")
    }
    let digits = { (text: String) in text.filter { $0.isASCII && $0.isNumber } }
    if !digits(official).isEmpty, digits(official) != digits(plain) {
      return Message(zh: "换了以后少了数字：“\(official)”", en: "a number of '\(official)' is lost")
    }
    let negations: Set<Character> = ["不", "未", "没", "无", "非"]
    if official.contains(where: negations.contains), !plain.contains(where: negations.contains) {
      return Message(zh: "换了以后少了否定：“\(official)”", en: "the “not” of '\(official)' is lost")
    }
    let gaps = official.count { $0 == "…" }
    if gaps > 1 || plain.count(where: { $0 == "…" }) != gaps {
      return Message(zh: "省略号（…）至多一个，两边要一样", en: "at most one '…', and the same in both")
    }
    return nil
  }
}
