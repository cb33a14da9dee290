public import Diagnostics

/// The list of matters that a guideline (国家标准指引) asks the body to publish, and which item answers each.
public struct Guideline: Hashable, Sendable {
  public struct Demand: Hashable, Sendable {
    public var id: String
    public var name: String
    /// The item that answers it; `nil` = none does.
    public var item: String?
    public var span: Span
  }

  /// An item that goes beyond the guideline, and somebody knows why.
  public struct Extra: Hashable, Sendable {
    public var item: String
    public var reason: String
    public var span: Span
  }

  public var title: String
  /// Its document number, 国办发〔2019〕54号.
  public var number: String
  public var demands: [Demand]
  public var extras: [Extra]
  public var checked: Checked
  public var span: Span
}
