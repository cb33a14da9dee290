import Foundation

/// JSON as the edition writes it: sorted keys, two-space indent, slashes plain, a line break at the end.
func json(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // The edition's values are strings, numbers, lists and tables of them: there is nothing in them that cannot be encoded.
  guard let data = try? encoder.encode(value) else { return Array("null\n".utf8) }
  return Array(data) + [10]
}
