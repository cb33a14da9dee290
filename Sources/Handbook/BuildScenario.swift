import Catalogue
import Consolidation

extension BookBuilder {
  /// `records`: the ids of the scenario's records; those of its lines come first.
  func chapter(_ survey: Survey, records: [String]) -> ScenarioChapter {
    var chapter = merged(survey, records: records)
    chapter.blocked = blocked(survey)
    guard !chapter.blocked.isEmpty else { return chapter }
    // A merged list that contradicts itself is no list: each item stands by itself instead.
    chapter.figures = []
    chapter.variants = []
    chapter.bring = []
    chapter.notNeeded = []
    chapter.handovers = []
    chapter.flow = nil
    chapter.timeline = []
    chapter.ways = []
    chapter.cautions = []
    chapter.times = []
    chapter.timeUnknown = []
    chapter.fees = FeePart(lines: [], free: [], unknown: [])
    chapter.examples = []
    chapter.savings = []
    chapter.cautions = []
    chapter.apart = chapter.items.map(\.item.id).uniqued().compactMap { catalogue.items[$0] }.map(self.chapter)
    return chapter
  }

  private func merged(_ survey: Survey, records: [String]) -> ScenarioChapter {
    let scenario = survey.scenario
    let questions = scenario.questions
    func when(_ clauses: Clauses, _ open: Condition = .always) -> When { self.when(clauses, questions, open: open) }
    let memberWhen = Dictionary(
      survey.members.map { ($0.value.id, $0.when) }, uniquingKeysWith: { first, _ in first })
    let taking = scenario.members.filter { memberWhen[$0.id] != nil }
    let steps = survey.steps.map { (step: $0.value, when: when($0.when, $0.value.condition)) }
    let results = results(survey)
    return ScenarioChapter(
      id: scenario.id, title: scenario.title, aliases: scenario.aliases,
      mark: catalogue.book?.themes.first { $0.id == scenario.theme }?.mark ?? "",
      audience: wording.plain(scenario.audience), summary: wording.plain(scenario.summary),
      certainty: phrases.checked(scenario.checked),
      figures: cells(survey.figures.map { figure($0.value, $0.when) }),
      variants: survey.figures.map { figure($0.value, $0.when) },
      questions: questions.map { question in
        ScenarioChapter.Question(
          id: question.id, ask: wording.plain(question.ask), note: question.note.map(wording.plain),
          many: question.many,
          mark: phrases.checked(question.checked), options: question.options.map { ($0.id, wording.plain($0.text)) })
      },
      items: taking.map { member in
        ScenarioChapter.ItemPart(
          item: item(member.item), agency: catalogue.items[member.item].map { agency($0.agency).text } ?? "",
          about: member.subjects["vehicle"].flatMap(subjectName), when: when(memberWhen[member.id] ?? .always))
      },
      bring: groups(
        zip(survey.bring, records).map { line, record in
          ListedLine(line.value, when(line.when, line.value.line.condition), record: record) { when($0) }
        }),
      notNeeded: notNeeded(
        survey.notNeeded.map { ($0.value, when($0.when, $0.value.use.condition)) },
        besides: survey.bring.map(\.value.line)),
      handovers: handovers(survey.handovers.map { ($0.value, when($0.when, $0.value.use.condition)) }, scenario),
      flow: flow(survey, results: results),
      timeline: stops(survey.way, steps, withItems: true),
      ways: survey.ways.map { way in
        ScenarioChapter.WayVariant(
          when: way.when.isAlways ? nil : encoded(way.when),
          stops: stops(way.value, steps, withItems: false).map { stop in
            .init(kind: stop.kind.rawValue, place: stop.place, steps: stop.steps.map(\.number))
          })
      },
      cautions: cautions(survey), results: results, times: times(survey, memberWhen),
      timeUnknown: parts(survey.unknownTime, survey),
      fees: fees(
        survey.fees.map { ($0.value, when($0.when, $0.value.condition)) },
        free: parts(survey.free, survey),
        unknown: parts(survey.unknownFees, survey)),
      agencies: visited(survey),
      impossible: scenario.impossible.compactMap { impossible in
        impossibleClauses(impossible.when, scenario).map {
          .init(clauses: $0, reason: wording.plain(impossible.reason))
        }
      },
      deadlines: statements(taking, memberWhen, questions, \.deadlines),
      refusals: statements(taking, memberWhen, questions, \.refusals),
      pitfalls: scenario.pitfalls.map { own($0, survey) } + statements(taking, memberWhen, questions, \.pitfalls),
      answers: scenario.answers.map { entry in
        let answer = own(entry.answer, survey)
        return .init(question: wording.plain(entry.question), answer: answer.sentence, when: answer.when)
      },
      notes: scenario.notes.filter { $0.reader == .reader }.map { own($0.statement, survey) },
      examples: scenario.cases.map { example($0, scenario) },
      messages: messages(scenario), messagePlan: messagePlan(survey),
      legal: legal(
        taking.flatMap { catalogue.items[$0.item].map(citations) ?? [] } + scenario.edges.flatMap(\.basis)
          + scenario.answers.flatMap(\.answer.basis)),
      savings: savings(survey), blocked: [], apart: [])
  }

  /// A sentence of the scenario itself; its condition is over the scenario's own questions.
  private func own(_ statement: Statement, _ survey: Survey) -> ScenarioChapter.ItemSentence {
    var plain = statement
    plain.when = .always
    return ScenarioChapter.ItemSentence(
      item: nil, sentence: wording.sentence(plain),
      when: when(survey.clauses(statement.when), survey.scenario.questions))
  }

