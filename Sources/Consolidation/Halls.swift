import Catalogue

/// Which agencies are one place to go to: those that share a hall and are open together. Where opening hours are not
/// known, the hall is taken at its word.
struct Halls {
  /// The hall of each agency that can be visited on the same trip as the others there.
  let places: [String: String]
  /// Agencies of a hall that are never open when another of it is: no joint trip, and why.
  let apart: [(agency: String, from: String)]

  init(_ catalogue: Catalogue) {
    var places: [String: String] = [:]
    var apart: [(String, String)] = []
    let inHalls = catalogue.agencies.values.filter { $0.hall != nil }.sorted { $0.id < $1.id }
    for agency in inHalls {
      guard let hall = agency.hall else { continue }
      // Compared with those already counted to the hall, in the order of their ids.
      let stranger = inHalls.first { other in places[other.id] == hall && !Halls.meet(agency, other) }
      if let stranger {
        apart.append((agency.id, stranger.id))
      } else {
        places[agency.id] = hall
      }
    }
    self.places = places
    self.apart = apart
  }

  private static func meet(_ a: Agency, _ b: Agency) -> Bool {
    a.opening.isEmpty || b.opening.isEmpty
      || a.opening.contains { one in
        b.opening.contains { other in
          !one.days.isDisjoint(with: other.days) && one.minutes.overlaps(other.minutes)
        }
      }
  }
}
