/// A minute with its zone, ISO 8601 `2026-12-01T09:30+08:00`; kept in the offices' own time.
public struct Moment: Hashable, Sendable, CustomStringConvertible {
  /// China Standard Time, minutes east of UTC.
  private static let zone = 480

  /// The offices' day.
  public var day: Day
  /// Minutes after midnight.
  public var minute: Int

  /// Reads `YYYY-MM-DDTHH:MM`, with seconds or without (they are dropped), and `Z` or `±HH:MM`; nothing else: without a
  /// zone nobody knows on which day a limit begins.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(String(parts[0])),
      let mark = parts[1].lastIndex(where: { "Z+-".contains($0) })
    else { return nil }
    let clock = parts[1][..<mark].split(separator: ":", omittingEmptySubsequences: false)
    let zone = parts[1][parts[1].index(after: mark)...].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count), let hour = Moment.number(clock[0], below: 24),
      let minute = Moment.number(clock[1], below: 60), clock.count == 2 || Moment.number(clock[2], below: 60) != nil
    else { return nil }
    var offset = 0
    if parts[1][mark] == "Z" {
      guard zone == [""] else { return nil }
    } else {
      guard zone.count == 2, let hours = Moment.number(zone[0], below: 15),
        let minutes = Moment.number(zone[1], below: 60)
      else { return nil }
      offset = (hours * 60 + minutes) * (parts[1][mark] == "-" ? -1 : 1)
    }
    let total = hour * 60 + minute - offset + Moment.zone
    let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
    self.day = day + days
    self.minute = total - days * 1440
  }

  private init(day: Day, minute: Int) {
    self.day = day
    self.minute = minute
  }

  public static func + (moment: Moment, days: Int) -> Moment { Moment(day: moment.day + days, minute: moment.minute) }

  public var description: String { "\(day)T\(Moment.two(minute / 60)):\(Moment.two(minute % 60))+08:00" }

  private static func number(_ text: Substring, below limit: Int) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text), value < limit
    else { return nil }
    return value
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
