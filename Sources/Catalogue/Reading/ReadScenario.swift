internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func scenario(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["id", "theme", "checked"],
      children: [
        "title", "alias", "audience", "summary", "questions", "members", "edges", "messages", "qa", "case", "pitfall",
        "note", "dossier", "quantity", "planned",
      ])
    guard let id = fields.id() else { return excuseFile() }
    matchesFileName(id, fields, en: "scenario")
    hasPage(id, fields)
    let checked = fields.checked(.yes)
    let questionFields = fields.child("questions").map {
      Fields($0, sink, attributes: ["none"], children: ["question", "impossible"])
    }
    if let questionFields { _ = questionFields.isNone(hasContent: !questionFields.element.children.isEmpty) }
    let scenario = Scenario(
      id: id, title: fields.requiredText("title"), theme: fields.requiredReference("theme", to: .theme) ?? "",
      aliases: fields.texts("alias"),
      audience: fields.requiredText("audience"), summary: fields.requiredText("summary"),
      questions: questionFields?.children("question").compactMap { question($0, checked) } ?? [],
      impossible: questionFields?.children("impossible").compactMap { child in
        let impossible = Fields(child, sink, attributes: ["when"])
        guard impossible.required("when") != nil else { return nil }
        return Scenario.Impossible(when: impossible.when(), reason: impossible.content(), span: child.span)
      } ?? [],
      members: fields.requiredChild("members").map { members($0) } ?? [],
      edges: fields.child("edges").map { edges($0, checked) } ?? [],
      messages: fields.child("messages").map { messages($0, checked) } ?? [],
      answers: fields.children("qa").map { questionAndAnswer($0, checked) },
      cases: fields.children("case").compactMap { workedCase($0) }, pitfalls: fields.statements("pitfall", checked),
      notes: fields.children("note").map { note($0, checked) }, checked: checked, span: element.span,
      dossiers: fields.children("dossier").compactMap { dossier($0, checked) }, quantities: quantities(fields),
      planned: plannedDays(fields), isSensitive: isSensitive(fields))
    unique(scenario.questions.map { ($0.id, $0.span) }, zh: "问题", en: "question")
    unique(scenario.members.map { ($0.id, $0.span) }, zh: "成员", en: "member")
    add(scenario, id, \.scenarios, \.span, zh: "一件事", en: "scenario")
  }

  /// A question of its own, or a fact of `facts.xml` reworded. Facts are looked up later: files come in any order.
  private func question(_ element: Element, _ checked: Checked) -> Fact? {
    let fields = Fields(
      element, sink, attributes: ["fact", "id", "ask", "choose", "note", "checked", "basis"],
      children: ["ask", "option"])
    if let id = element["fact"]?.value {
      pendingQuestions.insert(element.span)
      fields.refer(to: id, .fact, "fact")
      return Fact(
        id: id, ask: fields.child("ask").map { Fields($0, sink).content() } ?? fields.text("ask") ?? "",
        options: options(fields), many: fields.choice("choose", as: Choose.self) == .many, note: fields.text("note"),
        checked: fields.checked(checked), span: element.span)
    }
    guard let id = fields.id() else { return nil }
    let ask = fields.child("ask").map { Fields($0, sink).content() } ?? fields.required("ask") ?? ""
    return Fact(
      id: id, ask: ask, options: options(fields), many: fields.choice("choose", as: Choose.self) == .many,
      note: fields.text("note"), checked: fields.checked(checked), span: element.span)
  }

  private func members(_ element: Element) -> [Scenario.Member] {
    if element.children.isEmpty {
      sink.error(
        "no-members", element.span, zh: "<members> 里一个事项也没有", en: "<members> names no item",
        help: [Message(zh: "加上 <member item=\"…\"/>", en: "add <member item=\"…\"/>")])
    }
    return Fields(element, sink, children: ["member"]).children("member").compactMap { child in
      let fields = Fields(child, sink, attributes: ["item", "id", "when"], children: ["as", "given"])
      guard let item = fields.requiredReference("item", to: .item) else { return nil }
      var subjects: [String: String] = [:]
      for renaming in fields.children("as") {
        let inner = Fields(renaming, sink, attributes: ["role", "subject"])
        if let role = inner.requiredReference("role", to: .subject),
          let subject = inner.requiredReference("subject", to: .subject)
        {
          subjects[role] = subject
        }
      }
      let givens = fields.children("given").compactMap { given -> Scenario.Member.Given? in
        let inner = Fields(given, sink, attributes: ["fact", "is", "from", "when"])
        guard let fact = inner.requiredReference("fact", to: .fact) else { return nil }
        let source: Scenario.Member.Given.Source
        switch (inner.text("is"), inner.text("from")) {
        case (let option?, nil):
          inner.refer(to: option, owner: fact, .option, "is")
          source = .option(option)
        case (nil, let question?):
          inner.refer(to: question, .question, "from")
          source = .question(question)
        default:
          sink.error(
            "bad-given", given.span, zh: "<given> 要么写 is，要么写 from", en: "<given> takes either is or from",
            help: [
              Message(
                zh: "is 是定下的选项，from 是另一个问题的编号", en: "is names the option it has, from another question")
            ])
          return nil
        }
        return Scenario.Member.Given(fact: fact, source: source, when: inner.when(), span: given.span)
      }
      return Scenario.Member(
        id: child["id"] == nil ? item : fields.id() ?? item, item: item, when: fields.when(), subjects: subjects,
        givens: givens, span: child.span)
    }
  }

  private func questionAndAnswer(_ element: Element, _ checked: Checked) -> Scenario.QuestionAndAnswer {
    let fields = Fields(element, sink, children: ["q", "a"])
    let answer = fields.requiredChild("a").map {
      Fields($0, sink, attributes: Fields.sourcing.union(["when"])).statement(checked)
    }
    return Scenario.QuestionAndAnswer(
      question: fields.requiredText("q"),
      answer: answer ?? Statement(text: "", basis: [], checked: .no, when: .always, span: element.span))
  }

  private func workedCase(_ element: Element) -> Scenario.Case? {
    let fields = Fields(element, sink, attributes: ["start"], children: ["story", "answer"])
    var situation = Situation()
    for child in fields.children("answer") {
      let answer = Fields(child, sink, attributes: ["question", "is"])
      if let question = answer.requiredReference("question", to: .question), answer.required("is") != nil {
        let words = answer.words("is")
        for (word, span) in words {
          sink.references.append(Reference(kind: .option, id: word, owner: question, span: span))
        }
        situation.answers[question, default: []].formUnion(words.map(\.text))
      }
    }
    let story = fields.requiredText("story")
    guard let start = fields.requiredDay("start") else { return nil }
    return Scenario.Case(story: story, start: start, situation: situation, span: element.span)
  }
}
