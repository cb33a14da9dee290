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
    var notices: [OneTimeNotice] = []
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
    return NoticeSet(scenario: reference(scenario), tree: root, notices: notices)
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
  ) -> OneTimeNotice {
    let scenario = survey.scenario
    let plan = survey.plans[index]
    let situation = survey.space.situations[index]
    let cells = cells([figures])
    func options(_ branch: SituationTree.Branch, _ answer: Set<String>) -> [String] {
      scenario.questions[branch.question].options.map(\.id).filter(answer.contains)
    }
    func names(_ members: [String]) -> [String] {
      members.compactMap { id in plan.members.first { $0.id == id }.map { item($0.item).text } }.uniqued()
    }
    /// The scenario's own sentences, which hang on its questions alone; those of an item keep their conditions in words.
    func own(_ statements: [Statement]) -> [Sentence] {
      statements.filter { $0.when.resolved(in: situation) != .never }.map { statement in
        var plain = statement
        plain.when = .always
        return line(plain)
      }
    }
    let items = plan.members.compactMap { catalogue.items[$0.item] }.uniqued()
    return OneTimeNotice(
      id: path.map { branch in
        branch.answers.map { options(branch, $0).joined(separator: "_") }.joined(separator: "--")
      }.joined(separator: "."),
      situation: path.map { words($0, scenario, \.whenText) },
      answers: path.map { branch in
        (scenario.questions[branch.question].id, branch.answers.first.map { options(branch, $0) } ?? [])
      },
      figures: cells,
      bring: groups(plan.bring.map { ListedLine($0, when(open: $0.condition)) }), spared: spared(plan),
      given: given(plan, scenario), way: way(plan), places: places(plan), cautions: cautions(plan),
      results: results(plan), lastDay: phrases.lastDayFormula(cells.first { $0.id == "days" }?.value),
      fees: fees(
        plan.fees.lines.map { ($0, when(open: $0.condition)) },
        free: names(plan.fees.free).map { NamedPart(name: $0, when: .always) },
        unknown: names(plan.fees.unknown).map { NamedPart(name: $0, when: .always) }),
      timeUnknown: names(plan.time.unknown), timeOnTop: plan.time.excluded.map { wording.plain($0.text) },
      deadlines: items.flatMap(\.deadlines).map(line).uniqued(),
      pitfalls: (own(scenario.notes.filter { $0.reader == .reader }.map(\.statement) + scenario.pitfalls)
        + items.flatMap(\.pitfalls).map(line)).uniqued())
  }

  /// A line has no full stop at its end: where room is short, lines run on.
  private func line(_ statement: Statement) -> Sentence {
    var sentence = wording.sentence(statement)
    if sentence.text.hasSuffix("。") || sentence.text.hasSuffix(".") { sentence.text.removeLast() }
    return sentence
  }

  private func whose(_ owner: String?) -> String { owner.map { phrases.belongs(to: $0) + phrases.gap } ?? "" }

  /// What has one reason is said once.
  private func spared(_ plan: Plan) -> [(papers: [String], why: String, mark: String?)] {
    var reasons: [(papers: [String], why: String, mark: String?)] = []
    for entry in notNeeded(plan.notNeeded.map { ($0, when(open: $0.use.condition)) }, besides: plan.bring) {
      let condition = entry.when.words.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? ""
      let paper = whose(entry.owner) + entry.evidence.text + condition
      let why = [entry.why, entry.fallback].compactMap { $0 }.filter { !$0.isEmpty }.joined(
        separator: phrases.semicolon)
      if let same = reasons.firstIndex(where: { $0.why == why && $0.mark == entry.sources.mark }) {
        if !reasons[same].papers.contains(paper) { reasons[same].papers.append(paper) }
      } else {
        reasons.append(([paper], why, entry.sources.mark))
      }
    }
    return reasons
  }

  private func given(_ plan: Plan, _ scenario: Scenario) -> [(paper: String, text: String)] {
    handovers(plan.handovers.map { ($0, when(open: $0.use.condition)) }, scenario).map { entry in
      let approval = entry.afterApproval ? phrases.inParentheses(phrases.onceApproved) : ""
      let condition = entry.when.words.map { phrases.inParentheses(phrases.ifCondition($0)) } ?? ""
      return (
        whose(entry.owner) + entry.evidence.text + condition,
        phrases.handover(entry.from, entry.to.joined(separator: phrases.separator)) + approval
      )
    }
  }

  private func way(_ plan: Plan) -> [OneTimeNotice.Leg] {
    let steps = plan.steps.map { (step: $0, when: when(open: $0.condition)) }
    var trip = 0
    return stops(plan.trips.segments, steps, withItems: false).map { stop in
      var place = stop.place.isEmpty ? phrases.wait : stop.place
      if stop.kind == .trip {
        trip += 1
        place = phrases.tripCounter.0 + "\(trip)" + phrases.tripCounter.1 + place
      } else if stop.kind == .office, !stop.place.isEmpty {
        place += phrases.inParentheses(phrases.officeWorks)
      }
      return OneTimeNotice.Leg(
        kind: stop.kind, place: place,
        steps: stop.steps.map { step in
          let text = step.byOffice && stop.kind == .trip ? phrases.byOffice(step.text) : step.text
          let words = ([step.duration] + step.labels + [step.attendance]).compactMap { $0 }
          let more = words.isEmpty ? "" : phrases.inParentheses(words.joined(separator: phrases.comma))
          return ((step.when.words.map { phrases.ifCondition($0) + phrases.colon } ?? "") + text + more, step.mark)
        })
    }
  }

  private func places(_ plan: Plan) -> [(name: String, facts: [String])] {
    let agencies = visited(plan).map(chapter)
    let isStated = agencies.contains { agency in
      agency.address != nil || agency.hours != nil || !agency.phones.isEmpty
        || agency.sayings.contains { !$0.overruled }
    }
    guard isStated else { return [] }
    return agencies.map { agency in
      func fact(_ label: String, _ text: String?, _ fact: String) -> String {
        let said = agency.unconfirmed(fact).map(\.text).joined(separator: phrases.orElse)
        return label + phrases.colon + (text ?? (said.isEmpty ? phrases.notStated : said))
      }
      let phones = agency.phones.isEmpty ? nil : agency.phones.joined(separator: phrases.separator)
      return (
        agency.short,
        [
          fact(phrases.address, agency.address, "address"), fact(phrases.hours, agency.hours, "hours"),
          fact(phrases.phone, phones, "phone"),
        ]
      )
    }
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
    let notes = scenario.notes.filter { $0.reader == .reader }
    said = (scenario.pitfalls + notes.map(\.statement)).map { $0.when.resolved(in: situation) != .never }
  }
}
