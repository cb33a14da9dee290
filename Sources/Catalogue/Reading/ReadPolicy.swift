internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func policy(_ element: Element) -> Policy {
    let fields = Fields(element, sink, attributes: ["source"], children: ["raise", "accept"])
    var policy = Policy()
    if let address = fields.text("source"), let attribute = element["source"] {
      if address.hasPrefix("https://"), address.contains("{path}"), address.contains("{line}") {
        policy.source = address
      } else {
        sink.error(
          "bad-check-source", attribute.span, zh: "source 要以 https:// 开头，写有 {path} 和 {line}",
          en: "source must be an https address with {path} and {line}",
          help: [
            Message(
              zh: "例如 https://git.example.gov.cn/book/services/{path}#L{line}；没有就不写",
              en: "such as https://git.example.org/book/services/{path}#L{line}; leave it out if there is none")
          ])
      }
    }
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
