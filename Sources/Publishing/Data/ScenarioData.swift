import Handbook

/// A scenario as data.
struct ScenarioData: Encodable {
  struct Question: Encodable {
    struct Option: Encodable {
      var id: String
      var text: String
    }
    var id: String
    var ask: String
    var many: Bool
    var options: [Option]
  }
  struct Member: Encodable {
    var item: String
    var when: WhenData?
  }
  struct Figure: Encodable {
    var when: String?
    var trips: Int
    var tripsApproximate: Bool
    var tripsOnline: Int
    var tripsSeparately: Int
    var things: Int
    var thingsSeparately: Int
    var time: String
    var timeComplete: Bool
    /// In fen.
    var feesLow: Int
    var feesHigh: Int
    var feesComplete: Bool
  }
  /// Answers that cannot stand together.
  struct ImpossibleData: Encodable {
    var clauses: String
    var reason: String
  }
  /// A sentence with the item that says it.
  struct RemarkData: Encodable {
    var item: String?
    var sentence: SentenceData
    var when: WhenData?

    init(_ entry: ScenarioChapter.ItemSentence) { self.init(entry.item, entry.sentence, entry.when) }

    init(_ item: Reference?, _ sentence: Sentence, _ when: When) {
      self.item = item?.id
      self.sentence = SentenceData(sentence)
      self.when = WhenData(when)
    }
  }
  struct HandoverData: Encodable {
    var evidence: String
    var name: String
    var from: String
    var to: [String]
    var treatment: [String]
    /// There only once the giver's item is done and granted.
    var afterApproval: Bool
    var when: WhenData?
  }
  /// Before and after, from the least to the most over all situations; in words.
  struct SavingData: Encodable {
    var figure: String
    var before: String
    var after: String
  }
  /// Why the scenario is not merged: its items stand by themselves.
  struct BlockedData: Encodable {
    var finding: String
    var text: String
    var items: [String]
    var when: WhenData?
  }
  struct Result: Encodable {
    var text: String
    var from: String
    var when: WhenData?
  }
  struct Answer: Encodable {
    var question: String
    var answer: SentenceData
  }
  struct Message: Encodable {
    var phase: String
    var on: String
    var text: String
  }

  var id: String
  var title: String
  var aliases: [String]
  var audience: String
  var summary: String
  var certainty: String?
  var questions: [Question]
  var items: [Member]
  var figures: [Figure]
  var bring: [BringData]
  var notNeeded: [NotNeededData]
  var handovers: [HandoverData]
  var steps: [StopData]
  var results: [Result]
  var timeNotStated: [NamedData]
  var timeOnTop: [RemarkData]
  var cautions: [NamedData]
  var refusals: [RemarkData]
  var impossible: [ImpossibleData]
  var notes: [RemarkData]
  var deadlines: [RemarkData]
  var pitfalls: [RemarkData]
  var fees: FeeData
  var answers: [Answer]
  var examples: [ExampleData]
  var messages: [Message]
  var legal: [LegalData]
  var savings: [SavingData]
  var counts: [CountData]
  var records: [WhyData]
  var blocked: [BlockedData]

  init(_ chapter: ScenarioChapter, _ why: WhyChapter?) {
    savings = chapter.savings.map { SavingData(figure: $0.id, before: $0.before, after: $0.after) }
    counts = (why?.counts ?? []).map(CountData.init)
    records = (why?.records ?? []).map(WhyData.init)
    blocked = chapter.blocked.map { reason in
      BlockedData(
        finding: reason.finding, text: reason.text, items: reason.items.map(\.id), when: WhenData(reason.when))
    }
    id = chapter.id
    title = chapter.title
    aliases = chapter.aliases
    audience = chapter.audience
    summary = chapter.summary
    certainty = chapter.certainty
    questions = chapter.questions.map { question in
      Question(
        id: question.id, ask: question.ask, many: question.many,
        options: question.options.map { .init(id: $0.id, text: $0.text) })
    }
    items = chapter.items.map { Member(item: $0.item.id, when: WhenData($0.when)) }
    figures = chapter.variants.map { variant in
      Figure(
        when: variant.when, trips: variant.trips,
        tripsApproximate: variant.tripsApproximate, tripsOnline: variant.tripsOnline,
        tripsSeparately: variant.tripsBefore,
        things: variant.things, thingsSeparately: variant.thingsBefore, time: variant.time,
        timeComplete: variant.timeComplete, feesLow: variant.low, feesHigh: variant.high,
        feesComplete: variant.moneyComplete)
    }
    bring = BringData.lines(chapter.bring)
    notNeeded = chapter.notNeeded.map(NotNeededData.init)
    handovers = chapter.handovers.map { entry in
      HandoverData(
        evidence: entry.evidence.id, name: entry.evidence.text, from: entry.from, to: entry.to,
        treatment: entry.treatment, afterApproval: entry.afterApproval,
        when: WhenData(entry.when))
    }
    steps = chapter.timeline.map(StopData.init)
    results = chapter.results.map { Result(text: $0.text, from: $0.from, when: WhenData($0.when)) }
    timeNotStated = chapter.timeUnknown.map(NamedData.init)
    timeOnTop = chapter.times.flatMap { time in
      time.excluding.map { RemarkData(time.item, $0, time.when) }
    }
    cautions = chapter.cautions.map(NamedData.init)
    refusals = chapter.refusals.map(RemarkData.init)
    impossible = chapter.impossible.map { ImpossibleData(clauses: $0.clauses, reason: $0.reason) }
    notes = chapter.notes.map(RemarkData.init)
    deadlines = chapter.deadlines.map(RemarkData.init)
    pitfalls = chapter.pitfalls.map(RemarkData.init)
    fees = FeeData(chapter.fees)
    answers = chapter.answers.map { Answer(question: $0.question, answer: SentenceData($0.answer)) }
    examples = chapter.examples.map(ExampleData.init)
    messages = chapter.messages.map { Message(phase: $0.phase, on: $0.trigger, text: $0.text) }
    legal = chapter.legal.map(LegalData.init)
  }
}
