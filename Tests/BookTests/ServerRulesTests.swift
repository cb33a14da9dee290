import Foundation
import Testing

@testable import Publishing

@Suite struct `Configurations for web servers` {
  private static func manifest(base: String?, hub: String? = nil) throws -> Manifest {
    var document: [String: Any] = [
      "schema": 1, "edition": "1", "date": "2026-01-01", "files": [] as [String],
    ]
    document["base"] = base
    document["hub"] = hub
    return try #require(Manifest(json: JSONSerialization.data(withJSONObject: document)))
  }

  private static func texts(_ folder: String, base: String?, hub: String? = nil) throws -> [String] {
    let rules = try ServerRules(manifest(base: base, hub: hub), folder: folder)
    return [NginxSnippet(rules).text, ApacheSnippet(rules).text]
  }

  @Test func `a book below a path, with its hub`() throws {
    let base = "https://www.example.gov.cn/yi.ben/"
    for text in try Self.texts("/var/www/portal/book/", base: base, hub: "https://hub.example.org/a%20b") {
      #expect(text.contains("\"/var/www/portal/book/\""))
      #expect(text.contains("rel=\"self\""))
      #expect(text.contains("application/feed+json"))
      #expect(text.contains("frame-ancestors 'self'"))
      // The dot of the path is a dot.
      #expect(text.contains("^/yi\\.ben/"))
    }
    let texts = try Self.texts("/var/www", base: base, hub: "https://hub.example.org/a%20b")
    #expect(texts[0].contains("<https://hub.example.org/a%20b>; rel=\"hub\""))
    // To Apache a per cent sign in a header is the beginning of something.
    #expect(texts[1].contains("<https://hub.example.org/a%%20b>; rel=\"hub\""))
  }

  @Test func `without an address there are no links, at the root no redirection`() throws {
    for text in try Self.texts("/var/www", base: nil) { #expect(!text.contains("Link '")) }
    let root = try Self.texts("/var/www", base: "https://www.example.gov.cn/")
    #expect(root[0].contains("location ^~ / {"))
    #expect(root[1].contains("DocumentRoot \"/var/www\""))
  }

  @Test func `braces and quotes close`() throws {
    for text in try Self.texts(
      "/srv/a b;}{/#c", base: "https://example.org/x/", hub: "https://hub.example.org/?a=b;c=d&e")
    {
      let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
      for line in lines { #expect(line.count { $0 == "\"" } % 2 == 0, "\(line)") }
      // What is quoted may hold anything.
      let bare = lines.joined(separator: "\n").replacing(/'[^'\n]*'|"[^"\n]*"/, with: "")
      #expect(bare.count { $0 == "{" } == bare.count { $0 == "}" })
      #expect(!bare.contains("/srv"))
    }
  }

  @Test(arguments: [
    "/var/\"www", "/var/'www", "/var/$uri", "/var/%{ENV}", "/var\\www", "/var/www\n}", "/var/`www`", "var/www", "",
  ]) func `a folder that would end a string, or begin a variable, is refused`(_ folder: String) throws {
    #expect(throws: ServerRules.Problem.folder(folder)) { try Self.texts(folder, base: nil) }
  }

  @Test(arguments: [
    "https://example.org/x", "https://example.org/{}/", "https://example.org/a;b/", "https://example.org/书/",
    "https://example.org/$x/", "http://example.org/", "https://example.org/a b/", "https://example.org/\n/",
  ]) func `so is an address`(_ base: String) throws {
    #expect(throws: ServerRules.Problem.base(base)) { try Self.texts("/var/www", base: base) }
  }
}
