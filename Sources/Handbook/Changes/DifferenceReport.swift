public import CanonicalJSON
public import Editions

/// The differences of two editions for `onebook diff`: in words for people, as data for programs.
public struct DifferenceReport: Sendable {
  private let changes: EditionChanges
  private let phrases: Phrases
  private let labels: [[String]]

  public init(_ changes: EditionChanges, lang: String) {
    self.changes = changes
    phrases = Phrases(lang: lang)
    let words = ChangeLabels(changes, phrases)
    labels = changes.entries.map(words.labels)
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// Subject by subject, a line a change.
  public var text: String {
    var lines = ["\(changes.from.edition) → \(changes.to.edition)"]
    if changes.isEmpty { lines.append(phrases.noDifference) }
    for (entry, labels) in zip(changes.entries, labels) {
      let title = (entry.new ?? entry.old)?["title"]?.text ?? phrases.wholeBook
      lines += [
        "", "\(title)\(phrases.inParentheses(entry.subject.topic)) \(phrases.kind(of: entry, isCorrection: false))",
      ]
      lines += zip(entry.changes, labels).map { change, label in
        let mark = [phrases.mark(change.impact), change.isRewording ? phrases.alsoReworded : nil].compactMap(\.self)
        return "  " + (mark.isEmpty ? "" : "[\(mark.joined(separator: " "))] ") + label
      }
    }
    return lines.joined(separator: "\n")
  }

  /// `changes.json` of the newer edition, from here.
  public var json: JSONValue {
    EditionChanges.json(from: changes.from.edition, to: changes.to.edition, changes.entries, labels: labels)
  }
}

extension Phrases {
  var noDifference: String { say("没有不同", "no difference") }
}
