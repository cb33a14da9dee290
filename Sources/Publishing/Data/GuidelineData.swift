import Handbook

/// A guideline's demands as data.
struct GuidelineData: Encodable {
  struct Demand: Encodable {
    var id: String
    var name: String
    /// Absent: no item answers it.
    var item: String?
  }
  struct Extra: Encodable {
    var item: String
    var reason: String?
  }
  var title: String
  var number: String
  var certainty: String?
  var demands: [Demand]
  var extras: [Extra]

  init(_ guideline: GuidelineList) {
    title = guideline.title
    number = guideline.number
    certainty = guideline.mark
    demands = guideline.demands.map { Demand(id: $0.id, name: $0.name, item: $0.item?.id) }
    extras = guideline.extras.map { Extra(item: $0.item.id, reason: $0.reason) }
  }
}
