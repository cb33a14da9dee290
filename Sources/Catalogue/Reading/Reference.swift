internal import Diagnostics
internal import XMLFile

/// The use of a name at a place.
struct Reference {
  enum Kind: String {
    case law, agency, evidence, item, scenario, fee, subject, hall, theme, fact, option, member, question, step,
      requirement
  }

  var kind: Kind
  var id: String
  /// The fact whose option it is, the member whose step, the item whose requirement.
  var owner: String = ""
  var span: Span
}

extension Fields {
  /// An attribute whose value is the id of something declared elsewhere.
  func reference(_ attribute: String, to kind: Reference.Kind) -> String? {
    guard let value = text(attribute) else { return nil }
    refer(to: value, kind, attribute)
    return value
  }

  func requiredReference(_ attribute: String, to kind: Reference.Kind) -> String? {
    guard let value = required(attribute) else { return nil }
    refer(to: value, kind, attribute)
    return value
  }

  /// An attribute that lists ids, separated by spaces.
  func references(_ attribute: String, to kind: Reference.Kind) -> [String] {
    words(attribute).map { id, span in
      sink.references.append(Reference(kind: kind, id: id, span: span))
      return id
    }
  }

  func refer(to id: String, owner: String = "", _ kind: Reference.Kind, _ attribute: String) {
    sink.references.append(
      Reference(kind: kind, id: id, owner: owner, span: element[attribute]?.span ?? element.span))
  }
}
