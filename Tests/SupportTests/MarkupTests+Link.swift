import Markup
import Testing

/// Addresses: what can be made, how it is written, and how a page refers to another.
struct LinkTests {
  @Test(arguments: [
    ("guides/a.html", "guides/a.html"),
    ("/style.css", "style.css"),
    ("//evil.example/x", "evil.example/x"),
    ("guides/新车.html", "guides/%E6%96%B0%E8%BD%A6.html"),
    ("a b?c#d&e'f\"g\\h", "a%20b%3Fc%23d%26e%27f%22g%5Ch"),
    ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ("100%", "100%25"),
    ("a/./b/../c", "a/c"), ("a/../\u{301}", "%CC%81"), ("../x", "../x"), ("a/..", "./"), ("a/b/..", "a/"),
    ("guides/", "guides/"), ("", "./"),
  ])
  func `a path is encoded and stays a path`(path: String, text: String) {
    #expect(Link(path: path).text == text)
  }

  @Test(arguments: [
    ("guides/a.html", "index.html", "guides/a.html"),
    ("style.css", "guides/a.html", "../style.css"),
    ("guides/b.html", "guides/a.html", "b.html"),
    ("items/b.html", "guides/2026/a.html", "../../items/b.html"),
    ("a/b/c.html", "a/x/y.html", "../b/c.html"),
    ("新/b.html", "新/a.html", "b.html"),
    ("guides/", "guides/a.html", "./"),
    ("", "guides/a.html", "../"),
    ("guides/a.html", "guides/a.html", "a.html"),
    ("guides/a", "guides/a/b", "../a"),
  ])
  func `a page refers to another from where it stands`(target: String, page: String, text: String) {
    #expect(Link(path: target).relative(from: page).text == text)
  }

  @Test func `fragments are places in a page`() {
    #expect(Link(fragment: "第 1 步").text == "#%E7%AC%AC%201%20%E6%AD%A5")
    let place = Link(path: "guides/a.html", fragment: "steps")
    #expect(place.text == "guides/a.html#steps")
    #expect(place.relative(from: "index.html").text == "guides/a.html#steps")
    #expect(place.relative(from: "guides/a.html").text == "#steps")
    #expect(Link(fragment: "x").relative(from: "guides/a.html") == Link(fragment: "x"))
  }

  @Test(arguments: [
    ("https://example.org", "https://example.org"),
    ("HTTP://example.org:8080/a?b=c&d#e", "http://example.org:8080/a?b=c&d#e"),
    ("https://example.org/办事?问=1", "https://example.org/%E5%8A%9E%E4%BA%8B?%E9%97%AE=1"),
    ("https://[::1]/%E5%8A", "https://[::1]/%E5%8A"),
  ])
  func `an address elsewhere is http or https`(address: String, text: String) {
    #expect(Link(absolute: address)?.text == text)
    #expect(Link(absolute: address)?.relative(from: "a/b") == Link(absolute: address))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript://x/%0Aalert(1)", " https://a.b", "java\nscript:x", "data:text/html,x",
    "file:///etc/passwd", "//a.b", "a.html", "", "https", "https:", "https:a.b",
    "https://", "https:///a", "https://:80",
    "https://a.b@c.d/", "https://a.b/ c", "https://a.b/\\c", "https://a.b/\"", "https://a.b/<", "https://a.b/%",
    "https://a.b/%zz",
    "https://例.cn/", "https://a.b\n/", "https://a.b/\u{0}",
  ])
  func `anything else is refused`(address: String) {
    #expect(Link(absolute: address) == nil)
  }

  @Test func `telephone numbers hold digits`() {
    #expect(Link(phone: "12123")?.text == "tel:12123")
    #expect(Link(phone: "+86 0571-1234 5678")?.text == "tel:+86057112345678")
    for text in ["", "+", "12a", "1+2", "１２", "12;x", "12\"", "未提供"] { #expect(Link(phone: text) == nil) }
  }

  @Test func `a link is escaped where it is written`() {
    let link = Link(absolute: "https://example.org/?a=1&b='2'")
    let markup: Markup = "<a href='\(link.map { "\($0)" })'/>"
    #expect(markup.string == "<a href='https://example.org/?a=1&amp;b=&#39;2&#39;'/>")
  }
}
