import Catalogue
import Consolidation
import Foundation
import Proofreading
import Testing

@Suite struct `Plain words` {
  /// The catalogue of `Clean` with its words, a law and an item whose names hold official words.
  static func plain() throws -> PlainWords {
    var catalogue = Catalogue.read(try Samples.files(in: Samples.tests.appending(path: "Clean"))).catalogue
    catalogue.laws["stalls"]?.title = "摊主应当遵守的办法"
    return PlainWords(catalogue)
  }

  @Test(arguments: [
    ("摊主应当打扫", "摊主要打扫"),
    ("须带证，必须当天办", "要带证，必须当天办"),
    ("当日办结", "当天办完"),
    ("收件，当日办结；领证", "收件，当天办完；领证"),
    ("当日办结的不用等", "当日办结的不用等"),
    ("由核发机关决定", "由核发机关决定"),
    ("《应当如何》和“应当”不动，应当动", "《应当如何》和“应当”不动，要动"),
    ("“没有合上的引号，应当", "“没有合上的引号，应当"),
    ("照摊主应当遵守的办法，应当打扫", "照摊主应当遵守的办法，要打扫"),
    ("自收件起十五个工作日内", "自收件起15个工作日内"),
    ("三十日内，两份，一百零五元", "30日内，2份，105元"),
    ("一次办成，一件事，第三十日，每三日，三五日", "一次办成，一件事，第三十日，每三日，三五日"),
    ("二十一天，十二周岁，一个工作日", "21天，12周岁，1个工作日"),
    ("一份申请，一天，一元", "一份申请，一天，一元"),
    ("", ""),
  ])
  func `are put in where they cannot change the meaning`(text: String, expected: String) throws {
    #expect(try Self.plain()(text).text == expected)
  }

  @Test func `what a person has to word is named`() throws {
    let plain = try Self.plain()
    #expect(plain("由核发机关决定").left.map(\.official) == ["核发机关"])
    #expect(plain("当日办结的不用等").left.map(\.official) == ["当日办结"])
    #expect(plain("应当").replaced.map(\.official) == ["应当"])
  }

  /// Texts of pieces that meet in every order: the same again changes nothing, no number and no “not” is lost, and what
  /// stands in quotation marks stays.
  @Test func `lose nothing, and come to rest`() throws {
    let plain = PlainWords(Catalogue.read(try Samples.files(in: Samples.services)).catalogue)
    let pieces = [
      "应当", "必须", "须", "不得", "不得不", "方可", "对方可", "予以", "逾期", "未", "不予受理", "即办件", "三十日", "十五", "2",
      "份", "，", "。", "“", "”", "《", "》", "机动车登记规定", "一式三份", "进行", "检验", "办理", "日", "第", "a", "工本费", "\n",
    ]
    var random = SplitMix(state: seed(for: "plain words"))
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let once = plain(text)
      #expect(plain(once.text).text == once.text, "\(text)")
      let negations: Set<Character> = ["不", "未", "没"]
      #expect(once.text.count(where: negations.contains) >= text.count(where: { $0 == "未" || $0 == "不" }), "\(text)")
      #expect(once.text.filter(\.isASCII).filter(\.isNumber).count >= text.filter { "0"..."9" ~= $0 }.count, "\(text)")
      for match in text.matches(of: #/《[^《》“”]*》/#) where !text.contains("“") {
        #expect(once.text.contains(match.output), "\(text)")
      }
    }
  }

  @Test func `the real catalogue's words come to rest on its own texts`() throws {
    let catalogue = Catalogue.read(try Samples.files(in: Samples.services)).catalogue
    let plain = PlainWords(catalogue)
    #expect(catalogue.words.plain.count == 76)
    for text in catalogue.texts {
      let once = plain(text.text).text
      #expect(plain(once).text == once)
    }
    // An official word that can never be met is a line for nothing.
    for word in catalogue.words.plain where word.use != .person {
      #expect(plain(word.official.replacing("…", with: "检验")).replaced.count == 1, "\(word.official)")
    }
  }
}

@Suite struct `What a guide states` {
  static func completeness(_ change: (inout Catalogue) -> Void = { _ in }) throws -> Completeness {
    var catalogue = Catalogue.read(try Samples.files(in: Samples.tests.appending(path: "Clean"))).catalogue
    change(&catalogue)
    return Completeness(catalogue)
  }

  private func state(_ element: GuideElement, _ item: String, _ completeness: Completeness) -> Completeness.State? {
    completeness.items.first { $0.id == item }?.state(of: element)
  }

  @Test func `tells known, none and not stated apart`() throws {
    let found = try Self.completeness()
    #expect(state(.papers, "stall-permit", found) == .known)
    #expect(state(.fees, "stall-permit", found) == .known)
    #expect(state(.fees, "medical-check", found) == .notStated)
    #expect(state(.paperCount, "stall-permit", found) == .known)
    #expect(state(.paperCount, "medical-check", found) == .notStated)
    #expect(state(.hours, "stall-permit", found) == .notStated)
    #expect(state(.promised, "stall-permit", found) == .known)
    // A company has no public power to be coded.
    #expect(state(.taskCode, "medical-check", found) == Completeness.State.none)
    #expect(state(.taskCode, "stall-permit", found) == .notStated)
  }

  @Test func `a detail states an element, or that there is none`() throws {
    let files = try Samples.files(in: Samples.tests.appending(path: "Clean")).map { file in
      let details = #"<detail element="area">全县</detail><detail element="quota" none="yes"/></item>"#
      let text = String(decoding: file.bytes, as: UTF8.self)
      return file.path == "items/stall-permit.xml"
        ? CatalogueFile(path: file.path, bytes: Array(text.replacing("</item>", with: details).utf8)) : file
    }
    let read = Catalogue.read(files)
    #expect(read.diagnostics.isEmpty)
    let found = Completeness(read.catalogue)
    #expect(state(.area, "stall-permit", found) == .known)
    #expect(state(.quota, "stall-permit", found) == Completeness.State.none)
  }

  @Test func `a sample is nobody's record`() throws {
    let fact = Agency.LocalFact(text: "周一到周五", sample: true)
    let sample = try Self.completeness { $0.agencies["transport-office"]?.hours = .known(fact) }
    #expect(state(.hours, "stall-permit", sample) == .notStated)
    var real = fact
    real.sample = false
    let known = try Self.completeness { $0.agencies["transport-office"]?.hours = .known(real) }
    #expect(state(.hours, "stall-permit", known) == .known)
  }

  @Test func `scores add up`() throws {
    let found = try Self.completeness()
    #expect(found.total.total == GuideElement.allCases.count * 2)
    #expect(found.agencies.map(\.score.total).reduce(0, +) == found.total.total)
    #expect(found.elements.map(\.score.total) == GuideElement.allCases.map { _ in 2 })
    for item in found.items { #expect(item.missing.count == item.score.notStated) }
    let one = Completeness.Score(known: 1, none: 1, notStated: 1)
    #expect(one.percent == 66)
  }
}
