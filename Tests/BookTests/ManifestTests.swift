import Foundation
import Handbook
import Testing

@testable import Publishing

@Suite struct `What lists the files of an edition` {
  /// A manifest as its file has it, with one thing other than it should be.
  private static func text(
    schema: Int = 1, edition: String = "2026.1", date: String = "2026-11-24", hub: String? = nil,
    paths: [String] = ["a/b.html", "book.json"], hash: String = String(repeating: "a", count: 64), size: Int = 3
  ) -> [UInt8] {
    let files = paths.map { ["path": $0, "sha256": hash, "size": size] as [String: Any] }
    var document: [String: Any] = ["schema": schema, "edition": edition, "date": date, "files": files]
    if let hub { document["hub"] = hub }
    return Array((try? JSONSerialization.data(withJSONObject: document)) ?? Data())
  }

  @Test func `every file stands in it, with its size and hash, and it not in itself`() throws {
    let edition = try #require(RealBook.edition)
    let file = edition.manifest(edition.files + [OutputFile(path: "checkpoint", bytes: [1])])
    let manifest = try #require(Manifest(json: file.bytes))
    #expect(file.path == "edition.json")
    #expect(manifest.files.map(\.path) == edition.files.map(\.path).sorted())
    #expect(manifest.edition == edition.handbook.edition)
    let book = try #require(edition.files.first { $0.path == "book.json" })
    #expect(manifest["book.json"] == Manifest.File(path: "book.json", bytes: book.bytes))
    #expect(edition.manifest(edition.files.reversed()).bytes == edition.manifest(edition.files).bytes)
  }

  @Test func `the hash is SHA-256`() {
    // FIPS 180-2, appendix B.1.
    let file = Manifest.File(path: "x", bytes: Array("abc".utf8))
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(file.size == 3)
  }

  @Test func `one that is sound is read`() throws {
    let manifest = try #require(Manifest(json: Self.text(hub: "https://hub.example.org/")))
    #expect(Manifest(json: manifest.json) == manifest)
    #expect(Manifest(json: Self.text(edition: "2026年第1版")) != nil)
  }

  @Test(arguments: [
    "../x", "/x", "a//b", "a/", "", ".x", "a/.x", "a/../b", "a\\b", "a\nb", "edition.json", "checkpoint",
    "editions/index.json",
  ]) func `a path that leads elsewhere, hides or is another's is refused`(_ path: String) {
    #expect(Manifest(json: Self.text(paths: [path])) == nil)
  }

  @Test func `so is everything else that is not of the right form`() {
    #expect(Manifest(json: Self.text(schema: 2)) == nil)
    for edition in ["", ".", "..", ".x", "a/b", "a b", "a\nb", "index.json", "a%2f", String(repeating: "1", count: 81)]
    {
      #expect(Manifest(json: Self.text(edition: edition)) == nil, "\(edition)")
    }
    #expect(Manifest(json: Self.text(date: "24.11.2026")) == nil)
    #expect(Manifest(json: Self.text(hub: "http://hub.example.org/")) == nil)
    #expect(Manifest(json: Self.text(paths: ["a", "a"])) == nil)
    #expect(Manifest(json: Self.text(hash: String(repeating: "A", count: 64))) == nil)
    #expect(Manifest(json: Self.text(hash: "a")) == nil)
    #expect(Manifest(json: Self.text(size: -1)) == nil)
    #expect(Manifest(json: Array("[]".utf8)) == nil)
    #expect(Manifest(json: [UInt8]()) == nil)
  }
}
