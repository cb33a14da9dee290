import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Proofreading
import Publishing
import Testing

/// The messages before, during and after: what a case system gets, and what the book says of them. Named after the
/// conformance tests of the feed.
@Suite struct `The message plan` {
  private static let stages = RealBook.handbook?.scenarios.map { ($0.id, $0.messagePlan?.stages ?? []) } ?? []

  @Test("F-37 every scenario has every stage that is needed, with every channel and what to do if it does not come")
  func complete() throws {
    #expect(Self.stages.count == 18)
    for (id, stages) in Self.stages {
      let codes = Set(stages.map(\.code))
      #expect(codes.isSuperset(of: ["B1", "B2", "D1", "D2", "D3", "D5", "A1", "A2"]), "\(id)")
      for stage in stages {
        let texts = ["lock", "title", "body", "sms", "board", "voice"].map { stage.templates[$0] ?? "" }
        #expect(texts.allSatisfy { !$0.isEmpty } && stage.weChat.count >= 2, "\(stage.id)")
        #expect(!stage.ifMissing.isEmpty && !stage.next.isEmpty && !stage.trigger.isEmpty, "\(stage.id)")
      }
    }
  }

  /// Measured here with every value that may be filled in, not with the program's own measure.
  @Test("F-37 every channel is within its limit")
  func limits() throws {
    for stage in Self.stages.flatMap(\.1) {
      let values = Dictionary(
        uniqueKeysWithValues: stage.variables.map { variable in
          let longest = variable.values.max { $0.count < $1.count }
          let other = ["date": "2026年12月31日", "count": "99"][variable.name] ?? "未提供"
          return ("{\(variable.name)}", longest ?? other)
        })
      func filled(_ text: String) -> String {
        values.reduce(text) { $0.replacing($1.key, with: $1.value) }
      }
      func length(_ channel: String) -> Int { filled(stage.templates[channel] ?? "").utf16.count }
      #expect(filled(stage.templates.values.joined()).contains { "{}".contains($0) } == false, "\(stage.id)")
      #expect(length("title") <= 12 && length("lock") <= 20 && length("board") <= 120, "\(stage.id)")
      #expect(length("sms") <= (["D2", "D5", "A2"].contains(stage.code) ? 70 : 134), "\(stage.id)")
      #expect(stage.templates["sms"]?.hasPrefix("【县公安局交通警察大队】") == true)
      for (field, text) in stage.weChat {
        let most = field.hasPrefix("thing") ? 20 : field.hasPrefix("phrase") ? 5 : 32
        #expect(filled(text).count <= most, "\(stage.id) \(field)")
      }
    }
  }

  @Test(
    "F-38 a template that asks for a name is refused, at its place",
    arguments: [
      "{{name}}", "{name}", "{idNumber}", "{plate}", "{caseRef}", "{", "}", "{scenario", "{ scenario }", "{{scenario}}",
    ])
  func variables(_ words: String) throws {
    let read = Catalogue.read(Self.files(body: "您好\(words)，请来"))
    let found = read.diagnostics.filter { $0.id == "private-variable" }
    #expect(found.count == 1 && found.first?.severity == .error, "\(read.diagnostics.map(\.id))")
    #expect(found.first?.span.file == "messages.xml")
  }

  @Test(
    "F-38 nor may it hold a number, a name, an amount",
    arguments: [
      ("personal-data", "11010519491231002X"), ("personal-data", "13800138000"), ("personal-data", "鲁P12345"),
      ("personal-data", "6222021234567890128"), ("private-words", "{office}先生"), ("private-words", "女士{office}"),
      ("private-words", "张同志"), ("private-words", "罚款200元"), ("private-words", "因超速"), ("private-words", "患有"),
    ])
  func words(_ id: String, _ words: String) throws {
    let found = try Self.findings(body: "请注意 \(words) 请来").filter { $0.id == id }
    #expect(found.count == 1 && found.first?.severity == .error)
  }

  @Test(
    "F-38 what only looks like it passes",
    arguments: [
      "6222021234567890127", "各位女士、先生，请来", "{count}样，{date}，{phone}", "尊敬的先生，请来", "12123",
    ])
  func fine(_ words: String) throws {
    let ids = try Self.findings(body: words).filter { $0.severity == .error }.map(\.id)
    #expect(ids.isEmpty, "\(ids)")
  }

