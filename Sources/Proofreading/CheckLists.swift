import Catalogue
import Diagnostics

extension Proofreader {
  /// Two items with one list: it may be so, or one guide was pasted under the other's title.
  func checkLists() {
    var known: [Set<Line>: ServiceItem] = [:]
    for item in items where !faulty.contains(item.span.file) {
      let lines = Set((item.requirements.value ?? []).flatMap(\.all).map(Line.init))
      // One paper, and what an agent adds to it, is what many matters ask for.
      guard lines.count(where: { $0.when == .always }) > 1 else { continue }
      guard let earlier = known[lines] else {
        known[lines] = item
        continue
      }
      warning(
        "identical-list", item.span, zh: "'\(item.id)' 的材料和 '\(earlier.id)' 的一模一样",
        en: "the list of '\(item.id)' is the same as that of '\(earlier.id)'",
        notes: [Diagnostic.Note(Message(zh: "另一个事项在这里", en: "the other item is here"), at: earlier.span)],
        help: [
          Message(
            zh: "对照依据查一查，是不是贴错了；确实一样的，在 book.xml 里写 <accept id=\"identical-list\" …>",
            en:
              "compare both with their articles; if they are the same, write <accept id=\"identical-list\" …> in book.xml"
          )
        ])
    }
  }

  /// What a line asks for, whatever it is called and wherever it stands.
  private struct Line: Hashable {
    var evidence: String
    var of: String?
    var treatment: Requirement.Treatment
    var originals: Stated<Int>
    var copies: Stated<Int>
    var when: Condition

    init(_ requirement: Requirement) {
      evidence = requirement.evidence
      of = requirement.of
      treatment = requirement.treatment
      originals = requirement.originals
      copies = requirement.copies
      when = requirement.when
    }
  }
}
