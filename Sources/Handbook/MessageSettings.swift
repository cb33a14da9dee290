public import Catalogue
internal import Proofreading

/// What a case system may say of a case: a date, a number, and which of the public names it is about. Nothing else can
/// be filled in, so nothing of a person gets into a message.
public struct MessageSettings: Sendable {
  public enum Fault: Error, Equatable {
    /// It looks like the number of a person. The value is not repeated.
    case personal(String)
    case unknown(String, among: [String])
    case notAmong(String, [String])
    case noDay(String)
    case noCount(String)
  }

  /// The item that was chosen, by its id.
  private(set) var guide: String?
  private(set) var values: [MessageVariable: String] = [:]

  /// `settings`: `count=3`, `date=2026-12-01`, and ids of the catalogue: `guide=vehicle-transfer`, `office=vehicle-office`,
  /// `counter=c1`.
  ///
  /// - Throws: the first value that is none of these.
  public init(
    _ settings: [(name: String, value: String)], _ catalogue: Catalogue, _ scenario: Scenario
  ) throws(Fault) {
    let items = scenario.members.compactMap { catalogue.items[$0.item] }
    let agencies = items.compactMap { catalogue.agencies[$0.agency] }
    for (name, value) in settings {
      if !PersonalNumber.all(in: Array(value.utf8)).isEmpty { throw .personal(name) }
      switch MessageVariable(rawValue: name) {
      case .count?:
        guard let count = Int(value), (1...99).contains(count), value == "\(count)" else { throw .noCount(name) }
        values[.count] = value
      case .date?:
        guard let day = Day(value) else { throw .noDay(name) }
        values[.date] = Phrases(lang: catalogue.book?.lang ?? "").plainDate(day)
      case .guide?:
        guard let item = items.first(where: { $0.id == value }) else {
          throw .notAmong(name, items.map(\.id).uniqued())
        }
        guide = item.id
        values[.guide] = item.name
      case .office?:
        guard let agency = agencies.first(where: { $0.id == value }) else {
          throw .notAmong(name, agencies.map(\.id).uniqued())
        }
        values[.office] = agency.short
      case .counter?:
        let counters = agencies.flatMap(\.counters)
        guard let counter = counters.first(where: { $0.id == value }) else {
          throw .notAmong(name, counters.map(\.id).uniqued())
        }
        values[.counter] = counter.name
      case .scenario?, .hours?, .phone?, .url?, nil:
        throw .unknown(name, among: ["count", "counter", "date", "guide", "office"])
      }
    }
  }
}
