/// What proofreading found, for the people who keep the catalogue: a page of the web book that no reader is led to.
public struct CheckChapter: Sendable {
  /// One problem with the line it speaks of.
  public struct Finding: Sendable {
    /// The stable word that `onebook explain` takes.
    public var id: String
    /// `error` or `warning`.
    public var severity: String
    /// `items/new-car.xml:12:5`.
    public var place: String
    /// The same apart, for a link: `items/new-car.xml` and `12`.
    public var path: String
    public var line: Int?
    public var summary: String
    /// The source line before the marked part, the part, and what follows; empty where the file was not read.
    public var text: (before: String, marked: String, after: String)
    public var notes: [(text: String, place: String?)]
    public var help: [String]
    /// Why it stands although it was seen.
    public var accepted: String?
  }
  /// How many elements of a guide are known, known to be none, not stated.
  public struct Row: Sendable {
    public var name: String
    public var page: Reference?
    public var known: Int
    public var none: Int
    public var notStated: Int
    public var percent: Int
    /// The elements that are not stated; only of an item.
    public var missing: [String]
  }
  /// Plain words that were put in on one page.
  public struct Rewrite: Sendable {
    public var page: Reference?
    public var name: String
    public var words: [(official: String, plain: String)]
  }

  /// Where the catalogue's files can be looked at, with `{path}` and `{line}`; `nil` = not stated.
  public var source: String?
  public var errors: Int
  public var warnings: Int
  public var findings: [Finding]
  public var accepted: [Finding]
  public var total: Row
  public var agencies: [Row]
  /// In the order of the national field lists.
  public var elements: [Row]
  public var items: [Row]
  public var rewrites: [Rewrite]
}
