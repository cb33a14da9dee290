internal import Diagnostics

extension CatalogueReader {
  func check(_ scenario: Scenario) {
    for question in scenario.questions where question.options.count < 2 {
      guard catalogue.facts[question.id] != nil || !pendingQuestions.contains(question.span) else { continue }
      sink.error(
        "too-few-options", question.span, zh: "问题 '\(question.id)' 至少要有两个选项",
        en: "question '\(question.id)' needs at least two options",
        help: [Message(zh: "只有一种答案就不用问", en: "do not ask what has only one answer")])
    }
    checkSituations(scenario)
    checkConditions(scenario)
    checkGivens(scenario)
    checkHandovers(scenario)
    checkArrangements(scenario)
    checkCycles(scenario)
    checkCases(scenario)
    checkStages(scenario)
    for phase in Scenario.Phase.allCases
    where !unsureMessages.contains(scenario.span.file) && !scenario.messages.contains(where: { $0.phase == phase }) {
      let zh = [Scenario.Phase.before: "事前", .during: "事中", .after: "事后"][phase] ?? ""
      sink.warning(
        "missing-message", scenario.span, zh: "没有\(zh)消息", en: "there is no message for the phase '\(phase.rawValue)'",
        help: [
          Message(
            zh: "加一条 <message phase=\"\(phase.rawValue)\" on=\"…\">",
            en: "add a <message phase=\"\(phase.rawValue)\" on=\"…\">")
        ])
    }
  }

  private func checkSituations(_ scenario: Scenario) {
    let count = scenario.situationCount ?? .max
    guard count <= Scenario.situationLimit else {
      return sink.error(
        "too-many-situations", scenario.span, zh: "问题太多：回答有 \(count) 种组合，最多 \(Scenario.situationLimit) 种",
        en:
          "too many questions: their answers combine in \(count) ways, at most \(Scenario.situationLimit) are planned",
        help: [
          Message(zh: "分成两件事，或者删去不影响名单的问题", en: "split the scenario, or drop questions that change no list")
        ])
    }
    guard let last = scenario.impossible.last, scenario.questions.allSatisfy({ !$0.options.isEmpty }) else { return }
    let excluded = scenario.impossible.reduce(Condition.never) { $0 || $1.when }
    guard excluded.counterexamples(over: scenario.questions, limit: 1)?.isEmpty == true else { return }
    sink.error(
      "no-possible-situation", last.span, zh: "所有的回答都不可能：没有一种情形可办",
      en: "every combination of answers is impossible: no situation is left",
      notes: scenario.impossible.dropLast().suffix(3).map {
        Diagnostic.Note(Message(zh: "还有这一条", en: "and this one"), at: $0.span)
      },
      help: [Message(zh: "改正其中一个 <impossible> 的条件", en: "correct the condition of one <impossible>")])
  }

  /// What a scenario says of itself must follow from its answers: it cannot hang on a fact nobody is asked.
  private func checkConditions(_ scenario: Scenario) {
    if scenario.questions.contains(where: asksUnknownFact) { return }
    let asked = Set(scenario.questions.map(\.id))
    func check(_ condition: Condition, _ element: Span, zh: String, en: String) {
      for fact in condition.facts.subtracting(asked).sorted() where catalogue.facts[fact] != nil {
        sink.error(
          "unasked-fact", place(of: fact, in: element, scenario), zh: "\(zh)取决于 '\(fact)'，这件事却没有问",
          en: "\(en) depends on '\(fact)', which this scenario does not ask",
          help: [
            Message(
              zh: "在 <questions> 里加上 <question fact=\"\(fact)\"/>",
              en: "add <question fact=\"\(fact)\"/> to <questions>")
          ])
      }
    }
    func check(_ statements: [Statement], zh: String, en: String) {
      for statement in statements { check(statement.when, statement.span, zh: zh, en: en) }
    }
    for member in scenario.members {
      check(member.when, member.span, zh: "成员 '\(member.id)' ", en: "member '\(member.id)'")
      for given in member.givens { check(given.when, given.span, zh: "<given> ", en: "<given>") }
    }
    for impossible in scenario.impossible {
      check(impossible.when, impossible.span, zh: "<impossible> ", en: "<impossible>")
    }
    check(scenario.messages.map(\.statement), zh: "消息", en: "the message")
    check(scenario.answers.map(\.answer), zh: "回答", en: "the answer")
    check(scenario.pitfalls, zh: "提醒", en: "the pitfall")
    check(scenario.notes.map(\.statement), zh: "说明", en: "the note")
  }

