public import Catalogue
import Concurrently
public import Consolidation
public import Diagnostics
public import Editions
public import Proofreading

extension Handbook {
  /// Assembles the book from a sound catalogue. `nil` when the catalogue has no `book.xml`. The edition's id is that
  /// of `book.xml` unless given.
  ///
  /// `surveys`: the scenarios, if they are planned already. `sources`: the catalogue's texts, to name the lines in them.
  /// `findings`: what proofreading found, for the page of those who keep the catalogue. `history`: the editions before.
  public init?(
    _ catalogue: Catalogue, surveys: Surveys? = nil, sources: [SourceText] = [], edition: String? = nil,
    findings: (proofs: Proofs, judgement: Judgement)? = nil, history: History = History()
  ) {
    guard let book = catalogue.book else { return nil }
    let builder = BookBuilder(
      catalogue, Phrases(lang: book.lang), surveys: surveys ?? Surveys(catalogue), places: SourcePlaces(sources))
    phrases = builder.phrases
    title = book.title
    issuer = book.issuer
    self.edition = edition ?? book.edition
    date = book.date
    base = book.base
    feed = book.feed ?? FeedSettings()
    let plain = builder.wording.plain
    preface = book.preface.map(plain)
    hotlines = book.hotlines.map { Hotline(number: $0.number, name: $0.name, text: plain($0.text)) }
    themes = book.themes.map { theme in
      Theme(
        id: theme.id, mark: theme.mark, name: theme.name,
        scenarios: builder.scenarios.filter { $0.theme == theme.id }.map(builder.reference))
    }
    glossary = book.terms.map { Term(name: $0.name, text: plain($0.text)) }
    let finder = TermFinder(glossary)
    let phrases = builder.phrases
    let explained = builder.surveys.map { survey in (survey, builder.why(survey)) }
    scenarios = explained.map { survey, why in
      var chapter = builder.chapter(survey, records: why.records.map(\.id))
      chapter.terms = finder.terms(in: chapter.texts(phrases))
      return chapter
    }
    let merged = explained.filter { $0.0.problems.isEmpty }
    why = merged.map(\.1)
    totals = builder.totals(merged.map(\.0))
    items = builder.items.map(builder.chapter)
    agencies = builder.agencies.map(builder.chapter)
    evidence = builder.evidence.map(builder.chapter)
    laws = builder.lawEntries
    words = catalogue.words.plain.filter { $0.use != .person && !$0.plain.isEmpty }.map { ($0.official, $0.plain) }
    check = findings.map { builder.check($0.proofs, $0.judgement, sources: sources) }
    disclosure = builder.disclosure
    responding = builder.responding
    consultations = builder.consultations
    calendar = builder.calendarEntries
    printing = builder.printing
    guard let changes = builder.changes(history, edition: edition ?? book.edition) else { return nil }
    self.changes = changes
    former = builder.former(changes.log)
    let begins = builder.calendarEntries(changes.announced) + builder.calendarEntries(former)
    calendar = (calendar + begins).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    printing.errata += changes.errata
    notices = concurrently(builder.surveys) { builder.notices($0) }.compactMap(\.self)
  }
}

/// Holds what all chapters need; each kind of chapter is made in a file of its own.
struct BookBuilder {
  let catalogue: Catalogue
  let consolidation: Consolidation
  let phrases: Phrases
  let wording: Wording
  /// By theme, then in the theme's order.
  let scenarios: [Scenario]
  let surveys: [Survey]
  let places: SourcePlaces
  let items: [ServiceItem]
  let agencies: [Agency]
  let evidence: [EvidenceType]
  let completeness: Completeness
  let stageMessages: StageMessages

  /// Enough to put one plan into words; no survey of all scenarios.
  /// `asking`: the scenario's own questions, whose open conditions have to be worded too.
  init(
    only catalogue: Catalogue, _ phrases: Phrases, asking questions: [Fact], places: SourcePlaces = SourcePlaces([])
  ) {
    var catalogue = catalogue
    for question in questions { catalogue.facts[question.id] = question }
    self.init(catalogue, phrases, surveys: nil, places: places)
  }

