import Catalogue

/// How much a reader has to care: computed from what changed, not felt. A person may raise it freely and lower it only
/// with a reason.
struct Severity {
  var effective: Day
  var published: Day

  /// A duty that becomes stricter within so many days is critical.
  private static let shortNotice = 14

  func of(_ kind: Event.Kind, _ changes: [Change]) -> ChangeNotes.Severity {
    switch kind {
    case .guideSuspended, .eventRetracted, .keyRotated: return .critical
    case .guideAdded, .scenarioAdded, .guideCorrected, .guideResumed, .guideWithdrawn, .scenarioWithdrawn,
      .guideMerged, .guideSplit, .audienceNarrowed, .agencyNotice, .editionCorrected:
      return isShortNotice(changes) ? .critical : .major
    case .consultationOpened, .consultationClosed, .consultationAnswered, .answerAdded, .caseAdded, .eventRedacted:
      return .minor
    case .guideChanged, .scenarioChanged, .agencyChanged, .editionPublished:
      if isShortNotice(changes) { return .critical }
      return changes.contains(where: \.isMajor) ? .major : .minor
    }
  }

  private func isShortNotice(_ changes: [Change]) -> Bool {
    effective.number - published.number <= Severity.shortNotice
      && changes.contains { $0.field == "deadlines/*" && $0.impact == .tighten && $0.before != nil }
  }
}
