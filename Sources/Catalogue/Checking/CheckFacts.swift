internal import Diagnostics

/// Facts said twice: of what is charged, of an agency, of what the law lists.
extension CatalogueReader {
  /// Two amounts for one code, whoever is paid: a wrong fee is unlawful, and the larger one is no way out.
  func checkFees() {
    var first: [String: Fee] = [:]
    for fee in catalogue.fees.values.sorted(by: { $0.id < $1.id }) where fee.amount != nil {
      guard let other = first[fee.code] else {
        first[fee.code] = fee
        continue
      }
      guard other.amount != fee.amount || other.per != fee.per else { continue }
      sink.error(
        "fee-conflict", fee.span, zh: "同一项收费 '\(fee.code)' 有两个金额", en: "the charge '\(fee.code)' has two amounts",
        notes: [Diagnostic.Note(Message(zh: "另一个在这里", en: "the other is here"), at: other.span)],
        help: [
          Message(zh: "查收费依据，改成一致；没查清不能出版", en: "look up the basis and write one amount; nothing is published before")
        ])
    }
  }

  /// What guides say of an agency's facts. Its own record goes first; where there is none, a hard fact (where to go)
  /// has to be settled and a soft one is printed as it is said.
  func checkSayings() {
    struct Topic: Hashable {
      var agency: String
      var fact: ServiceItem.Saying.Fact
    }
    var open: [Topic: [ServiceItem.Saying]] = [:]
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      for saying in item.says {
        guard let agency = catalogue.agencies[saying.agency] else { continue }
        let record = agency.record(of: saying.fact)
        if record.isEmpty {
          open[Topic(agency: agency.id, fact: saying.fact), default: []].append(saying)
        } else if !record.map(squeezed).contains(squeezed(saying.text)) {
          sink.warning(
            "fact-overruled", saying.span,
            zh: "'\(agency.id)' 自己的记录不是这样写的，按它的印：\(record.joined(separator: "，"))",
            en: "the record of '\(agency.id)' says otherwise and is printed: \(record.joined(separator: ", "))",
            notes: [Diagnostic.Note(Message(zh: "机构的记录在这里", en: "the agency's record is here"), at: agency.span)],
            help: [Message(zh: "请事项的主管部门改正指南", en: "have the guide corrected")])
        }
      }
    }
    let words: [ServiceItem.Saying.Fact: (zh: String, en: String)] = [
      .phone: ("电话", "telephone"), .hours: ("办公时间", "hours"), .address: ("地址", "address"),
    ]
    for (topic, sayings) in open.sorted(by: {
      ($0.key.agency, $0.key.fact.rawValue) < ($1.key.agency, $1.key.fact.rawValue)
    }) {
      guard let first = sayings.first, let word = words[topic.fact],
        let other = sayings.first(where: { squeezed($0.text) != squeezed(first.text) })
      else { continue }
      let message = (
        zh: "'\(topic.agency)' 的\(word.zh)，几份指南说法不一：“\(first.text)”“\(other.text)”",
        en: "guides disagree on the \(word.en) of '\(topic.agency)': '\(first.text)', '\(other.text)'"
      )
      let notes = [Diagnostic.Note(Message(zh: "前一种说法在这里", en: "the first is here"), at: first.span)]
      let help = [Message(zh: "问机构，写进它的记录", en: "ask the agency and write it into its record")]
      if first.fact == .address {
        sink.error("fact-conflict", other.span, zh: message.zh, en: message.en, notes: notes, help: help)
      } else {
        sink.warning("fact-conflict", other.span, zh: message.zh, en: message.en, notes: notes, help: help)
      }
    }
  }

  private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Papers that a cited article lists and the item does not ask for. Nothing is added by itself.
  func checkBases() {
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      let asked = Set(
        (item.requirements.value ?? []).flatMap(\.all).flatMap { requirement in
          [requirement.evidence] + (catalogue.evidence[requirement.evidence]?.resolutions.flatMap(\.evidence) ?? [])
        })
      guard item.requirements != .notStated, !faultyFiles.contains(item.span.file) else { continue }
      for basis in item.bases {
        for list in catalogue.laws[basis.citation.law]?.lists ?? [] where list.article == basis.citation.article {
          for evidence in list.evidence where !asked.contains(evidence) && catalogue.evidence[evidence] != nil {
            sink.warning(
              "basis-mismatch", basis.span, zh: "引用的这一条列了“\(catalogue.evidence[evidence]?.name ?? "")”，材料里没有",
              en: "the article cited here lists '\(evidence)', which the item does not ask for",
              notes: [Diagnostic.Note(Message(zh: "条文在这里", en: "the article is here"), at: list.span)],
              help: [
                Message(
                  zh: "核对原文：要的加 <requirement>，不要的改 <lists> 或 <basis>",
                  en: "compare with the text: add a <requirement>, or correct <lists> or <basis>")
              ])
          }
        }
      }
    }
  }
}
