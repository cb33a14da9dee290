/// What the agencies offer, as values: the first stage's result. Tables are keyed by id; whoever lists one sorts it, so
/// the order of files says nothing.
public struct Catalogue: Hashable, Sendable {
  public var book: Book?
  public var laws: [String: Law] = [:]
  public var subjects: [String: Subject] = [:]
  public var facts: [String: Fact] = [:]
  public var fees: [String: Fee] = [:]
  public var evidence: [String: EvidenceType] = [:]
  public var agencies: [String: Agency] = [:]
  public var halls: [String: Hall] = [:]
  public var items: [String: ServiceItem] = [:]
  public var scenarios: [String: Scenario] = [:]
  public var calendar = WorkCalendar()
  public var decisions: [String: Decision] = [:]
  public var words = Words()
  /// Everything people read, in the order of files and places.
  public var texts: [PageText] = []
  public var guideline: Guideline?
  public var consultations: [String: Consultation] = [:]
  /// Why things changed from edition to edition, and what is told in between.
  public var changes = ChangeNotes()
  /// `nil` = nothing is said of messages but what scenarios say themselves.
  public var messagePlan: MessagePlan?

  public init() {}

  /// The role a paper of this kind belongs to when a requirement does not say.
  public func defaultSubject(of evidence: String) -> String? {
    if let whose = self.evidence[evidence]?.whose { return whose }
    return switch self.evidence[evidence]?.holder {
    case .person: "applicant"
    case .vehicle: "vehicle"
    case .case, nil: nil
    }
  }
}
