import Foundation
import Publishing

/// A portal's document root, as it stands and as it is composed anew.
struct PublishedFolder {
  let swap: FolderSwap
  /// As the user named it.
  let path: String
  /// What stands there; `nil` = nothing yet.
  let portal: Portal?
  /// What the current edition's files really are, by path; those that are not what they should be are left out.
  private let intact: [String: Manifest.File]
  /// Former editions that are no longer whole although they should be, and the current one if it is not.
  let damaged: [String]

  /// - Throws: `PublicationProblem` when something stands there that was not published.
  init(_ swap: FolderSwap, path: String) throws(PublicationProblem) {
    self.swap = swap
    self.path = path
    let root = swap.target
    guard swap.exists else { (portal, intact, damaged) = (nil, [:], []); return }
    guard FileTree.isFolder(root) else { throw .inTheWay(path) }
    let found = FileTree.files(in: root)
    guard let first = found.first else { (portal, intact, damaged) = (nil, [:], []); return }
    func name(_ file: String) -> String { (path.hasSuffix("/") ? path : path + "/") + file }
    func data(_ file: String) -> Data? {
      let url = root.appendingPathComponent(file)
      return FileTree.isFile(url) ? try? Data(contentsOf: url) : nil
    }
    guard let current = data(Manifest.path).flatMap({ Manifest(json: $0) }) else { throw .inTheWay(name(first)) }
    let listed = data(Portal.index).flatMap { Portal.listed(in: $0) } ?? []
    var portal = Portal(
      current: current,
      former: listed.compactMap { edition, isWhole in
        let manifest = data(Portal.folder(of: edition) + Manifest.path).flatMap { Manifest(json: $0) }
        return manifest.map { Portal.Former(manifest: $0, isWhole: isWhole) }
      }, waiting: data(Portal.waitingFile).map { Portal.waiting(in: $0) } ?? [])
    let ours = portal.paths
    if let foreign = found.first(where: { !ours.contains($0) }) { throw .inTheWay(name(foreign)) }

    func whole(_ manifest: Manifest, in folder: String) -> [String: Manifest.File] {
      let files = manifest.files.filter { FileTree.holds($0, root.appendingPathComponent(folder + $0.path)) }
      return Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let intact = whole(current, in: "")
    portal.isWhole = intact.count == current.files.count
    var damaged = portal.isWhole ? [] : [current.edition]
    for (index, former) in portal.former.enumerated() where former.isWhole {
      let manifest = former.manifest
      guard whole(manifest, in: Portal.folder(of: manifest.edition)).count < manifest.files.count else { continue }
      portal.former[index].isWhole = false
      damaged.append(manifest.edition)
    }
    (self.portal, self.intact, self.damaged) = (portal, intact, damaged)
  }

  /// What differs for a reader between the edition that stands there and another.
  func changes(to edition: Manifest) -> (new: Int, changed: Int, gone: Int, same: Int) {
    let paths = Set(edition.files.map(\.path))
    let before = Set(portal?.current.files.map(\.path) ?? [])
    let same = edition.files.count { intact[$0.path] == $0 }
    let new = paths.subtracting(before).count
    return (new, edition.files.count - new - same, before.subtracting(paths).count, same)
  }

  /// Puts the next state in the place of this one.
  func replace(with next: Portal, from edition: VerifiedEdition) throws {
    let stamp = self.stamp
    let listed = Dictionary(edition.manifest.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    try swap.replace(isLasting: true) { fresh in
      let root = swap.target
      for placement in next.placements(after: portal) {
        let place = fresh.appendingPathComponent(placement.path)
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch placement.source {
        case .portal(let path):
          let old = root.appendingPathComponent(path)
          if placement.isOptional, !FileTree.isFile(old) { continue }
          try keep(old, as: place)
        case .edition(let path):
          if let file = listed[path] {
            if intact[path] == file { try keep(root.appendingPathComponent(path), as: place); continue }
            let data = try Data(contentsOf: edition.folder.appendingPathComponent(path))
            guard Manifest.File(path: path, bytes: data) == file else { throw FileProblem(.unreadable, path) }
            try write(data, to: place, stamp)
          } else if let data = path == Manifest.path ? Data(edition.record) : edition.checkpoint {
            try keepOrWrite(data, placement.path, in: fresh, stamp)
          }
        }
      }
      try keepOrWrite(Data(next.indexJSON), Portal.index, in: fresh, stamp)
      if !next.waiting.isEmpty {
        try write(Data(next.waitingJSON), to: fresh.appendingPathComponent(Portal.waitingFile), stamp)
      }
    }
  }

  /// Notes which topics are still waiting, unless somebody has published something else since: then all of them wait.
  static func note(_ portal: Portal, of edition: VerifiedEdition, in swap: FolderSwap) throws(FileProblem) {
    let lock = try swap.alone {}
    defer { withExtendedLifetime(lock) {} }
    let record = swap.target.appendingPathComponent(Manifest.path)
    guard (try? Data(contentsOf: record)) == Data(edition.record) else { return }
    let file = swap.target.appendingPathComponent(Portal.waitingFile)
    guard !portal.waiting.isEmpty else {
      try? FileManager.default.removeItem(at: file)
      return
    }
    let new = swap.target.appendingPathComponent(Portal.waitingFile + ".new")
    guard (try? Data(portal.waitingJSON).write(to: new)) != nil else { return }
    _ = unsafe rename(new.path, file.path)
  }

  // MARK: Files

  /// The time of every file that is written now: a whole second after all that was ever published here, so that an ETag or a
  /// `Last-Modified` made of the time never stands for two contents.
  private var stamp: Int {
    let latest = FileTree.files(in: swap.target).compactMap { FileTree.second(swap.target.appendingPathComponent($0)) }
    return max(Int(Date().timeIntervalSince1970), (latest.max() ?? -1) + 1)
  }

  private func write(_ data: Data, to place: URL, _ stamp: Int) throws {
    try data.write(to: place)
    let time = Date(timeIntervalSince1970: TimeInterval(stamp))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: place.path)
  }

  /// The old file itself, with its time; a copy of it where links are not possible.
  private func keep(_ old: URL, as place: URL) throws {
    if unsafe link(old.path, place.path) == 0 { return }
    try write(Data(contentsOf: old), to: place, FileTree.second(old) ?? 0)
  }

  /// For files that no manifest lists.
  private func keepOrWrite(_ data: Data, _ path: String, in fresh: URL, _ stamp: Int) throws {
    let old = swap.target.appendingPathComponent(path)
    let place = fresh.appendingPathComponent(path)
    if FileTree.isFile(old), (try? Data(contentsOf: old)) == data { return try keep(old, as: place) }
    try write(data, to: place, stamp)
  }
}
