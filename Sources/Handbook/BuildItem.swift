import Catalogue
import Consolidation
import Proofreading

extension BookBuilder {
  func chapter(_ item: ServiceItem) -> ItemChapter {
    let plan = consolidation.plan(alone: item)
    let steps = plan.steps.map { (step: $0, when: when(open: $0.condition)) }
    return ItemChapter(
      id: item.id, name: item.name, official: item.official, aliases: item.aliases, type: item.type,
      certainty: phrases.checked(item.checked), agency: agency(item.agency),
      counter: item.counter.flatMap { id in catalogue.agencies[item.agency]?.counters.first { $0.id == id }?.name },
      who: item.who.map(wording.sentence),
      conditions: item.conditions.map(wording.sentence),
      bring: groups(
        plan.bring.map { ListedLine($0, when(open: $0.condition)) }),
      bringStated: item.requirements != .notStated,
      notNeeded: notNeeded(plan.notNeeded.map { ($0, when(open: $0.use.condition)) }, besides: plan.bring),
      timeline: stops(plan.trips.segments, steps, withItems: false), stepsStated: item.steps != .notStated,
      statutory: wording.words(item.time?.statutory ?? .notStated),
      promised: wording.words(item.time?.promised ?? .notStated),
      timeRemark: item.time.map { time in
        Sentence(
          text: wording.plain(time.remark), when: nil, basis: time.basis.map(wording.words),
          mark: phrases.checked(time.checked))
      },
      excluding: item.time?.excluding.map(wording.sentence) ?? [],
      fees: fees(
        plan.fees.lines.map { ($0, when(open: $0.condition)) },
        free: item.fees == .none ? [NamedPart(name: item.name, when: .always)] : [],
        unknown: item.fees == .notStated ? [NamedPart(name: item.name, when: .always)] : []),
      results: item.outputs.map { output in
        let text = wording.plain(output.text)
        return wording.words(output.when).map { text + phrases.inParentheses(phrases.ifCondition($0)) } ?? text
      },
      validity: item.validity.map(wording.sentence), deadlines: item.deadlines.map(wording.sentence),
      refusal: item.refusal.map(wording.sentence),
      online: item.online.map(wording.sentence), agent: phrases.allowed(item.agent?.allowed),
      agentRule: item.agent.map { wording.sentence($0.statement) },
      pitfalls: item.pitfalls.map(wording.sentence),
      tables: item.tables.map { table in
        (table.title, table.rows.map { ($0.name, wording.sentence($0.statement)) })
      },
      notes: item.notes.filter { $0.reader == .reader }.map { wording.sentence($0.statement) },
      staffNotes: item.notes.filter { $0.reader == .staff }.map { wording.sentence($0.statement) },
      legal: legal(citations(of: item)),
      scenarios: scenarios.filter { $0.members.contains { $0.item == item.id } }.map(reference),
      details: item.details.map { detail in
        let none = Sentence(text: phrases.none, when: nil, basis: [], mark: nil)
        return (detail.element.rawValue, name(of: detail.element), detail.content.value.map(wording.sentence) ?? none)
      }, missing: completeness.items.first { $0.id == item.id }?.missing.map { ($0.rawValue, name(of: $0)) } ?? [])
  }
}
