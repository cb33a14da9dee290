import ArgumentParser
import Diagnostics

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一种问题：什么意思，怎么改。Explains a diagnostic.",
    discussion: "不写编号就列出全部。Without an id, all of them are listed.")

  @Argument(help: "方括号里的编号，例如 unknown-evidence。The id in brackets at the end of a report's first line.")
  var id: String?

  func run() throws {
    let terminal = Terminal()
    let pages = DiagnosticPage.all
    guard let id else {
      let width = pages.map(\.id.count).max() ?? 0
      for page in pages {
        let gap = String(repeating: " ", count: width + 2 - page.id.count)
        terminal.print(page.id + gap + page.summary(in: terminal.language))
      }
      return
    }
    guard let page = pages.first(where: { $0.id == id }) else {
      terminal.say(Message(zh: "没有 '\(id)' 这种问题", en: "there is no diagnostic '\(id)'"))
      if let near = nearest(id, in: pages.map(\.id)) {
        terminal.say(Message(zh: "您是不是想写 '\(near)'？", en: "did you mean '\(near)'?"))
      } else {
        terminal.say(Message(zh: "`onebook explain` 列出全部", en: "`onebook explain` lists them all"))
      }
      throw ExitCode(64)
    }
    terminal.print(page.text(in: terminal.language))
  }
}

/// A page of `diagnostics.md`: what a diagnostic means, with a bad and a good example.
struct DiagnosticPage {
  var id: String
  var explanation: Message
  var bad: [Substring]
  var good: [Substring]

  /// The pages, in the order of their ids. A page that is not of the form is left out; a test sees to it that none is.
  static let all: [DiagnosticPage] = {
    let source = String(decoding: PackageResources.diagnostics_md, as: UTF8.self)
    var pages: [[Substring]] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { pages.append([]) }
      if !pages.isEmpty { pages[pages.count - 1].append(line) }
    }
    return pages.compactMap(DiagnosticPage.init)
  }()

  /// `## id`, a Chinese paragraph, an English one, two fenced examples.
  private init?(_ lines: [Substring]) {
    guard let title = lines.first else { return nil }
    let fences = lines.indices.filter { lines[$0].hasPrefix("```") }
    guard fences.count == 4 else { return nil }
    let paragraphs = lines[1..<fences[0]].split(separator: "").map { $0.joined(separator: "\n") }
    guard paragraphs.count == 2 else { return nil }
    id = String(title.dropFirst(3))
    explanation = Message(zh: paragraphs[0], en: paragraphs[1])
    bad = Array(lines[(fences[0] + 1)..<fences[1]])
    good = Array(lines[(fences[2] + 1)..<fences[3]])
  }

  /// The first sentence.
  func summary(in language: Language) -> String {
    switch language {
    case .chinese: return String(explanation.zh.prefix { $0 != "。" })
    case .english:
      let sentence = explanation.en.split(separator: ". ").first ?? ""
      return String(sentence.last == "." ? sentence.dropLast() : sentence)
    }
  }

  func text(in language: Language) -> String {
    let wrong = Message(zh: "错：", en: "Wrong:")
    let right = Message(zh: "对：", en: "Right:")
    func block(_ title: Message, _ lines: [Substring]) -> [String] {
      ["", title[language], ""] + lines.map { $0.isEmpty ? "" : "    " + $0 }
    }
    return ([id, "", explanation[language]] + block(wrong, bad) + block(right, good)).joined(separator: "\n")
  }
}
