private import CQREncode

/// A QR code (ISO/IEC 18004): a square of dark and light modules that a telephone reads as text.
///
///     let code = try QRCode("https://example.org/新车上牌")
///     "<svg viewBox=\"0 0 \(code.side) \(code.side)\"><path d=\"\(code.path)\"/></svg>"
///
/// The same text and correction give the same modules.
public struct QRCode: Hashable, Sendable {
  /// How much of the code may be unreadable, at the price of its size: about 7, 15, 25 and 30 in a hundred.
  public enum Correction: Hashable, Sendable, CaseIterable {
    case low, medium, quartile, high
  }

  /// Modules on a side, without the quiet zone: 21 to 177, in steps of 4.
  public let size: Int
  /// Row by row from the top, true is dark.
  private let modules: [Bool]

  /// The smallest code that holds a text, as its UTF-8 bytes.
  /// - Parameters:
  ///   - text: what is read from the code, such as an address.
  ///   - correction: how much damage the code survives.
  /// - Throws: ``QRCodeProblem``
  public init(_ text: String, correction: Correction = .medium) throws(QRCodeProblem) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .emptyText }
    guard let code = unsafe QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, correction.level) else {
      throw .tooLong
    }
    defer { unsafe QRcode_free(code) }
    size = unsafe Int(code.pointee.width)
    // The lowest bit is the colour; the others say what the module is for.
    modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }

  /// Whether a module is dark.
  /// - Parameters:
  ///   - column: from 0 at the left.
  ///   - row: from 0 at the top.
  /// - Returns: false outside of the code, where the quiet zone is.
  public subscript(column: Int, row: Int) -> Bool {
    (0..<size).contains(column) && (0..<size).contains(row) && modules[row * size + column]
  }

  /// The light border, in modules, that a reader needs on each side.
  private static let quietZone = 4

  /// Modules on a side with the quiet zone.
  public var side: Int { size + 2 * Self.quietZone }

  /// The dark modules as the `d` of an SVG path, in a square of ``side`` units from 0 0, the quiet zone included. Dark
  /// modules in a row beside each other are one rectangle: `M4 4h7v1h-7z`.
  public var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while self[column, row] { column += 1 }
        let run = column - start
        if run > 0 { path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(run)v1h-\(run)z" }
        column += 1
      }
    }
    return path
  }
}

/// Why there is no code for a text.
public enum QRCodeProblem: Error, Hashable, Sendable {
  /// A code of nothing is not read by anything.
  case emptyText
  /// The text does not fit into the largest code: 2,953 bytes of UTF-8 with ``QRCode/Correction/low``, 2,331 with
  /// `medium`, 1,663 with `quartile`, 1,273 with `high`.
  case tooLong
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
