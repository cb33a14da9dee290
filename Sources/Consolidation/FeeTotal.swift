public import Catalogue

/// A charge in the plan, with everybody who asks for it.
public struct FeeLine: Hashable, Sendable {
  public var fee: String
  public var members: [String]
  /// How often it is paid: once each member, or once in all where the charge says so; times how many are needed.
  public var times: Int
  /// Open facts on which it hangs.
  public var condition: Condition
  /// Reductions that hold, or hang on open facts; of several the largest counts.
  public var waivers: [Waiver]
  public var rule: Rule

  public struct Waiver: Hashable, Sendable {
    /// 1...100
    public var percent: Int
    public var condition: Condition
    public var text: String
  }
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
  /// Codes for which two guides state different amounts. A wrong fee is unlawful, so none of them is taken.
  public var conflicts: [String]

  /// One charge: the same code, paid to the same office.
  private struct Charge: Hashable {
    var code: String
    var payee: String?

    init(_ fee: Fee) {
      code = fee.code
      payee = fee.payee
    }
  }

  init(_ members: [BoundMember], _ quantities: [String: Int], _ catalogue: Catalogue) {
    var lines: [FeeLine] = []
    var amounts: [String: Set<ClosedRange<Int>>] = [:]
    free = []
    unknown = []
    for member in members {
      switch member.item.fees {
      case .none: free.append(member.id)
      case .notStated: unknown.append(member.id)
      case .known:
        for (id, condition, waivers) in member.fees {
          guard let fee = catalogue.fees[id] else { continue }
          let charge = Charge(fee)
          if let amount = fee.amount { amounts[fee.code, default: []].insert(amount) }
          let quantity = fee.per.flatMap { quantities[$0] } ?? 1
          if let same = lines.firstIndex(where: { line in
            guard let other = catalogue.fees[line.fee], Charge(other) == charge else { return false }
            return fee.once && other.once
              || !fee.once && !other.once && line.condition == condition && line.waivers == waivers
                && other.amount == fee.amount
          }) {
            lines[same].members.append(member.id)
            // Where amounts contradict each other the order of members shall not choose between them.
            lines[same].fee = min(lines[same].fee, id)
            lines[same].condition = lines[same].condition || condition
            if fee.once {
              lines[same].waivers = FeeTotal.grantedByBoth(lines[same].waivers, waivers)
            } else {
              lines[same].times += quantity
            }
          } else {
            lines.append(
              FeeLine(
                fee: id, members: [member.id], times: quantity, condition: condition, waivers: waivers,
                rule: fee.once ? .paidOnce : .paidEach))
          }
        }
      }
    }
    self.lines = lines
    conflicts = amounts.filter { $0.value.count > 1 }.keys.sorted()
    sums = FeeTotal.sums(lines, catalogue)
  }

  /// Of a charge that is paid once nobody is promised more than every guide grants.
  private static func grantedByBoth(_ a: [FeeLine.Waiver], _ b: [FeeLine.Waiver]) -> [FeeLine.Waiver] {
    a.compactMap { waiver in
      guard let least = b.filter({ $0.condition == waiver.condition }).map(\.percent).max() else { return nil }
      var both = waiver
      both.percent = min(waiver.percent, least)
      return both
    }
  }

  /// Lowest and highest sum over every answer to the open facts that the charges hang on. Where those are too many,
  /// the lowest counts what is due in any case and the highest everything.
  private static func sums(_ lines: [FeeLine], _ catalogue: Catalogue) -> [Sum] {
    Fee.Kind.allCases.compactMap { kind in
      let own = lines.filter { catalogue.fees[$0.fee]?.kind == kind }
      guard !own.isEmpty else { return nil }
      func sum(_ lines: [FeeLine], _ end: (ClosedRange<Int>) -> Int, waived: (Condition) -> Bool) -> Int {
        lines.reduce(0) { total, line in
          let amount = (catalogue.fees[line.fee]?.amount.map(end) ?? 0) * line.times
          let percent = line.waivers.filter { waived($0.condition) }.map(\.percent).max() ?? 0
          // What is waived is rounded down: nobody is told less than is due.
          return total + amount - amount * percent / 100
        }
      }
      var total = Sum(
        kind: kind,
        low: sum(own.filter { $0.condition == .always }, \.lowerBound) { _ in true },
        high: sum(own, \.upperBound) { $0 == .always },
        complete: !own.contains { catalogue.fees[$0.fee]?.amount == nil })
      let open = Set(own.flatMap { $0.condition.facts.union($0.waivers.flatMap(\.condition.facts)) }).sorted()
      if open.isEmpty { return total }
      let facts = open.compactMap { catalogue.facts[$0] }
      let situations = Situation.every(facts, limit: 4096)
      if facts.count == open.count, !situations.isEmpty {
        let due = situations.map { situation in
          let lines = own.filter { $0.condition.resolved(in: situation) == .always }
          func waived(_ condition: Condition) -> Bool { condition.resolved(in: situation) == .always }
          return (sum(lines, \.lowerBound, waived: waived), sum(lines, \.upperBound, waived: waived))
        }
        total.low = due.map(\.0).min() ?? total.low
        total.high = due.map(\.1).max() ?? total.high
      }
      return total
    }
  }
}
