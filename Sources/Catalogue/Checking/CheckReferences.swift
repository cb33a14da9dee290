internal import Diagnostics

extension CatalogueReader {
  /// Everything that can only be said when all files have been read.
  func check() {
    for (name, diagnostic) in misnamed where !duplicates.contains(name) { sink.report(diagnostic) }
    resolveQuestions()
    noteFaultyFiles()
    let own: Set<Reference.Kind> = [.fact, .option, .member, .question, .step]
    let common = scenarioReferences.values.joined().filter { !own.contains($0.kind) }
    checkReferences(sink.references + common, in: nil)
    for (id, references) in scenarioReferences.sorted(by: { $0.key < $1.key }) {
      checkReferences(references.filter { own.contains($0.kind) }, in: catalogue.scenarios[id])
    }
    noteFaultyFiles()
    for scenario in catalogue.scenarios.values.sorted(by: { $0.id < $1.id }) { check(scenario) }
    checkStages()
    checkNamesUsed()
    for evidence in catalogue.evidence.values.sorted(by: { $0.id < $1.id }) { check(evidence) }
    checkNames()
    checkWhole()
    checkTimes()
    checkFees()
    checkSayings()
    checkDecisionsHold()
    checkBases()
    checkCatchAlls()
    checkReach()
    checkCandidates()
    checkGuideline()
    checkConsultations()
    checkPrintedHalls()
    checkCounters()
  }

  /// One problem, one diagnostic: a missing name is reported where it is first used, with notes on the other uses.
  private func checkReferences(_ references: [Reference], in scenario: Scenario?) {
    struct Missing: Hashable {
      var kind: Reference.Kind
      var owner: String
      var id: String
    }
    var missing: [Missing: [Span]] = [:]
    var known: [Missing: Set<String>] = [:]
    for reference in references where !sink.excused.contains(reference.id) && isChecked(reference, scenario) {
      let scope = Missing(kind: reference.kind, owner: reference.owner, id: "")
      let names = known[scope] ?? Set(candidates(reference.kind, reference.owner, scenario))
      known[scope] = names
      if names.contains(reference.id) { continue }
      missing[Missing(kind: reference.kind, owner: reference.owner, id: reference.id), default: []].append(
        reference.span)
    }
    for (key, spans) in missing {
      let places = Set(spans).sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }
      let names = words[key.kind] ?? ("", "")
      var notes = places.dropFirst().prefix(3).map {
        Diagnostic.Note(Message(zh: "这里也用了", en: "also used here"), at: $0)
      }
      if places.count > 4 {
        notes.append(Diagnostic.Note(Message(zh: "另有 \(places.count - 4) 处", en: "and \(places.count - 4) more")))
      }
      let owner =
        key.owner.isEmpty
        ? (zh: "没有", en: "there is no")
        : (zh: "\(owners[key.kind] ?? "") '\(key.owner)' 没有", en: "'\(key.owner)' has no")
      sink.error(
        "unknown-\(key.kind.rawValue)", places[0], zh: "\(owner.zh)\(names.zh) '\(key.id)'",
        en: "\(owner.en) \(names.en) '\(key.id)'", notes: notes,
        help: suggestion(for: key.id, among: candidates(key.kind, key.owner, scenario)))
    }
  }

  /// Whether a missing name would be news.
  private func isChecked(_ reference: Reference, _ scenario: Scenario?) -> Bool {
    switch reference.kind {
    // An option of an unknown fact: the fact is reported, once.
    case .option: fact(reference.owner, scenario) != nil
    // What an unknown item or member would have, nobody knows; of a file with errors something may be missing.
    case .step: item(of: reference.owner, scenario).map { !faultyFiles.contains($0.span.file) } ?? false
    case .requirement: catalogue.items[reference.owner].map { !faultyFiles.contains($0.span.file) } ?? false
    // Without a book there are no themes: the book is reported.
    case .theme: catalogue.book != nil
    // A question that asks an unknown fact is probably the one that is meant.
    case .question: scenario.map { !$0.questions.contains(where: asksUnknownFact) } ?? true
    default: true
    }
  }

  func asksUnknownFact(_ question: Fact) -> Bool {
    pendingQuestions.contains(question.span) && catalogue.facts[question.id] == nil
  }

  /// What hangs together is compared only between files in which everything else is right.
  private func noteFaultyFiles() {
    for diagnostic in sink.diagnostics where diagnostic.severity == .error {
      faultyFiles.insert(diagnostic.span.file)
      faultyFiles.formUnion(diagnostic.notes.compactMap(\.span?.file))
    }
  }

  /// What a fact's id means here: the scenario's own question, else the catalogue's fact.
  private func fact(_ id: String, _ scenario: Scenario?) -> Fact? {
    scenario?.questions.first { $0.id == id && !pendingQuestions.contains($0.span) } ?? catalogue.facts[id]
  }

  private func candidates(_ kind: Reference.Kind, _ owner: String, _ scenario: Scenario?) -> [String] {
    switch kind {
    case .law: Array(catalogue.laws.keys)
    case .agency: Array(catalogue.agencies.keys)
    case .evidence: Array(catalogue.evidence.keys)
    case .item: Array(catalogue.items.keys)
    case .scenario: Array(catalogue.scenarios.keys)
    case .fee: Array(catalogue.fees.keys)
    case .subject: Array(catalogue.subjects.keys)
    case .hall: Array(catalogue.halls.keys)
    case .theme: catalogue.book?.themes.map(\.id) ?? []
    case .fact:
      Array(catalogue.facts.keys) + (scenario?.questions.filter { !pendingQuestions.contains($0.span) }.map(\.id) ?? [])
    case .option: options(of: owner, scenario)
    case .member: scenario?.members.map(\.id) ?? []
    case .question: scenario?.questions.map(\.id) ?? []
    case .step: item(of: owner, scenario)?.stepsOrWhole.map(\.id) ?? []
    case .requirement: (catalogue.items[owner]?.requirements.value ?? []).flatMap(\.all).map(\.id)
    }
  }

  /// The item that a scenario's member is.
  private func item(of member: String, _ scenario: Scenario?) -> ServiceItem? {
    scenario?.members.first { $0.id == member }.flatMap { catalogue.items[$0.item] }
  }

  /// A `given` may fix an option that the scenario's own question does not offer.
  private func options(of owner: String, _ scenario: Scenario?) -> [String] {
    let own = scenario?.questions.first { $0.id == owner }?.options.map(\.id) ?? []
    return own + (catalogue.facts[owner]?.options.map(\.id).filter { !own.contains($0) } ?? [])
  }

  /// What the owner of a name is called.
  private var owners: [Reference.Kind: String] { [.option: "情形", .step: "成员", .requirement: "事项"] }

  private var words: [Reference.Kind: (zh: String, en: String)] {
    [
      .law: ("法规", "law"), .agency: ("机构", "agency"), .evidence: ("材料种类", "evidence type"), .item: ("事项", "item"),
      .scenario: ("一件事", "scenario"),
      .fee: ("收费项目", "fee"), .subject: ("人或车", "subject"), .hall: ("大厅", "hall"), .theme: ("分类", "theme"),
      .fact: ("情形", "fact"), .option: ("选项", "option"), .member: ("成员", "member"), .question: ("问题", "question"),
      .step: ("步骤", "step"), .requirement: ("材料要求", "requirement"),
    ]
  }
}
