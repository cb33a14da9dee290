public import Diagnostics

/// All that a message may have filled in: public data, and of a case only a date and a number. What names a person, a
/// number of a person or a case is not among them, so no template can ask for it.
public enum MessageVariable: String, Sendable, CaseIterable {
  case scenario, guide, office, counter, hours, phone, date, count, url

  public enum Kind: String, Sendable, CaseIterable { case text, phone, date, count, url }

  public var kind: Kind {
    switch self {
    case .scenario, .guide, .office, .counter, .hours: .text
    case .phone: .phone
    case .date: .date
    case .count: .count
    case .url: .url
    }
  }

  public var meaning: Message {
    switch self {
    case .scenario: Message(zh: "这件事的名称", en: "the scenario's title")
    case .guide: Message(zh: "事项的名称", en: "the service item's name")
    case .office: Message(zh: "办理机构平常的叫法", en: "what people call the agency")
    case .counter: Message(zh: "窗口的名称", en: "the counter's name")
    case .hours: Message(zh: "办公时间", en: "office hours")
    case .phone: Message(zh: "公布的办公电话；没有的，是本书的第一个热线", en: "the office's published phone, else the book's first hotline")
    case .date: Message(zh: "一个日期", en: "a day")
    case .count: Message(zh: "几样，1到99", en: "how many, 1 to 99")
    case .url: Message(zh: "这件事在网上的地址", en: "the scenario's address on the web")
    }
  }
}

/// What the catalogue knows of a scenario's variables. Samples are nobody's facts and are left out.
public struct MessageValues: Sendable {
  private let known: [MessageVariable: [String]]
  private let isEnglish: Bool

  public init(_ catalogue: Catalogue, _ scenario: Scenario) {
    let items = scenario.members.compactMap { catalogue.items[$0.item] }
    let agencies = items.compactMap { catalogue.agencies[$0.agency] }
    let phones = agencies.flatMap(\.phones).filter { !$0.sample }.map(\.text)
    let hotline = catalogue.book?.hotlines.first.map { [$0.number] } ?? []
    isEnglish = catalogue.book?.lang.hasPrefix("en") ?? false
    known = [
      .scenario: [scenario.title], .guide: items.map(\.name).unrepeated, .office: agencies.map(\.short).unrepeated,
      .counter: agencies.flatMap(\.counters).map(\.name).unrepeated,
      .hours: agencies.compactMap(\.hours.value).filter { !$0.sample }.map(\.text).unrepeated,
      .phone: phones.isEmpty ? hotline : phones.unrepeated,
      .url: (catalogue.book?.base).map { ["\($0)scenario/\(scenario.id).html"] } ?? [],
    ]
  }

  /// All values, in the order of the members; none where nothing is stated, or where it is another for each case.
  public func known(_ variable: MessageVariable) -> [String] { known[variable] ?? [] }

  /// What stands for it when a text is measured.
  public func longest(_ variable: MessageVariable) -> String {
    if let longest = known(variable).max(by: { $0.count < $1.count }) { return longest }
    return switch variable {
    case .date: isEnglish ? "2026-12-31" : "2026年12月31日"
    case .count: "99"
    default: isEnglish ? "not stated" : "未提供"
    }
  }
}

extension [String] {
  fileprivate var unrepeated: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
