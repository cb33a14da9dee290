import Catalogue

/// What changed, in words. `ChangeLabels` says which of these a change needs.
extension Phrases {
  func changed(_ what: String, from old: String, to new: String) -> String {
    say("\(what)由\(old)改为\(new)", "\(what): from \(old) to \(new)")
  }
  func reworded(_ what: String, _ old: String, _ new: String) -> String {
    say("\(what)：\(old)改为\(new)", "\(what): \(old) becomes \(new)")
  }
  func nowStated(_ what: String, _ new: String) -> String {
    say("\(what)：原来没有写，现在写明\(new)", "\(what): not stated before, now \(new)")
  }
  func noLongerStated(_ what: String, _ old: String) -> String {
    say("\(what)：原来是\(old)，现在没有写", "\(what): was \(old), no longer stated")
  }
  func added(_ what: String, _ text: String) -> String { say("\(what)新增：\(text)", "\(what), added: \(text)") }
  func removed(_ what: String, _ text: String) -> String { say("\(what)去掉：\(text)", "\(what), removed: \(text)") }
  func setChange(_ what: String, added: [String], removed: [String]) -> String {
    if added.count == 1, removed.count == 1 { return changed(what, from: removed[0], to: added[0]) }
    let parts = [
      added.isEmpty ? nil : say("增加\(listed(added))", "added \(listed(added))"),
      removed.isEmpty ? nil : say("去掉\(listed(removed))", "removed \(listed(removed))"),
    ]
    return what + colon + parts.compactMap(\.self).joined(separator: semicolon)
  }
  func listed(_ texts: [String]) -> String { texts.joined(separator: separator) }
  func quoted(_ text: String) -> String { "“\(text)”" }

  var newGuide: String { say("新增事项", "a new service item") }
  var newScenario: String { say("新增一件事", "a new scenario") }
  var newAgency: String { say("新增机构", "a new agency") }
  var newConsultation: String { say("新的征求意见", "a new consultation") }
  func newSubject(_ kind: String, _ title: String) -> String { say("\(kind)“\(title)”", "\(kind): \(title)") }

  // MARK: Papers
  func newPaper(_ name: String, _ how: String) -> String {
    say("新增材料：\(name)\(how.isEmpty ? "" : "（\(how)）")", "one more paper: \(name)\(how.isEmpty ? "" : " (\(how))")")
  }
  func paperGone(_ name: String) -> String { say("不再要求\(name)", "\(name) is no longer asked for") }
  func newChoice(_ names: String) -> String { say("新增几样选一的材料：\(names)", "papers to choose from: \(names)") }
  func choiceGone(_ names: String) -> String { say("不再要求这几样选一：\(names)", "no longer a choice of: \(names)") }
  func alsoAccepted(_ names: String) -> String { say("也可以用\(names)", "\(names) will do as well") }
  func notAccepted(_ names: String) -> String { say("不能再用\(names)代替", "\(names) will no longer do") }
  func pieces(_ number: Int) -> String { say("\(number)份", "\(number)") }
  func copiesOf(_ name: String) -> String { say("\(name)复印件", "copies of \(name)") }
  func originalsOf(_ name: String) -> String { say("\(name)原件", "originals of \(name)") }
  func certifiedOf(_ name: String) -> String { say("\(name)盖章复印件", "certified copies of \(name)") }
  func endorsed(_ name: String, _ flag: Bool) -> String {
    flag
      ? say("\(name)要交去签注，签完还给您", "\(name) is endorsed and returned")
      : say("\(name)不再签注", "\(name) is no longer endorsed")
  }
  func handled(_ treatment: Requirement.Treatment) -> String {
    switch treatment {
    case .show: say("看后退还", "shown and returned")
    case .keep: say("窗口留下", "kept by the office")
    case .surrender: say("交回", "given back for good")
    case .record: say("窗口查记录", "looked up by the office")
    }
  }
  func numberOfDays(_ number: Int) -> String { say("\(number)天", "\(number) days") }
  func narrowedPaper(_ name: String) -> String { say("不用交\(name)", "\(name) is not asked for") }
  func narrowedStep(_ text: String) -> String { say("不用做“\(text)”这一步", "no step “\(text)”") }
  func narrowedFee(_ name: String) -> String { say("不用交\(name)", "\(name) is not charged") }
  func narrowedItem(_ title: String) -> String { say("不用办“\(title)”", "\(title) is not needed") }
  func aspect(_ aspect: String, of name: String) -> String { say("\(name)的\(aspect)", "\(name), \(aspect)") }
  var casesInWhich: String { say("适用情形", "needed") }
  var allCases: String { say("所有情形", "always") }
  var noCase: String { say("没有这种情形", "never") }

