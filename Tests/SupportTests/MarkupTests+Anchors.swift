import Markup
import Testing

@Suite struct `Anchors of a page` {
  private let page: Markup = """
    <section id="a" class="x"><h2 class="y" id="b">T</h2><p> id="text" &gt;</p>
    <svg><title id="t">T</title><desc id="d">D</desc></svg><br id="c"/></section>
    """

  @Test func `are its ids in order, without those of the words in drawings and without what only looks like one`() {
    #expect(page.anchors == ["a", "b", "c"])
  }

  @Test func `something can be put into the elements that have them`() {
    let marked = page.inserting { id in id == "b" ? "<i>1</i>" : "" }
    #expect(marked.string.contains("<h2 class=\"y\" id=\"b\"><i>1</i>T</h2>"))
    #expect(marked.anchors == page.anchors)
    #expect(page.inserting { _ in "" } == page)
  }
}
