public import Diagnostics

/// Who handles an item: a police office, another authority, a company, a hospital.
public struct Agency: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case police, government, company, hospital, school }

  public struct Counter: Hashable, Sendable {
    public var id: String
    public var name: String
    public var span: Span
  }

  /// A local fact. Sample facts are labelled 示例 wherever they are shown.
  public struct LocalFact: Hashable, Sendable {
    public var text: String
    public var sample: Bool

    public init(text: String, sample: Bool) {
      self.text = text
      self.sample = sample
    }
  }

  public var id: String
  public var kind: Kind
  public var name: String
  /// What people call it: 车管所.
  public var short: String
  public var hall: String?
  public var address: Stated<LocalFact>
  public var hours: Stated<LocalFact>
  public var phones: [LocalFact]
  public var counters: [Counter]
  public var notes: [Statement]
  public var span: Span
  /// When it is open, for the machine; `hours` is for people.
  public var opening: [Opening] = []

  /// Open on these weekdays between two times of day.
  public struct Opening: Hashable, Sendable {
    /// 1 = Monday … 7 = Sunday.
    public var days: Set<Int>
    /// Minutes after midnight; the end does not count.
    public var minutes: Range<Int>
  }
}

extension Agency {
  /// What the agency itself has recorded of a fact; a sample is nobody's record.
  public func record(of fact: ServiceItem.Saying.Fact) -> [String] {
    let stated =
      switch fact {
      case .phone: phones
      case .hours: hours.value.map { [$0] } ?? []
      case .address: address.value.map { [$0] } ?? []
      }
    return stated.filter { !$0.sample }.map(\.text)
  }
}

/// A building that several agencies share.
public struct Hall: Hashable, Sendable {
  public var id: String
  public var name: String
  public var span: Span
}