  // MARK: Steps, time, charges
  func newStep(_ text: String) -> String { say("新增一步：\(text)", "one more step: \(text)") }
  func stepGone(_ text: String) -> String { say("去掉一步：\(text)", "a step less: \(text)") }
  func stepOf(_ text: String) -> String { say("步骤“\(text)”", "step “\(text)”") }
  func stepAfter(_ text: String, _ earlier: String) -> String {
    say("步骤“\(text)”放在\(earlier)之后", "step “\(text)” comes after \(earlier)")
  }
  func stepFirst(_ text: String) -> String { say("步骤“\(text)”不用等别的步骤", "step “\(text)” waits for no other") }
  var promisedLimit: String { say("承诺时限", "promised time") }
  var statutoryLimit: String { say("法定时限", "time limit by law") }
  func newFee(_ name: String, _ amount: String) -> String {
    say(
      "新增收费：\(name)\(amount.isEmpty ? "" : "，\(amount)")", "a new charge: \(name)\(amount.isEmpty ? "" : ", \(amount)")"
    )
  }
  func feeGone(_ name: String) -> String { say("不再收\(name)", "no more charge: \(name)") }

  // MARK: Grounds
  func newBasis(_ law: String) -> String { say("新增依据\(law)", "a new ground: \(law)") }
  func basisGone(_ law: String) -> String { say("不再依据\(law)", "no longer a ground: \(law)") }
  func articles(of law: String) -> String { say("依据\(law)的条文", "articles of \(law)") }

  // MARK: Scenarios
  func newMember(_ title: String) -> String { say("这件事也包括“\(title)”", "now includes \(title)") }
  func memberGone(_ title: String) -> String { say("这件事不再包括“\(title)”", "no longer includes \(title)") }
}

