import CanonicalJSON
import Testing

@Suite("Canonical JSON")
struct CanonicalTests {
  private func text(_ value: JSONValue) throws -> String { String(decoding: try value.canonical(), as: UTF8.self) }

  @Test("F-25 keys in the order of bytes, plain slashes and line separators, short escapes")
  func order() throws {
    let value: JSONValue = ["a2": 1, "b": 2, "_x": 3, "B": 4, "a10": 5]
    #expect(try text(value) == #"{"B":4,"_x":3,"a10":5,"a2":1,"b":2}"#)
    #expect(
      try text("\u{2028}/\u{1}\u{1F}\u{8}\u{9}\u{A}\u{C}\u{D}\"\\\u{7F}")
        == "\"\u{2028}/\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\\u{7F}\"")
    #expect(try text(.integer(1 << 53 - 1)) == "9007199254740991")
  }

  @Test("F-25 the vectors")
  func vectors() throws {
    for entry in try #require(Vectors.all()["canonical"]?.elements) {
      let value = try #require(entry["value"])
      #expect(try text(value) == entry["canonical"]?.text)
    }
  }

  @Test("F-25 numbers that programs disagree about are refused")
  func refused() {
    #expect(throws: NotCanonical.number(1 << 53)) { try JSONValue.integer(1 << 53).canonical() }
    #expect(throws: NotCanonical.number(.min)) { try JSONValue.integer(.min).canonical() }
    #expect(throws: NotCanonical.key("键")) { try JSONValue.object(["键": 1]).canonical() }
  }

  @Test(
    "What is not one value is refused, with its place",
    arguments: [
      ("1.5", JSONProblem.Kind.fraction, 1), ("1e3", .fraction, 1), ("9007199254740992", .number, 0),
      (#"{"a":1,"a":2}"#, .duplicateKey, 7), ("[1,]", .syntax, 3), ("01", .syntax, 0), ("\"a\nb\"", .syntax, 2),
      ("{} {}", .syntax, 3), (#""\ud800""#, .encoding, 7), ("", .syntax, 0), ("tru", .syntax, 0),
      (String(repeating: "[", count: 70), .depth, 64),
    ])
  func broken(source: String, kind: JSONProblem.Kind, offset: Int) {
    #expect(throws: JSONProblem(kind: kind, offset: offset)) { try JSONValue(reading: source.utf8) }
  }

  @Test("Bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(throws: JSONProblem(kind: .encoding, offset: 1)) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
  }

  @Test("Reading what was written gives the value back, in either layout")
  func roundTrip() throws {
    let value: JSONValue = [
      "list": [1, -5, true, "x\u{1}\u{2028}😀"], "nothing": .null, "empty": [], "none": [:], "nested": [["a": [[1]]]],
    ]
    #expect(try JSONValue(reading: value.canonical()) == value)
    #expect(try JSONValue(reading: value.readable()) == value)
    #expect(try JSONValue(reading: #""\ud83d\ude00\u00e9\/""#.utf8) == "😀é/")
  }
}
