import Handbook
import Markup

extension Surface {
  /// What the guideline demands: what is lacking first, for that is what somebody has to do something about.
  func body(_ guideline: GuidelineList, _ phrases: Phrases) -> Markup {
    func list(_ title: String, _ entries: [Markup]) -> Markup {
      entries.isEmpty ? "" : "<h3>\(title)</h3>\n<ul>\n\(entries.map { "<li>\($0)</li>\n" })</ul>\n"
    }
    let lacking = guideline.lacking.map { demand -> Markup in "\(demand.name)" }
    let covered = guideline.covered.map { demand -> Markup in
      let item: Markup? = demand.item.map { "\(phrases.colon)\(anchor(to: $0))" }
      return "\(demand.name)\(item)"
    }
    let extras = guideline.extras.map { extra -> Markup in
      let reason: Markup? = extra.reason.map { "\(phrases.colon)\($0)" }
      return "\(anchor(to: extra.item))\(reason)"
    }
    return section(
      "guideline", phrases.guideline,
      """
      <p>\(guideline.title)\(phrases.inParentheses(guideline.number))\(source([], guideline.mark, phrases))</p>
      <p>\(guideline.summary)</p>
      \(list(phrases.guidelineLacking, lacking))\(list(phrases.guidelineCovered, covered))\
      \(list(phrases.guidelineExtra, extras))
      """)
  }
}
