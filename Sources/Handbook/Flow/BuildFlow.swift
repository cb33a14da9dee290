import Catalogue
import Consolidation

extension BookBuilder {
  /// The picture of a scenario; `nil` where there is nothing to put in order.
  func flow(_ survey: Survey, results: [ScenarioChapter.ResultEntry]) -> FlowPart? {
    guard survey.problems.isEmpty else { return nil }
    let builder = FlowBuilder(self, survey)
    guard builder.members.count > 1 else { return nil }
    return builder.part(results)
  }
}

/// Works out one scenario's picture: which boxes, which arrows, which words.
struct FlowBuilder {
  let book: BookBuilder
  let survey: Survey
  /// Those that take part in some situation, in the catalogue's order.
  let members: [Scenario.Member]
  /// Which members are there in which situation.
  let present: [[Bool]]
  /// All edges between members that are ever there together.
  private let full: FlowGraph
  let graph: FlowGraph
  let times: MemberTimes
  private var phrases: Phrases { book.phrases }
  /// What a box of the narrow drawing has room for, at least about.
  static let textWidth = 130

  init(_ book: BookBuilder, _ survey: Survey) {
    self.book = book
    self.survey = survey
    let scenario = survey.scenario
    let taking = Set(survey.members.map(\.value.id))
    let members = scenario.members.filter { taking.contains($0.id) }
    self.members = members
    let plans = survey.plans.map { plan in Set(plan.members.map(\.id)) }
    let present = members.map { member in plans.map { $0.contains(member.id) } }
    self.present = present
    let dropped = Set(survey.plans.flatMap(\.dropped))
    func edges(_ counts: (Scenario.Edge) -> Bool) -> [FlowGraph.Edge] {
      scenario.edges.filter { counts($0) && !dropped.contains($0) }.compactMap { edge in
        guard let from = members.firstIndex(where: { $0.id == edge.first }),
          let to = members.firstIndex(where: { $0.id == edge.then }),
          zip(present[from], present[to]).contains(where: { $0 && $1 })
        else { return nil }
        return FlowGraph.Edge(from: from, to: to)
      }
    }
    full = FlowGraph(count: members.count, edges: edges { _ in true })
    // An arrow with a wait on it says more than an order.
    graph = full.reduced(keeping: Set(edges { if case .wait = $0.kind { true } else { false } }))
    times = MemberTimes(survey.plans)
  }

  func part(_ results: [ScenarioChapter.ResultEntry]) -> FlowPart {
    let layers = graph.layers
    let rows = (0...(layers.max() ?? 0)).map { layer in members.indices.filter { layers[$0] == layer } }
    let sketch = FlowSketch(
      nodes: members.indices.map(node), graph: graph, edgeWhen: edgeWhens,
      start: phrases.flowStart, end: end(results),
      steps: rows.enumerated().map { (phrases.flowStep($0.offset + 1), together($0.element)) })
    return FlowPart(
      title: phrases.flowTitle(survey.scenario.title),
      summary: rows.enumerated().map { index, row in
        phrases.flowSummary(index + 1, together(row), row.map { book.item(members[$0].item).text })
      }.joined() + phrases.flowEnd(results.map(\.text)),
      narrow: FlowDiagram(sketch, columns: 2, width: FlowPart.narrowWidth),
      wide: FlowDiagram(sketch, columns: 4, width: FlowPart.wideWidth),
      steps: rows.enumerated().map { index, row in step(index, row) },
      end: phrases.flowEnd(results.map(\.text)),
      legend: legend(sketch))
  }

  // MARK: Conditions

  private func clauses(_ holds: (Int) -> Bool) -> Clauses {
    Clauses(survey.space, holds: survey.plans.indices.map(holds))
  }

  private func encoded(_ clauses: Clauses) -> String? { clauses.isAlways ? nil : book.encoded(clauses) }

  private func memberWhen(_ member: Int) -> When {
    let found = survey.members.first { $0.value.id == members[member].id }
    return book.when(found?.when ?? .always, survey.scenario.questions)
  }

  /// Something that stands at, before or after a member in a situation.
  private func isLed(_ member: Int, _ situation: Int) -> Bool {
    present[member][situation] || members.indices.contains { graph.reaches($0, member) && present[$0][situation] }
  }
  private func leads(_ member: Int, _ situation: Int) -> Bool {
    present[member][situation] || graph.ends.contains(member) || members.indices.contains { graph.reaches(member, $0) }
  }

