import Markup
import Testing

/// The same page for an XML reader and for an HTML reader.
struct MarkupHTMLTests {
  /// Well-formed XML, and the HTML for it; nil where nothing changes.
  static let cases: [(Markup, String?)] = [
    ("<p>一<br/>二</p>", "<p>一<br>二</p>"),
    ("<meta charset=\"utf-8\" />", "<meta charset=\"utf-8\">"),
    ("<input\n  type='radio'\n/>", "<input\n  type='radio'>"),
    (
      "<link/><img/><hr/><col/><wbr/><source/><area/><base/><embed/><track/>",
      "<link><img><hr><col><wbr><source><area><base><embed><track>"
    ),
    ("<tr><td class=\"n\"/><td>1</td></tr>", "<tr><td class=\"n\"></td><td>1</td></tr>"),
    ("<script src=\"a.js\"/><br/>", "<script src=\"a.js\"></script><br>"),
    ("<img alt=\"a/>b <br/>\"/>", "<img alt=\"a/>b <br/>\">"),
    ("<img alt='\"/>' title=\"'/>\"/>", "<img alt='\"/>' title=\"'/>\">"),
    ("<a title=\"<br/>\">a /> b</a>", nil),
    ("<!DOCTYPE html><?x y?><html lang=\"zh-CN\"></html>", nil),
    ("<!-- <br/> \" -->", nil),
    ("<![CDATA[<br/>]]>", nil),
    ("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><g><image/></g></svg>", nil),
    ("<svg/><br/>", "<svg/><br>"),
    ("<svg><svg/></svg><svg><use/></svg><br/>", "<svg><svg/></svg><svg><use/></svg><br>"),
    ("<svg><style>a</style><path/></svg><math><mi/></math>", nil),
    ("<style>a::before { content: '<br/>' }</style><br/>", "<style>a::before { content: '<br/>' }</style><br>"),
    ("<script>x = \"</b><br/>\"</script><br/>", "<script>x = \"</b><br/>\"</script><br>"),
    ("<br-x/><hrx/>", "<br-x></br-x><hrx></hrx>"),
    ("", nil), ("<", nil), ("<br", nil), ("a </", nil), ("<!--", nil), ("<p a=\"", nil), ("/>", nil),
  ]

  @Test(arguments: cases)
  func `only empty elements are rewritten`(markup: Markup, html: String?) {
    #expect(String(decoding: markup.htmlBytes, as: UTF8.self) == html ?? markup.string)
  }
}
