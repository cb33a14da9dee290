import CExchange
import Foundation

/// A folder that is replaced as a whole: the new one is filled beside it and then swapped in, so that whoever looks sees the
/// one or the other, and a killed program leaves the old one as it was.
struct FolderSwap {
  /// Where the folder really is.
  let target: URL
  /// As the user named it.
  private let path: String
  private let parent: URL
  /// `.NAME.new-PROCESS-RANDOM`: hidden folders beside the target in which programs work.
  private let prefix: String

  /// The extension of a folder that was moved out of the way.
  private static let setAside = "old"

  init(path: String) {
    self.path = path
    target = FolderSwap.followed(URL(fileURLWithPath: path))
    parent = target.deletingLastPathComponent()
    prefix = ".\(target.lastPathComponent).new-"
  }

  /// Whether anything stands there.
  var exists: Bool { FileManager.default.fileExists(atPath: target.path) }

  /// Fills a new folder and puts it in the place of the old one. `isLasting`: the new files are on the disk before they are
  /// seen, so that they survive the loss of power, too.
  ///
  /// - Throws: `FileProblem`; then nothing has changed.
  func replace(isLasting: Bool = false, _ fill: (URL) throws -> Void) throws(FileProblem) {
    let manager = FileManager.default
    var made: URL?
    do {
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      let fresh = try newFolder()
      made = fresh
      try fill(fresh)
      if isLasting { _ = unsafe flush_files(fresh.path) }
      try swap(fresh)
    } catch {
      if let made { try? manager.removeItem(at: made) }
      throw error as? FileProblem ?? FileProblem(.unwritable, path)
    }
    clear()
  }

  /// Where a link leads, so that the folder behind it is replaced and not the link, even if there is no folder yet.
  private static func followed(_ url: URL) -> URL {
    let manager = FileManager.default
    var target = url.standardizedFileURL
    // No system follows more links than this.
    for _ in 0..<40 {
      guard let link = try? manager.destinationOfSymbolicLink(atPath: target.path) else { break }
      target = URL(fileURLWithPath: link, relativeTo: target.deletingLastPathComponent()).standardizedFileURL
    }
    return target.resolvingSymlinksInPath()
  }

  /// A folder that nobody else has, under a name that nobody can foresee: creating it fails if anything stands there.
  private func newFolder() throws -> URL {
    func candidate() throws -> URL {
      let random = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let url = parent.appendingPathComponent("\(prefix)\(ProcessInfo.processInfo.processIdentifier)-\(random)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      return url
    }
    for _ in 0..<8 { if let url = try? candidate() { return url } }
    return try candidate()
  }

  /// Exchanges the two folders in one step where the system can; else moves one out of the way first. Once the new one
  /// stands, the old one is only clutter: if it cannot be removed, the next program tries again.
  private func swap(_ fresh: URL) throws {
    let manager = FileManager.default
    guard exists else { return try move(fresh, to: target) }
    if unsafe exchange_paths(fresh.path, target.path) == 0 {
      try? manager.removeItem(at: fresh)
      return
    }
    let old = fresh.appendingPathExtension(FolderSwap.setAside)
    try move(target, to: old)
    do { try move(fresh, to: target) } catch {
      try move(old, to: target)
      throw error
    }
    try? manager.removeItem(at: old)
  }

  /// Renames, and never copies: what cannot be renamed, because something is mounted there, is named.
  private func move(_ one: URL, to other: URL) throws(FileProblem) {
    guard unsafe rename(one.path, other.path) != 0 else { return }
    throw FileProblem(errno == EBUSY || errno == EXDEV ? .mounted : .unwritable, path)
  }

  // MARK: What killed programs leave

  /// A program that was killed between two moves left nothing in the target's place, but the last one beside it: back
  /// with it.
  func restore() {
    guard !exists else { return }
    let old = abandoned().filter { $0.pathExtension == FolderSwap.setAside }
    if let last = old.last { try? FileManager.default.moveItem(at: last, to: target) }
  }

  /// Removes what killed programs left. What a program still works in stays.
  private func clear() { for url in abandoned() { try? FileManager.default.removeItem(at: url) } }

  /// The folders whose process is known to be gone, by name.
  private func abandoned() -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.sorted().filter { name in
      guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count).prefix(while: \.isNumber)),
        process > 0
      else { return false }
      return FolderSwap.isGone(process)
    }.map { parent.appendingPathComponent($0) }
  }

  /// Also gone is what has ended and is only still listed because nobody has asked how: in containers that can last.
  private static func isGone(_ process: Int32) -> Bool {
    if kill(process, 0) == -1 && errno == ESRCH { return true }
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.split(separator: ")").last?.hasPrefix(" Z") ?? false
  }

  /// Whether it stands in another folder than the other: then both can be had alone.
  func isBesides(_ other: FolderSwap) -> Bool { parent.path != other.parent.path }

  /// Waits until nobody else replaces a folder here, and keeps others waiting until the process ends or the value is gone.
  /// `busy` is called when it has to wait.
  func alone(_ busy: () -> Void) throws(FileProblem) -> FileHandle {
    do { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) } catch {
      throw FileProblem(.unwritable, parent.path)
    }
    let descriptor = unsafe open(parent.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.unreadable, parent.path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return handle }
    guard errno == EWOULDBLOCK else { throw FileProblem(.unwritable, parent.path) }
    busy()
    guard flock(descriptor, LOCK_EX) == 0 else { throw FileProblem(.unwritable, parent.path) }
    return handle
  }
}
