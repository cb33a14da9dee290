/// The documents of an edition that one can subscribe to. The archive is none: what stands there never changes.
public struct FeedDocuments: Sendable {
  /// Sorted.
  public let paths: [String]
  private let manifest: Manifest

  public init(_ manifest: Manifest) {
    self.manifest = manifest
    paths = manifest.files.map(\.path).filter(FeedDocuments.isTopic)
  }

  static func isTopic(_ path: String) -> Bool {
    ["feed.json", "guides.json", "atom.xml"].contains(path) || path.hasPrefix("topic/") && path.hasSuffix(".json")
  }

  /// Those whose bytes are others than at another edition; all, where there was none.
  public func changed(since old: Manifest?) -> [String] {
    let before = Dictionary((old?.files ?? []).map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return manifest.files.filter { FeedDocuments.isTopic($0.path) && before[$0.path] != $0.sha256 }.map(\.path)
  }
}
