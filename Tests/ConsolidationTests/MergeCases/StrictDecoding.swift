/// The fields of one JSON object, each taken once. What nobody takes is an unknown field: `finish` says so.
struct ObjectFields {
  private let container: KeyedDecodingContainer<FieldName>
  private var left: Set<String>
  /// Said to the reader of the case; they carry no meaning.
  private static let remarks: Set = ["note", "notes", "comment", "why", "name", "quote", "_note", "_comment"]

  init(_ decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: FieldName.self)
    left = Set(container.allKeys.map(\.stringValue))
  }

  /// A field under one of its names; `nil` when it is absent or null.
  mutating func take<Value: Decodable>(_ names: String..., as type: Value.Type = Value.self) throws -> Value? {
    var found: Value?
    for name in names where left.remove(name) != nil {
      let key = FieldName(stringValue: name)
      if try container.decodeNil(forKey: key) { continue }
      if found != nil { throw CaseError("'\(name)' says what '\(names[0])' says already", container.codingPath) }
      found = try container.decode(Value.self, forKey: key)
    }
    return found
  }

  mutating func require<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    guard let value = try take(name, as: type) else { throw CaseError("'\(name)' is missing", container.codingPath) }
    return value
  }

  func finish() throws {
    guard let name = left.subtracting(ObjectFields.remarks).min() else { return }
    throw CaseError("unknown field '\(name)'", container.codingPath)
  }

  func fail(_ what: String) -> CaseError { CaseError(what, container.codingPath) }
}

struct FieldName: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// A case that cannot be understood, with the place in it.
struct CaseError: Error, CustomStringConvertible {
  var description: String

  init(_ what: String, _ path: [any CodingKey] = []) {
    let place = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    description = place.isEmpty ? what : "\(what) in \(place.drop { $0 == "." })"
  }

  init(_ error: any Error) {
    switch error {
    case let error as CaseError: self = error
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      self.init(context.debugDescription, context.codingPath)
    case DecodingError.keyNotFound(let key, let context):
      self.init("'\(key.stringValue)' is missing", context.codingPath)
    default: self.init("\(error)")
    }
  }
}

/// `x` or `[x, …]`.
struct OneOrMany<Value: Decodable & Sendable>: Decodable, Sendable {
  var values: [Value]
  var isList: Bool

  init(from decoder: any Decoder) throws {
    if (try? decoder.unkeyedContainer()) != nil {
      values = try [Value](from: decoder)
      isList = true
    } else {
      values = [try Value(from: decoder)]
      isList = false
    }
  }
}

/// A truth value, a number or a word: what a fact or an attribute can be.
struct Scalar: Decodable, Hashable, Sendable {
  var text: String
  /// Told apart where it matters: `true` is not `"true"`.
  var kind: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      (text, kind) = ("\(value)", "truth")
    } else if let value = try? container.decode(Int.self) {
      (text, kind) = ("\(value)", "number")
    } else {
      (text, kind) = (try container.decode(String.self), "word")
    }
  }

  /// As the name of an answer: truth and number are marked, so that no word is taken for them.
  var name: String { kind == "word" ? text : "\(kind) \(text)" }
}
