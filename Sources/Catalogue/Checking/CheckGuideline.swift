internal import Diagnostics

extension CatalogueReader {
  /// What the guideline demands and the catalogue lacks, and what the catalogue has beyond it.
  func checkGuideline() {
    guard let guideline = catalogue.guideline, !faultyFiles.contains(guideline.span.file) else {
      return
    }
    var named = Set(guideline.demands.compactMap(\.item) + guideline.extras.map(\.item))
    for demand in guideline.demands {
      if let item = demand.item {
        guard catalogue.items[item] == nil, !sink.excused.contains(item) else { continue }
        let likely = nearest(item, in: catalogue.items.keys.sorted())
        // Said once: an item whose name is only mistaken is not beyond the guideline too.
        if let likely { named.insert(likely) }
        sink.warning(
          "guideline-missing", demand.span, zh: "指引要的“\(demand.name)”，目录里没有事项 '\(item)'",
          en: "the guideline demands '\(demand.name)', and the catalogue has no item '\(item)'",
          help: (likely.map { [Message(zh: "您是不是想写 '\($0)'？", en: "did you mean '\($0)'?")] } ?? [])
            + [
              Message(
                zh: "补上这个事项；确实没有就删掉 item", en: "add the item, or leave item out if there is none")
            ])
      } else {
        sink.warning(
          "guideline-missing", demand.span, zh: "指引要的“\(demand.name)”，没有事项对应",
          en: "the guideline demands '\(demand.name)', and no item answers it",
          help: [Message(zh: "补上这个事项，写 item=\"…\"", en: "add the item, and name it: item=\"…\"")])
      }
    }
    for (id, item) in catalogue.items.sorted(by: { $0.key < $1.key })
    where !named.contains(id) && !faultyFiles.contains(item.span.file) {
      sink.warning(
        "guideline-extra", item.span, zh: "指引里没有事项 '\(id)'",
        en: "the guideline does not demand the item '\(id)'",
        notes: [
          Diagnostic.Note(Message(zh: "指引在这里", en: "the guideline is here"), at: guideline.span)
        ],
        help: [
          Message(
            zh: "指引里有它，就在那一条写 item=\"\(id)\"；确实没有，写 <extra item=\"\(id)\">为什么</extra>",
            en:
              "if one of its demands means this item, write item=\"\(id)\" there; else <extra item=\"\(id)\">why</extra>"
          )
        ])
    }
  }
}
