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
    let sayings = sayings(of: agency)
    /// A sample makes way for what a guide really says.
    func unless(_ fact: ServiceItem.Saying.Fact) -> Bool {
      !sayings.contains { $0.fact == fact.rawValue && !$0.overruled }
    }
    return AgencyChapter(
      id: agency.id, name: agency.name, short: agency.short,
      address: unless(.address) ? text(agency.address) : nil, hours: unless(.hours) ? text(agency.hours) : nil,
      phones: unless(.phone) ? agency.phones.map(text) : [], sayings: sayings, counters: agency.counters.map(\.name),
      notes: agency.notes.map(wording.sentence),
      items: items.filter { $0.agency == agency.id }.map { item($0.id) },
      scenarios: surveys.filter { survey in
        survey.steps.contains { $0.value.place == .agency(agency.id) && $0.value.isOnSite }
      }.map { reference($0.scenario) })
  }

  /// What the guides say of an agency, each wording once with everybody who says so.
  private func sayings(of agency: Agency) -> [AgencyChapter.Saying] {
    var sayings: [AgencyChapter.Saying] = []
    for item in items {
      for saying in item.says where saying.agency == agency.id {
        let text = saying.text
        if let same = sayings.firstIndex(where: {
          $0.fact == saying.fact.rawValue && $0.text.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace }
        }) {
          sayings[same].items.append(self.item(item.id))
        } else {
          sayings.append(
            .init(
              fact: saying.fact.rawValue, text: text, items: [self.item(item.id)],
              overruled: !agency.record(of: saying.fact).isEmpty))
        }
      }
    }
    return sayings
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
