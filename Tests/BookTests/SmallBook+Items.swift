import Catalogue

extension SmallBook {
  static func items(_ t: String) -> [CatalogueFile] {
    [
      CatalogueFile(
        "items/first.xml",
        """
        <item id="first" agency="office" checked="secondary" type="Type \(t)"><name>First \(t)</name><official>Official \(t)</official>
        <alias>Alias \(t)</alias><who>Who \(t)</who><condition basis="act§3" checked="no">Condition \(t)</condition>
        <basis law="act" article="50(1)">Gist \(t)</basis><basis law="act" article="4-5"/><basis law="act" article="6end"/>
        <requirements>
        <requirement id="a" evidence="identity" treat="show" originals="1" copies="2" called="Identity \(t)" basis="act§3">Note \(t)</requirement>
        <requirement id="b" evidence="title" treat="show" endorse="yes" originals="1" max-age="30" min-remaining="90"/>
        <requirement id="c" evidence="form" treat="keep" originals="2" necessity="deferrable" due-days="5" when="lost=x"
          template="Form \(t)" template-version="1 \(t)" media="paper electronic" step="s"/>
        <requirement id="d" evidence="photo" treat="keep" originals="1" necessity="optional" when="size=small|large"><spec name="background" is="White|Blue \(t)"/></requirement>
        <requirement id="g" evidence="contract" treat="keep" copies="1"/>
        <one-of id="any" pick="2"><requirement id="h" evidence="card" treat="show" originals="1"/>
        <requirement id="i" evidence="deed" treat="show" originals="1"/><requirement id="j" evidence="photo" treat="show" originals="1"/></one-of>
        <one-of id="o"><requirement id="e" evidence="deed" treat="show" originals="1"/>
        <requirement id="f" evidence="letter" treat="keep" certified="1" originals="0"/></one-of>
        </requirements>
        <steps><step id="p" stage="prepare" by="applicant" at="home">Prepare \(t)</step>
        <step id="s" stage="submit" by="applicant" online="yes">Submit \(t)</step>
        <step id="d" stage="decide" by="agency" checked="no" days="2" unit="calendarDays" common="act">Decide \(t)</step>
        <step id="c" stage="collect" by="applicant" ways="wait mail">Collect \(t)</step></steps>
        <time statutory="5" promised="2" unit="workingDays" basis="act§7" checked="no">Time \(t)<excluding basis="act§7" checked="no">Tests \(t)</excluding></time>
        <fees><fee-ref id="plate" when="size=small"/><fee-ref id="test"/><fee-ref id="bond"/></fees>
        <outputs><output evidence="title" step="c">Title \(t)</output><output when="size=huge">Mark \(t)</output></outputs>
        <validity>Validity \(t)</validity><deadline basis="act§8">Deadline \(t)</deadline><online>Online \(t)</online>
        <agent allowed="limited" basis="act§9">Rule \(t)</agent><pitfall when="size=small">Pitfall \(t)</pitfall>
        <facts-table title="Table \(t)"><row name="Row \(t)" checked="no">Cell \(t)</row></facts-table>
        <refusal basis="act§5" checked="no">Refusal \(t)</refusal>
        <says agency="office" phone="2 \(t)" hours="Hours \(t)" address="Lane \(t)"/>
        <detail element="area" basis="act§5" checked="no">Area \(t)</detail><detail element="quota" none="yes"/>
        <note for="reader">Note hitherto, whereas, somehow \(t)</note></item>
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
        <requirement id="f" evidence="pact" treat="keep" copies="1"/>
        <requirement id="g" evidence="photo" treat="keep" originals="1"><spec name="background" is="Blue \(t)|Red \(t)"/></requirement>
        <requirement id="h" evidence="letter" treat="show" originals="1"/>
        </requirements>
        <steps><step id="s" stage="submit" by="applicant">Submit \(t)</step>
        <step id="r" stage="review" by="office" days="3" unit="calendarDays" common="act">Review \(t)</step>
        <step id="c" stage="collect" by="applicant" at="online">Collect \(t)</step></steps>
        <time statutory="none"/><fees none="yes"/><outputs none="yes"/>
        <disclosure basis="act§9"><manner is="proactive">Own \(t)</manner></disclosure></item>
        """),
      CatalogueFile("items/third.xml", "<item id=\"third\" agency=\"shop\"><name>Third \(t)</name></item>"),
      CatalogueFile(
        "items/fourth.xml",
        """
        <item id="fourth" agency="shop"><name>Fourth \(t)</name><requirements><requirement id="a" evidence="card" treat="show"/>
        <catch-all id="b">Others \(t)</catch-all></requirements></item>
        """),
    ]
  }
}