  /// An arrow stays while something comes to it: an order holds across what drops out.
  private var edgeWhens: [FlowGraph.Edge: String] {
    var result: [FlowGraph.Edge: String] = [:]
    let all = graph.edges + graph.ends.map { FlowGraph.Edge(from: $0, to: members.count) }
    for edge in all {
      let live = clauses { situation in
        isLed(edge.from, situation)
          && (edge.to == members.count || present[edge.to][situation]
            || members.indices.contains { graph.reaches(edge.to, $0) && present[$0][situation] })
      }
      result[edge] = encoded(live)
    }
    return result
  }

  /// What is said of a layer of several: they run side by side, or they exclude each other.
  private func together(_ row: [Int]) -> String? {
    guard row.count > 1 else { return nil }
    let meet = survey.plans.indices.contains { situation in row.count { present[$0][situation] } > 1 }
    return meet ? phrases.flowTogether : phrases.flowOneOf
  }

  // MARK: Boxes

  private func node(_ index: Int) -> FlowSketch.Node {
    let member = members[index]
    let when = memberWhen(index)
    var texts = [FlowSketch.Text(text: book.item(member.item).text, role: .name)]
    texts.append(FlowSketch.Text(text: place(member), role: .place))
    let time = time(member)
    texts.append(FlowSketch.Text(text: time, role: time == phrases.flowTimeUnknown ? .unknown : .time))
    if let words = when.words {
      // Two lines of a box hold so much.
      let said = phrases.ifCondition(words)
      let fits = FittedText.lines(said, size: FlowDiagram.Role.condition.size, width: FlowBuilder.textWidth).count <= 2
      texts.append(FlowSketch.Text(text: fits ? said : phrases.allowed(.limited), role: .condition))
    }
    let into = graph.edges.filter { $0.to == index }
    let entered = clauses { situation in
      into.contains { isLed($0.from, situation) } && leads(index, situation)
    }
    return FlowSketch.Node(
      id: member.id, texts: texts, conditional: when.words != nil, when: when.clauses, slips: slips(index),
      entered: into.isEmpty ? nil : encoded(entered))
  }

  /// Where one has to go; where one need not, whose matter it is.
  func place(_ member: Scenario.Member) -> String {
    let own = survey.steps.map(\.value).filter { $0.member == member.id }
    let places = own.compactMap { step -> String? in
      guard step.isOnSite, case .agency(let id) = step.place else { return nil }
      return book.agency(id).text
    }.uniqued()
    if places.count > 2 { return phrases.andOthers(places.prefix(2).joined(separator: phrases.separator)) }
    if !places.isEmpty { return places.joined(separator: phrases.separator) }
    let agency = book.catalogue.items[member.item].map { book.agency($0.agency).text } ?? ""
    return own.contains { $0.actor == .applicant } ? agency : phrases.noNeedToGo(agency)
  }

  func time(_ member: Scenario.Member) -> String {
    let all = times.times[member.id] ?? []
    let spans = MemberTimes.undominated(all.flatMap(\.spans))
    let isLong = spans.contains { $0.working > 0 || $0.calendar > 0 }
    let complete = all.allSatisfy(\.complete)
    guard isLong else { return complete ? phrases.instant : phrases.flowTimeUnknown }
    let text = book.wording.words(spans)
    if !complete { return phrases.atLeast(text) }
    return all.count > 1 ? phrases.atMost(text) : phrases.within(text)
  }

  private func end(_ results: [ScenarioChapter.ResultEntry]) -> [FlowSketch.Text] {
    // More than four would make the end the largest box of the picture.
    let sorted = results.filter { $0.when.words == nil } + results.filter { $0.when.words != nil }
    let shown = sorted.prefix(results.count > 4 ? 3 : 4)
    var texts = [FlowSketch.Text(text: results.isEmpty ? phrases.flowDone : phrases.flowGet, role: .name)]
    texts += shown.map { result in
      let maybe = result.when.words == nil ? "" : phrases.inParentheses(phrases.allowed(.limited))
      return FlowSketch.Text(text: result.text + maybe, role: .result)
    }
    if results.count > shown.count {
      texts.append(FlowSketch.Text(text: phrases.flowMoreResults(results.count - shown.count), role: .result))
    }
    return texts
  }

  private func legend(_ sketch: FlowSketch) -> [String] {
    let slips = sketch.nodes.flatMap(\.slips)
    return [
      phrases.flowReading,
      sketch.nodes.contains(where: \.conditional) ? phrases.flowDashed : nil,
      slips.contains { $0.kind == .paper } ? phrases.flowPaper : nil,
    ].compactMap { $0 }
  }
}
