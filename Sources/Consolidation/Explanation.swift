public import Catalogue

/// Why a line, an edge or a total is as it is, and why a requirement is no line: the record that goes with it. From a
/// scenario's records every office's own list can be rebuilt (`Explanation.lists`).
public struct Explanation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A merged line.
    case line
    /// A requirement that is no line.
    case elimination
    case edge
    case total
  }

  /// A requirement as its office states it, with when it counts here.
  public struct Input: Hashable, Sendable {
    public var source: Source
    public var document: Document
    public var requirement: Requirement
    public var treatment: Requirement.Treatment
    /// The class of papers that the guide names, where the document is one of it.
    public var ofClass: String?
    /// Open facts on which it hangs.
    public var condition: Condition
    /// The answers for which it counts.
    public var when: Clauses
  }

  /// One field: what every input says, losing values among them, what came of it, and by which rules.
  public struct Field: Hashable, Sendable {
    public var name: Derivation.Field
    /// One value an input, in their order; `?` = not stated.
    public var values: [String]
    public var result: String
    public var rules: [Rule]
  }

  /// Stable: `mr.used-car.id-card.buyer`.
  public var id: String
  public var kind: Kind
  public var rules: [Rule]
  /// By a rule, or by a person's decision (its id).
  public var decision: String?
  public var inputs: [Input]
  public var fields: [Field]
  /// What it is about, where that is not a paper: steps of an edge, the figure of a total.
  public var subject: [String] = []
  /// For a line that is still “so many of these”: how many, and of which.
  public var pick: BringLine.Pick?
  /// Papers that need not be asked for again.
  public var saved = Saved()
  /// The answers for which it holds.
  public var when: Clauses

  public struct Saved: Hashable, Sendable {
    public var lines = 0
    public var originals = 0
    public var copies = 0
  }
}

extension Explanation {
  /// The record of a merged line.
  init(
    _ line: BringLine, uses: [(use: Use, when: Clauses)], originals: ClosedRange<Int>, copies: ClosedRange<Int>,
    certified: ClosedRange<Int>, when: Clauses, scenario: String
  ) {
    kind = .line
    self.when = when
    inputs = uses.map { Input($0.use, $0.when) }
    var results: [Derivation.Field: String] = [
      .evidence: line.alternatives.map { $0.map(\.name).joined(separator: " + ") }.joined(separator: " | "),
      .originals: Explanation.words(originals, line.originals.complete),
      .copies: Explanation.words(copies, line.copies.complete),
      .certified: Explanation.words(certified, line.certified.complete),
      .necessity: line.necessity.rawValue,
    ]
    results[.specification] = Explanation.words(line.specification)
    results[.media] = line.media.map(\.rawValue).joined(separator: " ")
    results[.window] = line.windows.map { "\($0.lowerBound)…\($0.upperBound)" }.joined(separator: " ")
    results[.documents] = "\(line.documents)"
    results[.validUntil] = line.validUntil.map { "\($0)" }
    results[.due] = uses.compactMap { $0.use.dueDays.map(String.init) }.joined(separator: " ")
    results[.alternatives] = results[.evidence]
    results[.condition] = Set(uses.map(\.use.condition)).count > 1 ? "any" : nil
    let shown = Derivation.Field.allCases.filter { field in line.derivations.contains { $0.field == field } }
    fields = shown.map { field in
      Field(
        name: field, values: uses.map { Explanation.value(field, $0.use) }, result: results[field] ?? "",
        rules: line.derivations.filter { $0.field == field }.map(\.rule).uniqued())
    }
    rules = fields.flatMap(\.rules).uniqued()
    decision = uses.compactMap(\.use.decision).first
    pick = line.pick
    saved = Saved(
      lines: max(0, Set(uses.map(\.use.source)).count - 1),
      originals: max(0, uses.reduce(0) { $0 + $1.use.originals.known } - originals.upperBound),
      copies: max(0, uses.reduce(0) { $0 + $1.use.copies.known } - copies.upperBound))
    id = (["mr", scenario] + (line.alternatives.first ?? []).map(\.name)).joined(separator: ".")
  }

  init(_ entry: NotNeeded, when: Clauses, scenario: String) {
    self.init(entry.use, entry.rule, when: when, scenario: scenario)
    if case .dropped(let id) = entry.why { decision = id }
  }

  init(_ handover: Handover, when: Clauses, scenario: String) {
    self.init(handover.use, .outputFeedsInput, when: when, scenario: scenario)
    subject = [handover.from]
  }

