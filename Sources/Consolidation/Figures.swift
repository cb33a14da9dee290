/// The four figures of a plan: trips, things to bring, days, yuan.
public struct Figures: Hashable, Sendable {
  public var trips: Int
  /// There were too many ways to try them all: fewer trips may do.
  public var tripsApproximate: Bool
  public var tripsOnline: Int
  public var things: Int
  public var time: [TimeTotal.Span]
  public var timeComplete: Bool
  /// Charges of the authorities in fen, lowest and highest.
  public var low: Int
  public var high: Int
  public var feesComplete: Bool
  /// The same yardstick on the separate guides, one after the other.
  public var tripsBefore: Int
  public var thingsBefore: Int
}
