import Markup
import Testing

/// What stands between a Swift value and the bytes of a page.
struct MarkupTests {
  @Test func `a literal is markup, an interpolated string is text`() {
    let name = "Tom & \"Jerry\" <cat's>"
    let markup: Markup = "<b title=\"\(name)\">\(name)</b>"
    let text = "Tom &amp; &quot;Jerry&quot; &lt;cat&#39;s&gt;"
    #expect(markup.string == "<b title=\"\(text)\">\(text)</b>")
  }

  @Test func `each kind of value has its own form`() {
    let word = "新车上牌<".dropLast()
    let none: Markup? = nil
    let some: Markup? = "<i/>"
    let items = ["甲", "<乙>"].map { "<li>\($0)</li>" as Markup }
    #expect(("\(word)\(-12)\(none)\(some)\(items)" as Markup).string == "新车上牌-12<i/><li>甲</li><li>&lt;乙&gt;</li>")
    let mapped: Markup = "<ul>\(["a", "b"].map { "<li>\($0)</li>" })</ul>"
    #expect(mapped.string == "<ul><li>a</li><li>b</li></ul>")
  }

  @Test func `pieces are added and joined`() {
    #expect(("<a/>" + "<b/>" as Markup).string == "<a/><b/>")
    #expect((["x", "y", "z"] as [Markup]).joined(separator: "<br/>").string == "x<br/>y<br/>z")
    #expect([Markup]().joined(separator: "、").isEmpty)
    var page: Markup = ""
    #expect(page.isEmpty && page == Markup())
    page += "<hr/>"
    #expect(page.bytes == Array("<hr/>".utf8))
  }

  @Test(arguments: 1...40)
  func `a reader gets back every character that XML knows`(seed: UInt64) {
    var source = TextSource(seed: seed)
    for _ in 0..<25 {
      let text = source.text(upTo: 40)
      let rendered = ("\(text)" as Markup).string
      #expect(unescaped(rendered) == text.filteredForXML, "seed \(seed)")
      #expect(!rendered.utf8.contains { "<>\"'".utf8.contains($0) }, "seed \(seed)")
      #expect(rendered.utf8.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }, "seed \(seed)")
      let cut = text.dropFirst()
      #expect(("\(cut)" as Markup) == "\(String(cut))", "seed \(seed)")
    }
  }

  @Test(arguments: [
    "</p><script>alert(1)</script>", "\" onclick=\"alert(1)", "' onclick='alert(1)", "<!--", "]]>", "&lt;script&gt;",
    "<\u{0}script>", "\u{FFFF}<img src=x onerror=alert(1)>",
  ])
  func `text stays inside its element and its quotes`(attack: String) {
    let markup: Markup = "<p a=\"\(attack)\" b='\(attack)'>\(attack)</p>"
    let punctuation = markup.string.filter { "<>\"'".contains($0) }
    #expect(punctuation == "<\"\"''></>".filter { $0 != "/" })
  }

  @Test func `data for a script can neither end it nor break an XML reader`() {
    struct Data: Encodable { var z = 1, a = "</script>&\u{2028}\u{2029}\u{FFFE}\u{1}", path = "a/车.html" }
    let markup: Markup = "<script>\(json: Data())</script>"
    #expect(
      markup.string
        == #"<script>{"a":"\u003C/script\u003E\u0026\u2028\u2029\uFFFE\u0001","path":"a/车.html","z":1}</script>"#)
    #expect(("\(json: ["甲"])" as Markup).string == #"["甲"]"#)
  }
}

private func unescaped(_ text: String) -> String {
  var text = Substring(text)
  var result = ""
  let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
  while let start = text.unicodeScalars.firstIndex(of: "&") {
    guard let reference = references.first(where: { text[start...].utf8.starts(with: $0.key.utf8) }) else { return "?" }
    result.unicodeScalars += text.unicodeScalars[..<start]
    result += reference.value
    text = Substring(text.unicodeScalars[start...].dropFirst(reference.key.count))
  }
  return result + text
}

extension String {
  /// The characters of XML 1.0 §2.2, written down independently of the code under test.
  fileprivate var filteredForXML: String {
    var kept = String.UnicodeScalarView()
    kept.append(
      contentsOf: unicodeScalars.filter { scalar in
        [0x9, 0xA, 0xD].contains(scalar.value) || (0x20...0xD7FF).contains(scalar.value)
          || (0xE000...0xFFFD).contains(scalar.value) || scalar.value >= 0x10000
      })
    return String(kept)
  }
}

/// Strings in which everything awkward is frequent. SplitMix64, so that a seed names a case.
private struct TextSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func text(upTo length: Int) -> String {
    let awkward = Array("&<>\"'&amp;;#/\u{0}\u{1F}\t\r\n\u{7F}\u{85}\u{FFFD}\u{FFFE}\u{FFFF}\u{301}车🚗".unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) ?? "?"
      scalars.append(Bool.random(using: &self) ? any : awkward.randomElement(using: &self) ?? "?")
    }
    return String(scalars)
  }
}