extension Phrases {
  /// What people call a member of a record; `nil` for one that nobody declared.
  func name(ofMember member: String) -> String? {
    let names: [String: (String, String)] = [
      "title": ("名称", "name"), "name": ("名称", "name"), "official": ("正式名称", "official name"),
      "aliases": ("也叫", "other names"), "type": ("类型", "type"), "checked": ("核对情况", "certainty"),
      "feesChecked": ("收费的核对情况", "certainty of the charges"), "agency": ("办理机构", "agency"),
      "counter": ("办理窗口", "counter"), "who": ("谁来办", "who applies"), "conditions": ("要符合的条件", "conditions"),
      "basis": ("依据", "grounds"), "articles": ("条文", "articles"), "gists": ("依据说了什么", "what the ground says"),
      "number": ("文号", "number"), "materials": ("材料", "papers"), "originals": ("原件", "originals"),
      "copies": ("复印件", "copies"), "certified": ("盖章复印件", "certified copies"), "of": ("是谁的", "whose it is"),
      "accepts": ("认哪些证件", "documents accepted"), "treatment": ("怎么交", "how it is handed in"),
      "endorsed": ("签注", "endorsement"), "necessity": ("要不要", "whether it is required"),
      "dueDays": ("后补期限", "time to hand it in later"), "when": ("什么情形", "when"), "from": ("由谁交", "who hands it in"),
      "maxAge": ("几天内开出的", "days since issue"), "minRemaining": ("有效期还要剩几天", "days of validity left"),
      "notes": ("说明", "remarks"), "waivers": ("免交", "exemptions"), "template": ("用哪一版表格", "version of the form"),
      "specification": ("规格", "specification"), "values": ("要求", "what will do"), "media": ("形式", "form"),
      "step": ("在哪一步交", "step"), "choices": ("几样选一", "choices"), "pick": ("要选几样", "how many to choose"),
      "alternatives": ("可以选的", "alternatives"), "openEnded": ("没有写明的材料", "papers not named"),
      "steps": ("步骤", "steps"), "stage": ("环节", "stage"), "by": ("谁来做", "who does it"), "at": ("地点", "place"),
      "online": ("网上办理", "on line"), "days": ("用时", "time"), "n": ("天数", "days"), "unit": ("算法", "unit"),
      "ways": ("怎么拿结果", "how the result comes"), "after": ("在哪一步之后", "what it follows"),
      "covers": ("包含的事项", "items it covers"), "common": ("合办", "shared act"), "time": ("办理时限", "time limit"),
      "statutory": ("法定时限", "time limit by law"), "promised": ("承诺时限", "promised time"),
      "excluding": ("不算在时限里的", "not counted in the limit"), "remark": ("说明", "remark"), "fees": ("收费", "charges"),
      "kind": ("种类", "kind"), "amountFen": ("金额", "amount"), "upToFen": ("最高金额", "highest amount"),
      "per": ("收费单位", "per"), "payee": ("交给谁", "payee"), "once": ("只收一次", "paid once"), "outputs": ("办完得到", "results"),
      "validity": ("有效期", "validity"), "deadlines": ("什么时候以前办", "deadlines"), "agent": ("代办", "agents"),
      "allowed": ("能不能代办", "whether an agent may apply"), "statement": ("代办的说明", "on agents"),
      "pitfalls": ("容易出错的地方", "pitfalls"), "tables": ("对照表", "tables"), "rows": ("表里的内容", "rows"),
      "refusal": ("不批准怎么办", "if it is refused"), "details": ("其他要素", "other elements"), "content": ("内容", "content"),
      "disclosure": ("公开方式", "disclosure"), "limit": ("公开时限", "time to publish"), "channels": ("公开渠道", "channels"),
      "audience": ("给谁办", "for whom"), "manner": ("公开方式", "manner"), "levels": ("公开层级", "levels"),
      "value": ("公开方式", "disclosure"), "theme": ("类别", "theme"), "summary": ("简介", "summary"),
      "questions": ("情形问题", "questions"), "ask": ("问法", "wording"), "many": ("可以多选", "several answers"),
      "note": ("说明", "note"), "options": ("答案", "answers"), "whenText": ("情形的说法", "wording of the case"),
      "text": ("说法", "wording"), "impossible": ("不会同时有的情形", "impossible cases"), "members": ("要办的事项", "items"),
      "item": ("事项", "item"), "subjects": ("材料是谁的", "whose papers"), "subject": ("是谁", "whose"),
      "given": ("已知的情形", "what is given"), "order": ("先后", "order"), "messages": ("会收到的消息", "messages"),
      "answers": ("问答", "questions and answers"), "answer": ("回答", "answer"), "cases": ("例子", "examples"),
      "dossiers": ("合用的材料", "shared papers"), "quantities": ("数量", "quantities"), "planned": ("时间安排", "planned days"),
      "day": ("第几天", "day"), "short": ("简称", "short name"), "hall": ("大厅", "hall"), "id": ("编号", "id"),
      "address": ("地址", "address"), "hours": ("办公时间", "hours"), "phones": ("电话", "telephone"),
      "counters": ("窗口", "counters"), "opening": ("开门时间", "opening hours"), "sample": ("示例", "sample"),
      "issuer": ("谁发的", "issuer"), "hotlines": ("电话", "telephone"), "complaints": ("受理投诉", "takes complaints"),
      "themes": ("类别", "themes"), "preface": ("怎么用这本书", "how to use the book"), "terms": ("名词解释", "glossary"),
      "former": ("不再办的事项", "former items"), "until": ("到哪天为止", "until"), "papers": ("材料", "papers"),
      "holder": ("属于谁", "holder"), "whose": ("是谁的", "whose"), "unique": ("只有一份", "only one exists"),
      "form": ("要填的表", "a form"), "get": ("怎么取得", "how to get it"), "lookup": ("能不能免交", "checked without paper"),
      "facts": ("情形", "facts"), "laws": ("法规", "laws"), "effective": ("施行日期", "in force since"),
      "calendar": ("放假安排", "holidays"), "off": ("放假的日子", "days off"), "working": ("要上班的周末", "working weekends"),
      "status": ("进展", "status"), "comments": ("意见交到哪里", "where to comment"), "changes": ("想改的内容", "proposed changes"),
      "outcome": ("结果", "outcome"), "on": ("日期", "date"), "texts": ("各渠道的说法", "texts"), "sender": ("谁来发", "sender"),
      "urgency": ("缓急", "urgency"), "ttl": ("最多等几天", "days to live"),
      "collapse": ("能不能合并", "collapse"), "trigger": ("什么时候发", "trigger"), "next": ("接下来", "what comes next"),
      "missing": ("没收到怎么办", "if it does not come"),
      "fallback": ("查不到怎么办", "if the check fails"),
      "book": ("全书", "the book"),
    ]
    return names[member].map { say($0.0, $0.1) }
  }
}
