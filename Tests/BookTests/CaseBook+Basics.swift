import Catalogue

extension CaseBook {
  /// Everything but items and the scenario.
  static let basics = [
    CatalogueFile(
      "book.xml",
      """
      <book version="1" lang="zh-CN"><title>书</title><issuer>编写组</issuer><edition id="1" date="2026-06-01"/>
      <theme id="t" mark="事">事</theme></book>
      """),
    CatalogueFile(
      "subjects.xml",
      """
      <subjects><subject id="applicant" kind="person">本人</subject><subject id="agent" kind="person">代办人</subject>
      <subject id="first-child" kind="person">大孩</subject><subject id="second-child" kind="person">小孩</subject>
      <subject id="vehicle" kind="vehicle">车</subject></subjects>
      """),
    CatalogueFile(
      "facts.xml",
      """
      <facts><fact id="agent" ask="谁去办？"><option id="self">本人去办</option><option id="agent">委托别人代办</option></fact>
      <fact id="holds" ask="手里有哪种证件？"><option id="card">身份证</option><option id="passport">护照</option>
      <option id="permit">居住证</option></fact></facts>
      """),
    CatalogueFile(
      "evidence.xml",
      """
      <evidence-types>
      <evidence id="id-card" of="person" name="居民身份证"><alias>身份证</alias><alias>二代身份证</alias></evidence>
      <evidence id="passport" of="person" name="护照"/><evidence id="permit" of="person" name="居住证"/>
      <evidence id="identity" of="person" name="身份证明">
      <class when="holds=card"><evidence-ref id="id-card"/></class>
      <class when="holds=passport"><evidence-ref id="passport"/></class>
      <class when="holds=permit"><evidence-ref id="permit"/></class></evidence>
      <evidence id="birth" of="person" name="出生证"/><evidence id="health" of="person" name="体检证明"/>
      <evidence id="deed" of="vehicle" unique="yes" name="登记证书"/><evidence id="licence" of="vehicle" name="行驶证"/>
      <evidence id="approval" of="case" name="批准书"/>
      </evidence-types>
      """),
    CatalogueFile("agencies.xml", agencies()),
  ]

  /// Two offices, apart unless `hall` says that they share one; with what else stands in each.
  static func agencies(hall: Bool = false, first: String = "", second: String = "") -> String {
    let place = hall ? " hall=\"hall\"" : ""
    return """
      <agencies><agency id="first" kind="police" name="甲局" short="甲窗口"\(place)>\(first)</agency>
      <agency id="second" kind="government" name="乙局" short="乙窗口"\(place)>\(second)</agency>
      <hall id="hall" name="政务大厅"/></agencies>
      """
  }
}
