public import Catalogue

/// A charge in the plan, with everybody who asks for it.
public struct FeeLine: Hashable, Sendable {
  public var fee: String
  public var members: [String]
  /// How often it is paid: once each member, or once in all where the charge says so.
  public var times: Int
  /// Open facts on which it hangs.
  public var condition: Condition
}

/// What it costs, kinds apart. Unknown amounts make a sum “at least”.
public struct FeeTotal: Hashable, Sendable {
  /// A sum in integer fen, lowest to highest over the open facts.
  public struct Sum: Hashable, Sendable {
    public var kind: Fee.Kind
    public var low: Int
    public var high: Int
    public var complete: Bool
  }

  public var lines: [FeeLine]
  public var sums: [Sum]
  /// Members that charge nothing, as far as is known.
  public var free: [String]
  /// Members of which nobody stated whether they charge.
  public var unknown: [String]

  init(_ members: [BoundMember], _ catalogue: Catalogue) {
    var lines: [FeeLine] = []
    free = []
    unknown = []
    for member in members {
      switch member.item.fees {
      case .none: free.append(member.id)
      case .notStated: unknown.append(member.id)
      case .known(let references):
        for reference in references {
          let condition = member.resolved(reference.when)
          guard condition != .never else { continue }
          let once = catalogue.fees[reference.fee]?.once == true
          if let same = lines.firstIndex(where: { $0.fee == reference.fee && (once || $0.condition == condition) }) {
            lines[same].members.append(member.id)
            lines[same].condition = lines[same].condition || condition
            if !once { lines[same].times += 1 }
          } else {
            lines.append(FeeLine(fee: reference.fee, members: [member.id], times: 1, condition: condition))
          }
        }
      }
    }
    self.lines = lines
    sums = FeeTotal.sums(lines, catalogue)
  }

  /// Lowest and highest sum over every answer to the open facts that the charges hang on. Where those are too many,
  /// the lowest counts what is due in any case and the highest everything.
  private static func sums(_ lines: [FeeLine], _ catalogue: Catalogue) -> [Sum] {
    Fee.Kind.allCases.compactMap { kind in
      let own = lines.filter { catalogue.fees[$0.fee]?.kind == kind }
      guard !own.isEmpty else { return nil }
      func sum(_ lines: [FeeLine], _ end: (ClosedRange<Int>) -> Int) -> Int {
        lines.reduce(0) { $0 + (catalogue.fees[$1.fee]?.amount.map(end) ?? 0) * $1.times }
      }
      var total = Sum(
        kind: kind, low: sum(own.filter { $0.condition == .always }, \.lowerBound), high: sum(own, \.upperBound),
        complete: !own.contains { catalogue.fees[$0.fee]?.amount == nil })
      let open = Set(own.flatMap(\.condition.facts)).sorted()
      let facts = open.compactMap { catalogue.facts[$0] }
      let situations = Situation.every(facts, limit: 4096)
      if facts.count == open.count, !situations.isEmpty {
        let due = situations.map { situation in own.filter { $0.condition.resolved(in: situation) == .always } }
        total.low = due.map { sum($0, \.lowerBound) }.min() ?? total.low
        total.high = due.map { sum($0, \.upperBound) }.max() ?? total.high
      }
      return total
    }
  }
}