  /// A fact that is taken from another question must know every answer to it.
  private func checkGivens(_ scenario: Scenario) {
    for given in scenario.members.flatMap(\.givens) {
      guard case .question(let id) = given.source, let fact = catalogue.facts[given.fact],
        let question = scenario.questions.first(where: { $0.id == id }),
        let option = question.options.first(where: { fact.option($0.id) == nil })
      else { continue }
      sink.error(
        "unknown-option", given.span, zh: "问题 '\(id)' 的选项 '\(option.id)' 在情形 '\(fact.id)' 里没有",
        en: "question '\(id)' has the option '\(option.id)', which '\(fact.id)' has not",
        notes: [Diagnostic.Note(Message(zh: "选项在这里", en: "the option is here"), at: option.span)],
        help: [Message(zh: "两边的选项要编号相同；或者改用 is", en: "their options must have equal ids; or use is")])
    }
  }

  /// Where the condition of the element names the fact.
  private func place(of fact: String, in element: Span, _ scenario: Scenario) -> Span {
    let range = element.offset..<element.offset + element.length
    let use = scenarioReferences[scenario.id]?.first {
      $0.kind == .fact && $0.id == fact && $0.span.file == element.file && range.contains($0.span.offset)
    }
    return use?.span ?? element
  }

  private func checkHandovers(_ scenario: Scenario) {
    let members = Dictionary(scenario.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for edge in scenario.edges {
      guard case .handover(let evidence) = edge.kind, edge.first != edge.then, let from = members[edge.first],
        let to = members[edge.then],
        let giver = catalogue.items[from.item], let taker = catalogue.items[to.item],
        let name = catalogue.evidence[evidence]?.name,
        faultyFiles.isDisjoint(with: [giver.span.file, taker.span.file, catalogue.evidence[evidence]?.span.file ?? ""])
      else { continue }
      let given = giver.outputs.filter { $0.evidence == evidence }
      if given.isEmpty {
        sink.error(
          "handover-without-output", edge.span, zh: "事项 '\(giver.id)' 不产生“\(name)”",
          en: "item '\(giver.id)' does not give '\(evidence)'",
          notes: [Diagnostic.Note(Message(zh: "事项在这里", en: "the item is here"), at: giver.span)],
          help: [Message(zh: "在事项的 <outputs> 里加上它，或改用 <before>", en: "add it to the item's <outputs>, or use <before>")]
        )
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

  /// A member that waits for itself. Several that wait for each other are reported when the scenario is merged: another
  /// paper that an office accepts may break the circle.
  private func checkCycles(_ scenario: Scenario) {
    for edge in scenario.edges where edge.first == edge.then {
      sink.error(
        "service-cycle", edge.span, zh: "'\(edge.first)' 要等自己", en: "'\(edge.first)' waits for itself",
        help: [Message(zh: "删去这条先后关系，或改正其中一头", en: "remove this edge, or correct one of its ends")])
    }
  }

  private func checkCases(_ scenario: Scenario) {
    for example in scenario.cases {
      // An answer to a question that is not asked is reported; it is probably the one that is missing.
      let strays = Set(example.situation.answers.keys).subtracting(scenario.questions.map(\.id))
      for question in scenario.questions where strays.isEmpty && example.situation.answers[question.id] == nil {
        sink.error(
          "unanswered-question", example.span, zh: "例子没有回答 '\(question.id)'",
          en: "the case does not answer '\(question.id)'",
          notes: [Diagnostic.Note(Message(zh: "问题在这里", en: "the question is here"), at: question.span)],
          help: [
            Message(
              zh: "加上 <answer question=\"\(question.id)\" is=\"…\"/>",
              en: "add <answer question=\"\(question.id)\" is=\"…\"/>")
          ])
      }
      for question in scenario.questions where !question.many {
        guard let chosen = example.situation.answers[question.id], chosen.count > 1 else { continue }
        sink.error(
          "too-many-answers", example.span, zh: "'\(question.id)' 只能选一个，例子选了 \(chosen.count) 个",
          en: "the case gives \(chosen.count) answers to '\(question.id)', which takes one",
          notes: [Diagnostic.Note(Message(zh: "问题在这里", en: "the question is here"), at: question.span)],
          help: [Message(zh: "只留一个；可以多选的要写 choose=\"many\"", en: "keep one, or let the question choose=\"many\"")])
      }
      for impossible in scenario.impossible where impossible.when.resolved(in: example.situation) == .always {
        sink.error(
          "impossible-case", example.span, zh: "例子的回答不可能同时成立：\(impossible.reason)",
          en: "the case's answers contradict each other: \(impossible.reason)",
          notes: [Diagnostic.Note(Message(zh: "写在这里", en: "declared here"), at: impossible.span)],
          help: [Message(zh: "改例子的回答", en: "change the case's answers")])
      }
      if !calendarIsUnsure, !catalogue.calendar.years.contains(example.start.components.year) {
        sink.warning(
          "no-calendar", example.span, zh: "没有 \(example.start.components.year) 年的放假安排，日期算不出来",
          en: "the calendar of \(example.start.components.year) is not known: dates are not computed",
          help: [
            Message(zh: "加上这一年的 calendar/….xml，或改例子的日期", en: "add that year's calendar/….xml, or change the case's day")
          ])
      }
    }
  }
}
