public import Diagnostics

/// Days of one kind. Working and calendar days are never converted into each other.
public enum DayUnit: String, Sendable, CaseIterable { case workingDays, calendarDays }

/// A length of time in one unit.
public struct Duration: Hashable, Sendable {
  public var days: Int
  public var unit: DayUnit

  public init(days: Int, unit: DayUnit) {
    self.days = days
    self.unit = unit
  }
}

/// A limit: so many days, or on the spot.
public enum TimeLimit: Hashable, Sendable {
  case instant
  case within(Duration)

  /// Zero for on the spot.
  public var duration: Duration {
    switch self {
    case .instant: Duration(days: 0, unit: .workingDays)
    case .within(let duration): duration
    }
  }
}

/// How long an office may take: by law, and as it promises.
public struct ProcessingTime: Hashable, Sendable {
  public var statutory: Stated<TimeLimit>
  public var promised: Stated<TimeLimit>
  public var remark: String
  public var basis: [Citation]
  public var checked: Checked
  public var span: Span
  /// What the limit does not count: inspections, tests, expert review.
  public var excluding: [Statement] = []

  /// The limit that holds for the applicant: the promise, else the law.
  public var holding: Stated<TimeLimit> { promised.value != nil ? promised : statutory }
}

extension ServiceItem {
  /// The item's steps; where nobody stated them, one step: go there and have it done.
  public var stepsOrWhole: [Step] {
    if let steps = steps.value { return steps }
    return [
      Step(
        id: "whole", stage: .submit, actor: .applicant, place: .agency(agency), online: false, text: name,
        duration: nil,
        ways: [.return], after: [], covers: [], when: .always, basis: [], checked: checked, span: span)
    ]
  }
}

/// One step of an item: what happens, who does it, where, and how long it takes.
public struct Step: Hashable, Sendable {
  public enum Stage: String, Sendable, CaseIterable {
    case prepare, inspect, submit, review, decide, make, collect, exam, study, train, pay, wait
  }
  public enum Actor: Hashable, Sendable {
    case applicant
    /// The agency of the item.
    case agency
    case other(String)
  }
  public enum Place: Hashable, Sendable {
    case agency(String)
    case online
    case home
  }
  /// How a result reaches the applicant.
  public enum Way: String, Sendable, CaseIterable { case wait, mail, `return` }

  public var id: String
  public var stage: Stage
  public var actor: Actor
  public var place: Place
  public var online: Bool
  public var text: String
  public var duration: Duration?
  public var ways: [Way]
  /// Ids of this item's steps that come first.
  public var after: [String]
  /// Items whose work this step only mentions.
  public var covers: [String]
  public var when: Condition
  public var basis: [Citation]
  public var checked: Checked
  public var span: Span
  /// Steps of different items that name the same act are one act: the longest of their times holds.
  public var common: String?
}
