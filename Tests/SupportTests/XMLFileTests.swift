import Diagnostics
import Testing
import XMLFile

@Suite struct `Reading a file into elements` {
  private func read(_ text: String) throws -> (root: Element, text: SourceText) {
    let (root, source, diagnostics) = XMLFile.read(Array(text.utf8), path: "x.xml")
    #expect(diagnostics.isEmpty)
    return (try #require(root), source)
  }

  @Test func `spans hold exactly the tag, the name, the value and the text`() throws {
    let (root, source) = try read(
      """
      <?xml version="1.0"?>
      <!-- 说明 <a> -->
      <item id='办' xmlns:xsi="u" name = "a&amp;b">
        <step actor="窗口">　收件 <!-- x -->核对</step>
        <none/>
      </item>
      """)
    #expect(source.text(of: root.span) == #"<item id='办' xmlns:xsi="u" name = "a&amp;b">"#)
    #expect(root.attributes.map(\.name) == ["id", "name"])
    #expect(root.attributes.map(\.value) == ["办", "a&b"])
    #expect(root.attributes.map { source.text(of: $0.span) } == ["办", "a&amp;b"])
    #expect(root.attributes.map { source.text(of: $0.nameSpan) } == ["id", "name"])
    #expect(root["name"]?.value == "a&b")
    #expect(root["none"] == nil)
    #expect(root.textSpan == root.span)

    let step = try #require(root.children.first)
    #expect(source.text(of: step.span) == #"<step actor="窗口">"#)
    #expect(source.text(of: step.textSpan) == "　收件")
    #expect(step.text == "收件 核对")
    #expect(source.position(of: step.span.offset) == (4, 3))
    #expect(source.position(of: step.textSpan.offset) == (4, 20))
    #expect(source.text(of: try #require(root.children.last).span) == "<none/>")
  }

  @Test(arguments: [
    ("\n  食品\n  许可  ", "食品许可"),
    ("food\n  licence", "food licence"),
    ("a  b\tc", "a b c"),
    ("中文\nword\n中文", "中文 word 中文"),
    ("号牌，\nABC", "号牌，ABC"),
    ("中 文", "中 文"),
    ("他说“好”\n“行”吗", "他说“好” “行”吗"),
    ("中\n“引”", "中“引”"),
    ("甲　乙", "甲　乙"),
    ("　　甲　\n", "甲"),
    ("甲\r\n乙", "甲乙"),
    ("x<b/>y", "x y"),
    ("甲<b/>乙", "甲乙"),
    ("<![CDATA[ 1 < 2 ]]>", "1 < 2"),
    ("&#x4E2D;&amp;", "中&"),
    ("\n", ""),
  ])
  func `white space in text`(written: String, meant: String) throws {
    #expect(try read("<a>\(written)</a>").root.text == meant)
  }

  @Test func `references in an attribute are replaced once`() throws {
    let root = try read("<a b='&lt;&#38;&amp;#38;&#x4E2D;&quot;\n&#10;中'/>").root
    #expect(root["b"]?.value == "<&&#38;中\" \n中")
  }

  @Test(arguments: [
    ("<a> <b>x</b> 甲 乙 </a>", "甲 乙"),
    ("<a><!-- 甲 < --> <?p 乙?> 丙</a>", "丙"),
    ("<a><![CDATA[ ]]><![CDATA[ <甲> ]]></a>", "<甲>"),
    ("<a>\n  &lt;甲\n</a>", "&lt;甲"),
  ])
  func `the text span is the first text that is not blank`(file: String, text: String) throws {
    let (root, source) = try read(file)
    #expect(source.text(of: root.textSpan) == text)
  }

  @Test func `the last element of a big file is where it says`() throws {
    let line = "  <项 名=\"食品经营许可证\">第一行，第二行 &amp; 第三行</项>\n"
    let big = "<册>\n" + String(repeating: line, count: 60_000) + "  <末 名=\"甲\"/>\n</册>\n"
    let (root, source) = try read(big)
    let last = try #require(root.children.last)
    #expect(root.children.count == 60_001)
    #expect(source.text(of: last.span) == "<末 名=\"甲\"/>")
    #expect(source.position(of: last.span.offset) == (60_002, 3))
    #expect(try source.text(of: #require(last["名"]).span) == "甲")
    #expect(source.text(of: try #require(root.children.first).textSpan) == "第一行，第二行 &amp; 第三行")
  }

  @Test func `a namespace is reported once and the local name kept`() throws {
    let file = "<a xmlns='u' xmlns:p='v'><p:b/><p:c p:d='1'/></a>"
    let (root, source, diagnostics) = XMLFile.read(Array(file.utf8), path: "x.xml")
    #expect(root?.children.map(\.name) == ["b", "c"])
    #expect(root?.children.last?["d"]?.value == "1")
    #expect(diagnostics.map(\.id) == ["namespaced-element", "namespaced-element"])
    #expect(diagnostics.map { source.text(of: $0.span) } == ["xmlns='u'", "p:b"])
  }

  @Test func `what editors put on the root is ignored without a word`() throws {
    let (root, _) = try read(
      """
      <a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="b.xsd" xml:lang="zh" c="1"/>
      """)
    #expect(root.attributes.map(\.name) == ["c"])
  }
}
