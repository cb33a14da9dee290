public import Diagnostics

/// What is printed of an edition, for which halls, and what was corrected in a printed one.
public struct Printing: Hashable, Sendable {
  /// A kind of printed matter.
  public enum Kind: String, Sendable, CaseIterable {
    /// The whole book on A4.
    case book
    /// What people read of it in large type.
    case large
    /// A scenario as a stitched booklet: A5 pages on A4 sheets.
    case booklet
    /// A scenario on one A3 sheet, for the wall.
    case poster
    /// One-time notices: a sheet a situation.
    case notice
    /// What the counters of one hall do, counter by counter.
    case hall
    /// With grounds, staff notes and the records of merging.
    case staff
    /// A slip for the errors of a printed edition.
    case errata
  }

  /// An error in a printed edition and what should stand there.
  public struct Erratum: Hashable, Sendable {
    /// The printed edition.
    public var edition: String
    /// When it was corrected.
    public var date: Day
    public var scenario: String?
    public var item: String?
    /// The page of the printed edition; `nil` = not stated.
    public var page: Int?
    public var was: String
    public var now: String
    public var span: Span
  }

  /// A matter that is no longer handled.
  public struct Former: Hashable, Sendable {
    public var name: String
    /// The last day; `nil` = not stated.
    public var until: Day?
    /// What one does instead, and the ground.
    public var statement: Statement
    public var span: Span
  }

  /// What is made when nobody asks for one kind.
  public var kinds: [Kind] = Kind.allCases
  /// Halls, or agencies with a house of their own.
  public var halls: [String] = []
  public var errata: [Erratum] = []

  public init() {}
}
