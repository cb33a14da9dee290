internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// `<feedback mail="…"/>` or `<feedback href="https://…{page}…{edition}…"/>`.
  func feedback(_ element: Element) -> Feedback? {
    let fields = Fields(element, sink, attributes: ["mail", "href"])
    switch (element["mail"], element["href"]) {
    case (let mail?, nil):
      guard fields.text("mail") != nil else { return nil }
      if let feedback = Feedback(mail: mail.value) { return feedback }
      sink.error(
        "bad-feedback", mail.span, zh: "'\(mail.value)' 不是邮箱地址", en: "'\(mail.value)' is not an address for mail",
        help: [Message(zh: "只写地址，例如 book@example.gov.cn", en: "write the address alone, such as book@example.org")])
    case (nil, let href?):
      guard fields.text("href") != nil else { return nil }
      if let feedback = Feedback(form: href.value) { return feedback }
      sink.error(
        "bad-feedback", href.span, zh: "href 要是 https 网址，主机名后面写有 {page} 和 {edition}",
        en: "href must be an https address with {page} and {edition} after its host",
        help: [
          Message(
            zh: "例如 https://www.example.gov.cn/say?page={page}&amp;edition={edition}；除了这两处，不能再有花括号",
            en: "such as https://www.example.org/say?page={page}&amp;edition={edition}, with no other braces")
        ])
    default:
      sink.error(
        "bad-feedback", element.span, zh: "<feedback> 要写 mail 或 href，只写一样",
        en: "<feedback> has either mail or href",
        help: [Message(zh: "邮箱写 mail，网页写 href", en: "mail for an address, href for a page")])
    }
    return nil
  }
}
