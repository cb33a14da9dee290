private import CZlib

/// An entry as its two headers and its content say.
struct ReadEntry {
  var name: String
  var madeBy: Int, needed: Int, flags: Int, method: Int, mode: Int
  /// Lengths of both extra fields and of the comment together.
  var extra: Int
  var content: [UInt8]
}

/// A ZIP reader for tests (PKWARE APPNOTE §4.3): from the end record to the directory to the entries.
/// - Returns: nil when anything does not fit: signatures, lengths, the two headers of an entry, the checksum, a gap
///   between entries.
func readZIP(_ bytes: [UInt8]) -> [ReadEntry]? {
  let end = bytes.count - 22
  guard number(bytes, end, 4) == 0x0605_4b50, let count = number(bytes, end + 10, 2),
    var header = number(bytes, end + 16, 4), number(bytes, end + 8, 2) == count, number(bytes, end + 20, 2) == 0,
    let size = number(bytes, end + 12, 4), header + size == end
  else { return nil }
  let directory = header
  var entries: [ReadEntry] = []
  var expectedOffset = 0
  for _ in 0..<count {
    guard number(bytes, header, 4) == 0x0201_4b50, let local = number(bytes, header + 42, 4), local == expectedOffset,
      number(bytes, local, 4) == 0x0403_4b50, bytes[(local + 4)..<(local + 30)] == bytes[(header + 6)..<(header + 32)],
      let crc = number(bytes, header + 16, 4), let packed = number(bytes, header + 20, 4),
      let size = number(bytes, header + 24, 4), let name = number(bytes, header + 28, 2),
      let extra = number(bytes, header + 30, 4), let attributes = number(bytes, header + 38, 4),
      let madeBy = number(bytes, header + 4, 2), let needed = number(bytes, header + 6, 2),
      let flags = number(bytes, header + 8, 2), let method = number(bytes, header + 10, 2),
      bytes[(local + 30)..<(local + 30 + name)] == bytes[(header + 46)..<(header + 46 + name)]
    else { return nil }
    let start = local + 30 + name
    let data = Array(bytes[start..<(start + packed)])
    let content = method == 8 ? inflated(data, size: size) : data
    guard let content, content.count == size, crc32(of: content) == crc else { return nil }
    entries.append(
      ReadEntry(
        name: String(decoding: bytes[(header + 46)..<(header + 46 + name)], as: UTF8.self), madeBy: madeBy,
        needed: needed, flags: flags, method: method, mode: attributes >> 16, extra: extra, content: content))
    header += 46 + name
    expectedOffset = start + packed
  }
  return header == end && expectedOffset == directory ? entries : nil
}

/// A little-endian number of `length` bytes; nil beyond the end.
private func number(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> Int? {
  guard offset >= 0, offset + length <= bytes.count else { return nil }
  return bytes[offset..<(offset + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
}

/// CRC-32 counted here, so that zlib does not vouch for itself.
private func crc32(of bytes: [UInt8]) -> Int {
  let all = bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
    crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8
  }
  return Int(all ^ 0xFFFF_FFFF)
}

private let crcTable = (0..<256 as Range<UInt32>).map { byte in
  (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
}

private func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
  var stream = unsafe z_stream()
  guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { unsafe inflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: size)
  let result = unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = uInt(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = uInt(output.count)
      return unsafe inflate(&stream, Z_FINISH)
    }
  }
  return unsafe result == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0 ? output : nil
}
