import Catalogue
import Consolidation

extension BookBuilder {
  func chapter(_ agency: Agency) -> AgencyChapter {
    func text(_ fact: Agency.LocalFact) -> String {
      fact.sample ? fact.text + phrases.inParentheses(phrases.sample) : fact.text
    }
    func text(_ fact: Stated<Agency.LocalFact>) -> String? {
      switch fact {
      case .notStated: nil
      case .none: phrases.none
      case .known(let fact): text(fact)
      }
    }
    return AgencyChapter(
      id: agency.id, name: agency.name, short: agency.short, address: text(agency.address), hours: text(agency.hours),
      phones: agency.phones.map(text), counters: agency.counters.map(\.name), notes: agency.notes.map(wording.sentence),
      items: items.filter { $0.agency == agency.id }.map { item($0.id) },
      scenarios: surveys.filter { survey in
        survey.steps.contains { $0.value.place == .agency(agency.id) && $0.value.isOnSite }
      }.map { reference($0.scenario) })
  }

  func chapter(_ type: EvidenceType) -> EvidenceChapter {
    let asking = items.filter { item in
      (item.requirements.value ?? []).flatMap(\.all).contains { requirement in
        requirement.evidence == type.id
          || catalogue.evidence[requirement.evidence]?.resolutions.contains { $0.evidence.contains(type.id) } == true
      }
    }
    return EvidenceChapter(
      id: type.id, name: type.name, aliases: type.aliases, certainty: phrases.checked(type.checked),
      issuer: type.issuerName ?? type.issuer.map { agency($0).text }, issuerPage: type.issuer.map(agency),
      validity: type.validity, get: type.get.map(wording.sentence),
      producers: items.filter { $0.outputs.contains { $0.evidence == type.id } }.map { item($0.id) },
      lookup: type.lookup.map(wording.sentence), notes: type.notes.map(wording.sentence),
      accepts: type.resolutions.map { resolution in
        .init(when: wording.words(resolution.when), evidence: resolution.evidence.map(evidenceReference))
      },
      items: asking.map { item($0.id) },
      scenarios: surveys.filter { survey in
        survey.bring.contains { $0.value.line.alternatives.joined().contains { $0.evidence == type.id } }
          || survey.notNeeded.contains { $0.value.document.evidence == type.id }
      }.map { reference($0.scenario) })
  }
}