  init(_ catalogue: Catalogue, _ phrases: Phrases, surveys: Surveys?, places: SourcePlaces) {
    self.catalogue = catalogue
    self.phrases = phrases
    self.places = places
    consolidation = surveys?.consolidation ?? Consolidation(catalogue)
    wording = Wording(catalogue: catalogue, phrases: phrases)
    let themes = catalogue.book?.themes ?? []
    func rank(_ scenario: Scenario) -> (Int, Int, String) {
      let theme = themes.firstIndex { $0.id == scenario.theme }
      let place = theme.flatMap { themes[$0].order.firstIndex(of: scenario.id) }
      return (theme ?? themes.count, place ?? .max, scenario.id)
    }
    scenarios = catalogue.scenarios.values.sorted { rank($0) < rank($1) }
    self.surveys = scenarios.compactMap { surveys?.all[$0.id] }
    items = catalogue.items.values.sorted { ($0.agency, $0.id) < ($1.agency, $1.id) }
    let kinds = Agency.Kind.allCases
    agencies = catalogue.agencies.values.sorted {
      (kinds.firstIndex(of: $0.kind) ?? 0, $0.id) < (kinds.firstIndex(of: $1.kind) ?? 0, $1.id)
    }
    evidence = catalogue.evidence.values.sorted { $0.id < $1.id }
    completeness = Completeness(catalogue)
    stageMessages = StageMessages(catalogue)
  }

  // MARK: References

  func reference(_ scenario: Scenario) -> Reference {
    Reference(.scenario, scenario.id, scenario.title, detail: wording.plain(scenario.summary))
  }

  func item(_ id: String) -> Reference {
    let item = catalogue.items[id]
    return Reference(.item, id, item?.name ?? id, detail: item.map { agency($0.agency).text } ?? "")
  }

  func agency(_ id: String) -> Reference { Reference(.agency, id, catalogue.agencies[id]?.short ?? id) }

  /// A place one goes to: a hall, or an agency.
  func place(_ id: String) -> (name: String, agency: Reference?) {
    if let hall = catalogue.halls[id] { return (hall.name, nil) }
    return (agency(id).text, agency(id))
  }

  func evidenceReference(_ id: String) -> Reference { Reference(.evidence, id, catalogue.evidence[id]?.name ?? id) }

  func subjectName(_ id: String?) -> String? { id.map { catalogue.subjects[$0]?.name ?? $0 } }

  // MARK: Conditions

  func when(_ clauses: Clauses, _ questions: [Fact], open: Condition = .always) -> When {
    let answered = wording.words(clauses, questions)
    let open = wording.words(open)
    return When(
      words: wording.joined([answered, open]), clauses: clauses.isAlways ? nil : encoded(clauses), open: open)
  }

  func when(open: Condition) -> When {
    let words = wording.words(open)
    return When(words: words, clauses: nil, open: words)
  }

  func encoded(_ clauses: Clauses) -> String {
    clauses.any.map { clause in
      clause.map { "\($0.question)\($0.negated ? "!" : ":")\($0.options.joined(separator: "|"))" }.joined(
        separator: "&")
    }.joined(separator: ";")
  }

  // MARK: Law

  /// Articles by instrument, each once, in the order of the instruments' ids and the articles' numbers.
  func legal(_ citations: some Sequence<Citation>) -> [ScenarioChapter.LegalEntry] {
    var articles: [String: Set<String>] = [:]
    for citation in citations {
      articles[citation.law, default: []].formUnion(citation.article.map { [$0] } ?? [])
    }
    return articles.sorted { $0.key < $1.key }.compactMap { id, numbers in
      catalogue.laws[id].map { law in
        ScenarioChapter.LegalEntry(
          law: Reference(.law, id, phrases.titled(law.title)), number: law.number,
          articles: sorted(numbers).map(wording.words(article:)), mark: phrases.checked(law.checked))
      }
    }
  }

  func sorted(_ articles: Set<String>) -> [String] {
    articles.sorted { (Int($0.prefix { $0.isNumber }) ?? 0, $0) < (Int($1.prefix { $0.isNumber }) ?? 0, $1) }
  }

  var lawEntries: [Handbook.LawEntry] {
    var cited: [String: Set<String>] = [:]
    let duty = catalogue.book?.disclosure?.citations ?? []
    let outcomes = catalogue.consultations.values.flatMap { $0.outcome?.statement.basis ?? [] }
    for citations in [duty, outcomes] + items.map({ citations(of: $0) + ($0.disclosure?.citations ?? []) }) {
      for citation in citations {
        cited[citation.law, default: []].formUnion(citation.article.map { [$0] } ?? [])
      }
    }
    return catalogue.laws.values.sorted { $0.id < $1.id }.map { law in
      Handbook.LawEntry(
        id: law.id, title: law.title, number: law.number, effective: law.effective?.description, remark: law.remark,
        mark: phrases.checked(law.checked), articles: sorted(cited[law.id] ?? []).map(wording.words(article:)))
    }
  }

  func citations(of item: ServiceItem) -> [Citation] {
    var all = item.bases.map(\.citation)
    for requirement in (item.requirements.value ?? []).flatMap(\.all) {
      all += requirement.basis + requirement.waivers.flatMap(\.basis)
    }
    all += (item.steps.value ?? []).flatMap(\.basis) + (item.time?.basis ?? [])
    for statements in [item.conditions, item.deadlines, item.online, item.pitfalls] {
      all += statements.flatMap(\.basis)
    }
    return all
  }
}
