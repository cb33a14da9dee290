import Catalogue
import Consolidation

/// One way through the steps, with what is in the person's hands.
struct ReplayWalk {
  /// Papers of one line of the list, or of one handover.
  private enum Stock: Hashable {
    case line(Int)
    case handed(Document, from: String)
  }

  /// What has been used up of a stock: by offices of their own, and by declared sets of papers.
  private struct Spent {
    /// By dossier, and by which of a line's documents.
    var originals: [Int: [String: Int]] = [:]
    var copies: [String: Int] = [:]
    var certified: [String: Int] = [:]
    /// The most originals needed at one time, by document.
    var needed: [Int: Int] = [:]
  }

  private let run: CaseRun
  private let plan: Plan
  private var spent: [Stock: Spent] = [:]
  private var done: Set<String> = []

  init(_ run: CaseRun, _ plan: Plan) {
    self.run = run
    self.plan = plan
  }

  /// Does a step; says what is missing.
  mutating func visit(_ step: PlannedStep) -> String? {
    let service = run.input.services.first { $0.name == run.names.services.name(step.item) }
    defer { done.insert("\(step.member) \(step.id)") }
    guard let service, service.desk.map({ run.names.steps.ids[$0.id] == step.id }) ?? true else { return nil }
    do {
      let served = try service.materials.flatMap { try papers($0, service) }
      return handIn(served, service).map { "\(service.name) \($0)" }
    } catch {
      return "\(service.name) \(CaseError(error))"
    }
  }

  // MARK: What the office asks for

  private struct Served {
    var paper: CasePaper
    var name: String
    var stock: Stock
  }

  /// The papers of a line that the office gets, and from which stock.
  private func papers(_ material: CaseMaterial, _ service: CaseService) throws -> [Served] {
    let situation = run.input.situation
    guard material.when.holds(in: situation) else { return [] }
    let dropped = try run.input.overrides.contains {
      try $0.verdict == "drop" && $0.on.contains("\(service.name)/\(material.id)") && run.input.isLive($0)
    }
    if dropped { return [] }
    func served(_ paper: CasePaper, _ id: String) throws -> [Served]? {
      guard paper.when.holds(in: situation) else { return [] }
      if let exempt = paper.exempt, exempt.when.holds(in: situation) { return [] }
      if paper.treat == "record" { return [] }
      guard let stock = try stock(paper, id, service) else { return nil }
      return [Served(paper: paper, name: "\(service.name)/\(id)", stock: stock)]
    }
    switch material.kind {
    case .catchAll: return []
    case .paper(let paper):
      guard let found = try served(paper, material.id) else { throw CaseError("gets no \(paper.key) (\(material.id))") }
      return found
    case .choice(let sets, let pick):
      var found: [[Served]] = []
      for set in sets.indices {
        let active = sets[set].contains { $0.when.holds(in: situation) }
        let all = try sets[set].indices.map { try served(sets[set][$0], material.inner(set, $0)) }
        if active, !all.contains(where: { $0 == nil }) { found.append(all.compactMap { $0 }.flatMap { $0 }) }
      }
      let possible = sets.count { $0.contains { $0.when.holds(in: situation) } }
      guard found.count >= min(pick, possible) else {
        throw CaseError("gets \(found.count) of \(pick) sets of papers (\(material.id))")
      }
      return found.prefix(pick).flatMap { $0 }
    }
  }

  /// The line or the handover that is meant for a requirement.
  private func stock(_ paper: CasePaper, _ id: String, _ service: CaseService) throws -> Stock? {
    let (item, requirement) = (try run.names.services.id(service.name), run.names.materials[service.name]?.ids[id])
    func isMeant(_ use: Use) -> Bool { use.source.item == item && use.source.requirement == requirement }
    if let line = plan.recommended.firstIndex(where: { $0.uses.contains(where: isMeant) }) { return .line(line) }
    guard let handover = plan.handovers.first(where: { isMeant($0.use) }) else { return nil }
    return .handed(handover.document, from: handover.from)
  }

  // MARK: Handing in

