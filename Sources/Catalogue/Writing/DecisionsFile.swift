internal import Diagnostics

/// `decisions.xml` with one decision more, or one made anew. The rest of the file stays as people wrote it.
public enum DecisionsFile {
  /// The new text; `nil` when the old one has no place for it (it is not a decisions file). With `replacing` the new
  /// decision takes the place of that one's element.
  public static func adding(_ decision: Decision, to text: String?, replacing old: Decision? = nil) -> String? {
    let element = Self.text(decision)
    guard let text else {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<decisions>\n\(element)\n</decisions>\n"
    }
    let bytes = Array(text.utf8)
    if let old, old.span.offset >= 0, old.span.offset <= bytes.count, let end = end(of: old, bytes) {
      return String(
        decoding: bytes[..<old.span.offset] + Array(element.drop { $0 == " " }.utf8) + bytes[end...], as: UTF8.self)
    }
    if let range = text.ranges(of: "</decisions>").last {
      let before = text[..<range.lowerBound]
      return before + (before.hasSuffix("\n") ? "" : "\n") + element + "\n" + text[range.lowerBound...]
    }
    guard let empty = text.ranges(of: "<decisions/>").last else { return nil }
    return text[..<empty.lowerBound] + "<decisions>\n\(element)\n</decisions>" + text[empty.upperBound...]
  }

  /// Where the element that begins at a decision's span ends.
  private static func end(of decision: Decision, _ bytes: [UInt8]) -> Int? {
    let tail = Array("</decision>".utf8)
    var index = decision.span.offset
    while index + tail.count <= bytes.count {
      if bytes[index] == tail[0], bytes[index...].starts(with: tail) { return index + tail.count }
      index += 1
    }
    return nil
  }

  /// The decision as an element, as people write it by hand.
  public static func text(_ decision: Decision) -> String {
    var lines = ["  <decision \(attributes(decision))>"]
    for source in decision.sources {
      let place =
        switch source.place {
        case .requirement(let item, let id): "item=\"\(escaped(item))\" requirement=\"\(escaped(id))\""
        case .evidence(let id): "evidence=\"\(escaped(id))\""
        }
      lines.append("    <source \(place) hash=\"\(escaped(source.digest))\"/>")
    }
    lines.append("    <reason>\(escaped(decision.reason))</reason>")
    lines.append("  </decision>")
    return lines.joined(separator: "\n")
  }

  private static func attributes(_ decision: Decision) -> String {
    let all: [(String, String?)] = [
      ("id", decision.id), ("do", decision.verdict.rawValue), ("by", decision.by), ("second", decision.second),
      ("on", decision.date.description), ("until", decision.until?.description),
    ]
    return all.compactMap { name, value in value.map { "\(name)=\"\(escaped($0))\"" } }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
