public import Diagnostics

/// What the keepers of a catalogue decided about findings (`<check>` in `book.xml`).
public struct Policy: Hashable, Sendable {
  /// A finding that stands although it was seen, and why.
  public struct Acceptance: Hashable, Sendable {
    public var id: String
    /// The end of the file's path; `nil` = anywhere.
    public var file: String?
    public var reason: String
    public var span: Span
  }
  /// Warnings that count as errors here: nothing is published with them.
  public struct Raise: Hashable, Sendable {
    public var id: String
    public var span: Span
  }

  /// Where the catalogue's files can be looked at: an `https` address with `{path}` and `{line}`; `nil` = not stated.
  public var source: String?
  public var raised: [Raise] = []
  public var accepted: [Acceptance] = []

  public init() {}
}
