/// A scenario as a picture: what comes before what, and what runs side by side; with the same in words.
public struct FlowPart: Sendable {
  /// One layer of the picture in words.
  public struct Step: Sendable {
    public struct Entry: Sendable {
      public var item: Reference
      /// After the item's name: where, how long, what comes before it.
      public var text: String
      public var when: When
    }
    /// 第1步（同时办）：
    public var label: String
    public var entries: [Entry]
    public var when: When
  }

  /// The picture's name and what it shows, for those who do not see it.
  public var title: String
  public var summary: String
  /// Two columns: as wide as a telephone held upright.
  public var narrow: FlowDiagram
  /// Four columns: as wide as a sheet of A4.
  public var wide: FlowDiagram
  public var steps: [Step]
  /// What one holds in the end.
  public var end: String
  /// What the picture's signs mean; only those that it uses.
  public var legend: [String]

  /// In CSS pixels: what a telephone of 390 and a sheet of A4 leave between their margins.
  static let narrowWidth = 352
  static let wideWidth = 640
}
