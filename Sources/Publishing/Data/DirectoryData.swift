import Handbook

/// A service item as data.
struct ItemData: Encodable {
  var id: String
  var name: String
  var official: String
  var aliases: [String]
  var type: String?
  var certainty: String?
  var agency: String
  var who: SentenceData?
  var conditions: [SentenceData]
  /// `null` = not stated.
  var bring: [BringData]?
  var notNeeded: [NotNeededData]
  var steps: [StopData]?
  var statutory: String
  var promised: String
  var timeOnTop: [SentenceData]
  var fees: FeeData
  var results: [String]
  var deadlines: [SentenceData]
  var refusal: SentenceData?
  var agent: String
  var legal: [LegalData]
  var scenarios: [String]
  /// Elements of a guide with no member of their own.
  var details: [DetailData]
  /// The elements of a guide that nobody has stated.
  var missing: [String]

  struct DetailData: Encodable {
    var element: String
    var name: String
    var sentence: SentenceData
  }

  init(_ chapter: ItemChapter) {
    id = chapter.id
    name = chapter.name
    official = chapter.official
    aliases = chapter.aliases
    type = chapter.type
    certainty = chapter.certainty
    agency = chapter.agency.id
    who = chapter.who.map(SentenceData.init)
    conditions = chapter.conditions.map(SentenceData.init)
    bring = chapter.bringStated ? BringData.lines(chapter.bring) : nil
    notNeeded = chapter.notNeeded.map(NotNeededData.init)
    steps = chapter.stepsStated ? chapter.timeline.map(StopData.init) : nil
    statutory = chapter.statutory
    promised = chapter.promised
    timeOnTop = chapter.excluding.map(SentenceData.init)
    fees = FeeData(chapter.fees)
    results = chapter.results
    deadlines = chapter.deadlines.map(SentenceData.init)
    refusal = chapter.refusal.map(SentenceData.init)
    agent = chapter.agent
    legal = chapter.legal.map(LegalData.init)
    scenarios = chapter.scenarios.map(\.id)
    details = chapter.details.map {
      DetailData(element: $0.id, name: $0.name, sentence: SentenceData($0.sentence))
    }
    missing = chapter.missing.map(\.id)
  }
}

/// An agency as data; absent facts are not stated.
struct AgencyData: Encodable {
  /// What guides say of it. `overruled`: the agency's own record is there and holds.
  struct SayingData: Encodable {
    var fact: String
    var text: String
    var items: [String]
    var overruled: Bool
  }
  var id: String
  var name: String
  var short: String
  var address: String?
  var hours: String?
  var phones: [String]
  var sayings: [SayingData]
  var items: [String]

  init(_ chapter: AgencyChapter) {
    id = chapter.id
    name = chapter.name
    short = chapter.short
    address = chapter.address
    hours = chapter.hours
    phones = chapter.phones
    sayings = chapter.sayings.map {
      SayingData(fact: $0.fact, text: $0.text, items: $0.items.map(\.id), overruled: $0.overruled)
    }
    items = chapter.items.map(\.id)
  }
}

/// An evidence type as data.
struct EvidenceData: Encodable {
  var id: String
  var name: String
  var aliases: [String]
  var issuer: String?
  var validity: String?
  var items: [String]
  var scenarios: [String]

  init(_ chapter: EvidenceChapter) {
    id = chapter.id
    name = chapter.name
    aliases = chapter.aliases
    issuer = chapter.issuer
    validity = chapter.validity
    items = chapter.items.map(\.id)
    scenarios = chapter.scenarios.map(\.id)
  }
}

/// A legal instrument as data.
struct LawData: Encodable {
  var id: String
  var title: String
  var number: String
  var effective: String?
  var certainty: String?
  var articles: [String]

  init(_ entry: Handbook.LawEntry) {
    id = entry.id
    title = entry.title
    number = entry.number
    effective = entry.effective
    certainty = entry.mark
    articles = entry.articles
  }
}
