import CanonicalJSON
import Testing

@testable import Editions

@Suite("Differences between two states of a guide")
struct DifferenceTests {
  private let difference = Vectors.guideDifference()

  @Test("F-09 exactly the changes of the vectors, in their order")
  func vector() throws {
    let changes = difference.changes(try Vectors.value("diff", "old"), try Vectors.value("diff", "new"))
    let expected = try Vectors.value("diff", "changes").elements
    #expect(changes.map(\.json) == expected)
  }

  @Test("F-10 the changes applied to the old state are the new one")
  func apply() throws {
    let new = try Vectors.value("diff", "new")
    var old = try Vectors.value("diff", "old")
    let changes = difference.changes(old, new)
    // The log counts revisions; they are no change of the guide.
    old["rev"] = new["rev"]
    #expect(try old.settled.applying(changes).canonical() == new.settled.canonical())
  }

  @Test("F-11 nothing changed, and entries in another order, are no change")
  func same() throws {
    let old = try Vectors.value("diff", "old")
    var moved = old
    moved["materials"] = .array(try #require(old["materials"]?.elements).reversed())
    #expect(difference.changes(old, old).isEmpty)
    #expect(difference.changes(old, moved).isEmpty)
  }

  @Test("F-12 fewer copies, a higher fee, a shorter promise, a shorter duty: each in its own direction")
  func directions() {
    func impact(_ old: JSONValue, _ new: JSONValue) -> [Change.Impact] { difference.changes(old, new).map(\.impact) }
    #expect(impact(["materials": [["id": "m", "copies": 2]]], ["materials": [["id": "m", "copies": 1]]]) == [.loosen])
    #expect(
      impact(["fees": [["id": "f", "amountFen": 500]]], ["fees": [["id": "f", "amountFen": 600]]]) == [.tighten])
    #expect(impact(["time": ["promised": ["n": 3]]], ["time": ["promised": ["n": 1]]]) == [.loosen])
    let long: JSONValue = ["deadlines": [["text": "从交付之日起30日内", "days": 30]]]
    let short: JSONValue = ["deadlines": [["text": "从交付之日起15日内", "days": 15]]]
    #expect(impact(long, short) == [.tighten])
    #expect(impact(short, long) == [.loosen])
  }

  @Test(
    "What a change of a paper means",
    arguments: [
      ("treatment", "show", "keep", Change.Impact.tighten), ("treatment", "surrender", "show", .loosen),
      ("necessity", "deferrable", "required", .tighten), ("necessity", "required", "optional", .loosen),
      ("name", "行驶证", "机动车行驶证", .neutral), ("when", "agent=agent", "agent=agent|family", .tighten),
      ("when", "agent=agent", "agent=agent and owner=person", .loosen),
      ("when", "agent=agent", "owner=person", .unknown),
    ] as [(String, JSONValue, JSONValue, Change.Impact)])
  func papers(field: String, before: JSONValue, after: JSONValue, impact: Change.Impact) {
    let old: JSONValue = ["materials": [.object(["id": "m", field: before])]]
    let new: JSONValue = ["materials": [.object(["id": "m", field: after])]]
    #expect(difference.changes(old, new).map(\.impact) == [impact])
  }

  @Test("Not stated is neither none nor zero")
  func threeStates() {
    func changes(_ old: JSONValue?, _ new: JSONValue?) -> [Change] {
      difference.changes(
        ["materials": [.record(["id": "m", "copies": old])]], ["materials": [.record(["id": "m", "copies": new])]])
    }
    #expect(changes(nil, 2).map(\.impact) == [.unknown])
    #expect(changes("none", 2).map(\.impact) == [.tighten])
    #expect(changes(2, "none").map(\.impact) == [.loosen])
    #expect(changes(nil, "none").map(\.operation) == [.add])
  }

  @Test("A sentence without an id that is only reworded stays one sentence; a new one is new")
  func sentences() {
    let old: JSONValue = ["pitfalls": [["text": "交强险要在有效期内，过了期不能上牌"], ["text": "先缴税"]]]
    let new: JSONValue = ["pitfalls": [["text": "交强险得在有效期内，过了期就不能上牌"], ["text": "带上发票的原件"]]]
    let changes = difference.changes(old, new)
    #expect(changes.map(\.operation).sorted { $0.rawValue < $1.rawValue } == [.add, .remove, .replace])
    #expect(changes.filter { $0.operation == .replace }.map(\.isRewording) == [true])
  }

  @Test("A field that nobody declared is never taken for harmless")
  func undeclared() {
    let change = difference.changes(["mystery": 1], ["mystery": 2]).first
    #expect(change?.impact == .unknown)
    #expect(change?.isMajor == true)
  }

  @Test("Pointers escape what stands for something in a pointer")
  func pointer() {
    let change = difference.changes(["a~b/c": 1], ["a~b/c": 2]).first
    #expect(change?.pointer == "/a~0b~1c")
  }
}

@Suite("Rewording")
struct RewordingTests {
  private let rewording = Rewording(names: ["居民身份证", "行驶证", "登记证书"])

  @Test(
    "F-13 a number, a duty, a negation or a paper that differs is no rewording",
    arguments: [
      ("应当在3日内申请", "可以在3日内申请"), ("应当在3日内申请", "应当在5日内申请"), ("带身份证", "不带身份证"), ("三十日内办", "十三日内办"),
      ("交回行驶证", "交回登记证书"), ("2026年起", "2027年起"), ("按《道路交通安全法》办", "按《行政许可法》办"), ("年满18周岁以上", "年满18周岁以下"),
      ("You must apply within 3 days", "You may apply within 3 days"), ("It is free", "It isn't free"),
    ])
  func substance(a: String, b: String) { #expect(!rewording.isOnly(a, b)) }

  @Test(
    "Other words for the same are a rewording, Chinese and Arabic numerals too",
    arguments: [
      ("应当在三十日内申请", "应当在30日内提出申请"), ("请到窗口领取行驶证", "到窗口拿行驶证"), ("带两份复印件", "带2份复印件"),
      ("You must apply within 3 days", "Within 3 days, you must hand in the form"),
    ])
  func rewordings(a: String, b: String) { #expect(rewording.isOnly(a, b)) }
}
