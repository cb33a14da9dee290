import Testing

@testable import Catalogue

@Suite struct `Addresses that go into configurations and headers` {
  @Test(arguments: [
    "https://hub.example.org", "https://hub.example.org/", "https://hub.example.org:8443/a/b?x=1&y=%20",
    "http://127.0.0.1:9000/hub", "http://localhost/hub",
  ]) func `a hub is an https address or on this machine`(_ text: String) { #expect(FeedSettings.isHub(text)) }

  @Test(arguments: [
    "", "hub.example.org", "http://hub.example.org/", "ftp://hub.example.org/", "https://", "https:///x",
    "https://hub..org/", "https://-hub.org/", "https://hub.org:0/", "https://hub.org:99999/", "https://hub.org:1:2/",
    "https://me@hub.org/", "https://hub.org/ x", "https://hub.org/\"", "https://hub.org/'", "https://hub.org/$uri",
    "https://hub.org/\\", "https://hub.org/{x}", "https://hub.org/<x>", "https://hub.org/#x", "https://hub.org/%2",
    "https://hub.org/%zz", "https://hub.org/\r\nX-Evil: 1", "https://中转站.example.org/", "https://hub.org#x",
    "http://127.0.0.1.example.org/", "http://localhost@example.org/", "https://hub.org/`x`", "https://hub.org/(x)",
  ]) func `nothing else is`(_ text: String) { #expect(!FeedSettings.isHub(text)) }

  @Test func `a publisher is a domain turned round`() {
    for text in ["cn.example.county.traffic", "org.example", "cn.x-1.2"] { #expect(FeedSettings.isPublisher(text)) }
    for text in ["", "example", ".example", "example.", "a..b", "-a.b", "a.b-", "a b.c", "某.县", "a.b\n"] {
      #expect(!FeedSettings.isPublisher(text), "\(text)")
    }
  }

  @Test func `a folder has nothing in its path that a server could read otherwise`() {
    for path in ["/", "/book/", "/a-b/c_d~e.f/"] { #expect(WebAddress("https://example.org" + path)?.isFolder == true) }
    for path in ["", "/book", "/a//b/", "/./", "/../", "/a/../b/", "/%2e/", "/a;b/", "/a?b/", "/.git/", "/a*/"] {
      #expect(WebAddress("https://example.org" + path)?.isFolder != true, "\(path)")
    }
  }
}
