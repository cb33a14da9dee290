private import CZlib

/// zlib's raw deflate, level 6. One stream serves all entries of an archive, for setting one up costs more than
/// compressing a small page.
@safe struct Deflater: ~Copyable {
  /// On the heap: zlib remembers the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>
  private let status: Int32

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    status = unsafe deflateInit2_(
      stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The bytes compressed; nil when that would not make them fewer.
  func deflate(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8]? {
    guard status == Z_OK else { throw .notCompressed(status) }
    let reset = unsafe deflateReset(stream)
    guard reset == Z_OK else { throw .notCompressed(reset) }
    var result = Z_OK
    let deflated = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      unsafe bytes.withUnsafeBufferPointer { input in
        // zlib does not write through `next_in`; its type only lacks the const.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = uInt(input.count)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = uInt(output.count)
        result = unsafe CZlib.deflate(stream, Z_FINISH)
        count = unsafe output.count - Int(stream.pointee.avail_out)
      }
    }
    switch result {
    case Z_STREAM_END where deflated.count < bytes.count: return deflated
    case Z_STREAM_END, Z_OK, Z_BUF_ERROR: return nil  // as long as the input, or no room for more
    default: throw .notCompressed(result)
    }
  }
}

/// CRC-32 as ZIP counts it.
func checksum(of bytes: [UInt8]) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { unsafe UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
}
