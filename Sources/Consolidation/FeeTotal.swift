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
          if let same = lines.firstIndex(where: { $0.fee == reference.fee && $0.condition == condition }) {
            lines[same].members.append(member.id)
            if catalogue.fees[reference.fee]?.once != true { lines[same].times += 1 }
          } else {
            lines.append(FeeLine(fee: reference.fee, members: [member.id], times: 1, condition: condition))
          }
        }
      }
    }
    self.lines = lines
    sums = FeeTotal.sums(lines, catalogue)
  }

  /// Lowest and highest sum over every answer to the open facts that the charges hang on.
  private static func sums(_ lines: [FeeLine], _ catalogue: Catalogue) -> [Sum] {
    Fee.Kind.allCases.compactMap { kind in
      let own = lines.filter { catalogue.fees[$0.fee]?.kind == kind }
      guard !own.isEmpty else { return nil }
      let open = Set(own.flatMap(\.condition.facts)).sorted()
      var situations = [Situation()]
      for fact in open.prefix(6) {
        let options = catalogue.facts[fact]?.options.map(\.id) ?? []
        guard situations.count * max(options.count, 1) <= 4096 else { break }
        situations = situations.flatMap { situation in
          options.map { option in
            var copy = situation
            copy.answers[fact] = [option]
            return copy
          }
        }
      }
      var sum = Sum(kind: kind, low: .max, high: 0, complete: true)
      for situation in situations {
        let due = own.filter { $0.condition.resolved(in: situation) == .always }
        let amounts = due.map { line in (catalogue.fees[line.fee]?.amount, line.times) }
        sum.low = min(sum.low, amounts.reduce(0) { $0 + ($1.0?.lowerBound ?? 0) * $1.1 })
        sum.high = max(sum.high, amounts.reduce(0) { $0 + ($1.0?.upperBound ?? 0) * $1.1 })
      }
      sum.complete = !own.contains { catalogue.fees[$0.fee]?.amount == nil }
      return sum
    }
  }
}
