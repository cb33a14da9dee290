internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func policy(_ element: Element) -> Policy {
    let fields = Fields(element, sink, children: ["raise", "accept"])
    var policy = Policy()
    policy.raised = fields.children("raise").compactMap { child in
      Fields(child, sink, attributes: ["id"]).required("id").map { Policy.Raise(id: $0, span: child.span) }
    }
    policy.accepted = fields.children("accept").compactMap { child in
      let accept = Fields(child, sink, attributes: ["id", "file"])
      guard let id = accept.required("id") else { return nil }
      return Policy.Acceptance(id: id, file: accept.text("file"), reason: accept.content(), span: child.span)
    }
    return policy
  }
}
