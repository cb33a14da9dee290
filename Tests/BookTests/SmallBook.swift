import Catalogue
import Diagnostics
import Handbook
import Testing

/// A catalogue of a few lines that uses everything the format has. `text` stands in every place that holds text.
enum SmallBook {
  static func handbook(lang: String, text: String) throws -> Handbook {
    try #require(Handbook(catalogue(lang: lang, text: text)))
  }

  static func catalogue(lang: String, text: String) throws -> Catalogue {
    let read = Catalogue.read(files(lang, text))
    let errors = read.diagnostics.filter { $0.severity == .error }.map(\.summary.en)
    try #require(errors.isEmpty, "\(errors)")
    return read.catalogue
  }

  private static func files(_ lang: String, _ text: String) -> [CatalogueFile] {
    let t = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
    return common(lang, t) + items(t) + [scenario(t)]
  }

  private static func common(_ lang: String, _ t: String) -> [CatalogueFile] {
    [
      CatalogueFile(
        "book.xml",
        """
        <book version="1" lang="\(lang)"><title>Book \(t)</title><issuer>Issuer \(t)</issuer><edition id="1" date="2026-11-24"/>
        <theme id="t" mark="M">Theme \(t)</theme><hotline number="12345" name="Line \(t)">Call \(t)</hotline>
        <preface>Preface \(t)</preface><term name="Term \(t)">Meaning \(t)</term></book>
        """),
      CatalogueFile(
        "laws.xml",
        """
        <laws><law id="act" title="Act \(t)" number="No. 1 \(t)" effective="2020-01-01" checked="secondary">Remark \(t)</law></laws>
        """),
      CatalogueFile(
        "subjects.xml",
        """
        <subjects><subject id="applicant" kind="person">Self \(t)</subject><subject id="agent" kind="person">Agent \(t)</subject>
        <subject id="vehicle" kind="vehicle">Car \(t)</subject></subjects>
        """),
      CatalogueFile(
        "facts.xml",
        """
        <facts>
        <fact id="agent" ask="Who \(t)?" note="Note \(t)" checked="no"><option id="self">Self \(t)</option>
        <option id="agent" when-text="by agent \(t)">Agent \(t)</option></fact>
        <fact id="lost" ask="What \(t)?" choose="many"><option id="x">X \(t)</option><option id="y">Y \(t)</option></fact>
        <fact id="size" ask="Size \(t)?"><option id="small">Small \(t)</option><option id="large">Large \(t)</option>
        <option id="huge">Huge \(t)</option></fact>
        </facts>
        """),
      CatalogueFile(
        "fees.xml",
        """
        <fees><fee id="plate" name="Plate \(t)" amount="100.50" per="set \(t)" basis="act§1" checked="secondary">Fee \(t)</fee>
        <fee id="test" name="Test \(t)" kind="third-party" amount="10-20">Fee \(t)</fee>
        <fee id="bond" name="Bond \(t)" kind="deposit">Fee \(t)</fee></fees>
        """),
      CatalogueFile(
        "evidence.xml",
        """
        <evidence-types>
        <evidence id="card" of="person" name="Card \(t)" issuer="office" validity="Valid \(t)" checked="no"><alias>Alias \(t)</alias>
        <get>Get \(t)</get><lookup>Lookup \(t)</lookup><note>Note \(t)</note></evidence>
        <evidence id="title" of="vehicle" unique="yes" name="Title \(t)" issuer-name="Maker \(t)"/>
        <evidence id="form" of="case" name="Form \(t)"/><evidence id="deed" of="case" name="Deed \(t)"/>
        <evidence id="letter" of="person" name="Letter \(t)"/><evidence id="photo" of="person" name="Photo \(t)"/>
        <evidence id="identity" of="person" name="Identity \(t)"><class when="agent=self"><evidence-ref id="card"/></class>
        <class when="agent=agent"><evidence-ref id="card"/><evidence-ref id="letter" treat="keep"/></class></evidence>
        </evidence-types>
        """),
      CatalogueFile(
        "agencies.xml",
        """
        <agencies><agency id="office" kind="police" name="Office \(t)" short="Office \(t)"><note basis="act§2">Note \(t)</note>
        <address sample="yes">Street \(t)</address><hours none="yes"/><phone>1 \(t)</phone><counter id="c">Counter \(t)</counter></agency>
        <agency id="shop" kind="company" name="Shop \(t)" short="Shop \(t)"/></agencies>
        """),
      CatalogueFile(
        "calendar/2026.xml",
        "<calendar year=\"2026\" source=\"s\" checked=\"yes\"><off from=\"2026-01-01\" to=\"2026-01-03\">x</off></calendar>"
      ),
    ]
  }

