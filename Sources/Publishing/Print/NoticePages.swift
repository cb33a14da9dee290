import Concurrently
import Handbook
import Markup

/// The pages of the one-time notices: all scenarios, the questions of each, a sheet for each situation.
struct NoticePages {
  let book: Handbook
  let addresses: Addresses

  private var phrases: Phrases { book.phrases }

  func files() -> [OutputFile] {
    guard !book.notices.isEmpty else { return [] }
    let sheets = concurrently(book.notices.flatMap { set in set.notices.map { (set, $0) } }) { set, notice in
      let sheet = NoticeSheet(book: book, set: set, addresses: addresses).markup(notice)
      return OutputFile(
        path: "notices/\(set.name(of: notice)).html",
        bytes: NoticePages.page(book, title(set), [sheet], root: "../").htmlBytes)
    }
    let choices = book.notices.filter { set in !set.notices.contains(where: \.id.isEmpty) }.map { set in
      frame("notices/\(set.scenario.id).html", title(set), phrases.findNotice) { surface in
        """
        <header class="lead">
        <h1 id="top">\(title(set))</h1>
        <p class="summary">\(phrases.findNotice)</p>
        </header>
        <div class="tree">
        \(tree(set.tree, set, surface))</div>

        """
      }
    }
    let index = frame("notices/index.html", phrases.notices, phrases.noticesLead) { surface in
      """
      <header class="lead">
      <h1 id="top">\(phrases.notices)</h1>
      <p class="summary">\(phrases.noticesLead)</p>
      </header>
      <ul class="links">
      \(book.notices.map { set in
        "<li><a href=\"\(surface.link(page: "notices/\(set.scenario.id).html"))\">\(set.scenario.text)</a><span class=\"detail\">\(phrases.sheets(set.notices.count))</span></li>\n"
      })</ul>

      """
    }
    return sheets + choices + [
      index, OutputFile(path: "assets/notice.css", bytes: PackageResources.notice_css),
      OutputFile(path: "assets/notice.js", bytes: PackageResources.notice_js),
    ]
  }

  private func title(_ set: NoticeSet) -> String { phrases.notice(of: set.scenario.text) }

  private func frame(_ path: String, _ title: String, _ lead: String, _ body: (Surface) -> Markup) -> OutputFile {
    let frame = WebPage(book: book, path: path, title: title, description: lead)
    return OutputFile(path: path, bytes: frame.markup(body(.web(path))).htmlBytes)
  }

  /// Nested questions down to the sheets.
  private func tree(_ tree: NoticeTree, _ set: NoticeSet, _ surface: Surface) -> Markup {
    switch tree {
    case .nothing: "<p class=\"note\">\(phrases.noticeNothing)</p>\n"
    case .notice(let index):
      "<p><a href=\"\(surface.link(page: "notices/\(set.name(of: set.notices[index])).html"))\">\(phrases.notice)</a></p>\n"
    case .question(let ask, let branches):
      """
      <p class="ask">\(ask)</p>
      <ul>
      \(branches.map { branch -> Markup in
        switch branch.then {
        case .notice(let index):
          "<li><a href=\"\(surface.link(page: "notices/\(set.name(of: set.notices[index])).html"))\">\(branch.answer)</a></li>\n"
        case .nothing: "<li>\(branch.answer)\(phrases.colon)\(phrases.noticeNothing)</li>\n"
        case .question: "<li><details><summary>\(branch.answer)</summary>\n\(self.tree(branch.then, set, surface))</details></li>\n"
        }
      })</ul>

      """
    }
  }

  /// Sheets on a page of their own.
  static func page(_ book: Handbook, _ title: String, _ sheets: [Markup], root: Markup) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(book.phrases.lang)">
    <head>
    <meta charset="utf-8"/>
    <title>\(title)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <link rel="stylesheet" href="\(root)assets/notice.css"/>
    <script src="\(root)assets/notice.js" defer="defer"></script>
    </head>
    <body>
    <main>
    \(sheets)</main>
    </body>
    </html>

    """
  }
}