  /// Members by the names of their items, each when it counts.
  private func parts(_ members: [Survey.Conditional<String>], _ survey: Survey) -> [NamedPart] {
    var parts: [NamedPart] = []
    for member in survey.scenario.members {
      guard let found = members.first(where: { $0.value == member.id }) else { continue }
      let name = item(member.item).text
      let when = when(found.when, survey.scenario.questions)
      if let same = parts.firstIndex(where: { $0.name == name }) {
        parts[same].when = parts[same].when.or(when, phrases)
      } else {
        parts.append(NamedPart(name: name, when: when))
      }
    }
    return parts
  }

  /// Answers that cannot stand together, over all combinations: in the space of the possible ones they never occur.
  private func impossibleClauses(_ condition: Condition, _ scenario: Scenario) -> String? {
    var free = scenario
    free.impossible = []
    let space = SituationSpace(free)
    let clauses = Clauses(space, holds: space.situations.map { condition.resolved(in: $0) == .always })
    return clauses.any.isEmpty ? nil : encoded(clauses)
  }

  /// What one holds in the end. A paper that a company or another office gives for a later item is no result.
  private func results(_ survey: Survey) -> [ScenarioChapter.ResultEntry] {
    let used = Set(
      survey.plans.flatMap { plan in
        plan.bring.flatMap(\.uses).map(\.document) + plan.notNeeded.map(\.document) + plan.handovers.map(\.document)
      })
    var entries: [ScenarioChapter.ResultEntry] = []
    for output in survey.outputs {
      let result = output.value
      let isPolice =
        catalogue.items[result.item].flatMap { catalogue.agencies[$0.agency]?.kind } == .police
      if let evidence = result.evidence, !isPolice,
        used.contains(Document(evidence: evidence, subject: result.subject))
      {
        continue
      }
      let owner = result.subject.flatMap { id in id == "applicant" || id == "vehicle" ? nil : subjectName(id) }
      let text = (owner.map(phrases.belongs(to:)) ?? "") + wording.plain(result.text)
      let when = when(output.when, survey.scenario.questions, open: result.condition)
      if let same = entries.firstIndex(where: { $0.text == text }) {
        entries[same].when = entries[same].when.or(when, phrases)
      } else {
        entries.append(.init(text: text, from: item(result.item).text, when: when))
      }
    }
    return entries
  }

  private func times(_ survey: Survey, _ memberWhen: [String: Clauses]) -> [ScenarioChapter.TimeEntry] {
    survey.scenario.members.compactMap { member in
      guard let clauses = memberWhen[member.id], let time = catalogue.items[member.item]?.time else { return nil }
      return ScenarioChapter.TimeEntry(
        item: item(member.item), statutory: wording.words(time.statutory),
        promised: time.promised == .notStated ? nil : wording.words(time.promised), remark: wording.plain(time.remark),
        excluding: time.excluding.map(wording.sentence), basis: time.basis.map(wording.words),
        mark: phrases.checked(time.checked),
        when: when(clauses, survey.scenario.questions))
    }
  }

  private func visited(_ survey: Survey) -> [ScenarioChapter.AgencyPart] {
    var parts: [ScenarioChapter.AgencyPart] = []
    for step in survey.steps where step.value.isOnSite {
      guard case .agency(let id) = step.value.place, let agency = catalogue.agencies[id] else { continue }
      let when = when(step.when, survey.scenario.questions)
      if let same = parts.firstIndex(where: { $0.agency.id == id }) {
        parts[same].when = parts[same].when.or(when, phrases)
      } else {
        parts.append(.init(agency: chapter(agency), when: when))
      }
    }
    return parts
  }

  private func statements(
    _ members: [Scenario.Member], _ memberWhen: [String: Clauses], _ questions: [Fact],
    _ path: KeyPath<ServiceItem, [Statement]>
  ) -> [ScenarioChapter.ItemSentence] {
    members.flatMap { member in
      (catalogue.items[member.item]?[keyPath: path] ?? []).map { statement in
        ScenarioChapter.ItemSentence(
          item: item(member.item), sentence: wording.sentence(statement),
          when: when(memberWhen[member.id] ?? .always, questions))
      }
    }
  }

  private func example(_ example: Scenario.Case, _ scenario: Scenario) -> ScenarioChapter.Example {
    let plan = consolidation.plan(scenario, in: example.situation)
    // What holds for the example's day need not hold for another: over all days on which one may begin in this edition.
    let span = catalogue.book.flatMap { plan.time.length(beginningFrom: $0.date, catalogue.calendar) }
    return ScenarioChapter.Example(
      story: example.story,
      answers: scenario.questions.map { question in
        let chosen = question.options.filter { example.situation.answers[question.id]?.contains($0.id) == true }
        return (wording.plain(question.ask), chosen.map { wording.plain($0.text) }.joined(separator: phrases.separator))
      },
      bring: plan.bring.map { line in
        let sets = (pick(line).map(\.of) ?? line.alternatives.map { $0.map { evidenceReference($0.evidence) } }).map {
          $0.map(\.text).joined(separator: phrases.and)
        }
        let name = pick(line).map { phrases.list($0.words, sets) } ?? sets.joined(separator: phrases.optionOr)
        let owner = line.document?.subject.flatMap { id in id == "applicant" ? nil : subjectName(id) }
        let full = (owner.map(phrases.belongs(to:)) ?? "") + name
        return wording.words(line.condition).map { full + phrases.inParentheses(phrases.ifCondition($0)) } ?? full
      },
      time: self.span(plan, from: example.start)
        + (span.map { phrases.comma + phrases.whenever($0, complete: plan.time.isComplete) } ?? ""),
      money: money([figure(consolidation.figures(plan, of: scenario), .always)]),
      start: example.start.description, itinerary: itinerary(plan, from: example.start))
  }
}

extension ServiceItem {
  fileprivate var refusals: [Statement] { refusal.map { [$0] } ?? [] }
}
