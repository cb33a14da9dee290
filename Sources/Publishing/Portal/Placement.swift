/// Where a file of a portal comes from when it is composed anew.
public struct Placement: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    /// The edition that is being published.
    case edition(String)
    /// The portal as it stands, which it is taken from as it is.
    case portal(String)
  }
  public var path: String
  public var source: Source
  /// Whether it may be missing.
  public var isOptional = false
}

extension Portal {
  /// Every file that is taken from somewhere: the current edition's at the root, then the former ones'. A path that the
  /// current edition fills itself is the current edition's.
  public func placements(after old: Portal?) -> [Placement] {
    var taken: Set<String> = []
    var placements: [Placement] = []
    func place(_ path: String, _ source: Placement.Source, isOptional: Bool = false) {
      guard taken.insert(path).inserted else { return }
      placements.append(Placement(path: path, source: source, isOptional: isOptional))
    }
    for file in current.files { place(file.path, .edition(file.path)) }
    place(Manifest.path, .edition(Manifest.path))
    place(Manifest.checkpoint, .edition(Manifest.checkpoint), isOptional: true)
    place(Portal.folder(of: current.edition) + Manifest.path, .edition(Manifest.path))
    for edition in former {
      let manifest = edition.manifest
      let folder = Portal.folder(of: manifest.edition)
      // What was current stands at the root; its records stood in its folder already.
      let root = old?.current.edition == manifest.edition ? "" : folder
      place(folder + Manifest.path, .portal(root + Manifest.path))
      if edition.isWhole {
        for file in manifest.files { place(folder + file.path, .portal(root + file.path)) }
        place(folder + Manifest.checkpoint, .portal(root + Manifest.checkpoint), isOptional: true)
      }
      for record in Portal.records { place(folder + record, .portal(folder + record), isOptional: true) }
    }
    return placements
  }
}
