public import Diagnostics

/// A text with variables in braces: `“{scenario}”的材料已收下`.
public struct MessageTemplate: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case variable(MessageVariable)
  }

  public var pieces: [Piece]
  public var span: Span

  /// What stands in braces and is no variable, and braces that close nothing, are faults; they stay as text.
  static func read(_ text: String, at span: Span) -> (template: MessageTemplate, faults: [String]) {
    var pieces: [Piece] = []
    var faults: [String] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      rest = rest[brace...]
      let opening = rest.prefix { $0 == "{" }
      let name = rest.dropFirst(opening.count).prefix { $0 != "{" && $0 != "}" }
      let closing = rest[name.endIndex...].prefix(opening.count).prefix { $0 == "}" }
      let end = opening.isEmpty ? rest.index(after: brace) : closing.endIndex
      if opening.count == 1, closing.count == 1, let variable = MessageVariable(rawValue: String(name)) {
        pieces.append(.variable(variable))
      } else {
        faults.append(String(rest[..<end]))
        pieces.append(.text(String(rest[..<end])))
      }
      rest = rest[end...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return (MessageTemplate(pieces: pieces, span: span), faults)
  }

  public var variables: [MessageVariable] {
    pieces.compactMap { piece -> MessageVariable? in if case .variable(let variable) = piece { variable } else { nil } }
  }

  /// As it is written, variables in braces.
  public var text: String { filled { "{\($0.rawValue)}" } }

  public func filled(_ value: (MessageVariable) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .variable(let variable): value(variable)
      }
    }.joined()
  }

  /// With some variables filled in for good.
  func filling(_ value: (MessageVariable) -> String?) -> MessageTemplate {
    var filled = self
    filled.pieces = pieces.map { piece in
      guard case .variable(let variable) = piece, let text = value(variable) else { return piece }
      return .text(text)
    }
    return filled
  }

  /// In the book's plain words.
  func plain(_ words: PlainWords) -> MessageTemplate {
    var plain = self
    plain.pieces = pieces.map { piece in
      if case .text(let text) = piece { .text(words(text).text) } else { piece }
    }
    return plain
  }
}
