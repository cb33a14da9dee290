internal import Diagnostics

extension CatalogueReader {
  func check(_ evidence: EvidenceType) {
    for resolution in evidence.resolutions {
      for member in resolution.evidence where catalogue.evidence[member]?.resolutions.isEmpty == false {
        sink.error(
          "nested-class", resolution.span, zh: "'\(member)' 也是一类材料，不能放进 '\(evidence.id)'",
          en: "'\(member)' is a class itself and cannot stand in the class '\(evidence.id)'",
          help: [Message(zh: "直接列出它的各种证件", en: "list the documents themselves")])
      }
    }
    checkCoverage(evidence)
  }

  /// A class says for every answer which documents it means: for one it forgets, nothing would be asked.
  private func checkCoverage(_ evidence: EvidenceType) {
    let covered = evidence.resolutions.reduce(Condition.never) { $0 || $1.when }
    let names = covered.facts.sorted()
    let facts = names.compactMap { catalogue.facts[$0] }
    guard !evidence.resolutions.isEmpty, facts.count == names.count,
      faultyFiles.isDisjoint(with: [evidence.span.file] + facts.map(\.span.file)),
      let gaps = covered.counterexamples(over: facts, limit: 4), !gaps.isEmpty
    else { return }
    let shown = gaps.prefix(3).map { gap in
      gap.answers.sorted { $0.key < $1.key }
        .flatMap { fact, options in options.sorted().map { "\(fact)=\($0)" } }.joined(separator: " and ")
    }
    let more = gaps.count > shown.count
    sink.error(
      "class-gap", evidence.span,
      zh: "'\(evidence.id)' 没说这些情形下是哪种证件：\(shown.joined(separator: "；"))\(more ? "……" : "")",
      en: "'\(evidence.id)' names no document for \(shown.joined(separator: ", or "))\(more ? ", or others" : "")",
      notes: facts.map { Diagnostic.Note(Message(zh: "情形在这里", en: "the fact is here"), at: $0.span) },
      help: [
        Message(zh: "补上 <class when=\"\(shown[0])\">…</class>", en: "add <class when=\"\(shown[0])\">…</class>")
      ])
  }

  /// A name of two evidence types. A class shares names with its documents (机动车所有人的身份证明): that is what it is
  /// for.
  func checkNames() {
    var owners: [String: [EvidenceType]] = [:]
    for evidence in catalogue.evidence.values.sorted(by: { $0.id < $1.id }) where evidence.resolutions.isEmpty {
      for name in Set([evidence.name] + evidence.aliases) { owners[name, default: []].append(evidence) }
    }
    var said: Set<[String]> = []
    for (name, types) in owners.sorted(by: { $0.key < $1.key }) where !name.isEmpty {
      for other in types.dropFirst() where said.insert([types[0].id, other.id]).inserted {
        sink.error(
          "shared-alias", other.span, zh: "“\(name)”同时是 '\(types[0].id)' 和 '\(other.id)' 的名称",
          en: "'\(name)' names both '\(types[0].id)' and '\(other.id)'",
          notes: [Diagnostic.Note(Message(zh: "另一种材料在这里", en: "the other evidence type is here"), at: types[0].span)],
          help: [Message(zh: "一个名称只归一种材料", en: "a name belongs to one evidence type")])
      }
    }
  }

  func checkWhole() {
    let nowhere = Span(file: folder, offset: 0, length: 0)
    if catalogue.book == nil,
      !sink.diagnostics.contains(where: { $0.severity == .error && $0.span.file.hasSuffix("book.xml") })
    {
      sink.error(
        "no-book", nowhere, zh: "目录里没有 book.xml", en: "the catalogue has no book.xml",
        help: [Message(zh: "书名、发布单位、版次写在 book.xml 里", en: "title, issuer and edition stand in book.xml")])
    }
    if catalogue.scenarios.isEmpty, !sink.diagnostics.contains(where: { $0.severity == .error }) {
      sink.error(
        "no-scenario", nowhere, zh: "目录里一件事也没有", en: "the catalogue has no scenario",
        help: [Message(zh: "每件事写一个 scenarios/….xml", en: "each scenario is a file scenarios/….xml")])
    }
    for (id, item) in catalogue.items.sorted(by: { $0.key < $1.key }) {
      for line in item.requirements.value ?? [] {
        for requirement in line.all
        where requirement.originals == .known(0)
          && requirement.copies == .known(0) && (requirement.certified.value ?? 0) == 0
        {
          sink.error(
            "nothing-asked", requirement.span, zh: "材料 '\(requirement.id)' 原件、复印件都是 0 份",
            en: "requirement '\(requirement.id)' of '\(id)' asks for no original and no copy",
            help: [
              Message(
                zh: "不交纸就写 treat=\"record\"；不知道几份就不写",
                en: "write treat=\"record\" if nothing is handed in; leave the counts out if they are not known")
            ])
        }
      }
    }
  }
}
