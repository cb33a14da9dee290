import Foundation
import Testing

@testable import Publishing

/// Tables for spreadsheets: read back as RFC 4180 says, and harmless when opened.
enum CSVTests {
  /// A reader of its own: rows end in CRLF, quotes are doubled inside quotes.
  static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let next = scalars.popFirst() {
      switch (next, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        scalars.removeFirst()
        cell += "\""
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(next)
      }
    }
    return rows
  }
}

@Suite struct `A table for spreadsheets` {
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "  =1"])
  func `what would be a formula is text`(text: String) {
    var table = CSV(header: ["a"])
    table.append([text])
    let cell = CSVTests.cells(String(decoding: table.bytes.dropFirst(3), as: UTF8.self))[1][0]
    #expect(cell == "'" + text)
  }

  @Test(arguments: [
    "", "甲", "a-b", "1", "a,b", "说“好”", "say \"yes\"", "two\r\nlines", "\"", ",", "e=mc", "'", "\"\u{301}",
  ])
  func `every other text comes back as it was`(text: String) {
    var table = CSV(header: ["甲", "乙"])
    table.append([text, "end"])
    #expect(CSVTests.cells(String(decoding: table.bytes.dropFirst(3), as: UTF8.self)) == [["甲", "乙"], [text, "end"]])
  }

  @Test func `begins with a byte order mark and ends every row with CRLF`() {
    var table = CSV(header: ["a", "b"])
    table.append(["1", "x,\"y\""])
    #expect(table.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\"x,\"\"y\"\"\"\r\n".utf8))
  }
}
