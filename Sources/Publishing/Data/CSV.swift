import Markup

/// A table as a file for spreadsheets: RFC 4180 (CRLF, quotes doubled), UTF-8 with a byte order mark, without which Excel
/// takes Chinese for another encoding.
struct CSV {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(header: [String]) { append(header) }

  mutating func append(_ row: [String]) {
    bytes += Array(row.map(CSV.cell).joined(separator: ",").utf8) + [13, 10]
  }

  /// What a spreadsheet takes for the beginning of a formula, full width too: it would compute what the catalogue says.
  private static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

  /// An apostrophe in front makes text of a formula (OWASP, CSV injection).
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first { $0 != " " }.map(formulas.contains) ?? false
    let harmless = isFormula ? "'" + text : text
    let quoted = harmless.unicodeScalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
    guard quoted else { return harmless }
    // By scalars: a combining mark after a quotation mark would make another character of it.
    var cell = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in harmless.unicodeScalars { cell += scalar == "\"" ? [scalar, scalar] : [scalar] }
    return String(cell) + "\""
  }
}
