import Catalogue
import Consolidation

extension FlowBuilder {
  private var phrases: Phrases { book.phrases }

  /// The scenario's edges into a member, from those with whom it is ever there together.
  private func edges(into index: Int) -> [Scenario.Edge] {
    survey.scenario.edges.filter { edge in
      guard edge.then == members[index].id, let first = members.firstIndex(where: { $0.id == edge.first }) else {
        return false
      }
      return zip(present[first], present[index]).contains { $0 && $1 }
    }
  }

  private func name(_ member: String) -> String {
    members.first { $0.id == member }.map { book.item($0.item).text } ?? member
  }

  /// For which answers both ends of one of the edges take part.
  private func both(_ edges: [Scenario.Edge], _ index: Int) -> String? {
    let firsts = members.indices.filter { first in edges.contains { $0.first == members[first].id } }
    let clauses = Clauses(
      survey.space,
      holds: survey.plans.indices.map { situation in
        present[index][situation] && firsts.contains { present[$0][situation] }
      })
    return clauses.isAlways ? nil : book.encoded(clauses)
  }

  /// What lies on the way to a member: papers from members before it, then days to wait.
  func slips(_ index: Int) -> [FlowSketch.Slip] {
    var slips: [FlowSketch.Slip] = []
    let edges = edges(into: index)
    let papers = edges.filter { if case .handover = $0.kind { true } else { false } }
    let names = papers.compactMap(paper).uniqued()
    if !names.isEmpty {
      // A line for each, if there are few.
      let lines = names.flatMap {
        FittedText.lines($0, size: FlowDiagram.Role.paper.size, width: FlowBuilder.textWidth)
      }
      let texts = lines.count <= 3 ? names : [phrases.flowPapers]
      slips.append(FlowSketch.Slip(kind: .paper, texts: texts, when: both(papers, index)))
    }
    let sources = graph.edges.count { $0.to == index }
    for edge in edges {
      guard case .wait(let duration) = edge.kind else { continue }
      let days = phrases.duration(duration)
      let text = sources > 1 ? phrases.flowWait(days, after: name(edge.first)) : phrases.flowWait(days)
      slips.append(FlowSketch.Slip(kind: .wait, texts: [text], when: both([edge], index)))
    }
    return slips
  }

  private func paper(_ edge: Scenario.Edge) -> String? {
    guard case .handover(let evidence) = edge.kind else { return nil }
    return book.evidenceReference(evidence).text
  }

  /// A layer in words.
  func step(_ layer: Int, _ row: [Int]) -> FlowPart.Step {
    let meet = survey.plans.indices.contains { situation in row.count { present[$0][situation] } > 1 }
    let together = row.count > 1 ? (meet ? phrases.flowTogether : phrases.flowOneOf) : nil
    let any = Clauses(
      survey.space, holds: survey.plans.indices.map { situation in row.contains { present[$0][situation] } })
    return FlowPart.Step(
      label: phrases.flowLabel(layer + 1, together),
      entries: row.map { index in
        let member = members[index]
        let when = survey.members.first { $0.value.id == member.id }?.when ?? .always
        return FlowPart.Step.Entry(
          item: book.item(member.item),
          text: phrases.inParentheses([place(member), time(member)].joined(separator: phrases.comma))
            + relations(index).map { phrases.semicolon + $0 }.joined(),
          when: book.when(when, survey.scenario.questions))
      }, when: When(words: nil, clauses: any.isAlways ? nil : book.encoded(any), open: nil))
  }

  /// Everything that a member waits for or gets, each in a clause; what follows from the rest is not said again.
  private func relations(_ index: Int) -> [String] {
    let edges = edges(into: index)
    var clauses: [String] = []
    func names(_ chosen: (Scenario.Edge) -> Bool) -> [String] {
      edges.filter { edge in
        chosen(edge) && graph.edges.contains { $0.to == index && members[$0.from].id == edge.first }
      }.map { name($0.first) }.uniqued()
    }
    let handing = Set(edges.compactMap { edge in paper(edge).map { _ in edge.first } })
    let first = names { edge in
      if case .before(result: false) = edge.kind { !handing.contains(edge.first) } else { false }
    }
    if !first.isEmpty { clauses.append(phrases.flowAfter(first)) }
    for edge in edges {
      if let paper = paper(edge) { clauses.append(phrases.flowUses(paper, from: name(edge.first))) }
    }
    for edge in edges {
      if case .wait(let duration) = edge.kind {
        clauses.append(phrases.flowWaits(phrases.duration(duration), after: name(edge.first)))
      }
    }
    let results = names { if case .before(result: true) = $0.kind { true } else { false } }
    if !results.isEmpty { clauses.append(phrases.flowBeforeResult(results)) }
    return clauses.uniqued()
  }
}