  private static func items(_ t: String) -> [CatalogueFile] {
    [
      CatalogueFile(
        "items/first.xml",
        """
        <item id="first" agency="office" checked="secondary" type="Type \(t)"><name>First \(t)</name><official>Official \(t)</official>
        <alias>Alias \(t)</alias><who>Who \(t)</who><condition basis="act§3" checked="no">Condition \(t)</condition>
        <basis law="act" article="50(1)">Gist \(t)</basis><basis law="act" article="4-5"/><basis law="act" article="6end"/>
        <requirements>
        <requirement id="a" evidence="identity" treat="show" originals="1" copies="2" basis="act§3">Note \(t)</requirement>
        <requirement id="b" evidence="title" treat="show" endorse="yes" originals="1" max-age="30" min-remaining="90"/>
        <requirement id="c" evidence="form" treat="keep" originals="2" necessity="deferrable" due-days="5" when="lost=x"/>
        <requirement id="d" evidence="photo" treat="keep" originals="1" necessity="optional" when="size=small|large"/>
        <one-of id="o"><requirement id="e" evidence="deed" treat="show" originals="1"/>
        <requirement id="f" evidence="letter" treat="keep" certified="1" originals="0"/></one-of>
        </requirements>
        <steps><step id="p" stage="prepare" by="applicant" at="home">Prepare \(t)</step>
        <step id="s" stage="submit" by="applicant" online="yes">Submit \(t)</step>
        <step id="d" stage="decide" by="agency" checked="no">Decide \(t)</step>
        <step id="c" stage="collect" by="applicant" ways="wait mail">Collect \(t)</step></steps>
        <time statutory="5" promised="2" unit="workingDays" basis="act§7" checked="no">Time \(t)</time>
        <fees><fee-ref id="plate" when="size=small"/><fee-ref id="test"/><fee-ref id="bond"/></fees>
        <outputs><output evidence="title">Title \(t)</output><output when="size=huge">Mark \(t)</output></outputs>
        <validity>Validity \(t)</validity><deadline basis="act§8">Deadline \(t)</deadline><online>Online \(t)</online>
        <agent allowed="limited" basis="act§9">Rule \(t)</agent><pitfall when="size=small">Pitfall \(t)</pitfall>
        <facts-table title="Table \(t)"><row name="Row \(t)" checked="no">Cell \(t)</row></facts-table>
        <note for="reader">Note \(t)</note></item>
        """),
      CatalogueFile(
        "items/second.xml",
        """
        <item id="second" agency="shop" checked="no"><name>Second \(t)</name>
        <requirements>
        <requirement id="a" evidence="title" treat="surrender" originals="1"/>
        <requirement id="b" evidence="card" treat="show" originals="1"><waiver how="lookup" basis="act§1">Fallback \(t)</waiver></requirement>
        <requirement id="c" evidence="form" treat="record"/>
        <requirement id="d" evidence="deed" treat="keep" originals="1" from="office"/>
        <requirement id="e" evidence="photo" treat="show" originals="1"><waiver how="commitment">Fallback \(t)</waiver></requirement>
        </requirements>
        <steps><step id="s" stage="submit" by="applicant">Submit \(t)</step>
        <step id="r" stage="review" by="office" days="3" unit="calendarDays">Review \(t)</step>
        <step id="c" stage="collect" by="applicant" at="online">Collect \(t)</step></steps>
        <time statutory="none"/><fees none="yes"/><outputs none="yes"/></item>
        """),
      CatalogueFile("items/third.xml", "<item id=\"third\" agency=\"shop\"><name>Third \(t)</name></item>"),
    ]
  }

  private static func scenario(_ t: String) -> CatalogueFile {
    CatalogueFile(
      "scenarios/all.xml",
      """
      <scenario id="all" theme="t" checked="secondary"><title>Scenario \(t)</title><alias>Alias \(t)</alias>
      <audience>Audience \(t)</audience><summary>Summary \(t)</summary>
      <questions><question fact="agent"/><question fact="lost"/>
      <question id="more" ask="More \(t)?"><option id="no">No \(t)</option><option id="yes">Yes \(t)</option><option id="later">Later \(t)</option></question>
      <impossible when="agent=self and more=later">Never \(t)</impossible></questions>
      <members><member item="first"/><member item="second" when="more=yes or lost=y"/><member item="third" when="not more=no"/></members>
      <edges><handover from="first" to="second" evidence="title"/>
      <wait after="first" then="second" days="3" unit="calendarDays" checked="no" basis="act§1">Wait \(t)</wait></edges>
      <messages><message phase="before" on="Ready \(t)">Before \(t)</message><message phase="during" on="Work \(t)">During \(t)</message>
      <message phase="after" on="Done \(t)">After \(t)</message></messages>
      <pitfall basis="act§1" when="more=yes">Pitfall \(t)</pitfall><note for="reader" when="more=yes">Note \(t)</note>
      <qa><q>Question \(t)?</q><a basis="act§1" checked="no">Answer \(t)</a></qa>
      <case start="2026-12-01"><story>Story \(t)</story><answer question="agent" is="self"/><answer question="lost" is="x y"/>
      <answer question="more" is="yes"/></case></scenario>
      """)
  }
}
