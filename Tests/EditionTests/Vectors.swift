import CanonicalJSON
import Foundation
import Testing

@testable import Editions

/// Cases with known results: `Cases/feed-vectors.json`.
enum Vectors {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func all() throws -> JSONValue {
    let data = try Data(contentsOf: folder.appending(path: "Cases/feed-vectors.json"))
    return try JSONValue(reading: data)
  }

  static func value(_ path: String...) throws -> JSONValue {
    try path.reduce(try all()) { value, key in try #require(value[key], "\(key)") }
  }

  static func guideDifference(names: [String] = []) -> Difference { Difference(fields: .all, names: names) }
}
