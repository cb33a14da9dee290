internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// `<print editions="book notice" halls="…"> <erratum …/> </print>`
  func printing(_ element: Element) -> Printing {
    let fields = Fields(element, sink, attributes: ["editions", "halls"], children: ["erratum"])
    var printing = Printing()
    if element["editions"] != nil {
      printing.kinds = fields.words("editions").compactMap { word, span in
        if let kind = Printing.Kind(rawValue: word) { return kind }
        sink.error(
          "bad-value", span, zh: "editions 里不能有 '\(word)'", en: "editions cannot have '\(word)'",
          help: suggestion(for: word, among: Printing.Kind.allCases.map(\.rawValue)))
        return nil
      }
    }
    printing.halls = fields.words("halls").map { id, span in
      printedHalls.append((id, span))
      return id
    }
    printing.errata = fields.children("erratum").compactMap(erratum)
    return printing
  }

  private func erratum(_ element: Element) -> Printing.Erratum? {
    let fields = Fields(
      element, sink, attributes: ["edition", "on", "scenario", "item", "page"], children: ["was", "now"])
    let was = fields.requiredText("was")
    let now = fields.requiredText("now")
    guard let edition = fields.required("edition"), let date = fields.requiredDay("on") else { return nil }
    return Printing.Erratum(
      edition: edition, date: date, scenario: fields.reference("scenario", to: .scenario),
      item: fields.reference("item", to: .item), page: fields.count("page"), was: was, now: now, span: element.span)
  }

  /// `<former name="…" until="…" basis="…">what one does instead</former>`
  func former(_ element: Element) -> Printing.Former {
    let fields = Fields(element, sink, attributes: ["name", "until", "basis", "checked"])
    return Printing.Former(
      name: fields.required("name") ?? "", until: fields.day("until"),
      statement: fields.statement(fields.checked(.yes)), span: element.span)
  }

  /// A book is printed for halls, and for agencies that have a house of their own.
  func checkPrintedHalls() {
    let houses = catalogue.agencies.values.filter { $0.hall == nil }.map(\.id)
    let known = Array(catalogue.halls.keys) + houses
    for (id, span) in printedHalls where !known.contains(id) && !sink.excused.contains(id) {
      let shared = catalogue.agencies[id]?.hall
      sink.error(
        "unknown-hall", span, zh: "没有大厅 '\(id)'", en: "there is no hall '\(id)'",
        help: shared.map {
          [Message(zh: "'\(id)' 在大厅 '\($0)' 里：写大厅", en: "'\(id)' is in the hall '\($0)': name the hall")]
        } ?? suggestion(for: id, among: known))
    }
  }

  /// An item names a counter of its own agency. Where that agency's file has errors, the counter may be what is missing.
  func checkCounters() {
    for (item, counter, span) in itemCounters {
      guard let agency = catalogue.items[item].flatMap({ catalogue.agencies[$0.agency] }),
        !faultyFiles.contains(agency.span.file)
      else { continue }
      let known = agency.counters.map(\.id)
      if known.contains(counter) { continue }
      sink.error(
        "unknown-counter", span, zh: "'\(agency.id)' 没有窗口 '\(counter)'",
        en: "'\(agency.id)' has no counter '\(counter)'", help: suggestion(for: counter, among: known))
    }
  }
}
