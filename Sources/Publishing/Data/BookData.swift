import Catalogue
import Editions
import Handbook

/// The assembled book as data. Its shape is `docs/book.schema.json`; `schema` rises when something is taken away.
struct BookData {
  let json: [UInt8]

  init(_ book: Handbook) { json = Publishing.json(Document(book)) }

  private struct Document: Encodable {
    var schema = 1
    var title: String
    var issuer: String
    var language: String
    var edition: String
    var date: String
    var base: String?
    var themes: [Theme]
    var scenarios: [ScenarioData]
    var items: [ItemData]
    var agencies: [AgencyData]
    var evidence: [EvidenceData]
    var laws: [LawData]
    /// Official words and ours.
    var words: [WordData]
    /// What merging spares in the whole book; absent where nothing is merged.
    var savings: CountData?
    var disclosure: DisclosureData
    var consultations: [ConsultationData]
    /// What is no longer handled; absent where there is nothing.
    var former: [FormerData]?

    init(_ book: Handbook) {
      title = book.title
      issuer = book.issuer
      language = book.phrases.lang
      edition = book.edition
      date = book.isoDate
      base = book.base
      themes = book.themes.map { Theme(id: $0.id, mark: $0.mark, name: $0.name, scenarios: $0.scenarios.map(\.id)) }
      scenarios = book.scenarios.map { chapter in
        ScenarioData(chapter, book.why.first { $0.scenario.id == chapter.id })
      }
      items = book.items.map(ItemData.init)
      agencies = book.agencies.map(AgencyData.init)
      evidence = book.evidence.map(EvidenceData.init)
      laws = book.laws.map(LawData.init)
      words = book.words.map { WordData(official: $0.official, plain: $0.plain) }
      savings = book.totals.map(CountData.init)
      disclosure = DisclosureData(book.disclosure)
      consultations = book.consultations.map(ConsultationData.init)
      former = book.formerItems.isEmpty ? nil : book.formerItems.map(FormerData.init)
    }
  }

  struct FormerData: Encodable {
    var subject: String?
    var name: String
    var official: String?
    var until: String?
    var instead: SentenceData
    var replacedBy: [String]
    var edition: String?

    init(_ former: Former) {
      subject = former.subject?.topic
      name = former.name
      official = former.official
      until = former.until?.description
      instead = SentenceData(former.sentence)
      replacedBy = former.replacements.map(\.id)
      edition = former.edition
    }
  }

  struct WordData: Encodable {
    var official: String
    var plain: String
  }

  struct Theme: Encodable {
    var id: String
    var mark: String
    var name: String
    var scenarios: [String]
  }
}

/// A condition: in words for people, as clauses for programs. `clauses`: any of them, each a list of answers.
struct WhenData: Encodable {
  var words: String?
  var clauses: String?

  init?(_ when: When) {
    guard when.words != nil || when.clauses != nil else { return nil }
    words = when.words
    clauses = when.clauses
  }
}

struct SentenceData: Encodable {
  var text: String
  var when: String?
  var basis: [String]
  var certainty: String?
  /// The catalogue's own words, where the book puts plainer ones.
  var official: String?

  init(_ sentence: Sentence) {
    official = sentence.official
    text = sentence.text
    when = sentence.when
    basis = sentence.basis
    certainty = sentence.mark
  }
}

struct SourceData: Encodable {
  var item: String
  var agency: String
  var basis: [String]
  var certainty: String?

  var when: WhenData?

  init(_ source: SourceEntry, _ when: When) {
    self.when = WhenData(when)
    item = source.item.id
    agency = source.agency
    basis = source.basis
    certainty = source.mark
  }
}

struct BringData: Encodable {
  struct PickData: Encodable {
    var count: Int
    var of: [[String]]
  }
  var owner: String
  /// Any of these sets, each whole; ids of evidence types.
  var alternatives: [[String]]
  var names: [[String]]
  /// “So many of these”: then the sets above are its combinations.
  var pick: PickData?
  var treatment: [String]
  var labels: [String]
  var notes: [SentenceData]
  var sources: [SourceData]
  /// The id of its record among the scenario's `records`.
  var record: String?
  var when: WhenData?

  static func lines(_ groups: [BringGroup]) -> [BringData] {
    groups.flatMap { group in
      group.lines.map { line in
        BringData(
          owner: group.heading, alternatives: line.alternatives.map { $0.papers.map(\.id) },
          names: line.alternatives.map { $0.papers.map(\.text) },
          pick: line.pick.map { PickData(count: $0.count, of: $0.of.map { $0.map(\.id) }) }, treatment: line.treatment,
          labels: line.labels,
          notes: line.notes.map { SentenceData($0.sentence) }, sources: line.sources.map(SourceData.init),
          record: line.record, when: WhenData(line.when))
      }
    }
  }
}

struct NotNeededData: Encodable {
  var evidence: String
  var name: String
  var owner: String?
  var why: String
  var fallback: String?
  var sources: [SourceData]
  var when: WhenData?

  init(_ entry: NotNeededEntry) {
    evidence = entry.evidence.id
    name = entry.evidence.text
    owner = entry.owner
    why = entry.why
    fallback = entry.fallback
    sources = entry.sources.map(SourceData.init)
    when = WhenData(entry.when)
  }
}

struct StopData: Encodable {
  struct StepData: Encodable {
    var text: String
    var item: String?
    var duration: String?
    var labels: [String]
    var certainty: String?
    var when: WhenData?
  }
  var kind: String
  var place: String
  var agency: String?
  var steps: [StepData]
  var when: WhenData?

  init(_ stop: Stop) {
    kind = stop.kind.rawValue
    place = stop.place
    agency = stop.agency?.id
    steps = stop.steps.map { step in
      StepData(
        text: step.text, item: step.item?.id, duration: step.duration,
        labels: step.labels + [step.attendance].compactMap { $0 }, certainty: step.mark,
        when: WhenData(step.when))
    }
    when = WhenData(stop.when)
  }
}

/// A name that counts for certain answers.
struct NamedData: Encodable {
  var name: String
  var when: WhenData?

  init(_ part: NamedPart) {
    name = part.name
    when = WhenData(part.when)
  }
}

struct FeeData: Encodable {
  struct Line: Encodable {
    var name: String
    var amount: String
    var kind: String
    var remark: String
    var basis: [String]
    var certainty: String?
    var when: WhenData?
  }
  var lines: [Line]
  var free: [NamedData]
  var unknown: [NamedData]

  init(_ part: FeePart) {
    lines = part.lines.map { line in
      Line(
        name: line.name, amount: line.amount, kind: line.kind, remark: line.remark, basis: line.basis,
        certainty: line.mark, when: WhenData(line.when))
    }
    free = part.free.map(NamedData.init)
    unknown = part.unknown.map(NamedData.init)
  }
}

struct LegalData: Encodable {
  var law: String
  var title: String
  var number: String
  var articles: [String]

  init(_ entry: ScenarioChapter.LegalEntry) {
    law = entry.law.id
    title = entry.law.text
    number = entry.number
    articles = entry.articles
  }
}
