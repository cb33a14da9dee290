internal import Diagnostics

extension CatalogueReader {
  func check(_ scenario: Scenario) {
    for question in scenario.questions where question.options.count < 2 {
      guard catalogue.facts[question.id] != nil || !pendingQuestions.contains(question.span) else { continue }
      sink.error(
        "too-few-options", question.span, zh: "问题 '\(question.id)' 至少要有两个选项", en: "question '\(question.id)' needs at least two options")
    }
    checkMemberConditions(scenario)
    checkHandovers(scenario)
    checkCycles(scenario)
    checkCases(scenario)
    for phase in Scenario.Phase.allCases where !scenario.messages.contains(where: { $0.phase == phase }) {
      let zh = [Scenario.Phase.before: "事前", .during: "事中", .after: "事后"][phase] ?? ""
      sink.warning(
        "missing-message", scenario.span, zh: "没有\(zh)消息", en: "there is no message for the phase '\(phase.rawValue)'",
        help: [Message(zh: "加一条 <message phase=\"\(phase.rawValue)\" on=\"…\">", en: "add a <message phase=\"\(phase.rawValue)\" on=\"…\">")])
    }
  }

  /// Whether a member takes part must follow from the answers: it cannot hang on a fact nobody is asked.
  private func checkMemberConditions(_ scenario: Scenario) {
    let asked = Set(scenario.questions.map(\.id))
    for member in scenario.members {
      for fact in member.when.facts.subtracting(asked).sorted() where catalogue.facts[fact] != nil {
        sink.error(
          "unasked-fact", member.span, zh: "成员 '\(member.id)' 取决于 '\(fact)'，这件事却没有问",
          en: "member '\(member.id)' depends on '\(fact)', which this scenario does not ask",
          help: [Message(zh: "在 <questions> 里加上 <question fact=\"\(fact)\"/>", en: "add <question fact=\"\(fact)\"/> to <questions>")])
      }
    }
  }

  private func checkHandovers(_ scenario: Scenario) {
    let members = Dictionary(scenario.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for edge in scenario.edges {
      guard case .handover(let evidence) = edge.kind, let from = members[edge.first], let to = members[edge.then],
        let giver = catalogue.items[from.item], let taker = catalogue.items[to.item],
        let name = catalogue.evidence[evidence]?.name
      else { continue }
      let given = giver.outputs.filter { $0.evidence == evidence }
      if given.isEmpty {
        sink.error(
          "handover-without-output", edge.span, zh: "事项 '\(giver.id)' 不产生“\(name)”", en: "item '\(giver.id)' does not give '\(evidence)'",
          notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: giver.span)],
          help: [Message(zh: "在事项的 <outputs> 里加上它，或改用 <before>", en: "add it to the item's <outputs>, or use <before>")])
        continue
      }
      let asked = (taker.requirements.value ?? []).flatMap(\.all).filter { covers($0, evidence) }
      let owners = Set(given.map { subject($0.of, evidence, from) })
      if asked.isEmpty || !asked.contains(where: { owners.contains(subject($0.of, evidence, to)) }) {
        let why =
          asked.isEmpty
          ? (zh: "事项 '\(taker.id)' 不要“\(name)”", en: "item '\(taker.id)' does not ask for '\(evidence)'")
          : (zh: "两边的“\(name)”不是同一个人、同一辆车的", en: "the '\(evidence)' of the two members belongs to different subjects")
        sink.error(
          "handover-without-requirement", edge.span, zh: why.zh, en: why.en,
          notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: taker.span)],
          help: [Message(zh: "核对 <as>，或改用 <before>", en: "check the members' <as>, or use <before>")])
      }
    }
  }

  private func covers(_ requirement: Requirement, _ evidence: String) -> Bool {
    requirement.evidence == evidence
      || catalogue.evidence[requirement.evidence]?.resolutions.contains { $0.evidence.contains(evidence) } == true
  }

  private func subject(_ role: String?, _ evidence: String, _ member: Scenario.Member) -> String? {
    guard let role = role ?? catalogue.defaultSubject(of: evidence) else { return nil }
    return member.subjects[role] ?? role
  }

  /// Members that wait for each other. Named with all of them; nothing is cut to get a result.
  private func checkCycles(_ scenario: Scenario) {
    var successors: [String: Set<String>] = [:]
    for edge in scenario.edges where edge.first != edge.then {
      if case .before(result: true) = edge.kind { continue }
      successors[edge.first, default: []].insert(edge.then)
    }
    for edge in scenario.edges where edge.first == edge.then {
      sink.error(
        "service-cycle", edge.span, zh: "'\(edge.first)' 要等自己", en: "'\(edge.first)' waits for itself")
    }
    for component in cycles(scenario.members.map(\.id), successors) {
      let span = scenario.edges.first { component.contains($0.first) && component.contains($0.then) }?.span ?? scenario.span
      let list = component.sorted().joined(separator: " → ")
      sink.error(
        "service-cycle", span, zh: "这些成员互相等待：\(list)", en: "these members wait for each other: \(list)",
        help: [Message(zh: "删去其中一条先后关系，或用条件把它们分开", en: "remove one of the edges, or separate them by conditions")])
    }
  }

  private func checkCases(_ scenario: Scenario) {
    for example in scenario.cases {
      for question in scenario.questions where example.situation.answers[question.id] == nil {
        sink.error(
          "unanswered-question", example.span, zh: "例子没有回答 '\(question.id)'", en: "the case does not answer '\(question.id)'",
          notes: [Diagnostic.Note(Message(zh: "问题在这里", en: "the question is here"), at: question.span)],
          help: [Message(zh: "加上 <answer question=\"\(question.id)\" is=\"…\"/>", en: "add <answer question=\"\(question.id)\" is=\"…\"/>")])
      }
      for impossible in scenario.impossible where impossible.when.resolved(in: example.situation) == .always {
        sink.error(
          "impossible-case", example.span, zh: "例子的回答不可能同时成立：\(impossible.reason)",
          en: "the case's answers contradict each other: \(impossible.reason)",
          notes: [Diagnostic.Note(Message(zh: "写在这里", en: "declared here"), at: impossible.span)])
      }
      if let book = catalogue.book, catalogue.calendar.years.isEmpty || !catalogue.calendar.years.contains(example.start.components.year) {
        sink.warning(
          "no-calendar", example.span, zh: "没有 \(example.start.components.year) 年的放假安排，日期算不出来",
          en: "the calendar of \(example.start.components.year) is not known: dates are not computed",
          notes: [Diagnostic.Note(Message(zh: "本版日期是 \(book.date)", en: "the edition is of \(book.date)"), at: book.span)])
      }
    }
  }
}

/// Groups of nodes that reach each other, each larger than one. Tarjan's algorithm, in stable order.
func cycles(_ nodes: [String], _ successors: [String: Set<String>]) -> [[String]] {
  var index: [String: Int] = [:]
  var low: [String: Int] = [:]
  var stack: [String] = []
  var result: [[String]] = []
  func visit(_ node: String) {
    index[node] = index.count
    low[node] = index[node]
    stack.append(node)
    for next in (successors[node] ?? []).sorted() {
      if index[next] == nil {
        visit(next)
        low[node] = min(low[node] ?? 0, low[next] ?? 0)
      } else if stack.contains(next) {
        low[node] = min(low[node] ?? 0, index[next] ?? 0)
      }
    }
    if low[node] == index[node] {
      var group: [String] = []
      while let top = stack.popLast() {
        group.append(top)
        if top == node { break }
      }
      if group.count > 1 { result.append(group) }
    }
  }
  for node in nodes where index[node] == nil { visit(node) }
  return result
}
