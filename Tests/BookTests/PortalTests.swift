import Foundation
import Testing

@testable import Publishing

@Suite struct `What stands at a portal` {
  /// An edition whose files have the given contents.
  static func edition(
    _ id: String, _ files: [String: String] = [:], hub: String? = "https://hub.example.org/"
  ) throws -> Manifest {
    let all = ["book.json": id, "index.html": id, "editions/\(id)/snapshot.json": id].merging(files) { $1 }
    let list = all.sorted { $0.key < $1.key }.map { Manifest.File(path: $0.key, bytes: Array($0.value.utf8)) }
    let encoded = (try? JSONEncoder().encode(list)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let hub = hub.map { "\"hub\":\"\($0)\"," } ?? ""
    let text = "{\"schema\":1,\"edition\":\"\(id)\",\"date\":\"2026-01-01\",\(hub)\"files\":\(encoded)}"
    return try #require(Manifest(json: Array(text.utf8)), "the sample is wrong: \(text)")
  }

  private static func published(_ editions: [Manifest], keeping count: Int = 2) -> Portal? {
    editions.reduce(nil) { Portal.publishing($1, at: $0, keeping: count) }
  }

  private static func whole(_ portal: Portal?) -> [String] {
    portal?.former.filter(\.isWhole).map(\.manifest.edition) ?? []
  }

  private static func former(_ portal: Portal?) -> [String] { portal?.former.map(\.manifest.edition) ?? [] }

  @Test func `the last ones stay whole, of older ones the records`() throws {
    let portal = try Self.published(["1", "2", "3", "4", "5"].map { try Self.edition($0) })
    #expect(portal?.current.edition == "5")
    #expect(Self.former(portal) == ["4", "3", "2", "1"])
    #expect(Self.whole(portal) == ["4", "3"])
    #expect(try Self.whole(Self.published(["1", "2"].map { try Self.edition($0) }, keeping: 0)) == [])
  }

  @Test func `publishing again changes nothing`() throws {
    let editions = try ["1", "2", "3"].map { try Self.edition($0) }
    let once = try #require(Self.published(editions))
    #expect(Portal.publishing(editions[2], at: once, keeping: 2) == once)
  }

  @Test func `an older edition can be published again; what it replaces becomes former`() throws {
    let editions = try ["1", "2", "3"].map { try Self.edition($0) }
    let portal = Self.published(editions + [editions[0]])
    #expect(portal?.current.edition == "1")
    #expect(Self.former(portal) == ["3", "2"])
  }

  @Test func `what lost its pages or was altered is not whole again`() throws {
    let editions = try ["1", "2", "3"].map { try Self.edition($0) }
    var portal = Self.published(editions, keeping: 1)
    #expect(Self.whole(portal) == ["2"])
    portal?.isWhole = false
    #expect(try Self.whole(Portal.publishing(Self.edition("4"), at: portal, keeping: 9)) == ["2"])
  }

  @Test func `every file comes from somewhere, once, and may stand here`() throws {
    let editions = try ["1", "2", "3", "4"].map { try Self.edition($0, ["feed.json": $0]) }
    var old: Portal?
    for edition in editions + [editions[1], editions[1]] {
      let next = Portal.publishing(edition, at: old, keeping: 1)
      let placements = next.placements(after: old)
      #expect(Set(placements.map(\.path)).count == placements.count)
      #expect(placements.allSatisfy { next.paths.contains($0.path) })
      for placement in placements {
        switch placement.source {
        case .edition(let path): #expect(edition[path] != nil || ["edition.json", "checkpoint"].contains(path))
        case .portal(let path): #expect(try #require(old).paths.contains(path), "\(path)")
        }
      }
      let required = Set(placements.filter { !$0.isOptional }.map(\.path))
      for former in next.former {
        let folder = "editions/\(former.manifest.edition)/"
        #expect(required.contains(folder + "edition.json"))
        #expect(required.contains(folder + "index.html") == former.isWhole)
        #expect(placements.contains { $0.path == folder + "snapshot.json" })
      }
      #expect(required.contains("editions/\(edition.edition)/edition.json"))
      old = next
    }
  }

  @Test func `the index names them all and is read back`() throws {
    let portal = try #require(try Self.published(["1", "2", "3", "4"].map { try Self.edition($0) }, keeping: 1))
    let listed = try #require(Portal.listed(in: portal.indexJSON))
    #expect(listed.map(\.edition) == ["3", "2", "1"])
    #expect(listed.map(\.isWhole) == [true, false, false])
    #expect(Portal.listed(in: Array("{}".utf8)) == nil)
  }

  // MARK: Who is told

  @Test func `a topic waits when its bytes are others, and until it was told`() throws {
    let one = try Self.edition(
      "1", ["feed.json": "a", "topic/guide/x.json": "a", "archive/1-100.json": "a", "other.json": "a"])
    let two = try Self.edition(
      "2", ["feed.json": "b", "topic/guide/x.json": "a", "archive/1-100.json": "b", "other.json": "b"])
    var portal = try #require(Self.published([one]))
    #expect(portal.waiting == ["feed.json", "topic/guide/x.json"])
    portal.waiting = []
    portal = Portal.publishing(two, at: portal, keeping: 2)
    #expect(portal.waiting == ["feed.json"])
    #expect(Portal.publishing(two, at: portal, keeping: 2).waiting == ["feed.json"])
    #expect(Portal.waiting(in: portal.waitingJSON) == ["feed.json"])
    #expect(Portal.waiting(in: Array("?".utf8)) == [])
    // What can no longer be subscribed to is not spoken of, nor is anything without a hub.
    #expect(try Portal.publishing(Self.edition("3"), at: portal, keeping: 2).waiting == [])
    #expect(
      try Portal.publishing(Self.edition("3", ["feed.json": "c"], hub: nil), at: portal, keeping: 2).waiting == [])
  }
}
