import Testing

@testable import Publishing

@Suite struct `Telling a hub` {
  @Test func `the topic is sent under both names, and cannot add a field`() {
    #expect(
      HubCall.form(topic: "https://example.org/book/feed.json")
        == "hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2Fbook%2Ffeed.json&hub.topic=https%3A%2F%2Fexample.org%2Fbook%2Ffeed.json"
    )
    #expect(HubCall.encoded("a b&c=d+e%f*-._~\n书") == "a+b%26c%3Dd%2Be%25f*-._%7E%0A%E4%B9%A6")
  }

  @Test func `three tries, with longer and longer pauses, then the hub is away`() {
    for answer in [HubCall.Answer.none, .status(500), .status(503), .status(429), .status(408)] {
      #expect(HubCall.verdict(on: answer, tries: 1) == .again(after: 1))
      #expect(HubCall.verdict(on: answer, tries: 2) == .again(after: 4))
      #expect(HubCall.verdict(on: answer, tries: 3) == .away)
    }
  }

  @Test func `what an answer means`() {
    for status in [200, 202, 204] { #expect(HubCall.verdict(on: .status(status), tries: 3) == .told) }
    for status in [301, 302, 307, 308] { #expect(HubCall.verdict(on: .status(status), tries: 1) == .away) }
    for status in [400, 401, 403, 404, 410] { #expect(HubCall.verdict(on: .status(status), tries: 1) == .refused) }
  }
}
