import Foundation

/// What stands at a portal: the current edition at its root and the former ones under `editions/`.
public struct Portal: Hashable, Sendable {
  public struct Former: Hashable, Sendable {
    public var manifest: Manifest
    /// With all its pages; else only its records are there.
    public var isWhole: Bool

    public init(manifest: Manifest, isWhole: Bool) {
      self.manifest = manifest
      self.isWhole = isWhole
    }
  }

  public var current: Manifest
  /// The one that was published last comes first.
  public var former: [Former]
  /// Feed documents that have changed and of which the hub has not been told yet.
  public var waiting: [String]
  /// Whether the current edition's files are what its manifest says; if not, it is not kept as a whole.
  public var isWhole = true

  public init(current: Manifest, former: [Former], waiting: [String], isWhole: Bool = true) {
    self.current = current
    self.former = former
    self.waiting = waiting
    self.isWhole = isWhole
  }

  /// Lists the editions, for everybody.
  public static let index = "editions/index.json"
  /// Keeps what is waiting; nobody is served it.
  public static let waitingFile = ".onebook-hub.json"
  /// What of every edition stays for ever, in its folder.
  public static let records = [Manifest.path, "snapshot.json", "changes.json", "pages.json"]

  public static func folder(of edition: String) -> String { "editions/\(edition)/" }

  /// What was published under this id.
  public func manifest(of edition: String) -> Manifest? {
    current.edition == edition ? current : former.first { $0.manifest.edition == edition }?.manifest
  }

  /// Every file that may stand here. Anything else is not ours.
  public var paths: Set<String> {
    var paths: Set<String> = [Portal.index, Portal.waitingFile, Portal.waitingFile + ".new"]
    func add(_ manifest: Manifest, in folder: String) {
      paths.formUnion((manifest.files.map(\.path) + Manifest.unlisted).map { folder + $0 })
    }
    func addRecords(_ edition: String) { paths.formUnion(Portal.records.map { Portal.folder(of: edition) + $0 }) }
    add(current, in: "")
    addRecords(current.edition)
    for edition in former {
      addRecords(edition.manifest.edition)
      if edition.isWhole { add(edition.manifest, in: Portal.folder(of: edition.manifest.edition)) }
    }
    return paths
  }

  // MARK: The next one

  /// The portal once an edition is published at it: what was current becomes former, and of all but the last `count`
  /// former ones only the records stay. Nothing becomes former by being published again.
  public static func publishing(_ edition: Manifest, at old: Portal?, keeping count: Int) -> Portal {
    let before = old.map { [Former(manifest: $0.current, isWhole: $0.isWhole)] + $0.former } ?? []
    let former = before.filter { $0.manifest.edition != edition.edition }
    let feeds = FeedDocuments(edition)
    let changed = Set(feeds.changed(since: old?.current)).union(old?.waiting ?? [])
    return Portal(
      current: edition,
      former: former.enumerated().map { Former(manifest: $1.manifest, isWhole: $1.isWhole && $0 < count) },
      waiting: edition.hub == nil ? [] : feeds.paths.filter(changed.contains))
  }
}

/// `editions/index.json`.
struct PortalIndex: Codable {
  struct Entry: Codable {
    var edition: String
    var date: String
    /// Where its pages are, from this file; absent = they are not kept.
    var pages: String?
    var record: String
  }
  var schema = 1
  /// The current one, then the former ones, the last published first.
  var editions: [Entry]
}

extension Portal {
  public var indexJSON: [UInt8] {
    func entry(_ manifest: Manifest, _ pages: String?) -> PortalIndex.Entry {
      PortalIndex.Entry(
        edition: manifest.edition, date: manifest.date, pages: pages, record: "\(manifest.edition)/\(Manifest.path)")
    }
    return json(
      PortalIndex(
        editions: [entry(current, "../")]
          + former.map { entry($0.manifest, $0.isWhole ? "\($0.manifest.edition)/" : nil) }))
  }

  /// Which former editions an index lists and which of them are whole; `nil` unless it is an index.
  public static func listed(in index: some Sequence<UInt8>) -> [(edition: String, isWhole: Bool)]? {
    guard let read = try? JSONDecoder().decode(PortalIndex.self, from: Data(index)), read.schema == 1,
      read.editions.allSatisfy({ Manifest.isFolderName($0.edition) })
    else { return nil }
    return read.editions.dropFirst().map { ($0.edition, $0.pages != nil) }
  }

  private struct Waiting: Codable {
    var schema = 1
    var topics: [String]
  }

  public var waitingJSON: [UInt8] { json(Waiting(topics: waiting)) }

  /// Empty unless it is such a file: a lost note costs a message, not a publication.
  public static func waiting(in file: some Sequence<UInt8>) -> [String] {
    (try? JSONDecoder().decode(Waiting.self, from: Data(file)))?.topics ?? []
  }
}