  /// All papers of an office lie on its desk at once, those of its declared set of papers with them.
  private mutating func handIn(_ served: [Served], _ service: CaseService) -> String? {
    let dossier = run.input.shares.firstIndex { $0.services.contains(service.name) }.map { "set \($0)" } ?? service.name
    var desks: [Stock: [Served]] = [:]
    for one in served { desks[one.stock, default: []].append(one) }
    for one in served {
      if let what = ReplayPaper(run: run, plan: plan, service: service).problem(one.paper, one.name, line(one.stock)) {
        return what
      }
      if case .handed(let document, let giver) = one.stock, !hasGiven(giver, document) {
        return "wants \(one.paper.key) from \(run.names.services.name(giver)), which has not given it yet"
      }
    }
    for (stock, papers) in desks.sorted(by: { $0.value[0].name < $1.value[0].name }) {
      let name = papers.map(\.paper.key).first ?? ""
      var own = spent[stock] ?? Spent()
      for (document, papers) in Dictionary(grouping: papers, by: { self.document(of: $0, service) }) {
        let given = papers.filter(\.paper.isGiven).map(\.paper.originals).reduce(0, +)
        let shown = papers.filter { !$0.paper.isGiven }.map(\.paper.originals).max() ?? 0
        own.originals[document, default: [:]][dossier] = max(own.originals[document]?[dossier] ?? 0, given)
        let here = own.originals[document]?[dossier] ?? 0
        let elsewhere = (own.originals[document] ?? [:]).filter { $0.key != dossier }.values.reduce(0, +)
        own.needed[document] = max(own.needed[document] ?? 0, elsewhere + max(here, shown))
      }
      own.copies[dossier] = max(own.copies[dossier] ?? 0, papers.map(\.paper.copies).reduce(0, +))
      own.certified[dossier] = max(own.certified[dossier] ?? 0, papers.map(\.paper.certified).reduce(0, +))
      spent[stock] = own
      let wanted = (
        own.needed.values.reduce(0, +), own.copies.values.reduce(0, +), own.certified.values.reduce(0, +)
      )
      let had = has(stock)
      if wanted.0 > had.0 { return "needs \(wanted.0) originals of \(name) in all, there are \(had.0)" }
      if wanted.1 > had.1 { return "needs \(wanted.1) copies of \(name) in all, there are \(had.1)" }
      if wanted.2 > had.2 { return "needs \(wanted.2) certified copies of \(name) in all, there are \(had.2)" }
    }
    return nil
  }

  private func line(_ stock: Stock) -> BringLine? {
    if case .line(let index) = stock { plan.recommended[index] } else { nil }
  }

  /// Which of a line's documents an office takes: the first that is fresh enough.
  private func document(of served: Served, _ service: CaseService) -> Int {
    guard let line = line(served.stock) else { return 0 }
    return ReplayPaper(run: run, plan: plan, service: service).documents(served.paper, line).first ?? 0
  }

  /// Originals, copies, certified copies. How many a service gives nobody states: as many as are wanted, unless only
  /// one exists.
  private func has(_ stock: Stock) -> (Int, Int, Int) {
    switch stock {
    case .line(let index):
      let line = plan.recommended[index]
      return (line.originals.known, line.copies.known, line.certified.known)
    case .handed(let document, let giver):
      let all = plan.handovers.filter { $0.document == document && $0.from == giver }
      let copies = all.map(\.copiesToMake.known).reduce(0, +)
      return (run.catalogue.evidence[document.evidence]?.unique == true ? 1 : .max, copies, 0)
    }
  }

  private func hasGiven(_ giver: String, _ document: Document) -> Bool {
    guard let service = run.input.services.first(where: { $0.name == run.names.services.name(giver) }) else {
      return false
    }
    return service.outputs.contains { output in
      guard run.names.types.ids[output.type] == document.evidence,
        run.names.subjects.ids[output.subject] == document.subject, output.when.holds(in: run.input.situation)
      else { return false }
      if let step = output.step { return done.contains("\(giver) \(run.names.steps.ids[step] ?? "")") }
      return plan.steps.filter { $0.member == giver }.allSatisfy { done.contains("\(giver) \($0.id)") }
    }
  }
}
