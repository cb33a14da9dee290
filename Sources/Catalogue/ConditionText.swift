internal import Diagnostics

extension Condition {
  /// The condition as the catalogue writes it, always in the same way: operands in order, no needless parentheses.
  /// `.always` and `.never` have no words in the language; they are `always` and `never` here.
  public var source: String {
    switch self {
    case .always: "always"
    case .never: "never"
    case .chosen(let fact, let options): "\(fact)=\(options.sorted().joined(separator: "|"))"
    case .not(let inner): "not " + inner.operand
    case .all(let list): list.map(\.operand).sorted().joined(separator: " and ")
    case .any(let list): list.map(\.operand).sorted().joined(separator: " or ")
    }
  }

  private var operand: String {
    switch self {
    case .all, .any: "(\(source))"
    default: source
    }
  }

  /// Reads what `source` writes, and whatever the catalogue's language allows; `nil` when it does not read.
  public init?(source: String) {
    switch source {
    case "always": self = .always
    case "never": self = .never
    default:
      let sink = Sink()
      var parser = ConditionParser(source, at: Span(file: "", offset: 0, length: source.utf8.count), sink)
      let condition = parser.parse()
      guard sink.diagnostics.isEmpty else { return nil }
      self = condition
    }
  }
}
