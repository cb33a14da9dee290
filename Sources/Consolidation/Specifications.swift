import Catalogue

/// What papers must be like: lines for what one paper can be, more where no paper suits everybody.
enum Specifications {
  /// Uses that one paper can satisfy. Taken in the order of their places, so that the order of files says nothing; each
  /// joins the first class with which every attribute still has a value.
  static func classes(of uses: [Use]) -> [[Use]] {
    guard uses.count > 1, uses.contains(where: { !$0.specification.isEmpty || !$0.requirement.media.isEmpty }) else {
      return uses.isEmpty ? [] : [uses]
    }
    var classes: [(wanted: Wanted, uses: [Use])] = []
    for use in uses.sorted(by: { ($0.source.member, $0.source.requirement) < ($1.source.member, $1.source.requirement) }
    ) {
      let own = Wanted(use)
      if let (index, meet) = classes.indices.lazy.compactMap({ index in
        classes[index].wanted.meeting(own).map { (index, $0) }
      }).first {
        classes[index].wanted = meet
        classes[index].uses.append(use)
      } else {
        classes.append((own, [use]))
      }
    }
    return classes.map { own in uses.filter(own.uses.contains) }
  }

  /// Writes what the paper must be like into its line.
  static func describe(_ line: inout BringLine, _ isOneOfSeveral: Bool) {
    guard let first = line.uses.first else { return }
    let wanted = line.uses.dropFirst().reduce(Wanted(first)) { $0.meeting(Wanted($1)) ?? $0 }
    line.specification = wanted.attributes
    line.media = wanted.media
    let hasTemplate = line.specification["template"] != nil
    if !line.specification.isEmpty {
      line.add(
        .specification, isOneOfSeveral ? hasTemplate ? .templateApart : .specificationApart : .specificationMeet,
        if: true)
    }
    line.add(.media, .mediaMeet, if: !line.media.isEmpty)
  }

  /// Forms of one id in two versions, with everybody who asks for them: nobody knows which is the right one.
  static func contradictingTemplates(_ uses: [Use]) -> [Problem] {
    var versions: [String: [String: [Source]]] = [:]
    for use in uses {
      guard let template = use.requirement.template else { continue }
      versions[template.id, default: [:]][template.version, default: []].append(use.source)
    }
    return versions.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { id, versions in
      .templateVersion(id, versions.sorted { $0.key < $1.key }.flatMap(\.value))
    }
  }

  private struct Wanted {
    var attributes: [String: [String]]
    var media: [Requirement.Medium]

    init(_ use: Use) {
      attributes = use.specification
      media = use.requirement.media
    }

    /// What suits both; `nil` when nothing does. An attribute that one does not mention it does not mind; but who says
    /// nothing of files asks for paper, whatever another office accepts.
    func meeting(_ other: Self) -> Self? {
      var result = self
      for (name, values) in other.attributes {
        guard let own = attributes[name] else {
          result.attributes[name] = values
          continue
        }
        let both = own.filter(values.contains)
        if both.isEmpty { return nil }
        result.attributes[name] = both
      }
      if media.isEmpty, other.media.isEmpty { return result }
      let (own, others) = (media.isEmpty ? [.paper] : media, other.media.isEmpty ? [.paper] : other.media)
      result.media = own.filter(others.contains)
      return result.media.isEmpty ? nil : result
    }
  }
}
