import Testing

@testable import PDFFile

@Suite struct `PDFs that mean harm or are broken anyhow` {
  @Test func `what is no PDF is refused in qpdf's words`() {
    #expect(problem([]) == .damaged("PDF: can't find startxref"))
    #expect(problem(Array("办事手册".utf8)) == .damaged("PDF: can't find startxref"))
  }

  @Test func `an encrypted PDF is refused`() {
    let key = String(repeating: "00", count: 32)
    let sample = SamplePDF(
      pages: [""], trailer: "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >> /ID [<00> <00>]")
    #expect(problem(sample.bytes) == .encrypted)
  }

  @Test func `a PDF without pages is refused`() {
    #expect(problem(SamplePDF(pages: []).bytes) == .noPages)
  }

  @Test(arguments: [
    "[0 0 0 0]", "[99999 0 99999.9 0.5]", "[20000 0 20300 400]", "[0 0 300]", "[0 0 (a) 400]", "(a)", "[0 0 300 99999]",
    "[0 0 0.5 400]", "[0 0 300 1e]",
    "[0 0 300 \(String(repeating: "9", count: 400)).0]",
  ])
  func `a page without a size is refused`(box: String) {
    let bytes = SamplePDF(pages: ["", "/MediaBox \(box)"]).bytes
    switch problem(bytes) {
    case .badPage(2), .damaged: break
    case let other: #expect(other == .badPage(2))
    }
  }

  @Test func `a page tree that holds itself is refused`() {
    var sample = SamplePDF(pages: [""])
    sample.objects[1].text = "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"
    #expect(problem(sample.bytes) == .damaged("PDF (object 2 0): Loop detected in /Pages structure (getAllPages)"))
  }

  @Test(arguments: [(60, false), (5_000, true)])
  func `a page tree can be too deep`(depth: Int, isRefused: Bool) {
    var sample = SamplePDF(pages: [""])
    sample.objects[1].text = "<< /Type /Pages /Count 1 /Kids [2000 0 R] /MediaBox [0 0 300 400] >>"
    for number in 2_000..<2_000 + depth {
      let kid = number == 1_999 + depth ? 11 : number + 1
      sample.objects.append((number, "<< /Type /Pages /Count 1 /Kids [\(kid) 0 R] >>"))
    }
    #expect((problem(sample.bytes) != nil) == isRefused)
  }

  @Test func `damage that is found late stays found`() throws {
    var sample = SamplePDF(pages: ["/MediaBox [0 0 300 400]"], catalogue: "/Names << /Dests 20 0 R >>")
    sample.objects[1].text = "<< /Type /Pages /Count 1 /Kids [11 0 R] >>"
    sample.objects.append((20, "<< /Names [(a) [11 0 R /Fit] ] ] >>"))
    let pdf = try PDFFile(sample.bytes)
    let first = #expect(throws: PDFProblem.self) { try pdf.destinations() }
    let second = #expect(throws: PDFProblem.self) { try pdf.bytes() }
    #expect(first == second)
  }

  @Test func `a page that cannot be unpacked is not imposed`() throws {
    var sample = SamplePDF(pages: [""])
    sample.objects[4].text = "<< /Filter /FlateDecode /Length 4 >>\nstream\nnone\nendstream"
    let pdf = try PDFFile(sample.bytes)
    #expect(throws: PDFProblem.self) { try pdf.booklet(sheet: PDFBookletTests.a4) }
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...300 as ClosedRange<UInt64>)
  func `any damage gives a problem or a sane value`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    var bytes = SamplePDF.book().bytes
    if seed.isMultiple(of: 3), let tidy = try? PDFFile(bytes).bytes() { bytes = tidy }  // with compressed objects
    damage(&bytes, by: &chance)
    do throws(PDFProblem) {
      let pdf = try PDFFile(bytes)
      let pages = 1...pdf.pageCount
      #expect(try pdf.destinations().values.allSatisfy(pages.contains), "seed \(seed)")
      #expect(try pdf.outline().map(\.page).allSatisfy(pages.contains), "seed \(seed)")
      try pdf.describe(PDFFileTests.details)
      let booklet = try pdf.booklet(sheet: (841.89, 595.28))
      #expect(booklet.pageCount == (pdf.pageCount + 3) / 4 * 2, "seed \(seed)")
      #expect(try PDFFile(pdf.bytes()).pageCount == pdf.pageCount, "seed \(seed)")
    } catch {
      #expect(error != .damaged(""), "seed \(seed)")
    }
  }

  /// Cuts, overwrites, repeats or takes out a piece, one to four times.
  private func damage(_ bytes: inout [UInt8], by chance: inout Chance) {
    for _ in 0...Int.random(in: 0...3, using: &chance) where !bytes.isEmpty {
      let start = Int.random(in: bytes.indices, using: &chance)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &chance))
      switch Int.random(in: 0...9, using: &chance) {
      case 0: bytes.removeSubrange(start...)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: bytes.indices, using: &chance))
      case 3...5: bytes[start] = UInt8.random(in: 0...255, using: &chance)
      default:  // another digit: another object, length or place
        let digits = bytes.indices.filter { (48...57).contains(bytes[$0]) }
        if let place = digits.randomElement(using: &chance) { bytes[place] = UInt8.random(in: 48...57, using: &chance) }
      }
    }
  }

  private func problem(_ bytes: [UInt8]) -> PDFProblem? {
    do throws(PDFProblem) { _ = try PDFFile(bytes) } catch { return error }
    return nil
  }
}

/// SplitMix64, so that a seed names a case.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
