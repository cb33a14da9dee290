public import Diagnostics

/// Two evidence types with names so alike that they may be one paper. Likeness only proposes: nothing is merged because
/// of it. A person's answer (an alias, or a decision) settles it until one of the texts changes.
public struct Candidate: Hashable, Sendable {
  /// Evidence types, by id.
  public var first: String
  public var second: String
  /// The two names that are alike.
  public var names: [String]
  /// Where they stand.
  public var spans: [Span]
  /// In percent; 100 = the same characters in the same order.
  public var likeness: Int
}

extension Catalogue {
  /// Pairs of evidence types that wait for somebody to say whether they are one: both are asked for, nobody has decided,
  /// and they are no forms of different layouts.
  public var candidates: [Candidate] {
    // A decision that is suspended is reported as such, and waits under that name.
    let decided = Set(
      decisions.values.map { decision in
        Set(decision.sources.compactMap { if case .evidence(let id) = $0.place { id } else { nil } })
      })
    let requirements = items.values.sorted { $0.id < $1.id }.flatMap { ($0.requirements.value ?? []).flatMap(\.all) }
    let asked = Dictionary(grouping: requirements, by: \.evidence)
    let types = evidence.values.filter { $0.resolutions.isEmpty && asked[$0.id] != nil }.sorted { $0.id < $1.id }
    let names = types.map { type in ([type.name] + type.aliases).map { Name($0, type.span) } }
    let forms = types.map { type in Set((asked[type.id] ?? []).map { $0.template?.id }) }
    var found: [Candidate] = []
    for (index, type) in types.enumerated() {
      for other in types.indices.dropFirst(index + 1) {
        // Forms of their own layouts are different papers.
        if !forms[index].contains(nil), !forms[other].contains(nil), forms[index].isDisjoint(with: forms[other]) {
          continue
        }
        guard !decided.contains([type.id, types[other].id]),
          let (likeness, a, b) = Name.closest(names[index], names[other])
        else { continue }
        found.append(
          Candidate(
            first: type.id, second: types[other].id, names: [a.text, b.text], spans: [a.span, b.span],
            likeness: likeness))
      }
    }
    return found
  }
}

extension CatalogueReader {
  /// Names that somebody has to look at.
  func checkCandidates() {
    for candidate in catalogue.candidates {
      guard faultyFiles.isDisjoint(with: candidate.spans.map(\.file)) else { continue }
      sink.warning(
        "candidate", candidate.spans[1], zh: "“\(candidate.names[1])”和“\(candidate.names[0])”只差一点，是不是同一种材料，要有人定",
        en:
          "'\(candidate.names[1])' and '\(candidate.names[0])' are nearly alike: somebody has to say whether they are one paper",
        notes: [
          Diagnostic.Note(Message(zh: "另一种材料在这里", en: "the other evidence type is here"), at: candidate.spans[0])
        ],
        help: [
          Message(
            zh: "是同一种，合成一种材料，另一个名称写成 <alias>；不是，用 `onebook review` 记下决定",
            en: "if they are, make them one with an <alias>; if not, record that with `onebook review`")
        ])
    }
  }
}

/// A name as people wrote it, and what of it is compared.
private struct Name {
  let text: String
  let span: Span
  private let letters: [Character]
  /// Names with other numbers in them are other names: 表1, 表2.
  private let numbers: [Character]

  /// Names less alike than this are not worth a person's time.
  private static let least = 80

  init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
    letters = text.filter { !$0.isWhitespace && !"《》“”".contains($0) }
    numbers = letters.filter(\.isNumber)
  }

  /// The two most alike of two types' names; `nil` when none are alike enough.
  static func closest(_ some: [Name], _ others: [Name]) -> (Int, Name, Name)? {
    var best: (Int, Name, Name)?
    for a in some {
      for b in others {
        let likeness = a.likeness(to: b)
        if likeness >= least, likeness > best?.0 ?? 0 { best = (likeness, a, b) }
      }
    }
    return best
  }

  /// Twice the longest common subsequence over both lengths, in percent.
  private func likeness(to other: Name) -> Int {
    let total = letters.count + other.letters.count
    // Even if the shorter were part of the longer.
    guard numbers == other.numbers, total > 0, 200 * min(letters.count, other.letters.count) / total >= Name.least
    else { return 0 }
    var row = Array(repeating: 0, count: other.letters.count + 1)
    for letter in letters {
      var next = [0]
      for (index, own) in other.letters.enumerated() {
        next.append(letter == own ? row[index] + 1 : max(next[index], row[index + 1]))
      }
      row = next
    }
    return 200 * (row.last ?? 0) / total
  }
}
