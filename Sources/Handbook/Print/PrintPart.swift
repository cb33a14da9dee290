public import Catalogue

/// What there is to print of this edition.
public struct PrintPart: Sendable {
  /// What is made when nobody asks for one kind.
  public var kinds: [Printing.Kind]
  public var halls: [HallPart]
  /// Every counter, by agency.
  public var counters: [CounterPart]
  public var errata: [ErratumEntry]
  /// Where the book will be, ending in `/`, and whether that is a sample; `nil` = not stated.
  public var address: (url: String, isSample: Bool)?

  /// A house that people go to, counter by counter.
  public struct HallPart: Sendable {
    public var id: String
    public var name: String
    public var counters: [CounterPart]
  }
  /// A counter and the matters it takes; where nobody says which counter takes what, all of the agency's.
  public struct CounterPart: Sendable {
    public var agency: AgencyChapter
    /// `nil`: not stated.
    public var name: String?
    public var items: [Reference]
    public var scenarios: [Reference]
  }
  /// An error of a printed edition.
  public struct ErratumEntry: Sendable {
    public var edition: String
    public var date: Day
    /// The chapter it stands in.
    public var chapter: Reference?
    public var page: Int?
    public var was: String
    public var now: String
  }
}
