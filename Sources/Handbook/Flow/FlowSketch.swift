/// What a flow diagram is to show, before anything has its place.
struct FlowSketch: Sendable {
  struct Text: Hashable, Sendable {
    var text: String
    var role: FlowDiagram.Role
  }
  /// Something to get or to wait for on the way to a box.
  struct Slip: Hashable, Sendable {
    var kind: FlowDiagram.Slip.Kind
    /// Each begins a line.
    var texts: [String]
    var when: String?
  }
  struct Node: Hashable, Sendable {
    var id: String
    var texts: [Text]
    /// Takes part for certain answers only.
    var conditional: Bool
    var when: String?
    /// From the arrow down to the box.
    var slips: [Slip] = []
    /// For which answers an arrow leads to it.
    var entered: String?
  }

  var nodes: [Node]
  /// Between nodes; reduced.
  var graph: FlowGraph
  /// For which answers an edge counts; absent = for all.
  var edgeWhen: [FlowGraph.Edge: String] = [:]
  var start: String
  var end: [Text]
  /// What stands in the corners of a layer: its number, and that its boxes run side by side.
  var steps: [(label: String, together: String?)]
}

/// A flow diagram with everything in its place, in whole units from the top left corner; a renderer only sets it.
public struct FlowDiagram: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int
  }
  public struct Frame: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int
    public var right: Int { x + width }
    public var bottom: Int { y + height }
    public var middle: Int { x + width / 2 }
  }
  /// What a text says, by which it is set; each has its size.
  public enum Role: String, Hashable, Sendable {
    case name, place, time, unknown, condition, paper, wait, step, together, start, result

    public var size: Int {
      switch self {
      case .name, .start: 15
      case .place, .time, .unknown, .result: 13
      case .condition, .paper, .wait, .step, .together: 12
      }
    }
    var lineHeight: Int { size + size / 3 + 1 }
  }
  /// A line of text; `x` is its middle, its left end (`step`) or its right end (`together`), `y` its baseline.
  public struct Line: Hashable, Sendable {
    public var text: String
    public var role: Role
    public var x: Int
    public var y: Int
  }
  public struct Box: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case start, member, end }
    public var id: String
    public var kind: Kind
    public var frame: Frame
    public var lines: [Line]
    public var conditional: Bool
    public var when: String?
  }
  /// Lies on the last piece of the way to a box.
  public struct Slip: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case paper, wait }
    public var kind: Kind
    public var frame: Frame
    public var lines: [Line]
    public var when: String?
  }
  /// What runs side by side.
  public struct Band: Hashable, Sendable {
    public var frame: Frame
    public var lines: [Line]
  }
  /// Leads from a box to the head above another, by right angles.
  public struct Arrow: Hashable, Sendable {
    public var from: String
    public var to: String
    public var points: [Point]
    /// The same as the `d` of an SVG path, with its corners rounded.
    public var path: String
    public var when: String?
  }
  /// The last piece of all arrows to a box, past its slips, with the arrow's head.
  public struct Head: Hashable, Sendable {
    public var to: String
    public var shaft: String
    public var head: String
    public var tip: Point
    public var when: String?
  }

  public var width: Int
  public var height: Int
  public var bands: [Band]
  public var arrows: [Arrow]
  public var heads: [Head]
  public var slips: [Slip]
  /// Start, members, end.
  public var boxes: [Box]
}
