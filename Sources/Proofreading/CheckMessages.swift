import Catalogue
import Diagnostics

extension Proofreader {
  /// A text that a channel cannot carry is cut, paid twice or refused. Variables count with the longest value they can
  /// have in the scenario; of a text that all scenarios share, the scenario in which it is longest counts.
  func checkMessages() {
    let messages = StageMessages(catalogue)
    var worst: [Span: (length: MessageLength, scenario: Scenario)] = [:]
    for scenario in catalogue.scenarios.values.sorted(by: { $0.id < $1.id }) {
      let values = MessageValues(catalogue, scenario)
      func measure(_ template: MessageTemplate, _ limit: MessageLength.Limit) {
        let length = MessageLength(template.filled(values.longest), limit, signature: signature)
        if length.excess > worst[template.span]?.length.excess ?? 0 { worst[template.span] = (length, scenario) }
      }
      for message in messages(scenario) {
        for text in message.texts { measure(text.template, .init(text, message.stage.code)) }
      }
      // What belongs to no stage goes out as one short message.
      for message in scenario.messages where catalogue.messagePlan == nil || message.stage == nil {
        measure(message.template, .sms(parts: 1))
      }
    }
    for (span, found) in worst.sorted(by: { ($0.key.file, $0.key.offset) < ($1.key.file, $1.key.offset) }) {
      let (length, limit) = (found.length, found.length.limit.words)
      warning(
        "message-length", span, zh: "在“\(found.scenario.title)”里，\(limit.zh)；这条有 \(length.count) 个字",
        en: "in '\(found.scenario.id)', \(limit.en); this one has \(length.count)",
        help: [
          Message(
            zh: "缩短 \(length.excess) 个字；细节放在书里", en: "shorten it by \(length.excess); details stand in the book")
        ])
    }
  }

  private var signature: String { catalogue.book.map { isChinese ? "【\($0.issuer)】" : "[\($0.issuer)] " } ?? "" }
}

/// A text against what its channel carries.
struct MessageLength {
  enum Limit {
    case characters(Int, MessageChannel)
    /// UCS-2 with the signature: 70 in one part, 67 in each of several.
    case sms(parts: Int)

    init(_ text: MessageText, _ code: MessagePlan.Stage.Code) {
      self =
        switch (text.channel, text.field) {
        case (.sms, _): .sms(parts: code.smsParts)
        case (.title, _): .characters(12, .title)
        case (.lock, _): .characters(20, .lock)
        case (.wechat, .characterString?): .characters(32, .wechat)
        case (.wechat, .phrase?): .characters(5, .wechat)
        case (.wechat, _): .characters(20, .wechat)
        case (.body, _): .characters(200, .body)
        case (.board, _), (.voice, _): .characters(120, text.channel)
        }
    }

    var most: Int {
      switch self {
      case .characters(let most, _): most
      case .sms(let parts): parts == 1 ? 70 : 67 * parts
      }
    }

    var words: Message {
      switch self {
      case .characters(_, let channel):
        Message(zh: "\(channel.rawValue) 最多 \(most) 个字", en: "\(channel.rawValue) holds \(most) characters")
      case .sms(1): Message(zh: "一条短信连署名最多 70 个字", en: "a short message with the sender's name holds 70 characters")
      case .sms(let parts):
        Message(
          zh: "\(parts) 条短信连署名最多 \(most) 个字",
          en: "\(parts) short messages with the sender's name hold \(most) characters")
      }
    }
  }

  var limit: Limit
  var count: Int
  var excess: Int { max(0, count - limit.most) }

  init(_ text: String, _ limit: Limit, signature: String) {
    self.limit = limit
    count =
      switch limit {
      case .characters: text.count
      case .sms: (signature + text).utf16.count
      }
  }
}