  /// A requirement that does not apply.
  init(inactive source: Source, when: Clauses, scenario: String) {
    self.init(
      id: ["el", scenario, source.member, source.requirement].joined(separator: "."), kind: .elimination,
      rules: [.conditionFalse], inputs: [], fields: [], subject: [source.member, source.item, source.requirement],
      when: when)
  }

  /// The record of an edge; its subject is the two steps, then the papers.
  init(_ edge: Plan.Edge, from first: PlannedStep, to then: PlannedStep, when: Clauses, scenario: String) {
    let names = [first, then].map { "\($0.member).\($0.id)" }
    self.init(
      id: (["ed", scenario] + names).joined(separator: "."), kind: .edge, rules: [edge.rule], inputs: [], fields: [],
      subject: names + edge.documents.map(\.name), when: when)
  }

  init(total name: String, _ rules: [Rule], _ result: String, when: Clauses = .always, scenario: String) {
    self.init(
      id: ["to", scenario, name].joined(separator: "."), kind: .total, rules: rules, inputs: [], fields: [],
      subject: [name, result], when: when)
  }

  init(_ line: FeeLine, when: Clauses, scenario: String) {
    self.init(
      total: "fee.\(line.fee)", line.waivers.isEmpty ? [line.rule] : [line.rule, .waived], "\(line.times)", when: when,
      scenario: scenario)
  }

  private init(_ use: Use, _ rule: Rule, when: Clauses, scenario: String) {
    kind = .elimination
    self.when = when
    rules = [rule]
    inputs = [Input(use, when)]
    fields = []
    decision = use.decision
    id = ["el", scenario, use.source.member, use.source.requirement, use.document.name].joined(separator: ".")
  }

  private static func value(_ field: Derivation.Field, _ use: Use) -> String {
    func words(_ count: Count) -> String { Explanation.words(count.known...count.known, count.complete) }
    return switch field {
    case .evidence, .alternatives: use.requirement.called ?? use.document.name
    case .originals: words(use.originals)
    case .copies: words(use.copies)
    case .certified: words(use.certified)
    case .specification: Explanation.words(use.specification)
    case .media: use.requirement.media.map(\.rawValue).joined(separator: " ")
    case .documents: "1"
    case .window: use.maxAge.map { "\($0)" } ?? ""
    case .validUntil: use.minRemaining.map { "\($0)" } ?? ""
    case .necessity: use.necessity.rawValue
    case .due: use.dueDays.map { "\($0)" } ?? ""
    case .condition: use.condition == .always ? "always" : "open"
    }
  }

  private static func words(_ range: ClosedRange<Int>, _ complete: Bool) -> String {
    let number =
      range.lowerBound == range.upperBound ? "\(range.upperBound)" : "\(range.lowerBound)–\(range.upperBound)"
    return complete ? number : range.upperBound == 0 ? "?" : "\(number)+?"
  }

  private static func words(_ specification: [String: [String]]) -> String {
    specification.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "|"))" }.joined(
      separator: " ")
  }
}

extension Explanation.Input {
  init(_ use: Use, _ when: Clauses) {
    self.init(
      source: use.source, document: use.document, requirement: use.requirement, treatment: use.treatment,
      ofClass: use.ofClass, condition: use.condition, when: when)
  }
}

extension Explanation.Input {
  /// What the office's guide states, field by field: with its item's, the whole requirement. What is not stated is absent.
  public var stated: [String: String] {
    var fields: [String: String?] = [
      "evidence": requirement.evidence, "document": document.name, "treat": treatment.rawValue,
      "necessity": requirement.necessity.rawValue, "class": ofClass, "called": requirement.called,
      "of": requirement.of, "step": requirement.step, "from": requirement.from,
      "endorsed": requirement.endorsed ? "yes" : nil,
      "template": requirement.template.map { "\($0.id)@\($0.version)" },
    ]
    func number(_ name: String, _ stated: Stated<Int>) {
      switch stated {
      case .known(let count): fields[name] = "\(count)"
      case .none: fields[name] = "0"
      case .notStated: break
      }
    }
    number("originals", requirement.originals)
    number("copies", requirement.copies)
    number("certified", requirement.certified)
    fields["dueDays"] = requirement.dueDays.map { "\($0)" }
    fields["maxAge"] = requirement.maxAge.map { "\($0)" }
    fields["minRemaining"] = requirement.minRemaining.map { "\($0)" }
    for (name, values) in requirement.specification { fields["spec.\(name)"] = values.joined(separator: "|") }
    if !requirement.media.isEmpty { fields["media"] = requirement.media.map(\.rawValue).joined(separator: " ") }
    return fields.compactMapValues { $0 }
  }
}

extension Document {
  /// `id-card.buyer`
  public var name: String { subject.map { "\(evidence).\($0)" } ?? evidence }
}
