/// The rules by which lists are merged. A field of a merged line, an edge, or a requirement that is no line names
/// the rule that made it so; `docs/merging.md` says each in words. The raw values are stable words.
public enum Rule: String, Hashable, Sendable, CaseIterable, Codable {
  // What makes two requirements one line.
  /// The same evidence type of the same person or vehicle.
  case sameEvidence = "same-evidence"
  /// A name of the guide that people decided means this evidence type.
  case alias
  /// A class of papers is the papers that this guide accepts for it.
  case classOfPapers = "class-of-papers"

  // Originals.
  /// Handed back, so once is enough.
  case shownOnce = "shown-once"
  /// Stay with the offices, so they add up.
  case keptAddUp = "kept-add-up"
  /// Offices that declare one set of papers take it once.
  case onceInDossier = "once-in-dossier"
  /// Every office that looks does so before, or while, one keeps it: the kept one serves both.
  case shownThenKept = "shown-then-kept"
  /// Some office may want to see one after the others have kept theirs.
  case oneMoreToShow = "one-more-to-show"
  /// Only one exists.
  case onlyOne = "only-one"

  // Copies.
  case copiesAddUp = "copies-add-up"

  // What the paper must be like.
  /// The values that every office accepts.
  case specificationMeet = "specification-meet"
  /// No value suits both offices, so these are different lines.
  case specificationApart = "specification-apart"
  /// Another form, or another version of it.
  case templateApart = "template-apart"
  case mediaMeet = "media-meet"
  /// The windows of issue meet, at the days planned: one document does.
  case windowsMeet = "windows-meet"
  /// They do not meet: several documents.
  case windowsApart = "windows-apart"
  /// The latest of the days until which it must be valid.
  case latestDay = "latest-day"

  /// Required is stronger than deferrable, deferrable than optional.
  case strongerNecessity = "stronger-necessity"
  /// Each office's day for handing in later stands.
  case dueDatesKept = "due-dates-kept"
  /// The line stands when any of its requirements does.
  case anyCondition = "any-condition"

  // Alternatives.
  /// The smallest sets of papers that satisfy everybody.
  case smallestSets = "smallest-sets"
  /// So many of several, in every combination.
  case anyOfSeveral = "any-of-several"

  // Why a requirement is no line.
  /// An earlier member of the plan gives it, for the same subject.
  case outputFeedsInput = "output-feeds-input"
  /// The office holds or checks it itself.
  case governmentHeld = "government-held"
  case handedInByOther = "handed-in-by-other"
  /// Another of the papers that would do is on the list.
  case coveredByOther = "covered-by-other"
  /// It belongs to a set that contains a smaller one.
  case absorbed
  case conditionFalse = "condition-false"
  case decidedToDrop = "decided-to-drop"

  // What people decided.
  case decidedToMerge = "decided-to-merge"
  case decidedToSplit = "decided-to-split"

  // Why a step follows another.
  case stated
  case waitingTime = "waiting-time"
  /// A document that exists once is shown before it is given away.
  case shownBeforeGiven = "shown-before-given"

  // Totals.
  case longestPath = "longest-path"
  case fewestTrips = "fewest-trips"
  case paidOnce = "paid-once"
  case paidEach = "paid-each"
  case waived
}
