import QRCode
import Testing

/// The code against what ISO/IEC 18004 says of every code.
struct QRCodeTests {
  static let address = "https://example.org/新车上牌"

  @Test(arguments: [
    ("a", QRCode.Correction.low, 21), (String(repeating: "a", count: 14), .medium, 21),
    (String(repeating: "a", count: 15), .medium, 25), (String(repeating: "a", count: 2_953), .low, 177),
  ])
  func `a code is as large as its text needs`(text: String, correction: QRCode.Correction, size: Int) throws {
    let code = try QRCode(text, correction: correction)
    #expect(code.size == size)
    #expect(code.side == size + 8)
  }

  @Test(arguments: QRCode.Correction.allCases)
  func `three corners say where the code is`(correction: QRCode.Correction) throws {
    let code = try QRCode(Self.address, correction: correction)
    let finder = [
      "#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........",
    ]
    let last = code.size - 1
    for (row, line) in finder.enumerated() {
      for (column, module) in line.enumerated() {
        #expect(code[column, row] == (module == "#"))
        #expect(code[last - column, row] == (module == "#"))
        #expect(code[column, last - row] == (module == "#"))
      }
    }
    for place in 8..<code.size - 8 {
      #expect(code[place, 6] == (place % 2 == 0))
      #expect(code[6, place] == (place % 2 == 0))
    }
    #expect(code[8, code.size - 8], "the dark module")
  }

  @Test(arguments: [(QRCode.Correction.low, 0b01), (.medium, 0b00), (.quartile, 0b11), (.high, 0b10)])
  func `the code says how much it survives`(correction: QRCode.Correction, bits: Int) throws {
    let code = try QRCode(Self.address, correction: correction)
    let written = (code[0, 8] ? 2 : 0) + (code[1, 8] ? 1 : 0)
    #expect(written ^ 0b10 == bits)  // the mask of the format is 101010000010010
  }

  @Test(arguments: ["a", address, String(repeating: "办事", count: 200)])
  func `the path draws the dark modules and no other`(text: String) throws {
    let code = try QRCode(text)
    var drawn: Set<[Int]> = []
    for run in code.path.split(separator: "z") {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      try #require(numbers.count == 5 && run == "M\(numbers[0]) \(numbers[1])h\(numbers[2])v1h-\(numbers[2])")
      let (start, row, end) = (numbers[0] - 4, numbers[1] - 4, numbers[0] - 4 + numbers[2])
      for column in start..<end { #expect(drawn.insert([column, row]).inserted) }
      #expect(!code[start - 1, row] && !code[end, row], "a whole run")
    }
    for row in -4..<code.size + 4 {
      for column in -4..<code.size + 4 { #expect(drawn.contains([column, row]) == code[column, row]) }
    }
    #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
  }

  @Test func `a text has one code, another text another`() throws {
    #expect(try QRCode(Self.address) == QRCode(Self.address, correction: .medium))
    #expect(try QRCode(Self.address) != QRCode("https://example.org/新车上牌2"))
    #expect(try QRCode("a\u{0}b") != QRCode("a"))
  }

  @Test(arguments: [
    (QRCode.Correction.low, 2_953), (.medium, 2_331), (.quartile, 1_663), (.high, 1_273),
  ])
  func `a text can be too long`(correction: QRCode.Correction, longest: Int) throws {
    #expect(try QRCode(String(repeating: "0", count: longest), correction: correction).size == 177)
    for text in [String(repeating: "0", count: longest + 1), String(repeating: "新", count: longest)] {
      #expect(throws: QRCodeProblem.tooLong) { try QRCode(text, correction: correction) }
    }
  }

  @Test func `there is no code of nothing`() {
    #expect(throws: QRCodeProblem.emptyText) { try QRCode("") }
  }
}
