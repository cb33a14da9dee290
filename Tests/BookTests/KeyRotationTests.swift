import CanonicalJSON
import Catalogue
import Foundation
import Testing

@testable import Editions
@testable import Handbook

/// Whoever keeps a publisher's key is told when it is another.
@Suite("Keys that change")
struct KeyRotationTests {
  private static let old = Data(repeating: 1, count: 32).base64EncodedString()
  private static let new = Data(repeating: 2, count: 32).base64EncodedString()

  private func files(_ keys: String...) -> [CatalogueFile] {
    RealPart.files.map { file in
      guard file.path == "book.xml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let key = keys.isEmpty ? "" : " key=\"\(keys.joined(separator: " "))\""
      return CatalogueFile(file.path, text.replacing("<feed ", with: "<feed\(key) "))
    }
  }

  private func fingerprint(_ key: String) throws -> String {
    try #require(Data(base64Encoded: key).flatMap { VerifyingKey($0) }).fingerprint
  }

  @Test("Each edition says which keys may sign it; other ones are told of once, with both, by what stands on paper")
  func rotated() throws {
    var editions = try TwoEditions(files(Self.old))
    let first = try #require(editions.history.ledger.items.first)
    #expect(first["_onebook"]?["keys"] == [.string(Self.old)])
    editions.files = files(Self.old, Self.new)
    let second = try editions.next()
    let told = second.log.newItems.filter { $0["_onebook"]?["kind"] == "key.rotated" }
    let item = try #require(told.first)
    #expect(told.count == 1)
    #expect(item["_onebook"]?["keysBefore"] == [.string(Self.old)])
    #expect(item["_onebook"]?["keys"] == [.string(Self.old), .string(Self.new)])
    #expect(item["_onebook"]?["severity"] == "critical")
    #expect(item["_onebook"]?["rev"] == 2)
    #expect(item["title"] == "签名的钥匙有变化")
    let (a, b) = (try fingerprint(Self.old), try fingerprint(Self.new))
    #expect(item["content_text"]?.text == "签名认的钥匙，指纹是 \(a)、\(b)，第一把在用。")
    // A subscriber takes it, and the edition after it.
    var follower = Follower()
    let taken = try follower.take(second.log.ledger.items) { [] }
    #expect(taken.allSatisfy { $0.verdict == .tell })
    // The same keys again are no news; without the old one, it is said to hold no more.
    editions = editions.publishing(second)
    #expect(try editions.next(edition: "2026.3").log.events.map(\.kind) == [.editionPublished])
    editions.files = files(Self.new)
    let third = try editions.next(edition: "2026.3").log.newItems.first
    #expect(third?["content_text"]?.text == "以后用指纹是 \(b) 的钥匙签名；不再认的，指纹是 \(a)。")
  }

  @Test("A first key is nothing to change; to sign no more is")
  func firstAndLast() throws {
    var editions = try TwoEditions(files())
    editions.files = files(Self.old)
    let second = try editions.next()
    #expect(second.log.events.map(\.kind) == [.editionPublished])
    editions = editions.publishing(second)
    editions.files = files()
    let third = try #require(try editions.next(edition: "2026.3").log.newItems.first)
    #expect(third["_onebook"]?["kind"] == "key.rotated")
    #expect(third["_onebook"]?["keys"] == nil)
    #expect(third["content_text"]?.text?.hasPrefix("以后不签名；不再认的，指纹是 ") == true)
  }
}
