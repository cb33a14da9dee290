import Markup
import Testing

extension LinkTests {
  @Test(arguments: [
    ("https://a.example/?p={page}&e={edition}", "https://a.example/?p=item%2Fone%3F%26%23&e=%E7%89%88%201"),
    ("https://a.example/{page}/{page}", "https://a.example/item%2Fone%3F%26%23/item%2Fone%3F%26%23"),
    ("https://a.example/plain", "https://a.example/plain"),
  ])
  func `a form's address is filled in, encoded`(template: String, text: String) {
    #expect(Link(template: template, filling: ["page": "item/one?&#", "edition": "版 1"])?.text == text)
  }

  @Test(arguments: [
    "https://a.example/{item}", "https://a.example/{page", "javascript:{page}", "https://{page}/", "mailto:{page}",
    "https://a.example/ {page}", "{page}",
  ])
  func `what cannot be filled in is no address`(template: String) {
    #expect(Link(template: template, filling: ["page": "x y", "edition": "1"]) == nil)
  }

  @Test func `a mail has a subject, encoded`() {
    #expect(
      Link(mail: "a.b+c@d.example", subject: "一 & 二?")?.text
        == "mailto:a.b%2Bc@d.example?subject=%E4%B8%80%20%26%20%E4%BA%8C%3F")
    for address in [
      "a", "a@", "@b.example", "a@b@c", "a b@c.example", "a?cc=x@b.example", "a@b.example?cc=d@e.example",
    ] {
      #expect(Link(mail: address, subject: "x") == nil, "\(address)")
    }
  }
}
