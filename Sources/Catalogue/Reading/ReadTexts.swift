internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// Collects what the book prints of a file: official names, legal gists and everything a machine reads are not among
  /// it.
  func texts(of root: Element) {
    let named = ["item", "scenario", "evidence"]
    var open = [(element: root, parent: "", owner: PageText.Owner(element: root.name, id: nil))]
    while let (element, parent, outer) = open.popLast() {
      var owner = outer
      if named.contains(element.name), let id = element["id"]?.value {
        owner = PageText.Owner(element: element.name, id: id)
      }
      if let role = role(of: element, in: parent), !element.text.isEmpty {
        catalogue.texts.append(
          PageText(owner: owner, role: role, element: element.name, text: element.text, span: element.textSpan))
      }
      for attribute in element.attributes {
        guard let role = roles["\(element.name)@\(attribute.name)"], !attribute.value.isEmpty else { continue }
        catalogue.texts.append(
          PageText(owner: owner, role: role, element: element.name, text: attribute.value, span: attribute.span))
      }
      open += element.children.reversed().map { ($0, element.name, owner) }
    }
  }

  private func role(of element: Element, in parent: String) -> PageText.Role? {
    if element.name == "note", element["for"]?.value == "staff" { return .staff }
    if element.name == "note", parent == "requirement" { return .requirement }
    // What is sent, and what is said of it: `title` and `next` stand elsewhere too.
    if ["neutral", "stage", "message", "wechat"].contains(parent) { return .message }
    return roles[element.name]
  }
}

/// By element, or `element@attribute`.
private let roles: [String: PageText.Role] = [
  "a": .prose, "advice": .prose, "agent": .line, "ask": .situation, "audience": .line, "before": .line,
  "bulletin": .prose, "retraction": .prose, "transition": .prose,
  "condition": .condition, "deadline": .line, "detail": .line, "dossier": .prose, "excluding": .line,
  "fact@ask": .situation,
  "fact@note": .prose, "fee": .prose, "get": .line, "handover": .line, "hotline": .line, "impossible": .prose,
  "law": .staff, "lookup": .line, "message": .message, "note": .prose, "online": .line, "option": .situation,
  "option@when-text": .situation, "output": .line, "pitfall": .line, "preface": .prose, "q": .situation,
  "question@ask": .situation, "question@note": .prose, "reason": .staff, "refusal": .line, "requirement": .requirement,
  "row": .line, "step": .step, "story": .story, "summary": .line, "term": .prose, "time": .line, "validity": .line,
  "wait": .line, "waiver": .requirement, "who": .line,
]
