import Catalogue
import Diagnostics

extension Proofreader {
  /// One paper has one name through the whole book. A short form of the name is the name (登记证书 of 机动车登记证书); other
  /// names stand in brackets or quotation marks, where they are explained, or in the index.
  func checkNames() {
    var aliases: [Character: [(alias: String, evidence: EvidenceType)]] = [:]
    let names = catalogue.officialNames
    // A name of several papers in one (许可或营运证) leaves room to say which.
    for evidence in catalogue.evidence.values.sorted(by: { $0.id < $1.id })
    where evidence.resolutions.isEmpty && !evidence.name.contains(where: "、或（(".contains) {
      for alias in evidence.aliases
      where alias.count > 1 && !alias.contains(evidence.name) && !names.contains(where: { $0.contains(alias) }) {
        if let first = alias.first { aliases[first, default: []].append((alias, evidence)) }
      }
    }
    for text in catalogue.texts where text.role != .staff && text.owner.element != "evidence" {
      guard let (alias, evidence) = firstAlias(in: text.text, aliases) else { continue }
      warning(
        "other-name", place(of: alias, in: text.span), zh: "“\(alias)”在书里叫“\(evidence.name)”",
        en: "'\(alias)' is called '\(evidence.name)' in the book",
        notes: [Diagnostic.Note(Message(zh: "这种材料在这里", en: "the paper is here"), at: evidence.span)],
        help: [
          Message(zh: "写“\(evidence.name)”，别名放进括号或引号", en: "write '\(evidence.name)'; another name stands in brackets")
        ])
    }
  }

  private func firstAlias(
    in text: String, _ aliases: [Character: [(alias: String, evidence: EvidenceType)]]
  ) -> (alias: String, evidence: EvidenceType)? {
    var depth = 0
    for index in text.indices {
      let character = text[index]
      if "（(“《「".contains(character) { depth += 1 }
      if "）)”》」".contains(character) { depth = max(0, depth - 1) }
      guard depth == 0, let candidates = aliases[character] else { continue }
      if let found = candidates.first(where: { text[index...].hasPrefix($0.alias) }) { return found }
    }
    return nil
  }
}
