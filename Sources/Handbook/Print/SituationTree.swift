import Catalogue

/// Which questions tell situations apart, and along which answers: a question that makes no difference to what is told is
/// not asked, and answers that make none are one branch.
struct SituationTree {
  indirect enum Node: Equatable {
    /// Something that is told, by its number.
    case leaf(Int, path: [Branch])
    case question(Int, [(branch: Branch, then: Node)])

    static func == (a: Node, b: Node) -> Bool {
      switch (a, b) {
      case (.leaf(let one, let path), .leaf(let other, let others)): one == other && path == others
      case (.question(let one, let branches), .question(let other, let others)):
        one == other && branches.count == others.count
          && zip(branches, others).allSatisfy { $0.branch == $1.branch && $0.then == $1.then }
      default: false
      }
    }
  }

  /// Answers to one question between which nothing differs.
  struct Branch: Hashable {
    var question: Int
    /// Each a set of options, in the order in which they are offered.
    var answers: [Set<String>]
  }

  private typealias Rest = [Set<String>]

  let questions: [Fact]
  let situations: [Situation]
  /// What is told in each situation: the same number, the same sheet.
  let told: [Int]

  func root() -> Node { grow(Array(situations.indices), 0, []) }

  private func grow(_ members: [Int], _ question: Int, _ path: [Branch]) -> Node {
    guard question < questions.count, Set(members.map { told[$0] }).count > 1 else {
      return .leaf(members.first.map { told[$0] } ?? 0, path: path)
    }
    var branches: [(answers: [Set<String>], members: [Int], rest: [Rest: Int])] = []
    for (answer, group) in groups(members, question) {
      let rest = Dictionary(group.map { (self.rest($0, after: question), told[$0]) }) { first, _ in first }
      // Answers are one branch where everything that is told agrees; what cannot be (with one of them) disagrees with nothing.
      if let same = branches.firstIndex(where: { agree($0.rest, rest) }) {
        branches[same].answers.append(answer)
        branches[same].members += group.filter { branches[same].rest[self.rest($0, after: question)] == nil }
        branches[same].rest.merge(rest) { first, _ in first }
      } else {
        branches.append(([answer], group, rest))
      }
    }
    guard branches.count > 1 else { return grow(branches.first?.members ?? [], question + 1, path) }
    return .question(
      question,
      branches.map { entry in
        let branch = Branch(question: question, answers: entry.answers)
        return (branch, grow(entry.members, question + 1, path + [branch]))
      })
  }

  /// By the answer to the question, in the order in which answers first occur: that of the options.
  private func groups(_ members: [Int], _ question: Int) -> [(answer: Set<String>, members: [Int])] {
    var groups: [(answer: Set<String>, members: [Int])] = []
    for member in members {
      let answer = situations[member].answers[questions[question].id] ?? []
      if let same = groups.firstIndex(where: { $0.answer == answer }) {
        groups[same].members.append(member)
      } else {
        groups.append((answer, [member]))
      }
    }
    return groups
  }

  private func rest(_ member: Int, after question: Int) -> Rest {
    questions[(question + 1)...].map { situations[member].answers[$0.id] ?? [] }
  }

  private func agree(_ a: [Rest: Int], _ b: [Rest: Int]) -> Bool {
    let common = a.keys.filter { b[$0] != nil }
    return !common.isEmpty && common.allSatisfy { a[$0] == b[$0] }
  }
}
