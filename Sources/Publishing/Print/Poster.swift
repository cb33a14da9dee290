import Catalogue
import Handbook
import Markup

/// A scenario on one sheet of A3, to hang on the wall: what it is, the four figures, what comes before what, what to bring,
/// and the code of its page.
struct Poster {
  let book: Handbook
  let chapter: ScenarioChapter
  let addresses: Addresses

  private var phrases: Phrases { book.phrases }
  private var surface: Surface {
    Surface(
      kind: .print, path: "print.html", chapter: Surface.key(.scenario, chapter.id) + "-", addresses: addresses)
  }

  /// In millimetres: what the drawing may take of the sheet below the figures, and beside them.
  private static let below = (width: 262.0, height: 205.0)
  private static let beside = (width: 168.0, height: 296.0)

  func markup() -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(phrases.lang)">
    <head>
    <meta charset="utf-8"/>
    <title>\(chapter.title)\(phrases.inParentheses(phrases.kind(.poster)))</title>
    <link rel="stylesheet" href="assets/poster.css"/>
    </head>
    <body>
    <main class="poster \(best.map { $0.isBeside ? "beside" : "below" } ?? "words")">
    <header>
    <p class="mark" aria-hidden="true">\(chapter.mark)</p>
    <div>
    <p class="kind">\(phrases.posterTitle)</p>
    <h1>\(chapter.title)</h1>
    <p class="summary">\(chapter.summary)</p>
    </div>
    \(surface.code(Surface.path(.scenario, chapter.id), phrases))</header>
    <dl class="figures">
    \(chapter.figures.map { cell -> Markup in
      let before: Markup? = cell.before.flatMap { $0 == cell.value ? nil : "<small>\(phrases.before($0))</small>" }
      return "<div><dt>\(cell.label)</dt><dd>\(cell.value)\(before)</dd></div>\n"
    })</dl>
    \(body)<footer>
    <p>\(phrases.checkedLegend)</p>
    <p>\(book.hotlines.map { "\($0.number) \($0.name)" }.joined(separator: "　"))</p>
    <p>\(book.issuer) · \(book.title) · \(phrases.edition(book.edition, book.date))</p>
    </footer>
    </main>
    </body>
    </html>

    """
  }

  /// The drawing and the place in which it comes out largest: its lettering is read from two metres.
  private var best: (flow: FlowPart, drawing: FlowDiagram, isBeside: Bool)? {
    guard let flow = chapter.flow else { return nil }
    func scale(_ diagram: FlowDiagram, _ room: (width: Double, height: Double)) -> Double {
      min(room.width / Double(diagram.width), room.height / Double(diagram.height))
    }
    let choices = [flow.narrow, flow.wide].flatMap { drawing in
      [(drawing, false, scale(drawing, Poster.below)), (drawing, true, scale(drawing, Poster.beside))]
    }
    return choices.max { $0.2 < $1.2 }.map { (flow, $0.0, $0.1) }
  }

  private var body: Markup {
    guard let best else { return words }
    return """
      <figure class="flow">
      \(surface.svg(best.drawing, best.flow))<figcaption>\(best.flow.legend.joined(separator: " "))</figcaption>
      </figure>
      <div class="bring">
      \(bring)\(best.isBeside ? results : "")</div>

      """
  }

  /// Where there is nothing to draw, in large letters: what to bring, where one goes and what is done there, what one gets, and what
  /// goes wrong.
  private var words: Markup {
    let stops = chapter.timeline.map { stop -> Markup in
      let place = stop.place.isEmpty ? phrases.wait : stop.place
      return "<li><b>\(place)</b><ul>\(stop.steps.map { "<li>\($0.text)\(sure($0.mark))</li>\n" })</ul></li>\n"
    }
    func always(_ sentences: [ScenarioChapter.ItemSentence]) -> [String] {
      sentences.filter { $0.when.words == nil && $0.sentence.when == nil }.map {
        $0.sentence.text + sure($0.sentence.mark)
      }
    }
    return """
      \(bring)<section>
      <h2>\(phrases.steps)</h2>
      <ol class="way">
      \(stops)</ol>
      </section>
      \(results)\(part(phrases.deadlines, always(chapter.deadlines)))\(part(phrases.pitfalls, always(chapter.pitfalls)))
      """
  }

  private var results: Markup {
    part(phrases.results, chapter.results.filter { $0.when.words == nil }.map(\.text))
  }

  private func part(_ title: String, _ lines: [String]) -> Markup {
    lines.isEmpty
      ? ""
      : "<section>\n<h2>\(title)</h2>\n<ul class=\"lines\">\n\(lines.map { "<li>\($0)</li>\n" })</ul>\n</section>\n"
  }

  private func sure(_ mark: String?) -> String { mark.map(phrases.inParentheses) ?? "" }

  private var bring: Markup {
    let all = chapter.bring.flatMap { group in group.lines.map { (group.heading, $0) } }
    let always = all.filter { $0.1.when.words == nil }
    let sometimes = all.count - always.count
    let list: Markup =
      always.isEmpty
      ? ""
      : "<h2>\(phrases.posterBring)</h2>\n<ul class=\"papers\">\n\(always.map { "<li><span class=\"box\"></span>\($0.1.name(phrases))<small>\($0.0)\(sure($0.1.sources.mark))</small></li>\n" })</ul>\n"
    let more: Markup? = sometimes == 0 ? nil : "<p class=\"more\">\(phrases.posterMore(sometimes))</p>\n"
    return "<section>\n\(list)\(more)</section>\n"
  }
}
