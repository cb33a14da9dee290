import Catalogue
import Consolidation

extension BookBuilder {
  /// The notices of a scenario; `nil` where its lists cannot be merged.
  func notices(_ survey: Survey) -> NoticeSet? {
    guard survey.problems.isEmpty else { return nil }
    let scenario = survey.scenario
    let space = survey.space
    var numbers: [Told: Int] = [:]
    let told = survey.plans.enumerated().map { index, plan in
      let key = Told(plan, scenario, space.situations[index])
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
    let tree = SituationTree(questions: scenario.questions, situations: space.situations, told: told)
    var notices: [Notice] = []
    func walk(_ node: SituationTree.Node) -> NoticeTree {
      switch node {
      case .leaf(let number, let path):
        guard let index = told.firstIndex(of: number) else { return .nothing }
        let figures = figure(consolidation.figures(survey.plans[index], of: scenario), .always)
        if figures.empty { return .nothing }
        notices.append(notice(survey, index, figures, path))
        return .notice(notices.count - 1)
      case .question(let question, let branches):
        return .question(
          wording.plain(scenario.questions[question].ask),
          branches.map { (words($0.branch, scenario, \.text), walk($0.then)) })
      }
    }
    let root = walk(tree.root())
    return NoticeSet(
      scenario: reference(scenario), mark: catalogue.book?.themes.first { $0.id == scenario.theme }?.mark ?? "",
      tree: root, notices: notices)
  }

  private func words(
    _ branch: SituationTree.Branch, _ scenario: Scenario, _ text: KeyPath<Fact.Option, String>
  ) -> String {
    let question = scenario.questions[branch.question]
    return branch.answers.map { answer in
      question.options.filter { answer.contains($0.id) }.map { wording.plain($0[keyPath: text]) }.joined(
        separator: phrases.separator)
    }.joined(separator: phrases.optionOr)
  }

  private func notice(
    _ survey: Survey, _ index: Int, _ figures: ScenarioChapter.FigureVariant, _ path: [SituationTree.Branch]
  ) -> Notice {
    let scenario = survey.scenario
    let plan = survey.plans[index]
    let situation = survey.space.situations[index]
    let steps = plan.steps.map { (step: $0, when: when(open: $0.condition)) }
    func options(_ branch: SituationTree.Branch, _ answer: Set<String>) -> [String] {
      scenario.questions[branch.question].options.map(\.id).filter(answer.contains)
    }
    func names(_ members: [String]) -> [String] {
      members.compactMap { id in plan.members.first { $0.id == id }.map { item($0.item).text } }.uniqued()
    }
    /// The scenario's own sentences; those of an item keep their conditions in words.
    func own(_ statements: [Statement]) -> [Sentence] {
      statements.filter { $0.when.resolved(in: situation) != .never }.map { statement in
        var plain = statement
        plain.when = statement.when.resolved(in: situation)
        return wording.sentence(plain)
      }
    }
    let items = plan.members.compactMap { catalogue.items[$0.item] }.uniqued()
    return Notice(
      id: path.map { branch in
        branch.answers.map { options(branch, $0).joined(separator: "_") }.joined(separator: "--")
      }.joined(separator: "."),
      situation: path.map { words($0, scenario, \.whenText) },
      answers: path.map { branch in
        (scenario.questions[branch.question].id, branch.answers.first.map { options(branch, $0) } ?? [])
      },
      figures: cells([figures]),
      bring: groups(plan.bring.map { ListedLine($0, when(open: $0.condition)) }),
      notNeeded: notNeeded(plan.notNeeded.map { ($0, when(open: $0.use.condition)) }, besides: plan.bring),
      handovers: handovers(plan.handovers.map { ($0, .always) }, scenario),
      stops: stops(plan.trips.segments, steps, withItems: false), cautions: cautions(plan),
      agencies: visited(plan).map(chapter), results: results(plan),
      fees: fees(
        plan.fees.lines.map { ($0, when(open: $0.condition)) },
        free: names(plan.fees.free).map { NamedPart(name: $0, when: .always) },
        unknown: names(plan.fees.unknown).map { NamedPart(name: $0, when: .always) }),
      timeUnknown: names(plan.time.unknown), timeOnTop: plan.time.excluded.map { wording.plain($0.text) },
      deadlines: items.flatMap(\.deadlines).map(wording.sentence).uniqued(),
      pitfalls: (own(scenario.pitfalls) + items.flatMap(\.pitfalls).map(wording.sentence)).uniqued(),
      notes: own(scenario.notes.filter { $0.reader == .reader }.map(\.statement)),
      legal: legal(items.flatMap(citations)))
  }

  private func visited(_ plan: Plan) -> [Agency] {
    plan.trips.segments.filter { $0.place != nil }.flatMap { segment in
      segment.steps.filter { plan.steps[$0].isOnSite }.compactMap { number in
        if case .agency(let id) = plan.steps[number].place { catalogue.agencies[id] } else { nil }
      }
    }.uniqued()
  }

  /// What one holds in the end. A paper that a company or another office gives for a later item is no result.
  private func results(_ plan: Plan) -> [String] {
    let used = Set(
      plan.bring.flatMap(\.uses).map(\.document) + plan.notNeeded.map(\.document) + plan.handovers.map(\.document))
    return plan.outputs.filter { output in
      let isPolice = catalogue.items[output.item].flatMap { catalogue.agencies[$0.agency]?.kind } == .police
      guard let evidence = output.evidence, !isPolice else { return true }
      return !used.contains(Document(evidence: evidence, subject: output.subject))
    }.map { output in
      let owner = output.subject.flatMap { id in id == "applicant" || id == "vehicle" ? nil : subjectName(id) }
      let text = (owner.map(phrases.belongs(to:)) ?? "") + wording.plain(output.text)
      return wording.words(output.condition).map { text + phrases.inParentheses(phrases.ifCondition($0)) } ?? text
    }.uniqued()
  }
}

/// Everything of a situation that a notice tells.
private struct Told: Hashable {
  var plan: Plan
  /// Which of the scenario's own sentences count.
  var said: [Bool]

  init(_ plan: Plan, _ scenario: Scenario, _ situation: Situation) {
    self.plan = plan
    self.plan.situation = Situation()
    self.plan.inactive = []
    self.plan.edges = []
    said = (scenario.pitfalls + scenario.notes.map(\.statement)).map { $0.when.resolved(in: situation) != .never }
  }
}
