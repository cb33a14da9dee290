public import Catalogue
import Foundation

/// What a case system sends at one stage of one case: filled in, channel by channel. The case's reference is not among
/// what it is made from, so it cannot come out.
public struct MessageSheet: Encodable {
  /// A variable without a value, and what to do about it.
  struct Lack: Encodable {
    var variable: String
    var why: String
  }

  var schema = 1
  var id: String
  var scenario: String
  var title: String
  var stage: String
  var sender: [String]
  var urgency: String
  var at: String
  /// After that it is not sent any more.
  var expires: String
  var collapse: String
  public private(set) var text: [String: String]
  var wechat: [String: String]
  var next: String
  var ifMissing: String
  /// What the time limit does not count.
  var excluding: [String]
  /// Empty: it can be sent.
  var lacks: [Lack]

  private var phrases: Phrases
  private var weChat: [(field: String, text: String)]
  private var name: String

  private enum CodingKeys: String, CodingKey {
    case schema, id, scenario, title, stage, sender, urgency, at, expires, collapse, text, wechat, next, ifMissing,
      excluding, lacks
  }

  public var isComplete: Bool { lacks.isEmpty }

  /// `nil` when the catalogue has no book, or its plan no such stage.
  public init?(
    _ catalogue: Catalogue, _ scenario: Scenario, _ code: MessagePlan.Stage.Code, _ situation: Situation,
    at moment: Moment, _ settings: MessageSettings
  ) {
    guard let book = catalogue.book else { return nil }
    let messages = StageMessages(catalogue)(scenario).filter { $0.stage.code == code }
    let certain = messages.dropFirst().first { $0.when.resolved(in: situation) == .always }
    guard let message = certain ?? messages.first else { return nil }
    let phrases = Phrases(lang: book.lang)
    let builder = BookBuilder(only: catalogue, phrases, asking: scenario.questions)
    let filling = MessageFilling(catalogue, scenario, code, situation, at: moment, settings, phrases)
    let stage = message.stage
    id = message.id
    self.scenario = scenario.id
    title = scenario.title
    self.stage = code.rawValue
    name = phrases.stage(code)
    sender = stage.senders.map(\.rawValue)
    urgency = stage.urgency.rawValue
    at = moment.description
    expires = (moment + stage.ttl).description
    collapse = stage.collapse.rawValue
    text = [:]
    for text in message.texts where text.channel != .wechat {
      self.text[text.channel.rawValue] = builder.signed(filling.fill(text.template), text.channel)
    }
    weChat = builder.weChat(message.texts).map { ($0.field, filling.fill($0.template)) }
    wechat = Dictionary(weChat.map { ($0.field, $0.text) }, uniquingKeysWith: { first, _ in first })
    next = filling.fill(stage.next.template)
    ifMissing = filling.fill(stage.missing.template)
    excluding = code == .d3 ? (filling.item?.time?.excluding ?? []).map { builder.wording.plain($0.text) } : []
    let used = Set(
      (message.texts.map(\.template) + [stage.next.template, stage.missing.template]).flatMap(\.variables))
    lacks = MessageVariable.allCases.filter(used.contains).compactMap { variable in
      filling.lack(variable).map { Lack(variable: variable.rawValue, why: $0) }
    }
    self.phrases = phrases
  }

  /// Sorted keys, two-space indent.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// One channel's text by itself.
  public func said(_ channel: MessageChannel) -> String {
    channel == .wechat ? weChat.map { "\($0.field): \($0.text)" }.joined(separator: "\n") : text[channel.rawValue] ?? ""
  }

  public var shown: String {
    var lines = [
      "\(title) · \(name)\(phrases.inParentheses(stage))",
      "  \(phrases.messageSender)\(phrases.colon)\(sender.joined(separator: phrases.optionOr)) · \(urgency) · \(phrases.messageExpires)\(phrases.colon)\(expires)",
    ]
    for channel in MessageChannel.allCases {
      let said = said(channel).split(separator: "\n").map(String.init)
      lines += channel == .wechat ? said.map { "  wechat \($0)" } : said.map { "  \(channel.rawValue): \($0)" }
    }
    lines.append("  \(phrases.messageNext)\(phrases.colon)\(next)")
    lines.append("  \(phrases.messageMissing)\(phrases.colon)\(ifMissing)")
    lines += excluding.map { "  \(phrases.messageExcluded)\(phrases.colon)\($0)" }
    return lines.joined(separator: "\n") + (lacks.isEmpty ? "" : "\n" + lacking)
  }

  /// What is lacking, and what to do about it.
  public var lacking: String { ([phrases.messageLacks] + lacks.map { "  ! \($0.why)" }).joined(separator: "\n") }
}

/// The values of one case's variables: what was said of it, what is public and the same in every case, what the calendar
/// gives.
private struct MessageFilling {
  /// The item it is about: the chosen one, or the only one.
  let item: ServiceItem?
  private let settings: MessageSettings
  private let values: MessageValues
  private let phrases: Phrases
  private let date: Day?
  private let lacksDate: String

  init(
    _ catalogue: Catalogue, _ scenario: Scenario, _ code: MessagePlan.Stage.Code, _ situation: Situation,
    at moment: Moment, _ settings: MessageSettings, _ phrases: Phrases
  ) {
    self.settings = settings
    self.phrases = phrases
    var own = scenario
    own.members = scenario.members.filter { member in
      settings.guide.map { $0 == member.item } ?? (member.when.resolved(in: situation) != .never)
    }
    values = MessageValues(catalogue, own)
    let items = Set(own.members.map(\.item))
    item = items.count == 1 ? items.first.flatMap { catalogue.items[$0] } : nil
    switch code {
    case .d1:
      // 行政许可法第32条：五日内一次告知；第82条：按工作日算。
      date = catalogue.calendar.adding(workingDays: 5, to: moment.day)
      lacksDate = phrases.lacksCalendar
    case .d3:
      let limit = item?.time?.holding.value?.duration
      date = limit.flatMap { limit in
        limit.unit == .workingDays
          ? catalogue.calendar.adding(workingDays: limit.days, to: moment.day)
          : catalogue.calendar.adding(calendarDays: limit.days, to: moment.day)
      }
      lacksDate = limit == nil ? phrases.lacksLimit : phrases.lacksCalendar
    default:
      date = nil
      lacksDate = phrases.lacks(.date)
    }
  }

  private func value(_ variable: MessageVariable) -> String? {
    if let said = settings.values[variable] { return said }
    if variable == .date { return date.map(phrases.plainDate) }
    let known = values.known(variable)
    return known.count == 1 ? known[0] : nil
  }

  func fill(_ template: MessageTemplate) -> String { template.filled { value($0) ?? phrases.notStated } }

  /// Why there is no value; `nil` where there is one.
  func lack(_ variable: MessageVariable) -> String? {
    guard value(variable) == nil else { return nil }
    if variable == .date { return lacksDate }
    return values.known(variable).isEmpty && variable != .count
      ? phrases.notKnown(variable) : phrases.lacks(variable)
  }
}
