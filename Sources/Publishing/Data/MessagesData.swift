import Handbook

/// `messages.json`: what those who send messages need, and nothing of any person.
struct MessagesData {
  private struct Document: Encodable {
    var schema = 1
    var edition: String
    var date: String
    var publisher: String
    var language: String
    var scenarios: [Scenario]
  }
  private struct Scenario: Encodable {
    var id: String
    var title: String
    var sensitive: Bool
    var stages: [Stage]
    /// What stage B2 tells of this edition, old and new.
    var changes: [Change]
  }
  private struct Change: Encodable {
    /// The event in the log; the stage is sent once for each.
    var event: String
    var severity: String
    var effectiveFrom: String
    var title: String
    var body: String
    /// At most 120 characters, for a notice board.
    var board: String
  }
  private struct Stage: Encodable {
    var id: String
    var stage: String
    var scenario: String
    var phase: String
    var sender: [String]
    var urgency: String
    var ttlDays: Int
    var collapse: String
    var trigger: String
    var audience: String?
    var vars: [Variable]
    var text: Text
    var next: String
    var ifMissing: String

    init(_ stage: MessagePlanPart.Stage, of scenario: String) {
      func text(_ channel: String) -> String { stage.templates[channel] ?? "" }
      id = stage.id
      self.stage = stage.code
      self.scenario = scenario
      phase = stage.phase
      sender = stage.senders
      urgency = stage.urgency
      ttlDays = stage.ttlDays
      collapse = stage.collapse
      trigger = stage.trigger
      audience = stage.audience
      vars = stage.variables.map {
        Variable(name: $0.name, type: $0.kind, meaning: $0.meaning, values: $0.values, longest: $0.longest)
      }
      self.text = Text(
        lock: text("lock"), title: text("title"), body: text("body"), sms: text("sms"),
        wechat: Dictionary(stage.weChat.map { ($0.field, $0.text) }, uniquingKeysWith: { first, _ in first }),
        board: text("board"), voice: text("voice"))
      next = stage.next
      ifMissing = stage.ifMissing
    }
  }
  private struct Variable: Encodable {
    var name: String
    var type: String
    var meaning: String
    var values: [String]
    var longest: Int
  }
  private struct Text: Encodable {
    var lock: String
    var title: String
    var body: String
    var sms: String
    var wechat: [String: String]
    var board: String
    var voice: String
  }

  private let document: Document?

  /// Nothing where the catalogue has no plan.
  init(_ book: Handbook) {
    let scenarios = book.scenarios.compactMap { chapter in
      chapter.messagePlan.map { plan in
        Scenario(
          id: chapter.id, title: chapter.title, sensitive: plan.isSensitive,
          stages: plan.stages.map { Stage($0, of: chapter.id) }, changes: MessagesData.changes(of: chapter, plan, book))
      }
    }
    document =
      scenarios.isEmpty
      ? nil
      : Document(
        edition: book.edition, date: book.isoDate, publisher: book.issuer, language: book.phrases.lang,
        scenarios: scenarios)
  }

  /// The events of this edition that concern a scenario, in words. What is only reworded is told to nobody.
  private static func changes(
    of chapter: ScenarioChapter, _ plan: MessagePlanPart, _ book: Handbook
  ) -> [Change] {
    // A title is seen by whoever looks over one's shoulder.
    let neutral = plan.isSensitive ? plan.stages.first { $0.code == "B2" }?.told.title : nil
    return book.changes.told.filter {
      $0.edition == book.edition && $0.topics.contains("scenario/" + chapter.id) && !$0.isRewording
    }
    .map { event in
      Change(
        event: event.id, severity: event.severity, effectiveFrom: event.effectiveFrom, title: neutral ?? event.title,
        body: event.text, board: event.text.count <= 120 ? event.text : event.text.prefix(119) + "…")
    }
  }

  var files: [OutputFile] { document.map { [OutputFile(path: "messages.json", bytes: json($0))] } ?? [] }
}
