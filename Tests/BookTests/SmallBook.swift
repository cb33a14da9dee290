import Catalogue
import Consolidation
import Diagnostics
import Handbook
import Testing

/// A catalogue of a few lines that uses everything the format has. `text` stands in every place that holds text.
enum SmallBook {
  static func handbook(lang: String, text: String) throws -> Handbook {
    let read = try read(lang: lang, text: text)
    let surveys = Surveys(read.catalogue)
    return try #require(
      Handbook(
        read.catalogue, surveys: surveys, sources: read.sources, findings: RealBook.proofread(read, surveys)))
  }

  static func catalogue(lang: String, text: String) throws -> Catalogue { try read(lang: lang, text: text).catalogue }

  private static func read(lang: String, text: String) throws -> ReadCatalogue {
    let files = files(lang, text)
    let undecided = Catalogue.read(files).catalogue
    let read = Catalogue.read(files + [decisions(escaped(text), on: undecided)])
    let errors = read.diagnostics.filter { $0.severity == .error && !Catalogue.bearableErrors.contains($0.id) }
      .map(\.summary.en)
    try #require(errors.isEmpty, "\(errors)")
    return read
  }

  private static func files(_ lang: String, _ text: String) -> [CatalogueFile] {
    let t = escaped(text)
    // Braces in a message are variables.
    let m = t.replacing("{", with: "(").replacing("}", with: ")")
    return common(lang, t) + items(t) + [scenario(t, m), unmerged(t, m), guideline(t), consultation(t), messagePlan(m)]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Decisions on the texts as they are.
  private static func decisions(_ t: String, on catalogue: Catalogue) -> CatalogueFile {
    func requirement(_ item: String, _ id: String) -> String {
      let hash = catalogue.digest(of: .requirement(item: item, id: id)) ?? ""
      return "<source item=\"\(item)\" requirement=\"\(id)\" hash=\"\(hash)\"/>"
    }
    func evidence(_ id: String) -> String {
      "<source evidence=\"\(id)\" hash=\"\(catalogue.digest(of: .evidence(id)) ?? "")\"/>"
    }
    return CatalogueFile(
      "decisions.xml",
      """
      <decisions><decision id="same" do="merge" by="By \(t)" second="Second \(t)" on="2026-01-01" until="2026-12-31">
      \(evidence("contract"))\(evidence("pact"))<reason>Same \(t)</reason></decision>
      <decision id="apart" do="split" by="By \(t)" on="2026-01-01">\(requirement("second", "g"))<reason>Apart \(t)</reason></decision>
      <decision id="gone" do="drop" by="By \(t)" second="Second \(t)" on="2026-01-01">\(requirement("second", "h"))
      <reason>Gone \(t)</reason></decision></decisions>
      """)
  }

  private static func common(_ lang: String, _ t: String) -> [CatalogueFile] {
    [
      CatalogueFile(
        "book.xml",
        """
        <book version="1" lang="\(lang)"><title>Book \(t)</title><issuer>Issuer \(t)</issuer><edition id="1" date="2026-11-24"/>
        <theme id="t" mark="M">Theme \(t)</theme><hotline number="12345" name="Line \(t)">Call \(t)</hotline>
        <preface>Preface \(t)</preface><term name="Term \(t)">Meaning \(t)</term>
        <check source="https://example.org/{path}#L{line}"><raise id="day-unit"/><accept id="vague-words">Reason \(t)</accept></check>
        <feedback mail="book@example.org"/><disclosure basis="act§1" checked="no"><limit basis="act§2">Limit \(t)</limit><channels is="website other" sample="yes">Channel \(t)</channels>
        <audience is="group">Group \(t)</audience><manner is="on-request"/><level is="county township"/></disclosure></book>
        """),
      CatalogueFile(
        "laws.xml",
        """
        <laws><law id="act" title="Act \(t)" number="No. 1 \(t)" effective="2020-01-01" checked="secondary">Remark \(t)<lists article="4-5" evidence="card pact"/></law></laws>
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
        <fees><fee id="plate" name="Plate \(t)" amount="100.50" per="set \(t)" payee="office" code="P \(t)" once="yes" basis="act§1"
        checked="secondary">Fee \(t)<waiver when="size=small" percent="50" basis="act§1" checked="no">Half \(t)</waiver>
        <waiver when="lost=y">All \(t)</waiver></fee>
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
        <evidence id="form" of="case" form="yes" name="Form \(t)"/><evidence id="contract" of="case" name="Contract \(t)"/>
        <evidence id="pact" of="case" name="Pact \(t)"/><evidence id="deed" of="case" name="Deed \(t)"/>
        <evidence id="letter" of="person" name="Letter \(t)"/><evidence id="photo" of="person" name="Photo \(t)"/>
        <evidence id="identity" of="person" name="Identity \(t)"><class when="agent=self"><evidence-ref id="card"/></class>
        <class when="agent=agent"><evidence-ref id="card"/><evidence-ref id="letter" treat="keep"/></class></evidence>
        </evidence-types>
        """),
      CatalogueFile(
        "agencies.xml",
        """
        <agencies><agency id="office" kind="police" name="Office \(t)" short="Office \(t)" hall="hall"><open days="1-5 7" from="08:30" to="24:00"/><note basis="act§2">Note \(t)</note>
        <address sample="yes">Street \(t)</address><hours none="yes"/><phone>1 \(t)</phone><counter id="c">Counter \(t)</counter></agency>
        <agency id="shop" kind="company" name="Shop \(t)" short="Shop \(t)" hall="hall"/><hall id="hall" name="Hall \(t)"/></agencies>
        """),
      CatalogueFile(
        "words.xml",
        """
        <words><word official="hitherto" plain="till now \(t)" use="automatic" not-in="hithertofore"/>
        <word official="whereas" plain="because \(t)" use="person">Word \(t)</word>
        <vague words="somehow">How \(t)</vague><clear words="Clear \(t)"/></words>
        """),
      CatalogueFile(
        "calendar/2026.xml",
        "<calendar year=\"2026\" source=\"s\" checked=\"yes\"><off from=\"2026-01-01\" to=\"2026-01-03\">\(t)</off></calendar>"
      ),
    ]
  }

  private static func scenario(_ t: String, _ m: String) -> CatalogueFile {
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
      <before first="first" first-step="s" then="second" then-step="s" basis="act§1" checked="no">Before \(t)</before>
      <before first="third" then="first" better="yes">Better \(t)</before>
      <wait after="first" first-step="d" then="second" then-step="c" days="3" unit="calendarDays" checked="no" basis="act§1">Wait \(t)</wait></edges>
      <dossier members="first third" basis="act§1" checked="no">Dossier \(t)</dossier>
      <quantity per="set \(t)" is="2"/><planned member="first" step="s" day="0"/><planned member="second" step="s" day="9"/>
      <messages sensitive="yes"><message phase="before" on="Ready \(m)">Before \(m)</message>
      <message phase="during" stage="D2" on="Work \(m)">During \(m)<sms>Own \(m)</sms></message>
      <message phase="during" stage="D2" when="more=yes" on="Work \(m)">For some \(m)</message>
      <message phase="after" stage="A1" on="Done \(m)">After \(m)</message></messages>
      <pitfall basis="act§1" when="more=yes">Pitfall \(t)</pitfall><note for="reader" when="more=yes">Note \(t)</note>
      <qa><q>Question \(t)?</q><a basis="act§1" checked="no">Answer \(t)</a></qa>
      <case start="2026-12-01"><story>Story \(t)</story><answer question="agent" is="self"/><answer question="lost" is="x y"/>
      <answer question="more" is="yes"/></case></scenario>
      """)
  }

  private static func messagePlan(_ m: String) -> CatalogueFile {
    let stages = ["B1", "B2", "D1", "D2", "D3", "D5", "A1", "A2"].map { code in
      """
      <stage code="\(code)" sender="onebook case-system" urgency="high" ttl="3" collapse="never" checked="no"><trigger>When \(m)</trigger>
      <lock>Lock \(m)</lock><title>Title \(m)</title><body>{scenario} {office} {counter} {hours} {phone} {date} {count} {guide} {url} \(m)</body>
      <sms>Short \(m)</sms><wechat><thing>Thing \(m)</thing><string>String \(m)</string></wechat>
      <board>Board \(m)</board><voice>Voice \(m)</voice><next basis="act§1">Next \(m)</next><missing>Missing \(m)</missing></stage>
      """
    }
    return CatalogueFile(
      "messages.xml",
      """
      <message-plan><neutral><lock>Neutral \(m)</lock><title>Neutral \(m)</title><thing>Neutral \(m)</thing></neutral>
      \(stages.joined(separator: "\n"))</message-plan>
      """)
  }

  private static func consultation(_ t: String) -> CatalogueFile {
    CatalogueFile(
      "consultations/change.xml",
      """
      <consultation id="change" status="adopted" from="2026-10-01" until="2026-10-31" checked="no"><title>Consulted \(t)</title>
      <summary>Reason \(t)</summary><change item="first"><before>Was \(t)</before><after>Be \(t)</after></change>
      <change scenario="all"><after>New \(t)</after></change><comments>Write \(t)</comments>
      <outcome on="2026-11-01" basis="act§1">Outcome \(t)</outcome></consultation>
      """)
  }

  private static func guideline(_ t: String) -> CatalogueFile {
    CatalogueFile(
      "guideline.xml",
      """
      <guideline title="Guideline \(t)" number="No. 2 \(t)" checked="secondary"><demand id="a" name="Have \(t)" item="first"/>
      <demand id="b" name="Lack \(t)"/><extra item="second">Reason \(t)</extra></guideline>
      """)
  }

  /// A scenario that stays unmerged, because an item asks for “others”.
  private static func unmerged(_ t: String, _ m: String) -> CatalogueFile {
    CatalogueFile(
      "scenarios/apart.xml",
      """
      <scenario id="apart" theme="t"><title>Apart \(t)</title><audience>Audience \(t)</audience><summary>Summary \(t)</summary>
      <members><member item="third"/><member item="fourth"/></members>
      <messages><message phase="before" on="Ready \(m)">Before \(m)</message><message phase="during" on="Work \(m)">During \(m)</message>
      <message phase="after" on="Done \(m)">After \(m)</message></messages></scenario>
      """)
  }
}
