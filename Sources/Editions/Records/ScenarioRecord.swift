import CanonicalJSON
import Catalogue

extension Records {
  func scenario(_ scenario: Scenario) -> JSONValue {
    .record([
      "id": .string(scenario.id), "title": .string(scenario.title), "theme": text(scenario.theme),
      "aliases": texts(scenario.aliases), "audience": text(scenario.audience), "summary": text(scenario.summary),
      "questions": Records.list(scenario.questions.map(question)),
      "impossible": Records.list(
        scenario.impossible.map { .record(["when": .string($0.when.source), "reason": text($0.reason)]) }),
      "members": Records.list(scenario.members.map(member)), "order": Records.list(scenario.edges.map(edge)),
      "messages": Records.list(scenario.messages.map(message)), "answers": Records.list(scenario.answers.map(answer)),
      "cases": Records.list(scenario.cases.map(workedCase)), "pitfalls": statements(scenario.pitfalls),
      "notes": statements(scenario.notes.filter { $0.reader == .reader }.map(\.statement)),
      "dossiers": Records.list(
        scenario.dossiers.map {
          .record([
            "members": .set($0.members), "text": text($0.text), "basis": basis($0.basis),
            "checked": checked($0.checked),
          ])
        }),
      "quantities": Records.list(
        scenario.quantities.map { .record(["id": .string($0.key), "n": .integer($0.value)]) }),
      "planned": Records.list(
        scenario.planned.map { .record(["id": .string("\($0.member) \($0.step)"), "day": .integer($0.day)]) }),
      "checked": checked(scenario.checked),
    ])
  }

  /// A question with its answers; a fact of the catalogue likewise.
  func question(_ fact: Fact) -> JSONValue {
    .record([
      "id": .string(fact.id), "ask": .string(fact.ask), "many": flag(fact.many), "note": text(fact.note),
      "checked": checked(fact.checked),
      "options": Records.list(
        fact.options.map {
          .record(["id": .string($0.id), "text": .string($0.text), "whenText": .string($0.whenText)])
        }),
    ])
  }

  private func member(_ member: Scenario.Member) -> JSONValue {
    .record([
      "id": .string(member.id), "item": .string(member.item),
      "when": when(member.when),
      "subjects": Records.list(
        member.subjects.map { .record(["id": .string($0.key), "subject": .string($0.value)]) }),
      "given": Records.list(
        member.givens.map { given in
          var record: [String: JSONValue?] = ["fact": .string(given.fact), "when": when(given.when)]
          switch given.source {
          case .option(let option): record["is"] = .string(option)
          case .question(let question): record["from"] = .string(question)
          }
          return .record(record)
        }),
    ])
  }

  private func edge(_ edge: Scenario.Edge) -> JSONValue {
    var kind: [String: JSONValue?] =
      switch edge.kind {
      case .handover(let evidence): ["kind": "handover", "type": .string(evidence)]
      case .before(let result): ["kind": "before", "result": flag(result)]
      case .wait(let length): ["kind": "wait", "days": duration(length)]
      }
    kind["first"] = .string(edge.first)
    kind["then"] = .string(edge.then)
    kind["firstStep"] = text(edge.firstStep)
    kind["thenStep"] = text(edge.thenStep)
    kind["soft"] = flag(edge.soft)
    kind["reason"] = text(edge.reason)
    kind["basis"] = basis(edge.basis)
    kind["checked"] = checked(edge.checked)
    return .record(kind)
  }

  private func message(_ message: Scenario.Message) -> JSONValue {
    var record = statement(message.statement)
    record["id"] = .string("\(message.phase.rawValue) \(message.trigger)")
    record["stage"] = text(message.stage?.rawValue)
    record["texts"] = Records.list(message.texts.map(messageText))
    return record
  }

  /// A stage of the message plan.
  func stage(_ stage: MessagePlan.Stage) -> JSONValue {
    .record([
      "id": .string(stage.code.rawValue), "sender": .set(stage.senders.map(\.rawValue)),
      "urgency": .string(stage.urgency.rawValue), "ttl": .integer(stage.ttl),
      "collapse": .string(stage.collapse.rawValue), "trigger": text(stage.trigger.text),
      "texts": Records.list(stage.texts.map(messageText)), "next": statement(stage.next.statement),
      "missing": statement(stage.missing.statement),
    ])
  }

  private func messageText(_ text: MessageText) -> JSONValue {
    let field = text.field.map { " " + $0.rawValue } ?? ""
    return .record(["id": .string(text.channel.rawValue + field), "text": .string(text.template.text)])
  }

  private func answer(_ entry: Scenario.QuestionAndAnswer) -> JSONValue {
    .record(["id": .string(entry.question), "answer": statement(entry.answer)])
  }

  private func workedCase(_ example: Scenario.Case) -> JSONValue {
    .record([
      "story": .string(example.story), "start": .string(example.start.description),
      "situation": Records.list(
        example.situation.answers.map { .record(["id": .string($0.key), "is": .set($0.value)]) }),
    ])
  }
}
