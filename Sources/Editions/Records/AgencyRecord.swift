import CanonicalJSON
import Catalogue

extension Records {
  func agency(_ agency: Agency) -> JSONValue {
    .record([
      "id": .string(agency.id), "title": .string(agency.name), "short": text(agency.short),
      "kind": .string(agency.kind.rawValue),
      "hall": agency.hall.map { .record(["id": .string($0), "name": text(catalogue.halls[$0]?.name)]) },
      "address": stated(agency.address, fact), "hours": stated(agency.hours, fact),
      "phones": Records.list(agency.phones.map(fact)),
      "counters": Records.list(agency.counters.map { .record(["id": .string($0.id), "name": .string($0.name)]) }),
      "notes": statements(agency.notes), "opening": Records.list(agency.opening.map(opening)),
    ])
  }

  private func fact(_ fact: Agency.LocalFact) -> JSONValue {
    .record(["text": .string(fact.text), "sample": flag(fact.sample)])
  }

  private func opening(_ opening: Agency.Opening) -> JSONValue {
    .record([
      "days": .array(opening.days.sorted().map { .integer($0) }), "from": .integer(opening.minutes.lowerBound),
      "to": .integer(opening.minutes.upperBound),
    ])
  }
}
