/// A worked case day by day, in words.
public struct ItineraryPart: Sendable {
  /// What happens on one day.
  public struct Date: Sendable {
    /// `YYYY-MM-DD`; `nil`: beyond the calendar.
    public var day: String?
    /// 12月2日（周三）, or that it cannot be said.
    public var words: String
    /// `false`: only if what nobody states takes no time.
    public var isCertain: Bool
    public var calls: [Call]
  }

  public struct Call: Sendable {
    public var kind: Stop.Kind
    /// Among the trips of this itinerary, from 1; `nil` for what is no trip.
    public var trip: Int?
    /// 第1趟 车管所; 银行（办理中）.
    public var place: String
    public var does: [String]
    public var receives: [String]
    /// `YYYY-MM-DD`: the last day on which an office may be at work.
    public var untilDay: String?
    /// 最迟12月4日（周五）.
    public var until: String?
    /// What takes a time that nobody states.
    public var open: [String]
  }

  public var dates: [Date]
  /// How the days are to be read.
  public var notes: [String]
}
