import Handbook
import Markup

/// Where a chapter is being set: on a page of the web book, in the one-page print book, or in an EPUB. Chapters ask it
/// where other chapters are and what their own anchors are called.
struct Surface {
  enum Kind { case web, print, epub }

  let kind: Kind
  /// The page's path from the book's root.
  let path: String
  /// Prefix of the chapter's anchors: unique when many chapters share a page.
  var chapter: String
  /// On paper: on which page everything is, once that is known.
  var pages: PageMap?
  /// On paper: where the latest state of a page is.
  var addresses: Addresses?
  /// On paper: an edition for those at the counter.
  var isForStaff = false
  /// On paper: how tall a drawing may be, in its own units, for its letters to be read; a taller one is said in words.
  var tallest = Int.max

  static func web(_ path: String) -> Surface { Surface(kind: .web, path: path, chapter: "") }

  func chapter(_ reference: Reference) -> Surface {
    var surface = self
    surface.chapter = kind == .web ? "" : Surface.key(reference.kind, reference.id) + "-"
    return surface
  }

  /// An anchor of this chapter.
  func anchor(_ name: String) -> String { chapter + name }

  func link(anchor name: String) -> Link { Link(fragment: anchor(name)) }

  /// An anchor where many chapters share pages: a page may begin there.
  func pageAnchor(_ name: String) -> Markup { kind == .web ? "" : " id=\"\(anchor(name))\"" }

  func link(_ reference: Reference) -> Link {
    let key = Surface.key(reference.kind, reference.id)
    switch kind {
    case .web:
      return link(
        page: Surface.path(reference.kind, reference.id), fragment: reference.kind == .law ? reference.id : nil)
    case .print: return Link(fragment: key)
    case .epub:
      return switch reference.kind {
      case .scenario, .item, .why: link(page: key + ".xhtml")
      case .agency: link(page: "agencies.xhtml", fragment: key)
      case .evidence: link(page: "evidence.xhtml", fragment: key)
      case .law: link(page: "laws.xhtml", fragment: key)
      case .consultation: link(page: "consultations.xhtml", fragment: key)
      }
    }
  }

  /// A record of an appendix.
  func link(record id: String, of scenario: String) -> Link {
    switch kind {
    case .web: link(page: Surface.path(.why, scenario), fragment: id)
    case .print: Link(fragment: id)
    case .epub: link(page: Surface.key(.why, scenario) + ".xhtml", fragment: id)
    }
  }

  /// Where a scenario's savings are counted.
  func link(countedOf scenario: String) -> Link {
    link(record: (kind == .web ? "" : Surface.key(.why, scenario) + "-") + "counted", of: scenario)
  }

  func link(page: String, fragment: String? = nil) -> Link { Link(path: page, fragment: fragment).relative(from: path) }

  /// The page of a chapter on the web.
  static func path(_ kind: Reference.Kind, _ id: String) -> String {
    kind == .law ? "laws.html" : "\(kind.rawValue)/\(id).html"
  }

  /// The name of a chapter where all share one page or folder.
  static func key(_ kind: Reference.Kind, _ id: String) -> String { "\(kind.rawValue)-\(id)" }
}
