import Handbook
import Markup

extension Surface {
  /// What comes before what as a drawing, and the same in words. On paper it is as wide as the page, or in words where its letters
  /// would be too small.
  func flow(_ part: FlowPart, _ phrases: Phrases) -> Markup {
    let legend: Markup = "<figcaption class=\"note\">\(part.legend.joined(separator: " "))</figcaption>\n"
    let words: Markup = """
      <ol class="flow-words">
      \(part.steps.map { step -> Markup in
        """
        <li\(conditions(step.when, phrases))><b>\(step.label)</b>
        <ul>
        \(step.entries.map { entry -> Markup in
          let when: Markup? = entry.when.words.map { "<span class=\"if\">\(phrases.ifCondition($0))</span> " }
          return "<li\(conditions(entry.when, phrases))>\(when)\(anchor(to: entry.item))\(entry.text)</li>\n"
        })</ul>
        </li>

        """
      })<li>\(part.end)</li>
      </ol>

      """
    // On paper the way that follows tells the same.
    let told: Markup? =
      switch kind {
      case .web: "<details class=\"asked\"><summary><b>\(phrases.flowText)</b></summary>\n\(words)</details>\n"
      case .epub: "<div class=\"asked\"><p><b>\(phrases.flowText)</b></p>\n\(words)</div>\n"
      case .print: nil
      }
    guard draws(part) else { return words }
    return """
      <figure class="flow">
      \(svg(kind == .print ? part.wide : part.narrow, part))\(legend)</figure>
      \(told)
      """
  }

  /// Whether its letters can be read here.
  func draws(_ part: FlowPart) -> Bool { kind != .print || part.wide.height <= tallest }

  func svg(_ drawing: FlowDiagram, _ part: FlowPart) -> Markup {
    """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="\(anchor("flow-title")) \(anchor("flow-desc"))" width="\(drawing.width)" height="\(drawing.height)" viewBox="0 0 \(drawing.width) \(drawing.height)">
    <title id="\(anchor("flow-title"))">\(part.title)</title>
    <desc id="\(anchor("flow-desc"))">\(part.summary)</desc>
    \(drawing.bands.map { band in
      "<g class=\"f-band\">\(rect(band.frame, 6))\(text(band.lines))</g>\n"
    })\(drawing.arrows.map { "<path class=\"f-arrow\"\(clauses($0.when)) d=\"\($0.path)\"/>\n" })\(drawing.heads.map { head in
      let shaft: Markup? = head.shaft.isEmpty ? nil : "<path class=\"f-arrow\" d=\"\(head.shaft)\"/>"
      return "<g\(clauses(head.when))>\(shaft)<path class=\"f-head\" d=\"\(head.head)\"/></g>\n"
    })\(drawing.slips.map { slip -> Markup in
      "<g class=\"f-slip f-\(slip.kind.rawValue)\"\(clauses(slip.when))>\(rect(slip.frame, slip.kind == .wait ? 10 : 0))\(text(slip.lines))</g>\n"
    })\(drawing.boxes.map { box -> Markup in
      let dashed: Markup? = box.conditional ? " f-dashed" : nil
      return "<g class=\"f-box f-\(box.kind.rawValue)\(dashed)\"\(clauses(box.when))>\(rect(box.frame, box.kind == .member ? 6 : 15))\(text(box.lines))</g>\n"
    })</svg>

    """
  }

  private func clauses(_ clauses: String?) -> Markup {
    guard kind == .web, let clauses else { return "" }
    return " data-when=\"\(clauses)\""
  }

  private func rect(_ frame: FlowDiagram.Frame, _ radius: Int) -> Markup {
    "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\" rx=\"\(radius)\"/>"
  }

  private func text(_ lines: [FlowDiagram.Line]) -> [Markup] {
    lines.map { line in
      "<text class=\"f-\(line.role.rawValue)\" x=\"\(line.x)\" y=\"\(line.y)\" font-size=\"\(line.role.size)\">\(line.text)</text>"
    }
  }
}
