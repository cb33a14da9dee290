import CanonicalJSON
import Catalogue
import Foundation
import Hexadecimal
import Testing

@testable import Editions

@Suite("The ledger")
struct LedgerTests {
  private static func items() throws -> [JSONValue] { try #require(Vectors.value("items").elements) }

  private static func ledger() throws -> Ledger {
    var ledger = Ledger()
    for item in try items() { try ledger.add(item) }
    return ledger
  }

  @Test("F-21 every hash and the chain are those of the vectors")
  func chain() throws {
    let items = try Self.items()
    #expect(items.map(Ledger.hash) == (try Vectors.value("chain").elements ?? []).compactMap(\.text))
    let ledger = try Self.ledger()
    #expect(ledger.lastSequence == 2)
    #expect(ledger.head == items.last?["_onebook"]?["hash"]?.text)
    #expect(try Ledger(reading: ledger.bytes) == ledger)
  }

  @Test("The id of an event is that of the vectors")
  func identity() throws {
    let core = try Vectors.value("core")
    #expect(Fingerprint.hex(core) == (try Vectors.value("coreCanonicalSha256").text))
    #expect(Event.id(ofCore: core) == (try Vectors.value("eventId").text))
  }

  @Test(
    "An event is what it tells of whom, between which editions, from when; how much it matters and in what words is not"
  )
  func core() {
    typealias Edit = (inout Event) -> Void
    let event = Event(
      .guideWithdrawn, .init(.guide, "a"), revision: 2, editionFrom: "1", editionTo: "2", effectiveFrom: Day(number: 9),
      severity: .major, reason: .organisational, published: Day(number: 8))
    func id(_ edit: Edit) -> String {
      var copy = event
      edit(&copy)
      return copy.id(publisher: "p")
    }
    let others: [Edit] = [
      { $0.kind = .guideAdded }, { $0.subject = .init(.guide, "b") }, { $0.subject = .init(.scenario, "a") },
      { $0.editionFrom = "0" }, { $0.editionTo = "3" }, { $0.effectiveFrom = Day(number: 10) }, { $0.notice = "n" },
      { $0.supersedes = ["x"] },
    ]
    let same: [Edit] = [
      { $0.revision = 3 }, { $0.severity = .critical }, { $0.reason = .dataFix }, { $0.published = Day(number: 7) },
      { $0.advice = "x" }, { $0.topics = ["agency/a"] },
    ]
    #expect(Set(others.map(id) + [event.id(publisher: "p"), event.id(publisher: "q")]).count == others.count + 2)
    #expect(same.allSatisfy { id($0) == event.id(publisher: "p") })
  }

  @Test("F-22 one byte changed is found, at its event")
  func altered() throws {
    let bytes = try Self.ledger().bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let altered = text.replacing("本事项停用", with: "本事项停办")
    try #require(altered != text)
    #expect(throws: Ledger.Problem(kind: .altered, line: 2)) { try Ledger(reading: altered.utf8) }
  }

  @Test("A ledger with a gap, a repeated line, another order or a line that is none is refused, at its line")
  func broken() throws {
    let lines = String(decoding: try Self.ledger().bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    func read(_ lines: [String]) throws(Ledger.Problem) -> Ledger {
      try Ledger(reading: lines.joined(separator: "\n").utf8)
    }
    #expect(throws: Ledger.Problem(kind: .sequence(expected: 1), line: 1)) { try read([lines[1]]) }
    #expect(throws: Ledger.Problem(kind: .sequence(expected: 2), line: 2)) { try read([lines[0], lines[0]]) }
    #expect(throws: Ledger.Problem(kind: .unreadable, line: 2)) { try read([lines[0], "{}"]) }
    #expect(throws: Ledger.Problem(kind: .unreadable, line: 1)) { try read([" " + lines[0]]) }
    #expect(throws: Ledger.Problem(kind: .unreadable, line: 2)) { try read([lines[0], String(lines[1].dropLast(9))]) }
  }

  @Test("An event that follows another one is refused")
  func fork() throws {
    var ledger = Ledger()
    var item = try Self.items()[1]
    item["_onebook"]?["seq"] = 1
    #expect(throws: Ledger.Problem(kind: .chain, line: 1)) { try ledger.add(item) }
  }

  @Test("F-24 a text that was removed: the chain holds by the hash that was told")
  func redacted() throws {
    var items = try Self.items()
    items[0]["_onebook"]?["advice"] = "打电话给经办人。"
    let hash = Ledger.hash(of: items[0])
    items[0]["_onebook"]?["hash"] = .string(hash)
    var ledger = Ledger()
    try ledger.add(items[0])
    let head = ledger.head
    let id = try #require(ledger.items[0]["id"]?.text)
    ledger.redact(id, "本条内容已依法删去。", by: "https://example.gov.cn/onebook/e/x")
    let read = try Ledger(reading: ledger.bytes)
    #expect(read.items[0]["content_text"]?.text == "本条内容已依法删去。")
    #expect(read.items[0]["_onebook"]?["changes"] == [])
    #expect(read.items[0]["_onebook"]?["advice"] == nil)
    #expect(read.head == head)
  }
}

@Suite("Signatures")
struct SignatureTests {
  private static func key() throws -> VerifyingKey {
    let hex = try #require(Vectors.value("publicKeyHex").text)
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    return try #require(VerifyingKey(bytes))
  }
  private static let name = "example.gov.cn/onebook/feed"

  @Test("F-23 the checkpoint of the vectors is signed by their key; another key, another name or another text is not")
  func vector() throws {
    let text = try #require(Vectors.value("checkpoint").text)
    let note = try #require(SignedNote(reading: text.utf8))
    let key = try Self.key()
    #expect(note.isSigned(by: Self.name, key))
    #expect(!note.isSigned(by: Self.name, SigningKey().verifying))
    #expect(!note.isSigned(by: "example.gov.cn/other", key))
    var other = note
    other.text = note.text.replacing("\n2\n", with: "\n3\n")
    #expect(!other.isSigned(by: Self.name, key))
    #expect(String(decoding: note.bytes, as: UTF8.self) == text)
    #expect(key.keyID(Self.name).hexadecimal == (try Vectors.value("keyIdHex").text))
  }

  @Test("The checkpoint says how many events there are and which is the newest")
  func checkpoint() throws {
    let text = try #require(Vectors.value("checkpoint").text)
    let note = try #require(SignedNote(reading: text.utf8))
    let checkpoint = try #require(Checkpoint(note.text))
    #expect(checkpoint.lastSequence == 2)
    #expect(checkpoint.head == (try Vectors.value("chain").elements?.last?.text))
    #expect(checkpoint.manifest == nil)
    #expect(checkpoint.text == note.text)
    let more = Checkpoint(origin: "a/feed", lastSequence: 7, head: Ledger.noHash, manifest: Ledger.noHash)
    #expect(Checkpoint(more.text) == more)
  }

  @Test("What was signed here verifies, and two signatures stand side by side while one key follows another")
  func rotation() throws {
    let (old, new) = (SigningKey(), SigningKey())
    var note = SignedNote(text: Checkpoint(origin: Self.name, lastSequence: 1, head: Ledger.noHash).text)
    try note.sign(Self.name, with: old)
    try note.sign(Self.name, with: new)
    let read = try #require(SignedNote(reading: note.bytes))
    #expect(read.isSigned(by: Self.name, old.verifying) && read.isSigned(by: Self.name, new.verifying))
    #expect(old.verifying.fingerprint.split(separator: " ").map(\.count) == [4, 4, 4, 4, 4])
  }

  @Test("What is no signed note is none", arguments: ["", "text", "text\n\nno signature\n", "text\n\n— name AAAA\n"])
  func noNote(text: String) { #expect(SignedNote(reading: text.utf8) == nil) }
}
