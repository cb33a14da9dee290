/// One entry of a ZIP file and its two headers (PKWARE APPNOTE 6.3.10, §4.3.7 and §4.3.12).
struct Entry {
  var name: [UInt8]
  /// CRC-32 of the file.
  var checksum: UInt32
  /// The length of the file, before compression.
  var size: Int
  /// Where the local header stands in the archive.
  var offset: Int
  /// What is written.
  var content: [UInt8]
  var isDeflated: Bool

  var localHeaderSize: Int { 30 + name.count }
  var directoryHeaderSize: Int { 46 + name.count }

  func writeLocalHeader(to output: inout [UInt8]) {
    output.append(0x0403_4b50, size: 4)
    writeCommonFields(to: &output)
    output += name
  }

  func writeDirectoryHeader(to output: inout [UInt8]) {
    output.append(0x0201_4b50, size: 4)
    output.append(3 << 8 | 20, size: 2)  // made by: Unix, so that the mode below counts
    writeCommonFields(to: &output)
    output.append(0, size: 2)  // comment
    output.append(0, size: 2)  // disk
    output.append(0, size: 2)  // internal attributes
    output.append(0o100644 << 16, size: 4)  // external attributes: a file, rw-r--r--
    output.append(offset, size: 4)
    output += name
  }

  /// From “version needed” to “extra field length”: the same in both headers.
  private func writeCommonFields(to output: inout [UInt8]) {
    output.append(20, size: 2)  // needs version 2.0
    output.append(name.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11, size: 2)  // bit 11: the name is UTF-8
    output.append(isDeflated ? 8 : 0, size: 2)
    output.append(0, size: 2)  // 00:00
    output.append(0x0021, size: 2)  // 1980-01-01, the first day that ZIP knows
    output.append(Int(checksum), size: 4)
    output.append(content.count, size: 4)
    output.append(size, size: 4)
    output.append(name.count, size: 2)
    output.append(0, size: 2)  // extra field
  }
}

/// The length of the end record.
let endRecordSize = 22

/// The end of central directory record (APPNOTE §4.3.16), without a comment.
func appendEndRecord(to output: inout [UInt8], entryCount: Int, directorySize: Int, offset: Int) {
  output.append(0x0605_4b50, size: 4)
  output.append(0, size: 2)  // this disk
  output.append(0, size: 2)  // the disk of the directory
  output.append(entryCount, size: 2)
  output.append(entryCount, size: 2)
  output.append(directorySize, size: 4)
  output.append(offset, size: 4)
  output.append(0, size: 2)  // comment
}

extension [UInt8] {
  /// Appends a number as so many bytes, lowest first.
  fileprivate mutating func append(_ number: Int, size: Int) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
