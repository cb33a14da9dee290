public import Catalogue

/// One office's use of a paper: a requirement, seen from the scenario. Uses are many and long, so a use is a reference to
/// what never changes.
public struct Use: Hashable, Sendable {
  private let content: Content

  private final class Content: Sendable {
    let source: Source
    let document: Document
    let requirement: Requirement
    let treatment: Requirement.Treatment
    let condition: Condition
    let from: String?
    let waivers: [Requirement.Waiver]
    let ofClass: String?
    let decision: String?
    let specification: [String: [String]]
    let originals: Count
    let copies: Count
    let certified: Count
    let hash: Int

    init(
      _ source: Source, _ document: Document, _ requirement: Requirement, _ treatment: Requirement.Treatment,
      _ condition: Condition, _ from: String?, _ waivers: [Requirement.Waiver], _ ofClass: String?,
      _ decision: String?
    ) {
      self.source = source
      self.document = document
      self.requirement = requirement
      self.treatment = treatment
      self.condition = condition
      self.from = from
      self.waivers = waivers
      self.ofClass = ofClass
      self.decision = decision
      var specification = requirement.specification
      if let template = requirement.template {
        specification["template"] = ["\(template.id)@\(template.version)"]
      }
      self.specification = specification
      originals = Count(requirement.originals)
      copies = Count(requirement.copies)
      certified = Count(requirement.certified)
      var hasher = Hasher()
      hasher.combine(source.member)
      hasher.combine(source.requirement)
      hasher.combine(document)
      hash = hasher.finalize()
    }
  }

  init(
    source: Source, document: Document, requirement: Requirement, treatment: Requirement.Treatment,
    condition: Condition, from: String?, waivers: [Requirement.Waiver], ofClass: String?, decision: String?
  ) {
    content = Content(source, document, requirement, treatment, condition, from, waivers, ofClass, decision)
  }

  public var source: Source { content.source }
  public var document: Document { content.document }
  /// What the catalogue says, as it stands there.
  public var requirement: Requirement { content.requirement }
  public var treatment: Requirement.Treatment { content.treatment }
  /// What is left of the condition: over facts that nobody was asked.
  public var condition: Condition { content.condition }
  /// The agency that hands it in when it is not the applicant.
  public var from: String? { content.from }
  /// The waivers that hold here.
  public var waivers: [Requirement.Waiver] { content.waivers }
  /// The class of papers that the guide names, where this is one of it.
  public var ofClass: String? { content.ofClass }
  /// People decided that this is the same paper as the first of their decision's sources.
  public var decision: String? { content.decision }
  /// What the paper must be like, the form's layout among it: attribute -> values that will do.
  public var specification: [String: [String]] { content.specification }

  public var originals: Count { content.originals }
  public var copies: Count { content.copies }
  public var certified: Count { content.certified }
  public var endorsed: Bool { requirement.endorsed }
  public var necessity: Requirement.Necessity { content.requirement.necessity }
  public var dueDays: Int? { content.requirement.dueDays }
  public var maxAge: Int? { content.requirement.maxAge }
  public var minRemaining: Int? { content.requirement.minRemaining }
  public var notes: [Statement] { content.requirement.notes }
  public var basis: [Citation] { content.requirement.basis }
  public var checked: Checked { content.requirement.checked }

  /// The original stays with the office.
  public var isGiven: Bool { content.treatment == .keep || content.treatment == .surrender }

  public static func == (a: Self, b: Self) -> Bool {
    if a.content === b.content { return true }
    return a.content.hash == b.content.hash && a.source == b.source && a.document == b.document
      && a.condition == b.condition && a.treatment == b.treatment && a.from == b.from && a.ofClass == b.ofClass
      && a.decision == b.decision && a.waivers == b.waivers && a.requirement == b.requirement
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(content.hash) }
}
