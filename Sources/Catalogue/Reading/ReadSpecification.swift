internal import Diagnostics
internal import XMLFile

/// What a requirement's paper must be like, and what its guide calls it.
extension CatalogueReader {
  /// The guide's own words; they are compared with the evidence type's names when all files are read.
  func called(_ fields: Fields, _ evidence: String) -> String? {
    guard let words = fields.text("called"), let attribute = fields.element["called"] else { return nil }
    namesUsed.append((words, evidence, attribute.span))
    return words
  }

  func template(_ fields: Fields) -> Requirement.Template? {
    switch (fields.text("template"), fields.text("template-version")) {
    case (let id?, let version?): return Requirement.Template(id: id, version: version)
    case (nil, nil): return nil
    default:
      guard let attribute = fields.element["template"] ?? fields.element["template-version"] else { return nil }
      sink.error(
        "incomplete-template", attribute.nameSpan, zh: "表格的编号和版本要一起写", en: "a form's id and version go together",
        help: [
          Message(
            zh: "写成 template=\"…\" template-version=\"…\"", en: "write template=\"…\" template-version=\"…\"")
        ])
      return nil
    }
  }

  func specification(_ fields: Fields) -> [String: [String]] {
    var result: [String: [String]] = [:]
    var places: [String: Span] = [:]
    for child in fields.children("spec") {
      let spec = Fields(child, sink, attributes: ["name", "is"])
      guard let name = spec.id("name"), let values = spec.required("is") else { continue }
      if ["template", "media"].contains(name), let attribute = child["name"] {
        sink.error(
          "bad-value", attribute.span, zh: "name 不能是 '\(name)'", en: "name cannot be '\(name)'",
          help: [Message(zh: "用属性 \(name)", en: "use the attribute \(name)")])
        continue
      }
      if let earlier = places.updateValue(child.span, forKey: name) {
        sink.error(
          "duplicate-id", child.span, zh: "'\(name)' 的要求写了两次", en: "what '\(name)' must be is said twice",
          notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "first said here"), at: earlier)],
          help: [
            Message(zh: "写在一个 <spec> 里；都行的值用 | 隔开", en: "write one <spec>; values that will do are separated by |")
          ])
        continue
      }
      let words = values.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
      if words.contains(""), let attribute = child["is"] {
        sink.error(
          "bad-value", attribute.span, zh: "is 里有一个值是空的", en: "one of the values of is is empty",
          help: [Message(zh: "值之间用一个 | 隔开，例如 白|蓝", en: "separate the values by one |, such as white|blue")])
        continue
      }
      result[name] = Array(Set(words)).sorted()
    }
    return result
  }

  func media(_ fields: Fields) -> [Requirement.Medium] {
    let media = fields.words("media").compactMap { word, span -> Requirement.Medium? in
      if let medium = Requirement.Medium(rawValue: word) { return medium }
      sink.error(
        "bad-value", span, zh: "media 不能是 '\(word)'", en: "media cannot be '\(word)'",
        help: suggestion(for: word, among: Requirement.Medium.allCases.map(\.rawValue)))
      return nil
    }
    return Requirement.Medium.allCases.filter(media.contains)
  }

  /// An attribute that is a word of the catalogue's own.
  func word(_ fields: Fields, _ attribute: String) -> String? {
    fields.element[attribute] == nil ? nil : fields.id(attribute)
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// A guide's own name for a paper that nobody declared to mean this evidence type.
  func checkNamesUsed() {
    for (words, evidence, span) in namesUsed {
      guard let type = catalogue.evidence[evidence] else { continue }
      let names = [type.name] + type.aliases
      if names.map(folded).contains(folded(words)) { continue }
      let other = catalogue.evidence.values.sorted { $0.id < $1.id }.first { other in
        ([other.name] + other.aliases).map(folded).contains(folded(words))
      }
      sink.error(
        "unreviewed-name", span, zh: "“\(words)”不是“\(type.name)”核定过的名称",
        en: "'\(words)' is no reviewed name of '\(evidence)'",
        notes: [Diagnostic.Note(Message(zh: "材料种类在这里", en: "the evidence type is here"), at: type.span)]
          + (other.map {
            [Diagnostic.Note(Message(zh: "“\($0.name)”叫这个名称", en: "'\($0.id)' has that name"), at: $0.span)]
          } ?? []),
        help: [
          Message(
            zh: "是同一种材料，就给它加 <alias>\(words)</alias>；不是，就改 evidence",
            en: "if it is the same paper, add <alias>\(words)</alias> to the evidence type; if not, correct evidence")
        ])
    }
  }

  /// Names are compared without spaces and in one width.
  private func folded(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where scalar.properties.isWhitespace == false {
      // Full-width forms stand 0xFEE0 above their ASCII twins.
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      if let narrow = Unicode.Scalar(value) { scalars.append(narrow) }
    }
    return String(scalars).lowercased()
  }
}