  @Test("F-39 numbers of persons in free text fail with their place; the office's telephone passes")
  func freeText() throws {
    for number in ["11010519491231002X", "鲁P12345", "13800138000", "6222021234567890128"] {
      let guide = CaseBook.item("one", "办证", "<note for=\"reader\">例如 \(number)</note>")
      let found = try Self.proofs([guide]).filter { $0.id == "personal-data" }
      #expect(found.count == 1 && found.first?.span.file == "items/one.xml", "\(number)")
      #expect(found.first?.span.length == number.utf8.count, "\(number)")
    }
    let guide = CaseBook.item("one", "办证", "<note for=\"reader\">打 0635-1234567 或 12345</note>")
    #expect(try Self.proofs([guide]).filter { $0.id == "personal-data" }.isEmpty)
  }

  @Test("F-40 a sensitive scenario shows the neutral text wherever others may look")
  func sensitive() throws {
    let sensitive = Self.stages.filter { RealBook.catalogue.scenarios[$0.0]?.isSensitive == true }
    #expect(Set(sensitive.map(\.0)) == ["handle-violations", "senior-driver"])
    for (id, stages) in sensitive {
      let title = try #require(RealBook.catalogue.scenarios[id]?.title)
      for stage in stages {
        #expect(stage.templates["lock"] == "您有一条政务办理消息" && stage.templates["title"] == "您有新消息")
        #expect(stage.weChat.first.map { "\($0.field) \($0.text)" } == "thing1 政务服务办理")
        let pushed = ["lock", "title", "sms", "voice"].map { stage.templates[$0] ?? "" } + stage.weChat.map(\.text)
        #expect(pushed.allSatisfy { !$0.contains(title) && !$0.contains("{guide}") }, "\(stage.id)")
      }
    }
  }

  @Test func `a scenario's own sentence is the body of its stage and is told once`() throws {
    let book = try #require(RealBook.handbook)
    for chapter in book.scenarios {
      let bodies = chapter.messagePlan?.stages.map(\.told.body) ?? []
      for message in chapter.messages {
        #expect(bodies.count { $0 == message.text } == 1, "\(chapter.id) \(message.text)")
      }
    }
  }

  @Test func `no key has a dot, and no case is in the file`() throws {
    let file = try #require(RealBook.edition?.files.first { $0.path == "messages.json" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.matches(of: #/"([^"]*)" :/#).allSatisfy { !$0.output.1.contains(".") })
    #expect(text.matches(of: #/\{([a-z]+)\}/#).allSatisfy { MessageVariable(rawValue: String($0.output.1)) != nil })
    #expect(PersonalNumber.all(in: file.bytes).isEmpty)
  }

  @Test func `a catalogue without a plan is printed as before`() throws {
    let book = CaseBook([CaseBook.item("one", "办证")])
    #expect(try book.page().contains("您会收到哪些消息\n"))
    #expect(try Edition(book.handbook).files.contains { $0.path == "messages.json" } == false)
  }

  // MARK: What is made of a plan of one's own

  private static func files(body: String) -> [CatalogueFile] {
    let stages = ["B1", "B2", "D1", "D2", "D3", "D5", "A1", "A2"].map { code in
      """
      <stage code="\(code)" sender="case-system" urgency="normal" ttl="7" collapse="case"><trigger>到了</trigger>
      <lock>有消息</lock><title>有消息</title><body>\(code == "D2" ? body : "有消息")</body><sms>有消息</sms>
      <wechat><thing>有消息</thing></wechat><board>有消息</board><voice>有消息</voice><next>去办</next>
      <missing>去问</missing></stage>
      """
    }.joined()
    let plan = CatalogueFile(
      "messages.xml",
      """
      <message-plan><neutral><lock>有消息</lock><title>有消息</title><thing>政务</thing></neutral>\(stages)</message-plan>
      """)
    return [plan]
  }

  private static func findings(body: String) throws -> [Diagnostic] {
    try proofs([CaseBook.item("one", "办证")], files(body: body))
  }

  private static func proofs(_ items: [CatalogueFile], _ files: [CatalogueFile] = []) throws -> [Diagnostic] {
    let book = CaseBook(items, files: files)
    return Proofs(
      book.read.catalogue, surveys: book.surveys.all, sources: book.read.sources, besides: book.read.diagnostics
    ).diagnostics
  }
}
