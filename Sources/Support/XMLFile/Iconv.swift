// libxml2's headers bring iconv along.
private import CLibXML2

/// Conversion by the C library: every encoding that `iconv -l` lists.
enum Iconv {
  /// The bytes in UTF-8, with U+FFFD for each byte that does not convert, and the offset of the first U+FFFD that
  /// stands for one. Nil if there is no such encoding.
  static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> (text: [UInt8], firstBad: Int?)? {
    guard let converter = Converter(from: name) else { return nil }
    return converter.convert(Array(bytes))
  }
}

/// One owner of the C handle, freed once.
@safe private struct Converter: ~Copyable {
  private let handle: iconv_t

  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
    unsafe handle = opened
  }

  deinit { unsafe iconv_close(handle) }

  consuming func convert(_ source: [UInt8]) -> (text: [UInt8], firstBad: Int?) {
    var source = source
    var text: [UInt8] = []
    var firstBad: Int?
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var consumed = 0
    while consumed < source.count {
      let step = step(&source, from: consumed, into: &buffer)
      text.append(contentsOf: buffer[..<step.written])
      consumed += step.read
      // It stops when the buffer is full, or at what does not convert or is cut off: then nothing moves any more.
      if step.read == 0, step.written == 0 {
        firstBad = firstBad ?? text.count
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        consumed += 1
      }
    }
    // Some decoders hold the last character back until they are told that nothing follows.
    text.append(contentsOf: buffer[..<flush(into: &buffer)])
    return (text, firstBad)
  }

  private borrowing func flush(into buffer: inout [UInt8]) -> Int {
    unsafe buffer.withUnsafeMutableBytes { buffer in
      var output = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var outputLeft = buffer.count
      _ = unsafe iconv(handle, nil, nil, &output, &outputLeft)
      return buffer.count - outputLeft
    }
  }

  private borrowing func step(
    _ source: inout [UInt8], from start: Int, into buffer: inout [UInt8]
  ) -> (read: Int, written: Int) {
    unsafe source.withUnsafeMutableBytes { source in
      unsafe buffer.withUnsafeMutableBytes { buffer in
        var input = unsafe source.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
        var output = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var inputLeft = source.count - start
        var outputLeft = buffer.count
        _ = unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft)
        return (source.count - start - inputLeft, buffer.count - outputLeft)
      }
    }
  }
}
