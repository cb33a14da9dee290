/// A ZIP file in the shape that EPUB asks for (OCF 3.3 §4), built in memory.
///
///     var epub = Archive()
///     try epub.add("mimetype", Array("application/epub+zip".utf8))
///     try epub.add("EPUB/package.opf", package)
///     let file = epub.finish()
///
/// The same calls give the same bytes: the date of every entry is 1980-01-01, the mode 0644; there are no extra fields,
/// no data descriptors, no comments. Entries stand in the order in which they were added.
public struct Archive: ~Copyable {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var entryCount = 0
  /// Names as a case-insensitive file system compares them. Swift strings are equal in any normal form of Unicode.
  private var foldedNames: Set<String> = []
  private let deflater = Deflater()

  public init() {}

  /// Appends a file.
  /// - Parameters:
  ///   - name: its path in the archive, such as `EPUB/nav.xhtml`. `mimetype` can only be the first and is never
  ///     compressed.
  ///   - bytes: its content.
  ///   - stored: true for what is compressed already. What does not shrink is stored anyway.
  /// - Throws: ``ArchiveError``; the archive is then as it was before.
  public mutating func add(_ name: String, _ bytes: [UInt8], stored: Bool = false) throws(ArchiveError) {
    guard isSafeName(name) else { throw .badName(name) }
    guard !foldedNames.contains(name.lowercased()) else { throw .duplicateName(name) }
    guard name != "mimetype" || entryCount == 0 else { throw .mimetypeNotFirst }
    guard entryCount < Int(UInt16.max), bytes.count <= Int(UInt32.max) else { throw .tooLarge }

    let deflated = stored || name == "mimetype" || bytes.isEmpty ? nil : try deflater.deflate(bytes)
    let entry = Entry(
      name: Array(name.utf8), checksum: checksum(of: bytes), size: bytes.count, offset: output.count,
      content: deflated ?? bytes, isDeflated: deflated != nil)
    let total =
      output.count + entry.localHeaderSize + entry.content.count
      + directory.count + entry.directoryHeaderSize + endRecordSize
    guard total <= Int(UInt32.max) else { throw .tooLarge }

    entry.writeLocalHeader(to: &output)
    output += entry.content
    entry.writeDirectoryHeader(to: &directory)
    entryCount += 1
    foldedNames.insert(name.lowercased())
  }

  /// The whole file: the entries, then the directory of them.
  public consuming func finish() -> [UInt8] {
    let directoryOffset = output.count
    output += directory
    appendEndRecord(to: &output, entryCount: entryCount, directorySize: directory.count, offset: directoryOffset)
    return output
  }
}

/// Why a file cannot be added.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The name is not a relative path in an archive, or holds a character that some file system refuses.
  case badName(String)
  /// The name stands in the archive already, perhaps in other letters of the same sound: `A.html` and `a.html`.
  case duplicateName(String)
  /// `mimetype` must be the first entry (OCF 3.3 §4.3).
  case mimetypeNotFirst
  /// More than 65,535 entries or 4 GiB would need ZIP64, which is not written.
  case tooLarge
  /// zlib refused, for want of memory. The number is its own.
  case notCompressed(Int32)
}

/// A relative path of plain segments, in the characters that OCF 3.3 §4.1.3 allows in a file name.
private func isSafeName(_ name: String) -> Bool {
  // By scalars: a combining mark after a `/` would make another character of it.
  let segments = name.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
  return name.utf8.count <= Int(UInt16.max)
    && segments.allSatisfy { segment in
      !segment.isEmpty && segment.last != "."
        && segment.allSatisfy { scalar in
          scalar.properties.generalCategory != .control && !"\"*:<>?\\|".unicodeScalars.contains(scalar)
        }
    }
}
