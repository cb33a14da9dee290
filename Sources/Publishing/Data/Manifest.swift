import Catalogue
import Crypto
import Foundation
public import Handbook
import Hexadecimal

/// What an edition consists of, `edition.json`: every other file with its size and its hash. Whoever has the edition, on a
/// server, a memory stick or in a hall, can tell by it that nothing is missing, foreign or altered.
public struct Manifest: Codable, Hashable, Sendable {
  public struct File: Codable, Hashable, Sendable {
    /// From the edition's root, with `/`.
    public var path: String
    /// 64 hexadecimal digits.
    public var sha256: String
    /// In bytes.
    public var size: Int

    public init(path: String, bytes: some Sequence<UInt8>) {
      let bytes = Array(bytes)
      self.path = path
      sha256 = SHA256.hash(data: bytes).hexadecimal
      size = bytes.count
    }
  }

  public var schema = 1
  public var edition: String
  /// The edition's day, `YYYY-MM-DD`.
  public var date: String
  /// The address it is published at; `nil` = not stated.
  public var base: String?
  public var publisher: String?
  public var hub: String?
  /// Public keys (Ed25519, base 64) that may sign it; absent = it is not signed.
  public var keys: [String]?
  /// Sorted by path.
  public var files: [File]

  /// Where it stands in an edition.
  public static let path = "edition.json"
  /// A signature over what was published, which is made last and vouches for itself.
  public static let checkpoint = "checkpoint"
  /// What it does not list.
  static let unlisted: Set<String> = [path, checkpoint]

  public init(_ book: Handbook, _ files: [OutputFile]) {
    edition = book.edition
    date = book.isoDate
    base = book.base
    publisher = book.feed.publisher
    hub = book.feed.hub
    keys = book.feed.keys.isEmpty ? nil : book.feed.keys
    self.files = files.filter { !Manifest.unlisted.contains($0.path) }.map { File(path: $0.path, bytes: $0.bytes) }
      .sorted { $0.path < $1.path }
  }

  /// As it is written.
  public var json: [UInt8] { Publishing.json(self) }

  /// From a file. `nil` unless it is a manifest of this format whose paths stay inside the edition; what is not of the
  /// right form is nobody's to repair.
  public init?(json bytes: some Sequence<UInt8>) {
    guard let read = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)), read.schema == 1,
      Manifest.isFolderName(read.edition), Day(read.date) != nil,
      read.hub.map(FeedSettings.isHub) ?? true, read.publisher.map(FeedSettings.isPublisher) ?? true,
      (read.keys ?? []).allSatisfy(FeedSettings.isKey),
      read.files.allSatisfy({ $0.isSound && !Manifest.unlisted.contains($0.path) }),
      Set(read.files.map(\.path)).count == read.files.count
    else { return nil }
    self = read
  }

  public subscript(path: String) -> File? { files.first { $0.path == path } }

  /// Whether an edition of this id can have a folder of its own: letters, digits, `.`, `-` and `_`, not a `.` first.
  public static func isFolderName(_ edition: String) -> Bool {
    (1...80).contains(edition.utf8.count) && !edition.hasPrefix(".") && "editions/\(edition)" != Portal.index
      && edition.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
  }
}

extension Manifest.File {
  /// Whether it names a place below the edition's root that no program hides, and has a hash.
  fileprivate var isSound: Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") } && path != Portal.index
      && !path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }
      && sha256.utf8.count == 64 && sha256.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      && size >= 0
  }
}
