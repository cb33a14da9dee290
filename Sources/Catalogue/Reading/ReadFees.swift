internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func fees(_ element: Element) {
    for child in Fields(element, sink, children: ["fee"]).children("fee") {
      let fields = Fields(
        child, sink, attributes: ["id", "name", "amount", "per", "payee", "kind", "basis", "checked", "once", "code"],
        children: ["waiver"])
      guard let id = fields.id() else { continue }
      let fee = Fee(
        id: id, name: fields.required("name") ?? "", kind: fields.choice("kind", as: Fee.Kind.self) ?? .government,
        amount: fields.money("amount"), per: fields.text("per"), payee: fields.reference("payee", to: .agency),
        once: fields.flag("once"), remark: child.text, basis: fields.basis(), checked: fields.checked(.yes),
        span: child.span, code: fields.text("code") ?? id,
        waivers: fields.children("waiver").map { feeWaiver($0, fields.checked(.yes)) })
      add(fee, id, \.fees, \.span, zh: "收费项目", en: "fee")
    }
  }

  private func feeWaiver(_ element: Element, _ checked: Checked) -> Fee.Waiver {
    let fields = Fields(element, sink, attributes: Fields.sourcing.union(["when", "percent"]))
    var percent = fields.count("percent") ?? 100
    if !(1...100).contains(percent), let attribute = element["percent"] {
      sink.error(
        "bad-number", attribute.span, zh: "percent 是 1 到 100，不能是 '\(percent)'",
        en: "percent is 1 to 100, not '\(percent)'",
        help: [Message(zh: "全免就不写", en: "leave it out if nothing is due")])
      percent = 100
    }
    return Fee.Waiver(
      when: fields.when(), percent: percent, text: fields.content(), basis: fields.basis(),
      checked: fields.checked(checked), span: element.span)
  }
}

extension Fields {
  /// Yuan with at most two decimals, or a range of them, in fen.
  func money(_ attribute: String) -> ClosedRange<Int>? {
    guard let found = element[attribute] else { return nil }
    let ends = found.value.split(separator: "-", omittingEmptySubsequences: false).map(fen)
    if let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, low <= high { return low...high }
    sink.error(
      "bad-money", found.span, zh: "'\(found.value)' 不是金额", en: "'\(found.value)' is not an amount",
      help: [
        Message(
          zh: "以元为单位，例如 15、15.50、80-200；不知道就不写", en: "in yuan, such as 15, 15.50 or 80-200; leave it out if not known")
      ])
    return nil
  }

  private func fen(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard (1...7).contains(parts[0].utf8.count), parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      let yuan = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return yuan * 100 }
    guard (1...2).contains(parts[1].utf8.count), let rest = Int(parts[1]) else { return nil }
    return yuan * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
  }
}
