import Catalogue

/// What a guideline demands beside what the catalogue has.
public struct GuidelineList: Sendable {
  public struct Demand: Sendable {
    public var id: String
    public var name: String
    /// The item that answers it; `nil` = lacking.
    public var item: Reference?
  }
  public struct Extra: Sendable {
    public var item: Reference
    /// `nil` = nobody has said why.
    public var reason: String?
  }

  public var title: String
  public var number: String
  public var mark: String?
  public var demands: [Demand]
  /// Items that no demand names.
  public var extras: [Extra]
  /// “指引要求12项，有10项，缺2项。”
  public var summary: String

  public var covered: [Demand] { demands.filter { $0.item != nil } }
  public var lacking: [Demand] { demands.filter { $0.item == nil } }
}

extension BookBuilder {
  /// `nil` when no guideline is declared.
  var guideline: GuidelineList? {
    catalogue.guideline.map { guideline in
      let demands = guideline.demands.map { demand in
        let item = demand.item.flatMap { catalogue.items[$0] == nil ? nil : self.item($0) }
        return GuidelineList.Demand(id: demand.id, name: demand.name, item: item)
      }
      let named = Set(guideline.demands.compactMap(\.item))
      let reasons = Dictionary(
        guideline.extras.map { ($0.item, $0.reason) }, uniquingKeysWith: { first, _ in first })
      let missing = demands.count { $0.item == nil }
      return GuidelineList(
        title: phrases.titled(guideline.title), number: guideline.number, mark: phrases.checked(guideline.checked),
        demands: demands,
        extras: items.filter { !named.contains($0.id) }.map {
          GuidelineList.Extra(item: item($0.id), reason: reasons[$0.id])
        },
        summary: phrases.guidelineSummary(demands.count, missing: missing))
    }
  }
}

extension Phrases {
  public var guideline: String { say("对照国家标准指引", "Beside the national guideline") }
  func guidelineSummary(_ all: Int, missing: Int) -> String {
    say(
      missing == 0 ? "指引要求的\(all)项都有。" : "指引要求\(all)项，有\(all - missing)项，缺\(missing)项。",
      missing == 0 ? "All \(all) matters are here." : "Of \(all) matters \(all - missing) are here, \(missing) lacking."
    )
  }
  public var guidelineCovered: String { say("有的", "Here") }
  public var guidelineLacking: String { say("缺的", "Lacking") }
  public var guidelineExtra: String { say("指引之外的", "Beyond the guideline") }
}
