import Catalogue

extension BookBuilder {
  var printing: PrintPart {
    let book = catalogue.book
    let printing = book?.printing ?? Printing()
    return PrintPart(
      kinds: printing.kinds, halls: printing.halls.map(hall), counters: agencies.flatMap(counters),
      errata: printing.errata.map { erratum in
        .init(
          edition: erratum.edition, date: erratum.date,
          chapter: erratum.scenario.flatMap { catalogue.scenarios[$0] }.map(reference) ?? erratum.item.map(item),
          page: erratum.page, was: erratum.was, now: erratum.now)
      },
      address: book?.base.map { ($0, false) } ?? book?.sampleBase.map { ($0, true) })
  }

  /// Agencies in the order of the directory; each one's counters as they stand in the catalogue.
  private func hall(_ id: String) -> PrintPart.HallPart {
    let members = agencies.filter { ($0.hall ?? $0.id) == id }
    return PrintPart.HallPart(
      id: id, name: catalogue.halls[id]?.name ?? catalogue.agencies[id]?.name ?? id,
      counters: members.flatMap(counters))
  }

  /// Where nobody says which counter takes an item, the agency as a whole does.
  private func counters(_ agency: Agency) -> [PrintPart.CounterPart] {
    let own = items.filter { $0.agency == agency.id }
    let chapter = chapter(agency)
    func part(_ name: String?, _ items: [ServiceItem]) -> PrintPart.CounterPart {
      let ids = Set(items.map(\.id))
      return .init(
        agency: chapter, name: name, items: items.map { item($0.id) },
        scenarios: scenarios.filter { $0.members.contains { ids.contains($0.item) } }.map(reference))
    }
    let named = agency.counters.map { counter in part(counter.name, own.filter { $0.counter == counter.id }) }
    let rest = own.filter { $0.counter == nil }
    return named.filter { !$0.items.isEmpty } + (rest.isEmpty ? [] : [part(nil, rest)])
  }
}
