import Editions
import Foundation
import Publishing

/// An edition on the disk that is just what its manifest says.
struct VerifiedEdition {
  let manifest: Manifest
  let folder: URL
  /// The manifest as it stands there.
  let record: [UInt8]

  /// - Throws: `PublicationProblem`, naming the first file that is missing, foreign or altered.
  init(path: String) throws(PublicationProblem) {
    folder = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard FileTree.isFolder(folder) else { throw .notBuilt(path) }
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(Manifest.path)) else { throw .notBuilt(path) }
    guard let manifest = Manifest(json: data) else { throw .unreadableManifest(Self.name(Manifest.path, in: path)) }
    self.manifest = manifest
    record = Array(data)
    // An edition that is taken out of a portal has its records with it.
    let beside = EditionFolder.kept.union(Portal.records).union([Manifest.checkpoint])
    let listed = beside.union(manifest.files.map(\.path))
    if let foreign = FileTree.files(in: folder).first(where: { !listed.contains($0) }) {
      throw .foreign(Self.name(foreign, in: path))
    }
    for file in manifest.files {
      let url = folder.appendingPathComponent(file.path)
      guard FileTree.isFile(url) else { throw .missing(Self.name(file.path, in: path)) }
      guard FileTree.holds(file, url) else { throw .altered(Self.name(file.path, in: path)) }
    }
    let note = folder.appendingPathComponent(Manifest.checkpoint)
    checkpoint = FileTree.isFile(note) ? try? Data(contentsOf: note) : nil
  }

  /// Where its log stands, signed or not; `nil` where there is none.
  var checkpoint: Data?

  /// The book names keys, and none has signed. Whether a signature is right is `onebook verify`'s to say.
  var lacksSignature: Bool {
    manifest.keys?.isEmpty == false && checkpoint.flatMap { SignedNote(reading: $0) }?.signatures.isEmpty != false
  }

  private static func name(_ file: String, in path: String) -> String {
    (path.hasSuffix("/") ? path : path + "/") + file
  }
}
