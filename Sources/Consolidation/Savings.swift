public import Catalogue

/// What a list comes to. One function counts the separate guides and the merged plan, so that the figures can be compared.
public struct Counts: Hashable, Sendable {
  /// Lines of papers to bring that are not optional.
  public var lines = 0
  public var originals = Count.zero
  /// Plain and certified.
  public var copies = Count.zero
  /// Forms to fill in.
  public var forms = 0
  public var trips = 0
  /// How often one goes to each place: a hall, or an agency that has none.
  public var visits: [String: Int] = [:]
  /// Days one after the other, in both units, and whether none is unknown.
  public var time = TimeTotal.Span(working: 0, calendar: 0)
  public var timeComplete = true
  /// Charges of the authorities in fen.
  public var low = 0
  public var high = 0
  public var feesComplete = true

  public init() {}

  /// Counts a plan as it is.
  public init(_ plan: Plan, _ catalogue: Catalogue) {
    let needed = plan.recommended.filter { $0.necessity != .optional }
    lines = needed.reduce(0) { $0 + $1.documents }
    originals = needed.reduce(.zero) { $0 + $1.originals }
    copies = needed.reduce(.zero) { $0 + $1.copies }
    // A guide that says nothing of certified copies asks for none.
    copies.known += needed.reduce(0) { $0 + $1.certified.known }
    forms = needed.count { line in line.document.map { catalogue.evidence[$0.evidence]?.form == true } ?? false }
    trips = plan.trips.count
    for place in plan.trips.route { visits[place, default: 0] += 1 }
    // Of several longest paths the one with more working days: they are not comparable, and one figure has to be named.
    time = plan.time.longest.last ?? time
    timeComplete = plan.time.isComplete
    let government = plan.fees.sums.first { $0.kind == .government }
    low = government?.low ?? 0
    high = government?.high ?? 0
    feesComplete = government?.complete != false && !plan.chargesUnknown(catalogue)
  }

  /// One after the other.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.lines += b.lines
    sum.originals = a.originals + b.originals
    sum.copies = a.copies + b.copies
    sum.forms += b.forms
    sum.trips += b.trips
    sum.visits.merge(b.visits, uniquingKeysWith: +)
    sum.time = TimeTotal.Span(working: a.time.working + b.time.working, calendar: a.time.calendar + b.time.calendar)
    sum.timeComplete = a.timeComplete && b.timeComplete
    sum.low += b.low
    sum.high += b.high
    sum.feesComplete = a.feesComplete && b.feesComplete
    return sum
  }
}

/// What merging spares in one situation, and where it comes from.
public struct Savings: Hashable, Sendable {
  /// One member's guide by itself.
  public struct Guide: Hashable, Sendable {
    public var member: String
    public var item: String
    public var counts: Counts
  }

  /// The separate guides, in the scenario's order.
  public var guides: [Guide]
  /// All of them, one after the other.
  public var before: Counts
  /// The merged plan.
  public var after: Counts
  /// The separate guides when the offices already work side by side: the longest of them.
  public var parallel: TimeTotal.Span
  /// Of the trips spared, those that the shared building spares and not the merging.
  public var tripsByHall: Int

  // The sums tell situations apart well enough; the guides need not be gone through each time.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(before.lines)
    hasher.combine(before.low)
    hasher.combine(after)
  }
}

extension Plan {
  /// Whether an authority's charge is not stated; what companies charge is no charge of the authorities.
  func chargesUnknown(_ catalogue: Catalogue) -> Bool {
    fees.unknown.contains { id in
      let item = members.first { $0.id == id }.flatMap { catalogue.items[$0.item] }
      let kind = item.flatMap { catalogue.agencies[$0.agency]?.kind }
      return kind == .police || kind == .government
    }
  }
}
