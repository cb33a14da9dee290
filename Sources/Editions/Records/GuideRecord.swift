import CanonicalJSON
import Catalogue

extension Records {
  /// An item with what its readers depend on filled in: names of papers, charges, titles of laws.
  func guide(_ item: ServiceItem) -> JSONValue {
    let agent = item.agent
    return .record([
      "id": .string(item.id), "title": .string(item.name), "official": text(item.official),
      "aliases": texts(item.aliases), "type": text(item.type), "agency": .string(item.agency),
      "counter": text(item.counter), "who": item.who.map(statement), "conditions": statements(item.conditions),
      "basis": bases(item.bases), "materials": stated(item.requirements) { .array(materials($0)) },
      "choices": Records.list((item.requirements.value ?? []).compactMap(choice)),
      "openEnded": Records.list((item.requirements.value ?? []).compactMap(openEnded)),
      "steps": stated(item.steps) { .array($0.map { step($0, of: item) }) },
      "time": item.time.map(time), "fees": stated(item.fees) { .array($0.map(fee)) },
      "feesChecked": checked(item.feesChecked), "outputs": Records.list(item.outputs.map(output)),
      "validity": item.validity.map(statement), "deadlines": Records.list(item.deadlines.map(deadline)),
      "online": statements(item.online),
      "agent": agent.map { .record(["allowed": text($0.allowed?.rawValue), "statement": statement($0.statement)]) },
      "pitfalls": statements(item.pitfalls), "tables": Records.list(item.tables.map(table)),
      "notes": statements(item.notes.filter { $0.reader == .reader }.map(\.statement)),
      "refusal": item.refusal.map(statement), "details": Records.list(item.details.map(detail)),
      "disclosure": item.disclosure.map(disclosure), "checked": checked(item.checked),
    ])
  }

  /// By instrument: its articles, and what the guide says of them.
  private func bases(_ bases: [ServiceItem.LegalBasis]) -> JSONValue? {
    Records.list(
      Dictionary(grouping: bases, by: \.citation.law).map { law, own in
        let known = catalogue.laws[law]
        return .record([
          "id": .string(law), "title": text(known?.title), "number": text(known?.number),
          "articles": texts(own.compactMap(\.citation.article)), "gists": texts(own.map(\.gist).filter { !$0.isEmpty }),
        ])
      })
  }

  private func step(_ step: Step, of item: ServiceItem) -> JSONValue {
    let actor: String =
      switch step.actor {
      case .applicant: "applicant"
      case .agency: "agency"
      case .other(let id): id
      }
    // Where the item is handled goes without saying.
    let place: String? =
      switch step.place {
      case .agency(let id): id == item.agency ? nil : id
      case .online: "online"
      case .home: "home"
      }
    return .record([
      "id": .string(step.id), "stage": .string(step.stage.rawValue), "by": .string(actor), "at": text(place),
      "online": flag(step.online), "text": .string(step.text), "days": step.duration.map(duration),
      "ways": texts(step.ways.map(\.rawValue)), "after": texts(step.after), "covers": texts(step.covers),
      "when": when(step.when), "basis": basis(step.basis), "checked": checked(step.checked),
      "common": text(step.common),
    ])
  }

  private func time(_ time: ProcessingTime) -> JSONValue {
    .record([
      "statutory": limit(time.statutory), "promised": limit(time.promised), "remark": text(time.remark),
      "excluding": statements(time.excluding), "basis": basis(time.basis), "checked": checked(time.checked),
    ])
  }

  private func fee(_ reference: FeeReference) -> JSONValue {
    guard let fee = catalogue.fees[reference.fee] else { return .record(["id": .string(reference.fee)]) }
    let amount = fee.amount
    return .record([
      "id": .string(fee.id), "name": .string(fee.name), "kind": .string(fee.kind.rawValue),
      "amountFen": amount.map { .integer($0.lowerBound) },
      "upToFen": amount.flatMap { $0.count > 1 ? .integer($0.upperBound) : nil },
      "per": text(fee.per), "payee": text(fee.payee), "once": flag(fee.once), "remark": text(fee.remark),
      "when": when(reference.when), "basis": basis(fee.basis), "checked": checked(fee.checked),
      "waivers": Records.list(
        fee.waivers.map { waiver in
          .record([
            "percent": .integer(waiver.percent), "text": text(waiver.text), "when": when(waiver.when),
            "basis": basis(waiver.basis), "checked": checked(waiver.checked),
          ])
        }),
    ])
  }

  private func output(_ output: ServiceItem.Output) -> JSONValue {
    .record([
      "text": .string(output.text), "type": text(output.evidence), "of": text(output.of), "when": when(output.when),
      "step": text(output.step),
    ])
  }

  /// A duty of the applicant. Where its words hold one number of days, that stands beside them, so that a shorter period
  /// is seen as one.
  private func deadline(_ statement: Statement) -> JSONValue {
    var record = self.statement(statement)
    record["days"] = DayCount.only(in: statement.text).map { .integer($0) }
    return record
  }

  private func table(_ table: ServiceItem.FactsTable) -> JSONValue {
    .record([
      "id": .string(table.title),
      "rows": Records.list(
        table.rows.map { row in
          var record = statement(row.statement)
          record["id"] = .string(row.name)
          return record
        }),
    ])
  }

  private func detail(_ detail: ServiceItem.Detail) -> JSONValue {
    .record(["id": .string(detail.element.rawValue), "content": stated(detail.content, statement)])
  }

  func disclosure(_ disclosure: Disclosure) -> JSONValue {
    func fact<Value>(_ fact: Disclosure.Fact<Value>?, _ value: (Value) -> JSONValue) -> JSONValue? {
      fact.map { fact in
        .record([
          "value": value(fact.value), "remark": text(fact.remark), "sample": flag(fact.sample),
          "basis": basis(fact.basis), "checked": checked(fact.checked),
        ])
      }
    }
    return .record([
      "limit": fact(disclosure.limit) { .string($0) },
      "channels": fact(disclosure.channels) { .set($0.map(\.rawValue)) },
      "audience": fact(disclosure.audience) { .string($0.rawValue) },
      "manner": fact(disclosure.manner) { .string($0.rawValue) },
      "levels": fact(disclosure.levels) { .set($0.map(\.rawValue)) },
      "basis": basis(disclosure.basis), "checked": checked(disclosure.checked),
    ])
  }
}
