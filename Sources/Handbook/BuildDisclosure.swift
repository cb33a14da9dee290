import Catalogue

extension BookBuilder {
  /// The disclosure catalogue: what the guides show already, put into the form's columns, and what the catalogue states.
  var disclosure: DisclosureChapter {
    let own = items.filter(isPublic)
    let counts = Dictionary(grouping: own, by: \.agency).mapValues(\.count)
    let kinds = Agency.Kind.allCases
    // Of the bodies of a kind the one with the most items comes first: the book is mostly theirs.
    func key(_ item: ServiceItem) -> (Int, Int, String, Int, String, String) {
      let kind = catalogue.agencies[item.agency].flatMap { kinds.firstIndex(of: $0.kind) } ?? 0
      let category = category(of: item)
      return (kind, -(counts[item.agency] ?? 0), item.agency, category == nil ? 1 : 0, category ?? "", item.id)
    }
    let listed = own.sorted { key($0) < key($1) }
    return DisclosureChapter(
      rows: listed.enumerated().map { row($1, number: $0 + 1) },
      apart: items.filter { !isPublic($0) }.map { item($0.id) }, guideline: guideline)
  }

  /// Companies, hospitals and schools are not held to the form, unless the item says how it is made public.
  private func isPublic(_ item: ServiceItem) -> Bool {
    switch catalogue.agencies[item.agency]?.kind {
    case .police, .government, nil: true
    case .company, .hospital, .school: item.disclosure != nil
    }
  }

  /// 一级事项: the legal type, else the theme of a scenario that the item is part of; `nil` = neither.
  private func category(of item: ServiceItem) -> String? {
    if let type = item.type { return type }
    let theme = scenarios.first { $0.members.contains { $0.item == item.id } }?.theme
    return catalogue.book?.themes.first { $0.id == theme }?.name
  }

  private func row(_ item: ServiceItem, number: Int) -> DisclosureChapter.Row {
    let stated = catalogue.disclosure(of: item)
    let duty = legal(stated?.citations ?? [])
    let own = legal(item.bases.map(\.citation))
    let agency = catalogue.agencies[item.agency]
    let boxes = stated?.channels.map { channels in
      Disclosure.Channel.allCases.map {
        DisclosureChapter.Box(id: $0.rawValue, name: phrases.channel($0), isTicked: channels.value.contains($0))
      }
    }
    return DisclosureChapter.Row(
      number: number, item: self.item(item.id), category: category(of: item), official: item.official,
      plain: item.name == item.official ? nil : item.name, contents: contents(of: item),
      legal: duty + own.filter { entry in !duty.contains { $0.law == entry.law && $0.articles == entry.articles } },
      limit: cell(stated?.limit) { $0 },
      body: Reference(.agency, item.agency, agency?.name ?? item.agency),
      channels: cell(stated?.channels) { ticked in
        Disclosure.Channel.allCases.filter(ticked.contains).map(phrases.channel).joined(separator: phrases.separator)
      },
      boxes: boxes ?? [],
      audience: cell(stated?.audience, phrases.audience), manner: cell(stated?.manner, phrases.manner),
      levels: cell(stated?.levels) { levels in
        Disclosure.Level.allCases.filter(levels.contains).map(phrases.level).joined(separator: phrases.separator)
      },
      codes: codes(stated))
  }

  /// The five elements of the form, and what else the item states.
  private func contents(of item: ServiceItem) -> [DisclosureChapter.Content] {
    var contents: [DisclosureChapter.Content] = [
      .init(name: phrases.contentLaws, isStated: !item.bases.isEmpty),
      .init(name: phrases.contentPapers, isStated: item.requirements != .notStated),
      .init(name: phrases.contentScope, isStated: item.who != nil || !item.conditions.isEmpty),
      .init(name: phrases.contentSteps, isStated: item.steps != .notStated),
      .init(name: phrases.contentContact, isStated: catalogue.book?.hotlines.isEmpty == false),
    ]
    if item.fees != .notStated { contents.append(.init(name: phrases.contentFees, isStated: true)) }
    if let time = item.time, time.statutory != .notStated || time.promised != .notStated {
      contents.append(.init(name: phrases.contentTime, isStated: true))
    }
    return contents
  }

  private func cell<Value>(_ fact: Disclosure.Fact<Value>?, _ words: (Value) -> String) -> Sentence? {
    fact.map { fact in
      let text = words(fact.value)
      // The limit is its own words.
      let remark = fact.remark.isEmpty || fact.remark == text ? "" : phrases.inParentheses(fact.remark)
      return Sentence(
        text: text + remark, when: nil, basis: fact.basis.map(wording.words),
        // A sample is nobody's word: there is nothing to be sure of.
        mark: fact.sample ? phrases.sample : phrases.checked(fact.checked))
    }
  }

  private func codes(_ stated: Disclosure?) -> DisclosureChapter.Codes {
    let samples = [
      ("limit", stated?.limit?.sample), ("channels", stated?.channels?.sample),
      ("audience", stated?.audience?.sample), ("manner", stated?.manner?.sample), ("levels", stated?.levels?.sample),
    ]
    return DisclosureChapter.Codes(
      audience: stated?.audience?.value.rawValue, manner: stated?.manner?.value.rawValue,
      levels: Disclosure.Level.allCases.filter { stated?.levels?.value.contains($0) == true }.map(\.rawValue),
      samples: samples.filter { $0.1 == true }.map(\.0))
  }
}
