import Catalogue
import Consolidation
import Diagnostics

extension BookBuilder {
  func why(_ survey: Survey) -> WhyChapter {
    WhyChapter(
      scenario: reference(survey.scenario),
      records: records(survey.explanations, survey.scenario, steps: survey.steps.map(\.value)),
      counts: survey.scenario.cases.map { counts($0, survey.scenario) })
  }

  /// Records in words. `steps`: those that the edges are between.
  func records(_ explanations: [Explanation], _ scenario: Scenario, steps: [PlannedStep]) -> [WhyRecord] {
    let steps = Dictionary(
      steps.map { ("\($0.member).\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
    return explanations.map { record($0, scenario, steps) }
  }

  private func record(
    _ explanation: Explanation, _ scenario: Scenario, _ steps: [String: PlannedStep]
  ) -> WhyRecord {
    let when = when(explanation.when, scenario.questions)
    let inputs = explanation.inputs.map { input($0, scenario) }
    var record = WhyRecord(
      id: explanation.id, kind: WhyRecord.Kind(rawValue: explanation.kind.rawValue) ?? .line, title: "",
      rules: explanation.rules.map(\.rawValue), reasons: reasons(explanation), inputs: inputs,
      fields: explanation.fields.map(field), verdict: explanation.decision.flatMap(verdict),
      saved: [explanation.saved.lines, explanation.saved.originals, explanation.saved.copies],
      savedText: phrases.saved(explanation.saved.lines, explanation.saved.originals, explanation.saved.copies),
      when: when, names: [])
    switch explanation.kind {
    case .line, .elimination:
      describe(&record, explanation)
    case .edge:
      let ends = explanation.subject.prefix(2).map { name in
        steps[name].map { phrases.step($0.text, of: item($0.item).text) } ?? name
      }
      let papers = explanation.subject.dropFirst(2).map(paper(named:))
      record.title =
        ends.joined(separator: phrases.then)
        + (papers.isEmpty ? "" : phrases.inParentheses(papers.joined(separator: phrases.separator)))
      record.names = Array(explanation.subject.prefix(2))
    case .total: total(&record, explanation)
    }
    return record
  }

  /// The rules, without those for what no guide states.
  private func reasons(_ explanation: Explanation) -> [WhyRecord.Reason] {
    let silent = explanation.fields.filter { field in field.values.allSatisfy { $0 == "?" } && field.result == "?" }
    let said = explanation.fields.filter { field in !silent.contains { $0.name == field.name } }.flatMap(\.rules)
    return explanation.rules.filter { rule in said.contains(rule) || !silent.contains { $0.rules.contains(rule) } }
      .map { .init(rule: $0.rawValue, text: phrases.rule($0)) }
  }

  /// A merged line, or a requirement that is none.
  private func describe(_ record: inout WhyRecord, _ explanation: Explanation) {
    var names: [String] = []
    var documents: [Document] = []
    for input in explanation.inputs {
      if !documents.contains(input.document) { documents.append(input.document) }
      names += [
        "\(input.source.member)/\(input.source.requirement)", "\(input.source.item)/\(input.source.requirement)",
      ]
      names += [input.requirement.called, input.ofClass].compactMap { $0 }
    }
    if explanation.inputs.isEmpty, explanation.subject.count == 3 {
      // Not asked for here: the catalogue knows what it would have been.
      let (member, id, requirement) = (explanation.subject[0], explanation.subject[1], explanation.subject[2])
      names += ["\(member)/\(requirement)", "\(id)/\(requirement)"]
      let line = (catalogue.items[id]?.requirements.value ?? []).flatMap(\.all).first { $0.id == requirement }
      record.title = phrases.paper(line.map { evidenceReference($0.evidence).text } ?? requirement, of: item(id).text)
      if let line { names.append(line.evidence) }
    } else {
      record.title =
        explanation.pick.map { pick in
          phrases.list(
            phrases.any(pick.count, of: pick.of.count),
            pick.of.map { $0.map(full).joined(separator: phrases.and) })
        } ?? documents.map(full).joined(separator: phrases.optionOr)
    }
    for document in documents {
      let type = catalogue.evidence[document.evidence]
      names += [document.name, document.evidence, full(document)] + (type.map { [$0.name] + $0.aliases } ?? [])
    }
    if record.kind == .elimination, let first = explanation.inputs.first {
      record.title = phrases.paper(record.title, of: item(first.source.item).text)
    }
    record.names = names
  }

  private func total(_ record: inout WhyRecord, _ explanation: Explanation) {
    let name = explanation.subject.first ?? ""
    let result = explanation.subject.dropFirst().first ?? ""
    record.names = [name]
    switch name {
    case "trips": record.title = "\(phrases.trips)\(phrases.colon)\(result)"
    case "time": record.title = "\(phrases.days)\(phrases.colon)\(result)"
    default:
      let id = name.replacing("fee.", with: "", maxReplacements: 1)
      let fee = catalogue.fees[id]
      record.title = (fee?.name ?? id) + (result == "1" ? "" : " ×\(result)")
      record.names += [id, fee?.name ?? id, fee?.code ?? id]
    }
  }

  // MARK: Words

  /// 买方的居民身份证; the applicant's and the car's own go without saying.
  func full(_ document: Document) -> String {
    let owner = document.subject.flatMap { subjectName($0) }
    return (owner.map(phrases.belongs(to:)) ?? "") + evidenceReference(document.evidence).text
  }

  /// `id-card.buyer`, as records write it.
  private func paper(named name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    return full(Document(evidence: parts[0], subject: parts.count > 1 ? parts[1] : nil))
  }

  private func input(_ input: Explanation.Input, _ scenario: Scenario) -> WhyRecord.Input {
    let requirement = input.requirement
    return WhyRecord.Input(
      member: input.source.member, item: item(input.source.item),
      agency: catalogue.items[input.source.item].map { agency($0.agency).text } ?? "",
      requirement: input.source.requirement, place: places.place(of: input.source.span),
      called: requirement.called ?? input.ofClass.map { evidenceReference($0).text },
      wants: wants(input), basis: requirement.basis.map(wording.words), mark: phrases.checked(requirement.checked),
      stated: input.stated, when: when(input.when, scenario.questions, open: input.condition))
  }

  /// What an office does with the paper and how many it wants, as its guide states it.
  private func wants(_ input: Explanation.Input) -> [String] {
    let requirement = input.requirement
    func number(_ stated: Stated<Int>, _ words: (String) -> String) -> String? {
      switch stated {
      case .known(let count): words("\(count)")
      case .none, .notStated: nil
      }
    }
    return [
      phrases.does(input.treatment, endorsed: requirement.endorsed),
      number(requirement.originals, phrases.originals),
      number(requirement.copies) { phrases.copies($0, complete: true) },
      number(requirement.certified, phrases.certified),
      requirement.template.map { phrases.form($0.id, $0.version) },
      requirement.maxAge.map(phrases.maxAge), requirement.minRemaining.map(phrases.minRemaining),
      requirement.necessity == .deferrable
        ? phrases.deferrable(requirement.dueDays) : requirement.necessity == .optional ? phrases.optional : nil,
    ].compactMap { $0 }
  }

  private func field(_ field: Explanation.Field) -> WhyRecord.Field {
    func word(_ text: String) -> String { phrases.value(text) }
    let paper = field.name == .evidence || field.name == .alternatives
    return WhyRecord.Field(
      name: field.name.rawValue, label: phrases.field(field.name),
      values: field.values.map { paper ? papers($0) : word($0) },
      result: paper ? papers(field.result) : word(field.result), rules: field.rules.map(\.rawValue),
      isTelling: field.values.contains { $0 != "?" } || field.result != "?")
  }

  /// `a.x + b | c` in words.
  private func papers(_ text: String) -> String {
    text.split(separator: " | ").map { set in
      set.split(separator: " + ").map { name in
        catalogue.evidence[String(name.prefix { $0 != "." })] == nil ? String(name) : paper(named: String(name))
      }.joined(separator: phrases.and)
    }.joined(separator: phrases.optionOr)
  }

  private func verdict(_ id: String) -> WhyRecord.Verdict? {
    catalogue.decisions[id].map { decision in
      WhyRecord.Verdict(
        id: id, verdict: decision.verdict.rawValue,
        people: [decision.by, decision.second].compactMap { $0 }.joined(separator: phrases.separator),
        reason: decision.reason, date: decision.date.description, until: decision.until?.description)
    }
  }
}
