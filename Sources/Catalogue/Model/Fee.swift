public import Diagnostics

/// A charge, written once and referred to by items.
public struct Fee: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case government, deposit
    case thirdParty = "third-party"
  }

  public var id: String
  public var name: String
  public var kind: Kind
  /// In integer fen, lowest to highest; `nil` = not stated.
  public var amount: ClosedRange<Int>?
  /// The unit it is charged for: 副, 本.
  public var per: String?
  public var payee: String?
  /// Met in two guides, paid once.
  public var once: Bool
  public var remark: String
  public var basis: [Citation]
  public var checked: Checked
  public var span: Span
  /// What the schedule of charges calls it; two amounts for one code and payee contradict each other.
  public var code: String
  public var waivers: [Waiver] = []

  /// A reduction that holds in a certain case.
  public struct Waiver: Hashable, Sendable {
    public var when: Condition
    /// 1...100
    public var percent: Int
    public var text: String
    public var basis: [Citation]
    public var checked: Checked
    public var span: Span
  }
}

/// An item's reference to a charge.
public struct FeeReference: Hashable, Sendable {
  public var fee: String
  public var when: Condition
  public var span: Span
}
